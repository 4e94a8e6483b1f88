//! A file under examination: its values, what is known around it, and what was found.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::ops::Range;

use super::pairs::Pairs;
use super::{Setting, names};
use crate::diagnostic::{Code, Diagnostic, Fix, Said, phrase};
use crate::escape;
use crate::model::{At, Host, Place, Source, SourceKind, Stretch, Style, Written};

/// A file that rules look at one after the other.
pub(super) struct Look<'a> {
    pub(super) source: &'a Source,
    pub(super) setting: &'a Setting,
    /// Of the office whose file it is.
    pub(super) own_host: Option<&'a Host>,
    pub(super) found: Vec<Diagnostic>,
    /// Where cut and spoilt words were found, by where they begin.
    marked: BTreeMap<(Code, usize), usize>,
    /// The value that was asked about last, by where it begins, and whether it says anything.
    says: Cell<Option<(usize, bool)>>,
    /// What something is called or reached by; see [`names`]. Most files are asked nothing about it.
    names: OnceCell<Vec<Range<usize>>>,
    pairs: Pairs,
}

impl<'a> Look<'a> {
    pub(super) fn new(
        source: &'a Source,
        setting: &'a Setting,
        own_host: Option<&'a Host>,
    ) -> Self {
        Self {
            source,
            setting,
            own_host,
            found: Vec::new(),
            marked: BTreeMap::new(),
            says: Cell::new(None),
            names: OnceCell::new(),
            pairs: Pairs::of(&source.text),
        }
    }

    /// Whether the file may hold a word. Where it says no, nobody need look for it in any value.
    pub(super) fn may_hold(&self, word: &str) -> bool {
        self.pairs.may_hold(word)
    }

    /// Every value with its text as typed.
    pub(super) fn values(&self) -> impl Iterator<Item = (&'a Written, &'a str)> + use<'a> {
        let source = self.source;
        source
            .values
            .iter()
            .map(move |value| (value, source.typed(value)))
    }

    /// Every value that is no translation: rules about the words of officials know Bangla ones only.
    pub(super) fn in_bangla(&self) -> impl Iterator<Item = (&'a Written, &'a str)> + use<'a> {
        let is_translation = self.source.name().ends_with(".en.md");
        self.values()
            .filter(move |(value, _)| !is_translation && !value.is_english())
    }

    /// Every value of a service in a charter, translations apart.
    pub(super) fn of_services(&self) -> impl Iterator<Item = (&'a Written, &'a str)> + use<'a> {
        let is_charter = self.is("charter.yaml");
        self.in_bangla()
            .filter(move |(value, _)| is_charter && value.path.starts_with("services."))
    }

    /// Whether it is the file of this name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.source.name() == name
    }

    /// Whether its text is Markdown.
    pub(super) fn is_markdown(&self) -> bool {
        self.source.kind == SourceKind::Markdown
    }

    /// Whether all offices of the department share it.
    pub(super) fn is_shared(&self) -> bool {
        self.own_host.is_none()
    }

    /// Whether a key path exists.
    pub(super) fn has(&self, path: &str) -> bool {
        self.source.values.iter().any(|value| {
            value.path.strip_prefix(path).is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('.') || rest.starts_with('[')
            })
        })
    }

    /// Notes a doubt about some bytes of the file.
    pub(super) fn mark(&mut self, range: Range<usize>, said: Said) -> &mut Diagnostic {
        if matches!(said.code, Code::SplitWord | Code::BijoyScar) {
            self.marked.insert((said.code, range.start), range.end);
        }
        let place = Place::bytes(&self.source.file, range);
        let at = self.found.len();
        self.found.push(said.at(place));
        &mut self.found[at]
    }

    /// Notes a doubt about a whole value.
    pub(super) fn mark_all(&mut self, value: &Written, said: Said) -> &mut Diagnostic {
        self.mark(value.range.clone(), said)
    }

    /// Whether a cut or spoilt word that was found here holds a byte of a range.
    pub(super) fn is_marked(&self, code: Code, range: &Range<usize>) -> bool {
        let before = self.marked.range((code, 0)..(code, range.end));
        before.last().is_some_and(|(_, end)| range.start < *end)
    }

    /// Notes a doubt whose correction is certain: the bytes become `new`.
    pub(super) fn suggest(&mut self, value: &Written, range: Range<usize>, new: &str, said: Said) {
        let fix = self.fix(value, range.clone(), new);
        let hint = if new.is_empty() {
            phrase::delete_marked()
        } else {
            phrase::write(new)
        };
        self.mark(range, said.with(hint)).fix = fix;
    }

    /// Takes back what rules that know nothing of names said inside of one: how an address, a file or an emoji is written
    /// is no fault of language, and whoever followed the advice would break it.
    pub(super) fn forget_names(&mut self) {
        let mut found = std::mem::take(&mut self.found);
        found.retain(|finding| {
            let At::Bytes(range) = &finding.place.at else {
                return true;
            };
            let reads = match finding.code {
                Code::MixedDigits | Code::PhoneSpacing => Reads::Words,
                // A number behind `tel:` is one; one in an address of the web is not.
                Code::PhoneInText | Code::UnknownOperator => Reads::Numbers,
                code if code.item().family == "language" => Reads::Words,
                _ => return true,
            };
            let inside = names::overlapping(self.names(), range)
                .find(|name| name.start <= range.start && range.end <= name.end);
            inside.is_none_or(|name| {
                reads == Reads::Numbers && !name.of(&self.source.text).contains(['.', '/'])
            })
        });
        self.found = found;
    }

    /// What something in this file is called or reached by, one behind the other.
    fn names(&self) -> &[Range<usize>] {
        self.names.get_or_init(|| names::of(self.source))
    }

    /// Whether a correction changes a name. What mends an address itself may replace all of it.
    fn breaks_name(&self, range: &Range<usize>, new: &str) -> bool {
        names::overlapping(self.names(), range).any(|name| {
            let is_whole = range.start <= name.start && name.end <= range.end;
            let old = name.of(&self.source.text);
            !is_whole || old.contains("://") || !new.contains(old.trim_start_matches('@'))
        })
    }

    /// Notes a doubt about letters that stand all over a value: `corrected` gives a part of it as it should be. Names and
    /// addresses stay as they are.
    pub(super) fn suggest_all(
        &mut self,
        value: &Written,
        corrected: impl Fn(&str) -> String,
    ) -> Option<Box<Fix>> {
        let typed = self.source.typed(value);
        let mut new = String::with_capacity(typed.len());
        let mut at = 0;
        for name in names::overlapping(self.names(), &value.range) {
            let start = name.start.max(value.range.start) - value.range.start;
            let end = name.end.min(value.range.end) - value.range.start;
            new.push_str(&corrected(&typed[at..start]));
            new.push_str(&typed[start..end]);
            at = end;
        }
        new.push_str(&corrected(&typed[at..]));
        (new != typed).then(|| {
            Box::new(Fix {
                range: value.range.clone(),
                old: typed.to_owned(),
                new,
            })
        })
    }

    /// Whether a value holds any sign that is seen. Of a value that is asked for again and again it is known.
    fn says_something(&self, value: &Written, typed: &str) -> bool {
        let known = self.says.get();
        if let Some((_, says)) = known.filter(|(start, _)| *start == value.range.start) {
            return says;
        }
        let is_seen = |c: char| !c.is_whitespace() && !is_invisible(c) && !matches!(c, '"' | '\'');
        let says = typed.contains(is_seen);
        self.says.set(Some((value.range.start, says)));
        says
    }

    /// A replacement within a value that leaves it the same kind of value. What would mean something to YAML without
    /// quotes has the whole value put into quotes; a value over several lines is then left to its author.
    pub(super) fn fix(&self, value: &Written, range: Range<usize>, new: &str) -> Option<Box<Fix>> {
        if self.breaks_name(&range, new) {
            return None;
        }
        let typed = self.source.typed(value);
        let start = range.start.checked_sub(value.range.start)?;
        let end = range.end.checked_sub(value.range.start)?;
        let (before, after) = (typed.get(..start)?, typed.get(end..)?);
        // A value of nothing but invisible signs would become empty, which is a mistake; its author must say what is meant.
        // Each of them is taken out by a correction of its own.
        if !self.says_something(value, typed) {
            return None;
        }
        if matches!(value.style, Style::Block | Style::Markdown) && indents(before, new, after) {
            return None;
        }
        // Such a value is short; a text is not put together anew for every word of it.
        let whole = || format!("{before}{new}{after}");
        if value.style == Style::Plain && (new.contains(':') || !is_plain(&whole())) {
            let one_line = !typed.contains('\n');
            return one_line.then(|| {
                Box::new(Fix {
                    range: value.range.clone(),
                    old: typed.to_owned(),
                    new: escape::yaml(&whole()),
                })
            });
        }
        Some(Box::new(Fix {
            old: typed.get(start..end)?.to_owned(),
            range,
            new: new.to_owned(),
        }))
    }
}

/// What a rule reads.
#[derive(PartialEq, Eq)]
enum Reads {
    Words,
    Numbers,
}

/// Signs that nobody sees and that other corrections may take away in the same run.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}'
    )
}

/// Whether YAML takes a text without quotes for what it is, also when the invisible signs in it are gone.
fn is_plain(text: &str) -> bool {
    let text: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c == '\u{00A0}' { ' ' } else { c })
        .collect();
    let begins =
        text.starts_with(|c: char| !c.is_whitespace() && !"-?:,[]{}#&*!|>'\"%@`".contains(c));
    begins && !text.contains(": ") && !text.contains(" #") && !text.ends_with([':', ' '])
}

/// Whether a line of the text begins with a space exactly here: in blocks and in Markdown indentation has a meaning.
fn indents(before: &str, new: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let blank = |c: char| c.is_whitespace() || is_invisible(c);
    let seen = |text: &str| text.chars().find(|c| !is_invisible(*c));
    line.chars().all(blank)
        && seen(new)
            .or_else(|| seen(after))
            .is_some_and(char::is_whitespace)
}

/// The text of a scalar without its quotes and the space around it.
pub(super) fn unquoted(typed: &str) -> &str {
    typed.trim().trim_matches(['"', '\'']).trim()
}
