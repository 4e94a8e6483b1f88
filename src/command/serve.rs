//! `sanad serve`

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anstyle::{AnsiColor, Color, Style};

use super::progress::ProgressLine;
use super::say;
use crate::cli::Serve;
use crate::escape;
use crate::model::{Language, digits};
use crate::options::ServeOptions;
use crate::preview::{self, Listener, Round};
use crate::report::{Progress, Report};
use crate::{Error, Result};

const ADDRESS: Style = Style::new().bold().underline();
const GOOD: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Green)));

pub(super) fn serve(typed: Serve) -> Result<ExitCode> {
    let options = ServeOptions::resolve(typed)?;
    let words = Words {
        lang: options.lang,
        open: options.open,
        progress: ProgressLine::new(false),
        mistakes: Mutex::default(),
    };
    preview::serve(&options, Arc::new(words))?;
    Ok(ExitCode::SUCCESS)
}

/// What is said at the terminal.
struct Words {
    lang: Language,
    open: bool,
    progress: ProgressLine,
    /// What was said of mistakes last; nobody needs to hear it again after every edit.
    mistakes: Mutex<String>,
}

impl Listener for Words {
    fn progress(&self) -> &dyn Progress {
        &self.progress
    }

    fn serving(&self, address: &str, to_come: usize) {
        self.progress.end();
        if to_come > 0 {
            say(&match self.lang {
                Language::English => {
                    format!("{to_come} portals follow; one that you open comes first.\n")
                }
                Language::Bangla => format!(
                    "আরও {}টি পোর্টাল তৈরি হচ্ছে; যেটি খুলবেন, সেটি আগে হবে।\n",
                    digits::number(to_come)
                ),
            });
        }
        let said = match self.lang {
            Language::English => {
                format!("Look at {ADDRESS}{address}{ADDRESS:#}; Ctrl-C ends the preview.\n")
            }
            Language::Bangla => {
                format!("দেখুন {ADDRESS}{address}{ADDRESS:#}; শেষ করতে Ctrl-C চাপুন।\n")
            }
        };
        say(&said);
        if self.open && open::that_detached(address).is_err() {
            say(match self.lang {
                Language::English => "No browser could be opened; open the address yourself.\n",
                Language::Bangla => "ব্রাউজার খোলা যায়নি; ঠিকানাটি নিজে খুলুন।\n",
            });
        }
    }

    fn built(&self, round: &Round<'_>) {
        self.progress.end();
        let mut before = self.mistakes.lock().unwrap_or_else(PoisonError::into_inner);
        let is_news = *before != round.mistakes;
        if is_news && round.mistakes.is_empty() {
            say(match self.lang {
                Language::English => "No mistakes any more.\n",
                Language::Bangla => "আর কোনো ভুল নেই।\n",
            });
        // A fault of the first build that ends the preview is said by whoever started it.
        } else if is_news && !(round.took.is_none() && round.report.is_err_and(ends)) {
            let _ = anstream::stderr().write_all(round.mistakes.as_bytes());
        }
        round.mistakes.clone_into(&mut before);
        if let Ok(report) = round.report {
            say(&done(report, round, self.lang));
        }
    }
}

/// A fault of the program may be gone after the next change, even one of the first build.
fn ends(fault: &Error) -> bool {
    !matches!(fault, Error::Program(_))
}

/// One line about a build; nothing about one that changed nothing.
fn done(report: &Report, round: &Round<'_>, lang: Language) -> String {
    let replaced = round.replaced;
    let Some(took) = round.took else {
        return match lang {
            Language::English => format!("{} portals\n", report.built),
            Language::Bangla => format!("{}টি পোর্টাল\n", digits::number(report.built)),
        };
    };
    if replaced == 0 && !report.directory_replaced {
        return String::new();
    }
    let what = match (report.replaced.as_slice(), lang) {
        ([host], _) if replaced == 1 => escape::terminal(host),
        ([], Language::English) if replaced == 0 => "the directory".to_owned(),
        ([], Language::Bangla) if replaced == 0 => "কার্যালয়ের তালিকা".to_owned(),
        (_, Language::English) => format!("{replaced} portals"),
        (_, Language::Bangla) => format!("{}টি পোর্টাল", digits::number(replaced)),
    };
    let milliseconds = took.as_millis();
    match lang {
        Language::English => format!("{GOOD}built{GOOD:#} {what}, {milliseconds} ms\n"),
        Language::Bangla => {
            let milliseconds = digits::to_bangla(&milliseconds.to_string());
            format!("{GOOD}তৈরি{GOOD:#} {what}, {milliseconds} মিলিসেকেন্ড\n")
        }
    }
}

/// A preview goes on for whoever looks at it in a browser, though nobody should read what it says here.
fn say(text: &str) {
    let _ = say::say(text);
}
