//! File events → one batch. The only file that names `notify`.
//!
//! Editors write by rename, git changes a thousand files at once, folders go and come back: what counts is that after
//! a moment of quiet somebody hears of every path at which something may have changed.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::{Error, Result};

/// After so long without an event a batch is complete. A batch of one file is most of what an author does, and the
/// author waits for it.
const QUIET: Duration = Duration::from_millis(8);
/// Where events do not stop, somebody still wants to see something.
const PATIENCE: Duration = Duration::from_secs(1);

/// Watches folders with all that is in them.
#[derive(Debug)]
pub(crate) struct Watch {
    folders: Vec<PathBuf>,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

/// What may have changed.
#[derive(Debug)]
pub(crate) struct Batch {
    /// When the first of it was heard of.
    pub since: Instant,
    /// Files and folders, below the folders as they were given to [`Watch::new`].
    pub paths: BTreeSet<PathBuf>,
    /// Events were lost: anything may have changed.
    pub all: bool,
}

impl Batch {
    fn new() -> Self {
        Self {
            since: Instant::now(),
            paths: BTreeSet::new(),
            all: false,
        }
    }

    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.all
    }
}

impl Watch {
    /// Watches these folders; their paths go from the root and through no links.
    ///
    /// # Errors
    /// When the system does not watch them.
    pub(crate) fn new(folders: &[PathBuf]) -> Result<Self> {
        let (told, events) = channel();
        let watcher = notify::recommended_watcher(told).map_err(|error| {
            fault(
                folders.first().map_or(Path::new(""), PathBuf::as_path),
                error,
            )
        })?;
        let mut watch = Self {
            folders: folders.to_vec(),
            watcher,
            events,
        };
        for folder in folders {
            watch.follow(folder)?;
            // A folder that is deleted takes the watch on it along; its parent tells when it comes back.
            if let Some(parent) = folder.parent() {
                let mode = RecursiveMode::NonRecursive;
                let told = watch.watcher.watch(parent, mode);
                told.map_err(|error| fault(parent, error))?;
            }
        }
        Ok(watch)
    }

    /// Waits for changes, and until they have come to rest. `None` when nothing more will come.
    pub(crate) fn wait(&mut self) -> Option<Batch> {
        loop {
            let event = self.events.recv().ok()?;
            let mut batch = Batch::new();
            self.add(event, &mut batch);
            if !batch.is_empty() {
                return self.whole(batch);
            }
        }
    }

    /// The changes that have come already, when they have come to rest; `None` when there are none.
    pub(crate) fn waiting(&mut self) -> Option<Batch> {
        let mut batch = Batch::new();
        while batch.is_empty() {
            let event = self.events.try_recv().ok()?;
            self.add(event, &mut batch);
        }
        self.whole(batch)
    }

    fn whole(&mut self, mut batch: Batch) -> Option<Batch> {
        while batch.since.elapsed() < PATIENCE {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => self.add(event, &mut batch),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        Some(batch)
    }

    fn add(&mut self, event: notify::Result<Event>, batch: &mut Batch) {
        let Ok(event) = event else {
            batch.all = true;
            return;
        };
        batch.all |= event.need_rescan();
        // Being read changes nothing; and we read a lot.
        let read = EventKind::Access(AccessKind::Close(AccessMode::Write));
        if event.kind.is_access() && event.kind != read {
            return;
        }
        for path in event.paths {
            if let Some(folder) = self.folders.iter().find(|folder| **folder == path).cloned() {
                // Gone, or back with new watches to be set; when it is gone, the build will say so.
                let _ = self.follow(&folder);
                batch.paths.insert(path);
            } else if self.folders.iter().any(|folder| path.starts_with(folder)) {
                batch.paths.insert(path);
            }
        }
    }

    fn follow(&mut self, folder: &Path) -> Result<()> {
        let watched = self.watcher.watch(folder, RecursiveMode::Recursive);
        watched.map_err(|error| fault(folder, error))
    }
}

fn fault(folder: &Path, error: notify::Error) -> Error {
    match error.kind {
        ErrorKind::Io(error) => Error::read(folder, error),
        ErrorKind::PathNotFound => Error::read(folder, io::ErrorKind::NotFound.into()),
        ErrorKind::MaxFilesWatch => Error::Usage(format!(
            "the system watches no more folders, so changes in {} would not be seen; raise its limit \
             (on Linux: `sudo sysctl fs.inotify.max_user_watches=524288`)",
            folder.display()
        )),
        _ => Error::Usage(format!(
            "changes in {} cannot be watched: {error}",
            folder.display()
        )),
    }
}
