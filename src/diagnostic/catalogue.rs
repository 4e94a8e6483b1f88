//! Everything that can be found: one item a code, in both languages, from which `--explain` prints.
//!
//! The items stand in text files, so that people who know the field and not Rust can read and mend them:
//!
//! ```text
//! [phone-length] error contacts
//! en = title | why it matters | what to do
//! bn = শিরোনাম | কেন গুরুত্বপূর্ণ | কী করতে হবে
//! ```

use std::sync::LazyLock;

use super::{Lang, Message, Severity};

/// What is known of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its stable name.
    pub code: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// The family of rules it belongs to.
    pub family: &'static str,
    /// What it is.
    pub title: Message,
    /// Why it matters.
    pub reason: Message,
    /// What to do.
    pub remedy: Message,
}

const TEXTS: [&str; 5] = [
    include_str!("catalogue/files.txt"),
    include_str!("catalogue/values.txt"),
    include_str!("catalogue/links.txt"),
    include_str!("catalogue/office.txt"),
    include_str!("catalogue/language.txt"),
];

static ITEMS: LazyLock<Vec<Item>> = LazyLock::new(|| TEXTS.into_iter().flat_map(read).collect());

/// All items, by family.
#[must_use]
pub fn items() -> &'static [Item] {
    &ITEMS
}

/// The item of a code.
#[must_use]
pub fn item(code: &str) -> Option<&'static Item> {
    ITEMS.iter().find(|item| item.code == code)
}

impl Item {
    /// `phone-length: …`, then why and what to do.
    #[must_use]
    pub fn explained(&self, lang: Lang) -> String {
        let text = |message: &Message| message.get(lang).unwrap_or_default().to_owned();
        format!(
            "{}[{}]: {}\n\n{}\n\n{}\n",
            self.severity.word(lang),
            self.code,
            text(&self.title),
            text(&self.reason),
            text(&self.remedy)
        )
    }
}

/// Items of a text. One that is incomplete is passed over; a test counts them.
fn read(text: &'static str) -> impl Iterator<Item = Item> {
    text.split("\n[").skip(1).filter_map(|block| {
        let (head, body) = block.split_once('\n')?;
        let (code, rest) = head.split_once("] ")?;
        let (severity, family) = rest.split_once(' ')?;
        let of = |lang: &str| {
            let line = body.lines().find_map(|line| line.strip_prefix(lang))?;
            let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
            <[&str; 3]>::try_from(parts).ok()
        };
        let [title, reason, remedy] = of("en = ")?;
        let [bangla_title, bangla_reason, bangla_remedy] = of("bn = ")?;
        Some(Item {
            code,
            severity: Severity::read(severity)?,
            family,
            title: (title, bangla_title).into(),
            reason: (reason, bangla_reason).into(),
            remedy: (remedy, bangla_remedy).into(),
        })
    })
}
