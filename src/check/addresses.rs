//! Addresses: mail and hosts that cannot be written to or opened, or that belong to others.

use std::collections::BTreeMap;
use std::ops::Range;

use super::look::Look;
use super::without_www;
use crate::model::{Email, Host, Style, Written};

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

/// Looks at every address in a value; gives the first.
pub(super) fn value(look: &mut Look<'_>, value: &Written, typed: &str) -> Option<Range<usize>> {
    let mut first = None;
    for mail in mails(typed) {
        first = first.or(Some(mail.range.clone()));
        found_mail(look, value, typed, &mail);
    }
    for host in hosts(typed) {
        first = first.or(Some(host.clone()));
        found_host(look, value, typed, host);
    }
    http(look, value, typed);
    first
}

struct Mail {
    range: Range<usize>,
    /// Without the space that stands in it.
    joined: Option<String>,
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._+-".contains(c)
}

/// Everything around an `@`, and what lacks one.
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
    for domain in PRIVATE {
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
    let text = &typed[mail.range.clone()];
    if !text.contains('@') {
        look.mark(
            "mail-without-at",
            range,
            (
                "this e-mail address lacks its @".to_owned(),
                "এই ই-মেইল ঠিকানায় @ নেই".to_owned(),
            ),
            ("put the @ back", "@ চিহ্নটি বসান"),
        );
        return;
    }
    if let Some(joined) = &mail.joined {
        // The loader has refused a field that is no address.
        if value.key() == "email" {
            return;
        }
        look.mend(
            "split-mail",
            value,
            range,
            joined,
            (
                "a space stands in this e-mail address".to_owned(),
                "এই ই-মেইল ঠিকানার মাঝে ফাঁকা জায়গা আছে".to_owned(),
            ),
        );
        return;
    }
    let host = text
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if PRIVATE.contains(&host.as_str()) {
        look.mark(
            "private-mail",
            range,
            (
                "this address lies with a private mail service".to_owned(),
                "এই ঠিকানাটি ব্যক্তিগত ই-মেইল সেবার".to_owned(),
            ),
            (
                "use an address that ends in gov.bd",
                "gov.bd-যুক্ত দাপ্তরিক ঠিকানা ব্যবহার করুন",
            ),
        );
    }
}

fn is_host_sign(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}

/// Every stretch that ends in `.gov.bd`, and is no mail address.
fn hosts(text: &str) -> Vec<Range<usize>> {
    let mut hosts = Vec::new();
    for (at, ending) in text.match_indices("gov.bd") {
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
    let text = typed[host.clone()].to_ascii_lowercase();
    if let Some((range, joined)) = split_host(look, typed, &host) {
        let certain = look.setting.knows(&joined);
        let words = (
            "a space stands in this web address".to_owned(),
            "এই ওয়েব ঠিকানার মাঝে ফাঁকা জায়গা আছে".to_owned(),
        );
        let range = value.part(&range);
        if certain {
            look.mend("split-host", value, range, &joined, words);
        } else {
            let hint = (
                format!("if `{joined}` is meant, write it without the space"),
                format!("`{joined}` বোঝাতে চাইলে ফাঁকা জায়গা ছাড়া লিখুন"),
            );
            look.mark("split-host", range, words, hint);
        }
        return;
    }
    let bare = without_www(&text);
    let is_grs = text.split('.').any(|label| label == "grs");
    if is_grs && bare != "grs.gov.bd" {
        look.mark(
            "outdated-grs",
            value.part(&host),
            (
                "this is not the present address of the complaints system".to_owned(),
                "এটি অভিযোগ প্রতিকার ব্যবস্থার বর্তমান ঠিকানা নয়".to_owned(),
            ),
            ("write www.grs.gov.bd", "www.grs.gov.bd লিখুন"),
        );
        return;
    }
    let foreign = look.setting.office_hosts.contains(bare)
        && look
            .own_host
            .is_some_and(|own| without_www(own.as_str()) != bare);
    let in_table = value.style == Style::Cell;
    if foreign && !in_table {
        look.mark(
            "foreign-host",
            value.part(&host),
            (
                "this is the web address of another office".to_owned(),
                "এটি অন্য কার্যালয়ের ওয়েব ঠিকানা".to_owned(),
            ),
            (
                "write the office's own address, or {host}",
                "নিজের কার্যালয়ের ঠিকানা অথবা {host} লিখুন",
            ),
        );
    }
}

/// A host whose beginning stands before a space: `www.doict.rupganj.narayangan j.gov.bd`.
fn split_host(look: &Look<'_>, text: &str, host: &Range<usize>) -> Option<(Range<usize>, String)> {
    let tail = &text[host.clone()];
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
    for (at, scheme) in typed.match_indices("http://") {
        look.mark(
            "http-link",
            value.part(&(at..at + scheme.len())),
            (
                "this address begins with http://".to_owned(),
                "এই ঠিকানার শুরু http:// দিয়ে".to_owned(),
            ),
            (
                "try https://, and write it if it works",
                "https:// দিয়ে খুলে দেখুন; খুললে সেটিই লিখুন",
            ),
        );
    }
}

/// One host in two ways in one file.
pub(super) fn mixed_www(look: &mut Look<'_>) {
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    for (value, typed) in look.values() {
        for host in hosts(typed) {
            let text = typed[host.clone()].to_ascii_lowercase();
            let with = text.starts_with("www.");
            let bare = without_www(&text).to_owned();
            let first = *seen.entry(bare.clone()).or_insert(with);
            if first != with && look.setting.knows(&bare) {
                look.mark(
                    "mixed-www",
                    value.part(&host),
                    (
                        "above, this address is written in the other way".to_owned(),
                        "উপরে এই ঠিকানাটি অন্যভাবে লেখা হয়েছে".to_owned(),
                    ),
                    (
                        "write it with www. everywhere, or nowhere",
                        "সবখানে www-সহ, অথবা সবখানে www ছাড়া লিখুন",
                    ),
                );
                seen.insert(bare, with);
            }
        }
    }
}
