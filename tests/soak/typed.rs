//! What was typed behind `--`.

use std::time::{SystemTime, UNIX_EPOCH};

/// How long to run, and what.
pub(crate) struct Typed {
    pub(crate) minutes: Option<u64>,
    pub(crate) turns: Option<usize>,
    pub(crate) seed: u64,
    /// Names of parts; all when empty.
    only: Vec<String>,
}

impl Typed {
    /// `None` when the words are for the other tests: `cargo test NAME` gives the name to all of them.
    pub(crate) fn read(words: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let (mut minutes, mut turns, mut seed, mut only) = (None, None, None, Vec::new());
        let mut words = words;
        while let Some(word) = words.next() {
            let mut number = || {
                let number = words.next().and_then(|number| number.parse::<u64>().ok());
                number.ok_or_else(|| format!("{word} takes a number"))
            };
            match &*word {
                "--minutes" => minutes = Some(number()?),
                "--turns" => {
                    turns = Some(usize::try_from(number()?).map_err(|error| error.to_string())?);
                }
                "--seed" => seed = Some(number()?),
                "--only" => {
                    let list = words.next().unwrap_or_default();
                    only.extend(list.split(',').map(str::to_owned));
                    let unknown = only
                        .iter()
                        .find(|name| !super::PARTS.iter().any(|(known, ..)| known == name));
                    if let Some(unknown) = unknown {
                        return Err(format!(
                            "there is no part `{unknown}`: kills, edits, values, preview"
                        ));
                    }
                }
                "--list" => return Ok(None),
                // Words for the harness of other tests: --nocapture, --test-threads=1.
                _ if word.starts_with('-') => {}
                _ if !"soak".contains(&*word) => return Ok(None),
                _ => {}
            }
        }
        // Hours are not spent on the seeds that every `cargo test` takes.
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |now| now.as_secs());
        let usual = if minutes.is_some() {
            now * 1_000_000
        } else {
            1
        };
        Ok(Some(Self {
            minutes,
            turns,
            seed: seed.unwrap_or(usual),
            only,
        }))
    }

    pub(crate) fn holds(&self, part: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == part)
    }
}
