//! All that one office can write, written by somebody who means harm: the files of its folder and its row of the table.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::values::{cell, markdown, tame, tame_markdown, text, yaml};
use crate::support::drawing::photograph;
use crate::support::random::Random;

/// The office that is attacked from, in the small site.
pub(crate) const OFFICE: &str = "first.sample";
/// Its portal.
pub(crate) const HOST: &str = "dept.first.sample.gov.bd";
/// Stands in all that it writes into its folder.
pub(crate) const CANARY: &str = "koel7391";
/// Stands in its row, which the directory shows too.
pub(crate) const ROW_CANARY: &str = "doel2864";

const HEADER: &str =
    "id,upazila,officer,post,phone,email,verified_on,host,room,code,upazila_en,officer_en\n";
const OTHERS: &str =
    "second.sample,দ্বিতীয় নমুনাপুর,,clerk,,,,,,,,\nthird.sample,তৃতীয় নমুনাপুর,,clerk,,,2025-06-30,,,,,\n";

/// What an office writes.
#[derive(Debug, Clone)]
pub(crate) struct Attack {
    /// Paths below its folder, with what they hold; `None` for a folder.
    files: Vec<(String, Option<Vec<u8>>)>,
    row: String,
}

/// Whether a text is all right as the name of a file here.
fn file_name(random: &mut Random) -> String {
    let said = text(random, CANARY);
    let name: String = said
        .chars()
        .filter(|c| !matches!(c, '/' | '\0'))
        .take(40)
        .collect();
    format!("x{name}")
}

impl Attack {
    /// An office that means no harm.
    pub(crate) fn none() -> Self {
        Self {
            files: Vec::new(),
            row: format!("{OFFICE},নমুনাপুর,,clerk,,,2025-06-30,,,,,"),
        }
    }

    /// The same with a file, below the office's folder; without bytes it is a folder.
    pub(crate) fn with(mut self, name: &str, bytes: Option<&[u8]>) -> Self {
        self.files
            .push((name.to_owned(), bytes.map(<[u8]>::to_vec)));
        self
    }

    pub(crate) fn new(random: &mut Random) -> Self {
        let mut attack = Self::none();
        attack.add("files/form.pdf", "%PDF-1.4 a made-up form");
        attack.files.push((
            "files/photo.jpg".to_owned(),
            Some(photograph(40, 30, 1, "")),
        ));
        for _ in 0..=random.below(3) {
            match random.below(9) {
                0..=2 => attack.page(random),
                3 | 4 => attack.notice(random),
                5 => attack.office(random),
                6 => attack.charter(random),
                7 => attack.row(random),
                _ => attack.odd(random),
            }
        }
        // What is refused as a whole shows little, so most are without what is refused wherever it stands.
        if !random.once_in(4) {
            attack.tame();
        }
        attack
    }

    fn tame(&mut self) {
        self.row = tame(&self.row);
        for (name, bytes) in &mut self.files {
            let tame = |text: &str| match text
                .strip_prefix("---\n")
                .and_then(|t| t.split_once("\n---\n"))
            {
                Some((front, body)) if name.ends_with(".md") => {
                    format!("---\n{}\n---\n{}", tame(front), tame_markdown(&tame(body)))
                }
                _ => tame(text),
            };
            let text = bytes
                .as_deref()
                .and_then(|bytes| std::str::from_utf8(bytes).ok());
            if let Some(text) = text.map(tame) {
                *bytes = Some(text.into_bytes());
            }
        }
    }

    fn add(&mut self, name: &str, text: impl Into<String>) {
        self.files.retain(|(known, _)| known != name);
        self.files
            .push((name.to_owned(), Some(text.into().into_bytes())));
    }

    fn value(random: &mut Random) -> String {
        let text = text(random, CANARY);
        yaml(random, &text)
    }

    fn page(&mut self, random: &mut Random) {
        let (title, summary) = (Self::value(random), Self::value(random));
        let front = format!(
            "---\ntitle: {title}\nsummary: {summary}\nmenu: {}\n---\n",
            random.once_in(2)
        );
        let body = markdown(random, CANARY);
        self.add("pages/hostile.md", front + &body);
        if random.once_in(3) {
            let front = format!("---\ntitle: {}\n---\n", Self::value(random));
            let body = markdown(random, CANARY);
            self.add("pages/hostile.en.md", front + &body);
        }
    }

    fn notice(&mut self, random: &mut Random) {
        let (title, summary) = (Self::value(random), Self::value(random));
        let front = format!(
            "---\ntitle: {title}\nsummary: {summary}\ndate: 2025-01-01\nattachments: [form.pdf]\n---\n"
        );
        let body = markdown(random, CANARY);
        self.add("notices/hostile.md", front + &body);
    }

    fn office(&mut self, random: &mut Random) {
        let mut yaml = String::new();
        for key in ["officer", "address", "room"] {
            if random.once_in(2) {
                let _ = writeln!(yaml, "{key}: {}", Self::value(random));
            }
        }
        if random.once_in(2) {
            let _ = writeln!(yaml, "en:\n  address: {}", Self::value(random));
        }
        if !yaml.is_empty() {
            self.add("office.yaml", yaml);
        }
    }

    fn charter(&mut self, random: &mut Random) {
        let mut yaml = String::from("services:\n  citizen:\n    - id: first-service\n");
        for key in [
            "name",
            "fee",
            "delivery_method",
            "time_limit",
            "available_at",
            "legal_basis",
            "branch",
        ] {
            if random.once_in(3) {
                let _ = writeln!(yaml, "      {key}: {}", Self::value(random));
            }
        }
        let _ = writeln!(
            yaml,
            "      forms: [{{file: form.pdf, name: {}}}]",
            Self::value(random)
        );
        self.add("charter.yaml", yaml);
    }

    fn row(&mut self, random: &mut Random) {
        let mut word = || cell(&text(random, ROW_CANARY));
        let (upazila, officer, room, english) = (word(), word(), word(), word());
        self.row = format!(
            "{OFFICE},{upazila},{officer},clerk,01700000000,a@dept.example,2025-06-30,,{room},,{english},{english}"
        );
    }

    /// What people do without meaning harm, and what nobody thought of.
    fn odd(&mut self, random: &mut Random) {
        let one_photo = photograph(40, 30, 1, "");
        match random.below(6) {
            // Somebody uploads a photograph twice, the second time under another ending.
            0 => {
                self.files
                    .push(("files/photo.png".to_owned(), Some(one_photo)));
                self.add(
                    "pages/twice.md",
                    "---\ntitle: ক\n---\n![ক](/files/photo.jpg)\n\n![খ](/files/photo.png)\n",
                );
            }
            1 => self.files.push(("office.yaml".to_owned(), None)),
            2 => self.files.push(("charter.yaml".to_owned(), None)),
            3 => {
                let name = file_name(random) + ".pdf";
                let listed = yaml(random, &name);
                self.add(&format!("files/{name}"), "%PDF-1.4");
                self.add(
                    "notices/file.md",
                    format!(
                        "---\ntitle: ক\ndate: 2025-01-01\nattachments: [{listed}]\n---\n{CANARY}\n"
                    ),
                );
            }
            4 => {
                let name = file_name(random);
                self.add(&format!("pages/{name}.md"), "---\ntitle: ক\n---\n");
            }
            _ => {
                let name = random.one_of(&["office.yaml", "charter.yaml", "pages/hostile.md"]);
                self.files.retain(|(known, _)| known != name);
                let bytes = (0..random.below(200)).map(|_| random.number().to_le_bytes()[0]);
                let bytes = bytes.collect();
                self.files.push((name.to_owned(), Some(bytes)));
            }
        }
    }

    /// Puts it in the place of all that the office said before. Names that this file system cannot hold are left out.
    pub(crate) fn put(&self, content: &Path) {
        let folder = content.join("dept/offices").join(OFFICE);
        let _ = fs::remove_dir_all(&folder);
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            let above = if bytes.is_some() {
                path.parent()
            } else {
                Some(&*path)
            };
            if above.is_some_and(|above| fs::create_dir_all(above).is_ok()) {
                let _ = bytes.as_ref().map(|bytes| fs::write(&path, bytes));
            }
        }
        let table = format!("{HEADER}{}\n{OTHERS}", self.row);
        fs::write(content.join("dept/offices.csv"), table).expect("the table");
    }

    /// All of it, to be read by whoever looks for the fault.
    pub(crate) fn told(&self) -> String {
        let mut told = format!("row: {}\n", self.row.escape_debug());
        for (name, bytes) in &self.files {
            let bytes = bytes.as_deref().unwrap_or(b"(a folder)");
            if !name.ends_with(".jpg") && !name.ends_with(".png") {
                let text = String::from_utf8_lossy(bytes);
                let short: String = text.chars().take(600).collect();
                let _ = writeln!(told, "{}: {}", name.escape_debug(), short.escape_debug());
            }
        }
        told
    }
}
