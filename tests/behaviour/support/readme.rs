//! README, whose examples are run.

use super::files::text_of_project;
use super::portal::Portal;

/// A fenced block: the words behind the fence, and its text.
pub(crate) struct Block {
    pub(crate) language: String,
    pub(crate) file: Option<String>,
    pub(crate) text: String,
}

pub(crate) fn readme() -> String {
    text_of_project("README.md")
}

/// Its fenced blocks, in order.
pub(crate) fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in readme().lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                let mut words = info.split_whitespace().map(str::to_owned);
                open = Some(Block {
                    language: words.next().unwrap_or_default(),
                    file: words.next(),
                    text: String::new(),
                });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// A site that holds nothing but what README shows, and the file that a form of it names.
pub(crate) fn site() -> Portal {
    let portal = Portal::small()
        .without("content")
        .with("content/dept/files/application.pdf", "a form");
    blocks()
        .into_iter()
        .filter_map(|block| Some((block.file?, block.text)))
        .fold(portal, |portal, (file, text)| portal.with(&file, text))
}
