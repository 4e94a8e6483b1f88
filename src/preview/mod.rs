//! The local server: builds into a folder of its own, serves it on 127.0.0.1, builds again after every batch of changes,
//! and tells the browsers.
//!
//! What an author is looking at is built first, so that an edit is seen at once in a country of any size; the rest
//! follows. The first build goes in parts, and whoever asks for a portal that has not come yet has it next. While something is built, requests wait: nobody is shown a page from before the edit.

mod answer;
mod events;
mod places;
mod rounds;
mod server;
mod touched;

use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{RwLock, oneshot};

use self::rounds::Rounds;
use self::server::Server;
use crate::options::ServeOptions;
use crate::report::{Progress, Report};
use crate::watch::Watch;
use crate::{Error, Result, pipeline, write};

/// Where browsers look first. Port numbers below 1024 are the system's, and this one is what people know from other tools.
const USUAL_PORT: u16 = 8000;

/// Somebody who is told what goes on.
pub(crate) trait Listener: Send + Sync {
    /// Who is told how far the first build has come.
    fn progress(&self) -> &dyn Progress;
    /// The portals are served at this address; so many of them are still to be built.
    fn serving(&self, address: &str, to_come: usize);
    /// Something was built.
    fn built(&self, round: &Round<'_>);
}

/// One build.
#[derive(Debug)]
pub(crate) struct Round<'a> {
    /// What it did, or the fault that ended it.
    pub report: std::result::Result<&'a Report, &'a Error>,
    /// How many portals were replaced since the first change that was heard of.
    pub replaced: usize,
    /// From that change to the new bytes; `None` for the first build.
    pub took: Option<Duration>,
    /// All mistakes as the terminal shows them; empty when there are none.
    pub mistakes: &'a str,
}

/// Builds, serves, watches, until the process is told to end. Leaves nothing behind.
///
/// # Errors
/// When nothing can be built at all, the port cannot be had, or the system watches no folders.
pub(crate) fn serve(options: &ServeOptions, listener: Arc<dyn Listener>) -> Result<()> {
    let watched = options.watched()?;
    let scratch = write::scratch()?;
    let watch = Watch::new(&watched)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| no_server(&error))?;
    let [content, _] = watched;
    runtime.block_on(run(options, content, scratch.path(), watch, listener))
}

async fn run(
    options: &ServeOptions,
    content: PathBuf,
    output: &Path,
    watch: Watch,
    listener: Arc<dyn Listener>,
) -> Result<()> {
    let mut end = End::new()?;
    let socket = bind(options.port).await?;
    let address = socket.local_addr().map_err(|error| no_server(&error))?;
    // Held while something is built.
    let lock = Arc::new(RwLock::new(()));
    let server = Server::new(output, address, options.lang, Arc::clone(&lock));
    let (failed, failure) = oneshot::channel();
    let rounds = Rounds {
        build: pipeline::build,
        options: options.clone(),
        content,
        output: output.to_owned(),
        news: server.news(),
        lock: Arc::clone(&lock),
        listener,
        address: format!("http://{address}/"),
    };
    // It waits for files, not for sockets; and it ends with the process.
    std::thread::spawn(move || {
        let Err(error) = rounds.go_on(watch);
        let _ = failed.send(error);
    });
    let ended = tokio::select! {
        () = server.answer(socket) => Ok(()),
        () = end.asked() => Ok(()),
        Ok(error) = failure => Err(error),
    };
    // A build under way is waited for, and none begins any more: its folder is about to be removed.
    std::mem::forget(lock.write_owned().await);
    ended
}

/// The usual port; any free one when it is taken; the one that was asked for, or none.
async fn bind(port: Option<u16>) -> Result<TcpListener> {
    let at = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => at(port).await.map_err(|error| {
            Error::Usage(format!(
                "port {port} cannot be used: {error}; leave --port away, and a free one is taken"
            ))
        }),
        None => match at(USUAL_PORT).await {
            Ok(socket) => Ok(socket),
            Err(_) => at(0).await.map_err(|error| no_server(&error)),
        },
    }
}

fn no_server(error: &io::Error) -> Error {
    Error::Usage(format!(
        "no preview can be served on 127.0.0.1: {error}; `sanad build` still works"
    ))
}

/// The ways in which a person or the system ends a process in good order.
struct End {
    #[cfg(unix)]
    signals: [tokio::signal::unix::Signal; 3],
}

impl End {
    #[cfg(unix)]
    fn new() -> Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let on = |kind| signal(kind).map_err(|error| no_server(&error));
        Ok(Self {
            signals: [
                on(SignalKind::interrupt())?,
                on(SignalKind::terminate())?,
                on(SignalKind::hangup())?,
            ],
        })
    }

    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
    fn new() -> Result<Self> {
        Ok(Self {})
    }

    #[cfg(unix)]
    async fn asked(&mut self) {
        let [interrupt, terminate, hangup] = &mut self.signals;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    }

    #[cfg(not(unix))]
    async fn asked(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    }
}
