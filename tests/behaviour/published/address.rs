//! Addresses: where a page may lead, and what a browser may load for it without being asked.

/// Who follows an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// The browser, by itself or with what somebody typed: nothing foreign.
    Loaded,
    /// A reader who clicks, or a search engine.
    Followed,
}

/// What a browser makes of an address: blanks at its ends and line ends in it are nothing, `\` is `/`.
fn as_browsers_read(address: &str) -> String {
    let blank = |c: char| c <= ' ';
    address
        .trim_matches(blank)
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .map(|c| if c == '\\' { '/' } else { c })
        .collect()
}

fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let goes_on = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (begins && scheme.chars().all(goes_on)).then(|| scheme.to_ascii_lowercase())
}

/// Why an address may not stand there. `from` is the page that holds it and `exists` whether a file is published, both as
/// paths from `top`, which no address may climb out of.
pub(super) fn fault(
    address: &str,
    by: Use,
    (top, from): (&str, &str),
    exists: impl Fn(&str) -> bool,
) -> Option<String> {
    let read = as_browsers_read(address);
    let wrong = |why: &str| Some(format!("{why}: {address}"));
    match (scheme(&read).as_deref(), by) {
        (Some("https" | "http"), Use::Followed) => foreign(&read).and_then(wrong),
        (Some("mailto"), Use::Followed) => {
            let is_mail = read.contains('@') && !read.contains(['<', '>', '"', ' ']);
            (!is_mail).then(|| wrong("no mail address")).flatten()
        }
        (Some("tel"), Use::Followed) => {
            let digits = read[4..].chars();
            let is_number = digits
                .clone()
                .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-'));
            (!is_number || digits.count() == 0)
                .then(|| wrong("no telephone number"))
                .flatten()
        }
        (Some(_), Use::Loaded) => wrong("loaded from elsewhere"),
        (Some(_), Use::Followed) => wrong("a scheme that is not allowed"),
        (None, _) if read.starts_with("//") => wrong("a foreign host"),
        (None, _) => within(&read, top, from, exists).and_then(wrong),
    }
}

/// What is wrong with an address that begins with `https:` or `http:`.
pub(super) fn foreign(read: &str) -> Option<&'static str> {
    let Some((_, rest)) = read.split_once("://") else {
        return Some("no host");
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Some("a name or password before the host");
    }
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '_' | '%');
    // Vowel signs of a host in Bangla are no letters.
    let is_sign = |c: char| matches!(c, '\u{0980}'..='\u{09FF}');
    let is_good = !host.is_empty() && host.chars().all(|c| is_host(c) || is_sign(c));
    (!is_good).then_some("no host")
}

/// What is wrong with an address without scheme: it must lead to a file of the same portal.
fn within(
    read: &str,
    top: &str,
    from: &str,
    exists: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let path = read.split(['?', '#']).next().unwrap_or_default();
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    if path.starts_with('/') {
        folders.clear();
    }
    if path.is_empty() {
        return None;
    }
    for step in path.split('/') {
        // Browsers take the points in percent signs for the same.
        match &*step.to_ascii_lowercase().replace("%2e", ".") {
            "" | "." => {}
            ".." => {
                if folders.pop().is_none() {
                    return Some("leads out of the portal");
                }
            }
            _ => folders.push(step),
        }
    }
    let decode = |step: &&str| {
        percent_encoding::percent_decode_str(step)
            .decode_utf8_lossy()
            .into_owned()
    };
    let mut whole: Vec<String> = [top]
        .into_iter()
        .filter(|top| !top.is_empty())
        .map(str::to_owned)
        .chain(folders.iter().map(decode))
        .collect();
    if path.ends_with('/') || folders.is_empty() {
        whole.push("index.html".to_owned());
    }
    let whole = whole.join("/");
    (!exists(&whole)).then_some("leads to nothing")
}
