use std::io::{Seek, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::{NamedTempFile, TempDir};
use tokio::sync::RwLock;

use super::{News, Rounds};
use crate::model::Language;
use crate::options::{self, Options, ServeOptions};
use crate::preview::{Listener, Round};
use crate::report::{Progress, Report};
use crate::watch::Watch;
use crate::{Error, Result};

/// What a listener was told.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    Serving,
    Built,
    /// The mistakes as the terminal shows them.
    Panicked(String),
}

struct Ear(Mutex<Sender<Told>>);

impl Ear {
    fn hear(&self, told: Told) {
        let _ = self.0.lock().expect("no panic").send(told);
    }
}

impl Listener for Ear {
    fn progress(&self) -> &dyn Progress {
        &()
    }

    fn serving(&self, _address: &str, _to_come: usize) {
        self.hear(Told::Serving);
    }

    fn built(&self, round: &Round<'_>) {
        self.hear(match round.report {
            Err(Error::Program(_)) => Told::Panicked(round.mistakes.to_owned()),
            _ => Told::Built,
        });
    }
}

const FILE: &str = "a.txt";
// Of one length, so that one call of the system replaces the other.
const GOOD: &[u8] = b"good";
const BAD: &[u8] = b"evil";

/// A content folder with one file.
struct Content {
    folder: TempDir,
    file: NamedTempFile,
}

impl Content {
    fn of(text: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut name = tempfile::Builder::new();
        let name = name.prefix(FILE).rand_bytes(0);
        let file = name.tempfile_in(&folder).expect("a file");
        let mut content = Self { folder, file };
        content.save(text);
        content
    }

    fn save(&mut self, text: &[u8]) {
        self.file.rewind().expect("a file");
        self.file.write_all(text).expect("a file");
    }
}

/// Stumbles over a text, as over a fault of the program that only some content meets.
fn stumble(options: &Options, _progress: &dyn Progress) -> Result<Report> {
    let file = options.content.join(FILE);
    let text = std::fs::read(&file).map_err(|error| Error::read(&file, error))?;
    assert_ne!(text, BAD, "nobody thought of this");
    Ok(Report::default())
}

/// Rounds over a folder; they end with the tests.
fn rounds(lang: Language, content: &Content) -> Receiver<Told> {
    let content = content.folder.path().canonicalize().expect("a folder");
    let watch = Watch::new(std::slice::from_ref(&content)).expect("a watch");
    let (told, hears) = channel();
    let rounds = Rounds {
        build: stumble,
        options: ServeOptions {
            content: content.clone(),
            themes: content.clone(),
            port: None,
            open: false,
            jobs: 1,
            lang,
            today: options::today().expect("a day"),
        },
        output: content.join(".out"),
        content,
        news: Arc::new(News::new(lang)),
        lock: Arc::new(RwLock::new(())),
        listener: Arc::new(Ear(Mutex::new(told))),
        address: String::new(),
    };
    std::thread::spawn(move || rounds.go_on(watch));
    hears
}

#[track_caller]
fn next(hears: &Receiver<Told>) -> Told {
    let patience = Duration::from_secs(20);
    hears.recv_timeout(patience).expect("something is told")
}

#[track_caller]
fn panicked(told: &Told, start: &str) {
    let Told::Panicked(said) = told else {
        panic!("{told:?}");
    };
    assert!(said.starts_with(start), "{said}");
    assert!(said.contains("nobody thought of this"), "{said}");
}

#[test]
fn a_fault_of_the_program_is_told_and_ends_no_later_build() {
    let mut content = Content::of(GOOD);
    let hears = rounds(Language::English, &content);
    assert_eq!([next(&hears), next(&hears)], [Told::Built, Told::Serving]);
    content.save(BAD);
    panicked(&next(&hears), "error: a fault of the program");
    content.save(GOOD);
    assert_eq!(next(&hears), Told::Built);
}

#[test]
fn a_fault_of_the_program_in_the_first_build_ends_no_preview() {
    let mut content = Content::of(BAD);
    let hears = rounds(Language::Bangla, &content);
    panicked(&next(&hears), "ভুল: এটি প্রোগ্রামের ত্রুটি");
    assert_eq!(next(&hears), Told::Serving);
    content.save(GOOD);
    assert_eq!(next(&hears), Told::Built);
}
