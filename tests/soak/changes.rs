//! What people and machines do to content and theme between two builds.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::support::drawing::{photograph, photograph_as_png};
use crate::support::random::Random;

/// Stands outside of the content and must never be published.
pub(crate) const SECRET: &str = "a-secret-of-the-server";

/// Offices that are edited; the third one stays as it is.
const OFFICES: [&str; 3] = ["first.sample", "second.sample", "fourth.sample"];
const TABLE: &str = "content/dept/offices.csv";
const CHARTER: &str = "content/dept/charter.yaml";

/// A site that is changed, with what must be taken back before it can be built without mistakes.
pub(crate) struct Changed<'a> {
    root: &'a Path,
    random: &'a mut Random,
    /// What is odd, and where waits what was there before.
    odd: Vec<(PathBuf, PathBuf)>,
    /// What each edit did, in order.
    pub(crate) told: Vec<String>,
}

impl<'a> Changed<'a> {
    pub(crate) fn new(root: &'a Path, random: &'a mut Random) -> Self {
        fs::create_dir_all(root.join("outside")).expect("a folder");
        fs::write(root.join("outside/secret.pdf"), SECRET).expect("a file");
        let page = format!("---\ntitle: ক\ndate: 2025-01-01\n---\n{SECRET}\n");
        fs::write(root.join("outside/secret.md"), page).expect("a file");
        Self {
            root,
            random,
            odd: Vec::new(),
            told: Vec::new(),
        }
    }

    fn write(&mut self, name: &str, bytes: impl AsRef<[u8]>) {
        self.told.push(format!("write {name}"));
        let path = self.root.join(name);
        let _ = fs::create_dir_all(path.parent().expect("a file in a folder"));
        let _ = fs::write(path, bytes);
    }

    fn remove(&mut self, name: &str) {
        self.told.push(format!("remove {name}"));
        remove(&self.root.join(name));
    }

    fn replace(&mut self, name: &str, line: &str, by: &str) {
        self.told.push(format!("{name}: {by}"));
        let path = self.root.join(name);
        let text = fs::read_to_string(&path).unwrap_or_default();
        let lines = text
            .lines()
            .map(|old| if old.starts_with(line) { by } else { old });
        let _ = fs::write(path, lines.collect::<Vec<_>>().join("\n") + "\n");
    }

    /// The folder of an office that is in the table.
    fn office(&mut self) -> String {
        let table = fs::read_to_string(self.root.join(TABLE)).unwrap_or_default();
        let is_there = |id: &&str| table.contains(&format!("\n{id},"));
        let there: Vec<&str> = OFFICES.into_iter().filter(is_there).collect();
        format!("content/dept/offices/{}", self.random.one_of(&there))
    }

    /// One edit after which the site has no mistakes.
    pub(crate) fn edit(&mut self) {
        let (office, number) = (self.office(), self.random.below(9));
        let day = number + 1;
        match self.random.below(24) {
            0 => self.write(
                &format!("{office}/notices/n{}.md", number % 4),
                format!("---\ntitle: ক {number}\ndate: 2025-01-0{day}\n---\nলেখা {number}\n"),
            ),
            1 => self.remove(&format!("{office}/notices/n{}.md", number % 4)),
            2 => {
                self.told.push(format!("rename {office}/notices"));
                let folder = self.root.join(&office).join("notices");
                let _ = fs::rename(folder.join("n0.md"), folder.join("n1.md"));
            }
            3 => self.write(
                &format!("{office}/pages/p{}.md", number % 3),
                format!(
                    "---\ntitle: পাতা {number}\nmenu: {}\n---\n## ক\n\n{number}\n",
                    number % 2 == 0
                ),
            ),
            4 => self.remove(&format!("{office}/pages/p{}.md", number % 3)),
            5 => self.picture(&office, number),
            6 => self.remove(&format!("{office}/pages/photo.md")),
            7 => self.row(number),
            8 => self.whole_office(),
            9 => self.languages(),
            10 => self.write(
                "content/dept/pages/more.md",
                format!("---\ntitle: আরও {{upazila}}\n---\n{{district}} {number}\n"),
            ),
            11 => self.remove("content/dept/pages/more.md"),
            12 => self.write(
                "content/dept/notices/all.md",
                format!("---\ntitle: সবার জন্য {{upazila}}\ndate: 2025-02-0{day}\n---\n{number}\n"),
            ),
            13 => self.remove("content/dept/notices/all.md"),
            14 => self.replace(CHARTER, "vision:", &format!("vision: ভিশন {number}")),
            15 => self.replace(
                CHARTER,
                "      name: প্রথম",
                &format!("      name: প্রথম নমুনা সেবা {number}"),
            ),
            16 => {
                self.write(
                    &format!("{office}/files/f.pdf"),
                    format!("%PDF-1.4 {number}"),
                );
                self.write(&format!("{office}/charter.yaml"), format!("services:\n  citizen:\n    - id: first-service\n      fee: {number} টাকা\n      forms: [{{file: f.pdf, name: ফরম}}]\n"));
            }
            17 => self.remove(&format!("{office}/charter.yaml")),
            18 => self.write(
                &format!("{office}/office.yaml"),
                format!("address: ঠিকানা {number}\nroom: ঘর {number}\n"),
            ),
            19 => self.remove(&format!("{office}/office.yaml")),
            20 => self.write(
                "themes/portal/static/extra.css",
                format!("p {{ margin: {number}px }}"),
            ),
            21 => self.replace(
                "themes/portal/strings/bn.yaml",
                "notices_none:",
                &format!("notices_none: কিছু নেই {number}"),
            ),
            22 => self.clock(&office),
            _ => self.modes(&office, number),
        }
    }

    /// What somebody puts there by mistake, or by malice; [`Self::settle`] takes it away.
    pub(crate) fn odd(&mut self) {
        let office = self.office();
        let kind = self.random.below(10);
        let name = self.random.one_of(&[
            "office.yaml",
            "charter.yaml",
            "notices/odd.md",
            "pages/odd.md",
            "files/odd.pdf",
        ]);
        let folder = self.random.one_of(&["notices", "pages", "files"]);
        let name = if matches!(kind, 3 | 4) { folder } else { name };
        let path = self.root.join(&office).join(name);
        self.told.push(format!("odd {kind} at {office}/{name}"));
        let before = self.root.join(format!("before-{}", self.odd.len()));
        remove(&before);
        let _ = fs::rename(&path, &before);
        let _ = fs::create_dir_all(path.parent().expect("a file in a folder"));
        match kind {
            0 => drop(fs::create_dir(&path)),
            1 => drop(Command::new("mkfifo").arg(&path).status()),
            2 => drop(symlink(self.root.join("outside/secret.md"), &path)),
            // A folder that is a link, and one that is a file.
            3 => drop(symlink(self.root.join("outside"), &path)),
            4 => drop(fs::write(&path, "a file")),
            5 => drop(symlink("/dev/zero", &path)),
            6 => drop(fs::write(&path, [0xFF, 0xFE, 0x00])),
            7 => drop(fs::write(&path, "titel: [\n")),
            8 => drop(symlink(&path, &path)),
            _ => {
                let _ = fs::write(&path, "---\ntitle: ক\ndate: 2025-01-01\n---\n");
                let _ = fs::set_permissions(&path, fs::Permissions::from_mode(0o0));
            }
        }
        self.odd.push((path, before));
    }

    /// Takes away what is odd, and puts back what was there before.
    pub(crate) fn settle(&mut self) {
        for (path, before) in std::mem::take(&mut self.odd).into_iter().rev() {
            remove(&path);
            let _ = fs::rename(before, path);
        }
        self.told.push("settle".to_owned());
    }

    fn picture(&mut self, office: &str, number: usize) {
        let wide = 40 + u16::try_from(number).unwrap_or(0);
        self.write(
            &format!("{office}/files/photo.jpg"),
            photograph(wide, 30, 1, ""),
        );
        let mut text = "---\ntitle: ছবি\n---\n![ক](/files/photo.jpg)\n".to_owned();
        if number.is_multiple_of(3) {
            self.write(
                &format!("{office}/files/plan.png"),
                photograph_as_png(u32::from(wide), 30),
            );
            text += "\n![খ](/files/plan.png) [গ](/files/photo.jpg)\n";
        }
        self.write(&format!("{office}/pages/photo.md"), text);
    }

    fn row(&mut self, number: usize) {
        let officer = ["", "কর্মকর্তা এক", "কর্মকর্তা দুই"][number % 3];
        let id = self.random.one_of(&["first.sample", "second.sample"]);
        self.replace(
            TABLE,
            id,
            &format!("{id},নমুনাপুর {number},{officer},clerk,,,2025-06-30"),
        );
    }

    /// An office comes, goes, or stands elsewhere in the table.
    fn whole_office(&mut self) {
        let path = self.root.join(TABLE);
        let text = fs::read_to_string(&path).unwrap_or_default();
        let mut lines: Vec<&str> = text.lines().collect();
        let new = "fourth.sample,চতুর্থ নমুনাপুর,,clerk,,,";
        match lines.iter().position(|line| line.starts_with("fourth.")) {
            Some(at) => {
                lines.remove(at);
                // A folder without a row is a mistake.
                remove(&self.root.join("content/dept/offices/fourth.sample"));
            }
            None => lines.insert(1 + self.random.below(lines.len()), new),
        }
        self.write(TABLE, lines.join("\n") + "\n");
    }

    fn languages(&mut self) {
        let path = self.root.join("content/portal.yaml");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let line = "languages: [bn, en]\n";
        let text = if text.contains(line) {
            text.replace(line, "")
        } else {
            text + line
        };
        self.write("content/portal.yaml", text);
    }

    /// Clocks differ, and programs set back the time of a file.
    fn clock(&mut self, office: &str) {
        let ago = Duration::from_secs(self.random.number() % 1_000_000_000);
        self.told.push(format!("{office}: {ago:?} ago"));
        for entry in walkdir::WalkDir::new(self.root.join(office))
            .into_iter()
            .flatten()
        {
            if let Ok(file) = fs::File::options().append(true).open(entry.path()) {
                let _ = file.set_modified(SystemTime::now() - ago);
            }
        }
    }

    fn modes(&mut self, office: &str, number: usize) {
        let mode = [0o600, 0o644, 0o755, 0o4777, 0o444][number % 5];
        self.told.push(format!("{office}/files: mode {mode:o}"));
        for entry in walkdir::WalkDir::new(self.root.join(office).join("files"))
            .into_iter()
            .flatten()
        {
            if entry.file_type().is_file() {
                let _ = fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode));
            }
        }
    }
}

/// Removes whatever stands there, and follows no link.
fn remove(path: &Path) {
    match fs::symlink_metadata(path) {
        Ok(data) if data.is_dir() => drop(fs::remove_dir_all(path)),
        Ok(_) => drop(fs::remove_file(path)),
        Err(_) => {}
    }
}
