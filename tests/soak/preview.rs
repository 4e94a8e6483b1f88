//! The preview under rapid edits, hostile ones among them, while pages and events are asked for: it answers, and in the end
//! it shows what a build writes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::hostile::attack::{Attack, HOST, OFFICE};
use crate::hostile::program::run;
use crate::support::random::Random;
use crate::support::{Portal, files};
use crate::{Counts, Part};

pub(crate) struct Edits;

/// Edits of one turn.
const EDITS: usize = 8;
/// How long the last edit may take to be seen, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A preview that runs until it is dropped.
struct Preview {
    process: Child,
    /// Kept, or the process would be told that nobody reads.
    _lines: BufReader<ChildStdout>,
    address: String,
    temporary: tempfile::TempDir,
}

impl Preview {
    fn start(site: &Path) -> Result<Self, String> {
        let temporary = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut process = Command::new(env!("CARGO_BIN_EXE_sanad"))
            .args(["serve", "--port", "0", "--today", "2025-07-01"])
            .env("LC_ALL", "C")
            .env("TMPDIR", temporary.path())
            .current_dir(site)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut lines = BufReader::new(process.stdout.take().expect("piped"));
        let mut line = String::new();
        let address = loop {
            line.clear();
            if lines.read_line(&mut line).unwrap_or(0) == 0 {
                let _ = process.wait();
                return Err("the preview ended before it listened".to_owned());
            }
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split('/').next().unwrap_or_default().to_owned();
            }
        };
        Ok(Self {
            process,
            _lines: lines,
            address,
            temporary,
        })
    }

    fn connect(&self, path: &str) -> std::io::Result<TcpStream> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        );
        stream.write_all(request.as_bytes())?;
        Ok(stream)
    }

    /// Status and body; `None` when there is no answer.
    fn get(&self, path: &str) -> Option<(u16, Vec<u8>)> {
        let mut bytes = Vec::new();
        self.connect(path).ok()?.read_to_end(&mut bytes).ok()?;
        let end = memchr::memmem::find(&bytes, b"\r\n\r\n")?;
        let status = std::str::from_utf8(bytes.get(9..12)?).ok()?.parse().ok()?;
        Some((status, bytes.split_off(end + 4)))
    }

    /// Ends it as Ctrl-C does; what it left among the temporary files.
    fn end(mut self) -> Vec<String> {
        let id = self.process.id().to_string();
        let _ = Command::new("kill").args(["-INT", &id]).status();
        let start = Instant::now();
        while !matches!(self.process.try_wait(), Ok(Some(_))) {
            if start.elapsed() > PATIENCE {
                return vec!["it does not end when it is told to".to_owned()];
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let left = fs::read_dir(self.temporary.path())
            .into_iter()
            .flatten()
            .flatten();
        left.map(|entry| format!("it left {}", entry.file_name().to_string_lossy()))
            .collect()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The page without what the preview puts into it.
fn without_script(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    let end = "</script>";
    let cut = text
        .split_once("<script defer src=\"/.sanad/")
        .and_then(|(before, rest)| {
            let (_, after) = rest.split_once(end)?;
            Some(format!("{before}{after}"))
        });
    cut.map_or_else(|| page.to_vec(), String::into_bytes)
}

impl Part for Edits {
    fn turn(&mut self, seed: u64, counts: &mut Counts) -> Vec<String> {
        let portal = Portal::small();
        let content = portal.path("content");
        let mut random = Random::new(seed);
        Attack::none().put(&content);
        let preview = match Preview::start(&portal.path("")) {
            Ok(preview) => preview,
            Err(fault) => return vec![fault],
        };
        let mut faults = Vec::new();
        let mut told = Vec::new();
        let mut streams = Vec::new();
        for _ in 0..EDITS {
            let attack = if random.once_in(3) {
                Attack::none()
            } else {
                Attack::new(&mut random)
            };
            attack.put(&content);
            told.push(attack.told());
            counts.edits += 1;
            let path = random.one_of(&[
                "",
                "notices/hostile/",
                "hostile/",
                "site-map/",
                "no-such-page",
                "%00",
                "../../x",
            ]);
            let path = format!("/{HOST}/{path}");
            counts.requests += 1;
            match preview.get(&path) {
                Some((200..=499, _)) => {}
                answer => faults.push(format!("{path}: {:?}", answer.map(|(status, _)| status))),
            }
            if random.once_in(3) {
                streams.extend(preview.connect(&format!("/.sanad/events?of={HOST}")));
            }
            std::thread::sleep(Duration::from_millis(random.number() % 120));
        }
        faults.extend(settles(&portal, &preview, seed, counts));
        drop(streams);
        faults.extend(preview.end());
        if !faults.is_empty() {
            faults.extend(told);
        }
        faults
    }
}

/// The last edit is seen, and all is as a build writes it.
fn settles(portal: &Portal, preview: &Preview, seed: u64, counts: &mut Counts) -> Vec<String> {
    Attack::none().put(&portal.path("content"));
    let notice = portal
        .path("content/dept/offices")
        .join(OFFICE)
        .join("notices/last.md");
    let word = format!("last-{seed}");
    let text = format!("---\ntitle: ক\ndate: 2025-01-01\n---\n{word}\n");
    fs::create_dir_all(notice.parent().expect("a file in a folder")).expect("a folder");
    fs::write(notice, text).expect("a notice");
    let page = format!("/{HOST}/notices/last/");
    let start = Instant::now();
    loop {
        counts.requests += 1;
        let is_shown = preview
            .get(&page)
            .is_some_and(|(_, body)| memchr::memmem::find(&body, word.as_bytes()).is_some());
        if is_shown {
            break;
        }
        if start.elapsed() > PATIENCE {
            return vec!["the last edit is never seen".to_owned()];
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let mut faults: Vec<String> = run(&portal.path(""), &["build"])
        .fault()
        .into_iter()
        .collect();
    counts.builds += 1;
    // What follows the last edit may still be under way.
    let wrong = |faults: &mut Vec<String>, counts: &mut Counts| {
        for (name, bytes) in files(&portal.path("public")) {
            if name.starts_with(".sanad/") || name.ends_with("/sw.js") {
                continue;
            }
            counts.requests += 1;
            let body = preview
                .get(&format!("/{}", percent(&name)))
                .map(|(_, body)| without_script(&body));
            if body.as_ref() != Some(&bytes) {
                faults.push(format!("{name}: not what a build writes"));
            }
            counts.pages += usize::from(name.ends_with(".html"));
        }
    };
    let mut found = Vec::new();
    for _ in 0..20 {
        found.clear();
        wrong(&mut found, counts);
        if found.is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    faults.extend(found);
    faults
}

fn percent(path: &str) -> String {
    percent_encoding::utf8_percent_encode(path, percent_encoding::CONTROLS).to_string()
}
