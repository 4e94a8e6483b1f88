//! What an author waits for: from saving a file to new bytes on the server of `sanad serve`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A file, what is replaced in it by what, the page that shows it, and the text that it shows then.
pub(crate) type Edit<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

/// Nobody waits longer.
const LONGEST: Duration = Duration::from_mins(1);

struct Preview {
    process: Child,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        // As Ctrl-C does, so that it leaves nothing behind.
        let _ = Command::new("kill")
            .args(["-INT", &self.process.id().to_string()])
            .status();
        let _ = self.process.wait();
    }
}

impl Preview {
    fn of(root: &Path, temporary: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_sanad"))
            .args(["serve", "--port", "0"])
            .current_dir(root)
            .env("TMPDIR", temporary)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let lines = BufReader::new(process.stdout.take().expect("piped"));
        let mut lines = lines.lines().map(|line| line.expect("a line"));
        let address = lines
            .find_map(|line| Some(line.split_once("http://")?.1.split('/').next()?.to_owned()))
            .expect("an address");
        // The rest of what it says is read too, or it would have to wait.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let request = format!(
            "GET /{path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// How long it takes from the start of a preview to the whole of one page.
pub(crate) fn cold(root: &Path, temporary: &Path, page: &str) -> Duration {
    let start = Instant::now();
    let preview = Preview::of(root, temporary);
    while !preview.get(page).contains("</html>") {
        assert!(start.elapsed() < LONGEST, "{page} is not shown");
        std::thread::sleep(Duration::from_millis(1));
    }
    start.elapsed()
}

/// Makes edits one after the other; how long each took to be seen, the best of three.
pub(crate) fn measure(root: &Path, temporary: &Path, edits: &[Edit<'_>]) -> Vec<Duration> {
    let preview = Preview::of(root, temporary);
    let seen = |file: &str, from: &str, to: &str, page: &str, is_there: &dyn Fn(&str) -> bool| {
        let path = root.join(file);
        let text = std::fs::read_to_string(&path).expect("a text");
        assert!(text.contains(from), "{file} does not hold {from}");
        // Somebody looks at the page, and all that was pending is done.
        preview.get(page);
        std::thread::sleep(Duration::from_secs(4));
        std::fs::write(&path, text.replacen(from, to, 1)).expect("a text");
        let start = Instant::now();
        while !is_there(&preview.get(page)) {
            assert!(start.elapsed() < LONGEST, "{page} does not show {to}");
            std::thread::sleep(Duration::from_millis(1));
        }
        start.elapsed()
    };
    let edit = |(file, from, to, page, sign): &Edit<'_>| {
        let rounds = (0..3).map(|_| {
            let there = seen(file, from, to, page, &|text| text.contains(sign));
            let back = seen(file, to, from, page, &|text| !text.contains(sign));
            there.min(back)
        });
        rounds.min().expect("three of them")
    };
    edits.iter().map(edit).collect()
}
