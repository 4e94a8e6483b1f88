//! Contacts: numbers, addresses and hosts that cannot be dialled, written to or opened, or that belong to others.

use std::collections::BTreeMap;
use std::ops::Range;

use super::look::Look;
use super::without_www;
use crate::model::{Email, Host, Phone, PhoneError, Style, Written, digits};

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

/// Fields that hold one contact and nothing else; the loader has refused what cannot be one.
const FIELDS: [&str; 5] = ["phone", "email", "host", "url", "number"];

pub(super) fn source(look: &mut Look<'_>) {
    for (value, typed) in look.values() {
        if value.path.starts_with("allow[") {
            continue;
        }
        let field = FIELDS.contains(&value.key());
        let mut contact = None;
        for run in numbers(typed) {
            phone(look, value, typed, run.clone(), field);
            contact = contact.or(Some(run));
        }
        for mail in mails(typed) {
            contact = contact.or(Some(mail.range.clone()));
            found_mail(look, value, typed, &mail);
        }
        for host in hosts(typed) {
            contact = contact.or(Some(host.clone()));
            found_host(look, value, typed, host);
        }
        mixed_digits(look, value, typed);
        http(look, value, typed);
        if let (Some(range), false, true) = (contact, field, is_service(look, value)) {
            look.mark(
                "contact-in-text",
                within(value, &range),
                (
                    "this contact is typed into the text of a service".to_owned(),
                    "যোগাযোগের তথ্যটি সেবার লেখার ভেতরে আছে".to_owned(),
                ),
                (
                    "delete it here: it comes from the office's row",
                    "এখান থেকে মুছে ফেলুন: তথ্যটি কার্যালয়ের সারি থেকে আসে",
                ),
            );
        }
    }
    mixed_www(look);
}

fn is_service(look: &Look<'_>, value: &Written) -> bool {
    look.is("charter.yaml") && value.path.starts_with("services.")
}

fn within(value: &Written, range: &Range<usize>) -> Range<usize> {
    value.range.start + range.start..value.range.start + range.end
}

fn is_digit(c: char) -> bool {
    digits::value(c).is_some()
}

/// Runs that look like telephone numbers: at least nine digits that begin with 01 or +880, in groups with spaces or
/// hyphens between them.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let part = |c: char| is_digit(c) || matches!(c, ' ' | '-' | '+');
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        match &mut open {
            Some(range) if part(c) && c != '+' => {
                if is_digit(c) {
                    range.end = at + c.len_utf8();
                }
            }
            _ => {
                runs.extend(
                    open.take()
                        .into_iter()
                        .flat_map(|range| split_run(text, range)),
                );
                let glued = text[..at].ends_with(|before: char| {
                    before.is_ascii_alphanumeric() || ".@/_".contains(before)
                });
                if (is_digit(c) || c == '+') && !glued {
                    open = Some(at..at + c.len_utf8());
                }
            }
        }
    }
    runs.retain(|range| {
        let latin = digits::to_latin(&text[range.clone()]);
        let figures = latin.chars().filter(char::is_ascii_digit).count();
        figures >= 9
            && (latin.starts_with("01") || latin.starts_with("+880") || latin.starts_with("880"))
    });
    runs
}

/// Two whole numbers in a row are two numbers.
fn split_run(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let run = &text[range.clone()];
    if run.chars().filter(|c| is_digit(*c)).count() < 20 {
        return vec![range];
    }
    let mut parts = Vec::new();
    let mut at = range.start;
    for part in run.split_inclusive(' ') {
        parts.push(at..at + part.trim_end().len());
        at += part.len();
    }
    parts
}

fn phone(look: &mut Look<'_>, value: &Written, typed: &str, run: Range<usize>, field: bool) {
    let text = &typed[run.clone()];
    let range = within(value, &run);
    let phone = match Phone::parse(text) {
        Ok(phone) => phone,
        // The loader reports a field.
        Err(_) if field => return,
        Err(PhoneError::MobileLength(length) | PhoneError::LandLineLength(length)) => {
            look.mark(
                "phone-in-text",
                range,
                (
                    format!("this number has {length} digits"),
                    format!("এই নম্বরে {}টি অঙ্ক আছে", digits::number(length)),
                ),
                (
                    "mobile numbers have 11 digits; compare it with the office's paper",
                    "মোবাইল নম্বরে ১১টি অঙ্ক থাকে; মূল কাগজের সঙ্গে মিলিয়ে দেখুন",
                ),
            );
            return;
        }
        Err(_) => return,
    };
    let national = phone.international();
    let operator = national
        .strip_prefix("+8801")
        .and_then(|rest| rest.chars().next());
    if operator.is_some_and(|operator| matches!(operator, '0' | '1' | '2')) {
        look.mark(
            "unknown-operator",
            range.clone(),
            (
                "no operator's numbers begin like this".to_owned(),
                "কোনো অপারেটরের নম্বর এভাবে শুরু হয় না".to_owned(),
            ),
            (
                "mobile numbers begin with 013 to 019",
                "মোবাইল নম্বর ০১৩ থেকে ০১৯ দিয়ে শুরু হয়",
            ),
        );
    }
    let shown = phone.to_string();
    let bangla = digits::to_bangla(text);
    let groups = bangla
        .split([' ', '-'])
        .filter(|group| !group.is_empty())
        .count();
    if text.starts_with('+') && groups > 2 {
        look.mend(
            "phone-spacing",
            value,
            range,
            &shown,
            (
                "this number is spaced like two".to_owned(),
                "ফাঁকা জায়গার কারণে এটি দুটি নম্বর মনে হয়".to_owned(),
            ),
        );
    }
}

/// Digits of two scripts side by side.
fn mixed_digits(look: &mut Look<'_>, value: &Written, typed: &str) {
    let mut at = 0;
    for run in typed.split_inclusive(|c: char| !is_digit(c)) {
        let figures = run.trim_end_matches(|c: char| !is_digit(c));
        let latin = figures.chars().any(|c| c.is_ascii_digit());
        let bangla = figures.chars().any(|c| !c.is_ascii_digit());
        if latin && bangla {
            let range = within(value, &(at..at + figures.len()));
            look.mend(
                "mixed-digits",
                value,
                range,
                &digits::to_bangla(figures),
                (
                    "this number mixes Bangla and Latin digits".to_owned(),
                    "এই সংখ্যায় বাংলা ও ইংরেজি অঙ্ক মিশে আছে".to_owned(),
                ),
            );
        }
        at += run.len();
    }
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
    let range = within(value, &mail.range);
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
        let range = within(value, &range);
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
            within(value, &host),
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
            within(value, &host),
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
            within(value, &(at..at + scheme.len())),
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
fn mixed_www(look: &mut Look<'_>) {
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
                    within(value, &host),
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
