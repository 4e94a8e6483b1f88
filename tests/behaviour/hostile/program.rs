//! The program, run with a limit: whoever waits for ever is found too.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Far more than any of these sites takes on a busy machine.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// What became of a run.
pub(crate) struct Ran {
    /// `None` when it was ended: by the limit or by a signal.
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
}

impl Ran {
    /// Why the run is not one of a program that is well. One office's mistakes end with 1, never with a fault of the machine.
    pub(crate) fn fault(&self) -> Option<String> {
        let panicked = self.said.contains("panicked");
        let is_well = matches!(self.code, Some(0 | 1)) && !panicked;
        let said: String = self.said.chars().take(600).collect();
        (!is_well).then(|| format!("exit {:?}: {}", self.code, said.escape_debug()))
    }
}

/// Runs the program in a site's folder.
pub(crate) fn run(site: &Path, arguments: &[&str]) -> Ran {
    let path = site.join("said");
    let said = File::create(&path).expect("a file");
    let mut process = Command::new(env!("CARGO_BIN_EXE_sanad"))
        .args(arguments)
        .env("LC_ALL", "C")
        .current_dir(site)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(said)
        .spawn()
        .expect("the program runs");
    let start = Instant::now();
    let code = loop {
        if let Some(status) = process.try_wait().expect("a child of ours") {
            break status.code();
        }
        if start.elapsed() > LIMIT {
            let _ = process.kill();
            let _ = process.wait();
            break None;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let said = fs::read(&path).unwrap_or_default();
    Ran {
        code,
        said: String::from_utf8_lossy(&said).into_owned(),
    }
}
