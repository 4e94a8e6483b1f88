//! What browsers are told: which version of a portal stands there, and which mistakes keep others from standing there.
//! Server-sent events, as the HTML standard defines them.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::channel::{Channel, Sender};
use hyper::body::{Body, Bytes, Frame};
use tokio::sync::{oneshot, watch};

use super::places::{Place, Places};
use crate::model::Language;
use crate::report::Report;

/// So many portals count as being looked at: more than anybody has open side by side.
const VIEWED: usize = 8;
/// A connection over which nothing is said for so long is tried, so that one that is dead is noticed.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// So many pages are told at the same time: more than anybody can see side by side (a page that nobody sees does not
/// listen). One more takes the place of the one that has listened longest.
const STREAMS: usize = 48;
/// What is said to that one: to come back, but later than browsers do, or those that are too many would drive each other
/// out without end. In milliseconds.
const LATER: &str = "retry: 30000\n\n";

/// What there is to tell.
#[derive(Debug)]
pub(super) struct News {
    lang: Language,
    state: Mutex<State>,
    changed: watch::Sender<u64>,
    streams: Places,
}

/// The news as they go to one browser.
#[derive(Debug)]
pub(super) struct Stream {
    body: Channel<Bytes>,
    /// Goes with the connection, and whoever tells hears of that at once.
    _open: oneshot::Sender<()>,
}

impl Body for Stream {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }
}

#[derive(Debug, Default)]
struct State {
    /// How many builds there were.
    builds: u64,
    /// The build that replaced a portal last, by host; the directory's under no name.
    versions: HashMap<String, u64>,
    /// As the terminal shows them.
    mistakes: String,
    /// They are not the content's: the machine or the program was at fault, and nothing was built.
    is_fault: bool,
    /// Hosts of portals that were asked for, the latest first.
    viewed: VecDeque<String>,
    /// Whether every portal was built that can be: before, one that is not there may be to come.
    is_whole: bool,
    /// Hosts of portals that were asked for before they were there, until the next build takes them up.
    awaited: BTreeSet<String>,
    /// Those that a build has taken up.
    taken_up: BTreeSet<String>,
}

impl News {
    pub(super) fn new(lang: Language) -> Self {
        Self {
            lang,
            state: Mutex::default(),
            changed: watch::Sender::new(0),
            streams: Places::new(STREAMS),
        }
    }

    /// Tells what a build did, and all mistakes where they are known; a build that could not be made replaced nothing.
    pub(super) fn publish(&self, report: Option<&Report>, mistakes: Option<&str>) {
        let mut state = self.state();
        state.builds += 1;
        let build = state.builds;
        if let Some(report) = report {
            let directory = report.directory_replaced.then(String::new);
            let gone = report.pruned.iter().cloned();
            let hosts = report.replaced.iter().cloned().chain(gone).chain(directory);
            state.versions.extend(hosts.map(|host| (host, build)));
        }
        if let Some(mistakes) = mistakes {
            mistakes.clone_into(&mut state.mistakes);
            state.is_fault = report.is_none();
            state.is_whole = true;
        }
        drop(state);
        self.changed.send_replace(build);
    }

    /// The version of a portal that stands there now.
    pub(super) fn version(&self, host: &str) -> u64 {
        self.state().version(host)
    }

    /// Somebody asked for a page of this portal.
    pub(super) fn view(&self, host: &str) {
        let mut state = self.state();
        state.viewed.retain(|known| known != host);
        state.viewed.push_front(host.to_owned());
        state.viewed.truncate(VIEWED);
    }

    /// Whether a portal that is not there may be to come.
    pub(super) fn is_to_come(&self, host: &str) -> bool {
        self.state().is_to_come(host)
    }

    /// Waits until a portal is no more to come, because it is there or because no build can make it.
    pub(super) async fn wait_for(&self, host: &str) {
        let mut changed = self.changed.subscribe();
        self.state().awaited.insert(host.to_owned());
        while self.is_to_come(host) && changed.changed().await.is_ok() {}
    }

    /// The portals that somebody waits for; the next build makes those of them that it can.
    pub(super) fn take_up(&self) -> BTreeSet<String> {
        let mut state = self.state();
        let awaited = std::mem::take(&mut state.awaited);
        state.taken_up.extend(awaited.iter().cloned());
        awaited
    }

    /// The portals that somebody is looking at.
    pub(super) fn viewed(&self) -> BTreeSet<String> {
        self.state().viewed.iter().cloned().collect()
    }

    /// Tells a browser that shows a portal of everything, now and from now on.
    pub(super) fn stream(self: &Arc<Self>, host: String) -> Stream {
        let (sender, body) = Channel::new(4);
        let (open, closed) = oneshot::channel();
        let news = Arc::clone(self);
        let place = self.streams.take();
        tokio::spawn(async move {
            tokio::select! {
                () = news.tell(&host, sender, place) => {}
                _ = closed => {}
            }
        });
        Stream { body, _open: open }
    }

    async fn tell(&self, host: &str, mut sender: Sender<Bytes>, mut place: Place) {
        let mut changed = self.changed.subscribe();
        let mut told = String::new();
        loop {
            changed.mark_unchanged();
            let event = self.state().event(host, self.lang);
            if event != told {
                told.clone_from(&event);
                if sender.send_data(event.into()).await.is_err() {
                    return;
                }
            }
            tokio::select! {
                _ = changed.changed() => {}
                () = place.lost() => {
                    let _ = sender.send_data(LATER.into()).await;
                    return;
                }
                () = tokio::time::sleep(HEARTBEAT) => {
                    if sender.send_data(": still here\n\n".into()).await.is_err() {
                        return;
                    }
                }
            }
        }
    }

    /// A thread that panicked while it held the state left it whole: every change is one assignment.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn is_to_come(&self, host: &str) -> bool {
        !self.is_whole && !self.taken_up.contains(host)
    }

    fn version(&self, host: &str) -> u64 {
        self.versions.get(host).copied().unwrap_or_default()
    }

    fn event(&self, host: &str, lang: Language) -> String {
        let heading = match (lang, self.is_fault) {
            (Language::Bangla, false) => "কনটেন্টে ভুল আছে। নিচে আছে আগের ঠিক পাতাটি।",
            (Language::Bangla, true) => "পোর্টাল তৈরি করা যায়নি। নিচে আছে আগের ঠিক পাতাটি।",
            (Language::English, false) => {
                "There are mistakes in the content. Beneath is the last good page."
            }
            (Language::English, true) => "Nothing could be built. Beneath is the last good page.",
        };
        let fold = match lang {
            Language::Bangla => "গুটিয়ে রাখুন",
            Language::English => "fold",
        };
        let state = serde_json::json!({
            "version": self.version(host),
            "mistakes": self.mistakes,
            "heading": heading,
            "fold": fold,
        });
        // JSON has no line breaks of its own, so it is one line of the event.
        format!("retry: 400\ndata: {state}\n\n")
    }
}
