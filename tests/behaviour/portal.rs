//! A small site in a temporary folder, and what a build of it says and writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::rc::Rc;

use tempfile::TempDir;

/// A site that can be changed file by file before it is built.
pub(crate) struct Portal {
    folder: Rc<TempDir>,
}

/// What a run of the program did.
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    folder: Rc<TempDir>,
}

/// A finding as the terminal shows it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) code: String,
    pub(crate) place: String,
    pub(crate) marked: String,
}

/// The folder of the project.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Portal {
    /// The small site of `tests/fixtures/small`, which has no mistakes.
    pub(crate) fn small() -> Self {
        let folder = Rc::new(TempDir::new().expect("a temporary folder"));
        copy(&project().join("tests/fixtures/small"), folder.path());
        copy(&project().join("themes"), &folder.path().join("themes"));
        Self { folder }
    }

    /// The small site with the charter in the form of field offices (`tests/fixtures/field` stands over it).
    pub(crate) fn field() -> Self {
        Self::small().and("tests/fixtures/field")
    }

    /// The same with the files of a folder of the project over it.
    pub(crate) fn and(self, folder: &str) -> Self {
        copy(&project().join(folder), self.folder.path());
        self
    }

    /// The content of the project itself.
    pub(crate) fn real() -> Self {
        let folder = Rc::new(TempDir::new().expect("a temporary folder"));
        copy(&project().join("content"), &folder.path().join("content"));
        copy(&project().join("themes"), &folder.path().join("themes"));
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file; `name` is its path from the site's folder.
    pub(crate) fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// Replaces text that must occur in a file.
    pub(crate) fn edit(self, name: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.path(name)).expect("a text");
        assert!(text.contains(from), "{name} does not hold {from:?}");
        self.with(name, text.replacen(from, to, 1))
    }

    /// Removes a file or a folder.
    pub(crate) fn without(self, name: &str) -> Self {
        let path = self.path(name);
        if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        }
        .expect("something to remove");
        self
    }

    pub(crate) fn build(&self) -> Outcome {
        self.run(&["build"])
    }

    /// Looks for one kind of doubt, on 1 July 2025.
    pub(crate) fn check(&self, code: &str) -> Outcome {
        self.run(&["check", "--today", "2025-07-01", "--only", code])
    }

    /// Writes the corrections that are certain, and gives the text of a file after that.
    pub(crate) fn mended(&self, file: &str) -> String {
        self.run(&["check", "--today", "2025-07-01", "--fix"]);
        fs::read_to_string(self.path(file)).expect("a text")
    }

    /// Runs the program in the site's folder, in a locale that says nothing.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_in("C", arguments)
    }

    /// The same in some locale.
    pub(crate) fn run_in(&self, locale: &str, arguments: &[&str]) -> Outcome {
        let output = Command::new(env!("CARGO_BIN_EXE_sanad"))
            .args(arguments)
            .env("LC_ALL", locale)
            .current_dir(self.folder.path())
            .output();
        Outcome::new(&output.expect("the program runs"), &self.folder)
    }

    /// Every file below `public/`, our own folder apart, with its bytes; sorted.
    pub(crate) fn output(&self) -> Vec<(String, Vec<u8>)> {
        files(&self.path("public"))
            .into_iter()
            .filter(|(name, _)| !name.starts_with(".sanad/"))
            .collect()
    }
}

impl Outcome {
    fn new(output: &Output, folder: &Rc<TempDir>) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("messages are UTF-8");
        Self {
            code: output.status.code().expect("no signal"),
            stdout: text(&output.stdout),
            stderr: without_progress(&text(&output.stderr)),
            folder: Rc::clone(folder),
        }
    }

    /// All is well.
    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        assert_eq!(
            (self.code, self.stderr.as_str()),
            (0, ""),
            "{}",
            self.stdout
        );
        self
    }

    /// Exactly these findings: code, place and the marked text.
    #[track_caller]
    pub(crate) fn reports(self, expected: &[(&str, &str, &str)]) -> Self {
        let found = self.findings();
        let found: Vec<_> = found
            .iter()
            .map(|finding| (&*finding.code, &*finding.place, &*finding.marked))
            .collect();
        assert_eq!(found, expected, "\n{}", self.stderr);
        assert_eq!(self.code, 1, "mistakes in the content end with 1");
        self
    }

    /// A check finds exactly these places, and what is marked there.
    #[track_caller]
    pub(crate) fn finds(self, expected: &[(&str, &str)]) -> Self {
        let findings = self.findings();
        let found: Vec<_> = findings
            .iter()
            .map(|finding| (&*finding.place, &*finding.marked))
            .collect();
        assert_eq!(found, expected, "\n{}{}", self.stdout, self.stderr);
        self
    }

    /// What a check prints holds this text.
    #[track_caller]
    pub(crate) fn tells(self, text: &str) -> Self {
        assert!(
            self.stdout.contains(text),
            "{text:?} is not in\n{}",
            self.stdout
        );
        self
    }

    /// The message holds this text.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(
            self.stderr.contains(text),
            "{text:?} is not in\n{}",
            self.stderr
        );
        self
    }

    /// A fault of the machine or wrong usage: one line and exit 2.
    #[track_caller]
    pub(crate) fn faults(self, text: &str) -> Self {
        assert_eq!(self.code, 2, "{}", self.stderr);
        assert!(
            self.stderr.contains(text),
            "{text:?} is not in\n{}",
            self.stderr
        );
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }

    /// A page's text.
    #[track_caller]
    pub(crate) fn page(&self, name: &str) -> String {
        let path = self.folder.path().join("public").join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The findings in the order in which they are shown.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = Vec::new();
        for line in self.stderr.lines().chain(self.stdout.lines()) {
            if let Some(rest) = ["error[", "warning[", "note["]
                .iter()
                .find_map(|severity| line.strip_prefix(severity))
            {
                let code = rest.split(']').next().unwrap_or_default().to_owned();
                findings.push(Finding {
                    code,
                    place: String::new(),
                    marked: String::new(),
                });
            } else if let (Some(finding), Some((_, place))) =
                (findings.last_mut(), line.split_once("--> "))
            {
                place.clone_into(&mut finding.place);
            } else if let (Some(finding), Some((place, rest))) = (findings.last(), of_many(line)) {
                // What is said of many places in one file is said once, above them.
                let file = finding.place.split([',', ':']).next().unwrap_or_default();
                let next = Finding {
                    code: finding.code.clone(),
                    place: format!("{file}:{place}"),
                    marked: marked(rest),
                };
                if finding.place.contains(", ") {
                    findings.pop();
                }
                findings.push(next);
            } else if let (Some(finding), Some((_, rest))) =
                (findings.last_mut(), line.split_once('»'))
            {
                rest.split('«')
                    .next()
                    .unwrap_or_default()
                    .clone_into(&mut finding.marked);
            }
        }
        // In the order of their places, however they were shown.
        findings.sort_by_key(|finding| {
            let mut parts = finding.place.rsplitn(3, ':');
            let number = |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok());
            let (column, line) = (number(parts.next()), number(parts.next()));
            let file = parts.next().unwrap_or_default().to_owned();
            (file, line, column, finding.code.clone())
        });
        findings
    }
}

/// `12:5 | a line with »what is wrong«` → `12:5` and the rest.
fn of_many(line: &str) -> Option<(&str, &str)> {
    let (place, rest) = line.trim_start().split_once(" |")?;
    let (row, column) = place.split_once(':')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(row) && is_number(column)).then_some((place, rest))
}

fn marked(line: &str) -> String {
    let rest = line.split_once('»').map_or("", |(_, rest)| rest);
    rest.split('«').next().unwrap_or_default().to_owned()
}

/// On a machine that is busy a build says how far it has come; that is neither a finding nor a fault.
fn without_progress(text: &str) -> String {
    let is_progress = |line: &&str| line.ends_with(" s left") && line.contains(" offices, ");
    let rest = text
        .split_inclusive('\n')
        .filter(|line| !is_progress(&line.trim_end()));
    rest.collect()
}

/// The text of an HTML page as a reader sees it: no tags, entities resolved, white space folded.
pub(crate) fn text_of(html: &str) -> String {
    // Where a word may break nothing stands, not even a space.
    let html = &html.replace("<wbr>", "");
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    for (entity, sign) in [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every file below a folder with its bytes; sorted by name.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut list = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.expect("a folder that can be read");
        if entry.file_type().is_file() {
            let name = entry
                .path()
                .strip_prefix(folder)
                .expect("below the folder")
                .to_string_lossy()
                .into_owned();
            list.push((
                name,
                fs::read(entry.path()).expect("a file that can be read"),
            ));
        }
    }
    list.sort();
    list
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().expect("a file in a folder")).expect("a folder");
        fs::write(target, bytes).expect("a file");
    }
}
