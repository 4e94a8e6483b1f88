//! Addresses: mail and hosts that cannot be written to or opened, or that belong to others.

use std::collections::BTreeMap;
use std::ops::Range;

use super::look::Look;
use super::without_www;
use crate::diagnostic::say;
use crate::model::{Email, Host, Stretch, Style, Written};

/// Mail services that anybody may use.
const PRIVATE: [&str; 12] = [
    "gmail.com",
    "yahoo.com",
    "ymail.com",
    "hotmail.com",
    "outlook.com",
    "live.com",
    "msn.com",
    "icloud.com",
    "aol.com",
    "yandex.com",
    "proton.me",
    "protonmail.com",
];

/// Which addresses the file may hold; most files hold none of them.
pub(super) struct Sought {
    at_signs: bool,
    private: Vec<&'static str>,
    hosts: bool,
    http: bool,
}

impl Sought {
    pub(super) fn of(look: &Look<'_>) -> Self {
        let private = PRIVATE.into_iter();
        Self {
            at_signs: look.may_hold("@"),
            private: private.filter(|domain| look.may_hold(domain)).collect(),
            hosts: look.may_hold(GOVERNMENT),
            http: look.may_hold(HTTP),
        }
    }
}

/// Looks at every address in a value; gives the first.
pub(super) fn value(
    look: &mut Look<'_>,
    value: &Written,
    typed: &str,
    sought: &Sought,
) -> Option<Range<usize>> {
    let mut first = None;
    let mut found = Vec::new();
    if sought.at_signs {
        found.extend(mails(typed));
    }
    found.extend(without_at(typed, &sought.private));
    for mail in found {
        first = first.or(Some(mail.range.clone()));
        found_mail(look, value, typed, &mail);
    }
    if sought.hosts {
        for host in hosts(typed) {
            first = first.or(Some(host.clone()));
            found_host(look, value, typed, host);
        }
    }
    if sought.http {
        http(look, value, typed);
    }
    first
}

struct Mail {
    range: Range<usize>,
    /// Without the space that stands in it.
    joined: Option<String>,
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')
}

/// Everything around an `@`.
fn mails(text: &str) -> Vec<Mail> {
    let mut mails = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at].trim_end_matches(' ');
        let after = text[at + 1..].trim_start_matches(' ');
        let name = before.len() - before.trim_end_matches(is_name).len();
        let host = after.len() - after.trim_start_matches(is_name).len();
        if name == 0 || host == 0 {
            continue;
        }
        let start = before.len() - name;
        let begin = text.len() - after.len();
        let end = begin + after[..host].trim_end_matches(['.', '-']).len();
        let joined = format!("{}@{}", &text[start..before.len()], &text[begin..end]);
        let spaced = end - start != joined.len();
        if !spaced || Email::parse(&joined).is_some() {
            mails.push(Mail {
                range: start..end,
                joined: spaced.then_some(joined),
            });
        }
    }
    mails
}

/// Addresses of these domains that lack an `@`.
fn without_at(text: &str, domains: &[&str]) -> Vec<Mail> {
    let mut mails = Vec::new();
    for domain in domains {
        for (at, _) in text.match_indices(domain) {
            let before = &text[..at];
            let name = before.len() - before.trim_end_matches(is_name).len();
            let glued = before.ends_with('.') && name > 1;
            let spaced = before.ends_with("@ ") || before.ends_with('@');
            if glued && !spaced && !before[..before.len() - name].ends_with(['@', '/']) {
                mails.push(Mail {
                    range: at - name..at + domain.len(),
                    joined: None,
                });
            }
        }
    }
    mails
}

fn found_mail(look: &mut Look<'_>, value: &Written, typed: &str, mail: &Mail) {
    let range = value.part(&mail.range);
    let text = mail.range.of(typed);
    if !text.contains('@') {
        look.mark(range, say::mail_without_at());
        return;
    }
    if let Some(joined) = &mail.joined {
        // The loader has refused a field that is no address.
        if value.key() == "email" {
            return;
        }
        look.suggest(value, range, joined, say::split_mail());
        return;
    }
    let host = text
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if PRIVATE.contains(&host.as_str()) {
        look.mark(range, say::private_mail());
    }
}

fn is_host_sign(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}

const GOVERNMENT: &str = "gov.bd";
const HTTP: &str = "http://";

/// Every stretch that ends in `.gov.bd`, and is no mail address.
fn hosts(text: &str) -> Vec<Range<usize>> {
    let mut hosts = Vec::new();
    for (at, ending) in text.match_indices(GOVERNMENT) {
        let end = at + ending.len();
        if text[end..].starts_with(is_host_sign) && !text[end..].starts_with(['.', '-']) {
            continue;
        }
        let start = text[..at].trim_end_matches(is_host_sign).len();
        if !text[..start].ends_with('@') && start < at {
            hosts.push(start..end);
        }
    }
    hosts
}

fn found_host(look: &mut Look<'_>, value: &Written, typed: &str, host: Range<usize>) {
    let text = host.of(typed).to_ascii_lowercase();
    if let Some((range, joined)) = split_host(look, typed, &host) {
        let certain = look.setting.knows(&joined);
        let range = value.part(&range);
        if certain {
            look.suggest(value, range, &joined, say::split_host());
        } else {
            look.mark(range, say::split_host_doubtful(joined));
        }
        return;
    }
    let bare = without_www(&text);
    let is_grs = text.split('.').any(|label| label == "grs");
    if is_grs && bare != "grs.gov.bd" {
        look.mark(value.part(&host), say::outdated_grs());
        return;
    }
    let foreign = look.setting.office_hosts.contains(bare)
        && look
            .own_host
            .is_some_and(|own| without_www(own.as_str()) != bare);
    let in_table = value.style == Style::Cell;
    if foreign && !in_table {
        look.mark(value.part(&host), say::foreign_host());
    }
}

/// A host whose beginning stands before a space: `www.doict.rupganj.narayangan j.gov.bd`.
fn split_host(look: &Look<'_>, text: &str, host: &Range<usize>) -> Option<(Range<usize>, String)> {
    let tail = host.of(text);
    if look.setting.knows(tail) || tail.starts_with("www.") {
        return None;
    }
    let before = text[..host.start].strip_suffix(' ')?;
    let start = before.trim_end_matches(is_host_sign).len();
    let head = &before[start..];
    // The end of an address of its own, or of a mail address, is not half of this one.
    let whole = [".com", ".bd", ".org", ".net"]
        .iter()
        .any(|ending| head.ends_with(ending));
    let joined = format!("{head}{tail}").to_ascii_lowercase();
    let fits = !whole
        && !before[..start].ends_with('@')
        && Host::parse(&joined).is_some()
        && (head.starts_with("www.") || look.setting.knows(&joined));
    fits.then_some((start..host.end, joined))
}

fn http(look: &mut Look<'_>, value: &Written, typed: &str) {
    for (at, scheme) in typed.match_indices(HTTP) {
        look.mark(value.part(&(at..at + scheme.len())), say::http_link());
    }
}

/// One host in two ways in one file.
pub(super) fn mixed_www(look: &mut Look<'_>) {
    if !look.may_hold(GOVERNMENT) {
        return;
    }
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    for (value, typed) in look.values() {
        for host in hosts(typed) {
            let text = host.of(typed).to_ascii_lowercase();
            let with = text.starts_with("www.");
            let bare = without_www(&text).to_owned();
            let is_mixed = seen.get(&bare).is_some_and(|first| *first != with);
            if is_mixed && !look.setting.knows(&bare) {
                continue;
            }
            if is_mixed {
                look.mark(value.part(&host), say::mixed_www());
            }
            seen.insert(bare, with);
        }
    }
}
