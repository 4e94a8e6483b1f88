//! E-mail addresses, host names and web addresses, as far as an office's portal needs them.

use std::borrow::Cow;
use std::fmt;

use idna::AsciiDenyList;

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The address, a host in it as the net knows it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_type! {
    /// An e-mail address: one `@`, a name before it, a host behind it.
    Email
}
text_type! {
    /// A host name such as `doict.rupganj.narayanganj.gov.bd`: lower case, at least one dot. One in Bangla is kept as the net
    /// knows it, `xn--…`.
    Host
}
text_type! {
    /// An address that begins with `https://` or `http://` and holds no space or quote; its host in ASCII.
    WebAddress
}

/// Endings of files that the top of the output may hold, beside the portals, which are folders named as their hosts.
const FILE_ENDINGS: [&str; 13] = [
    "html",
    "css",
    "js",
    "json",
    "xml",
    "txt",
    "csv",
    "svg",
    "png",
    "ico",
    "webmanifest",
    "gz",
    "br",
];

impl Email {
    /// Reads an address; `None` when it cannot be one. Mail in other letters than Latin ones (RFC 6531) is not sent by what
    /// offices and citizens use.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, host) = text.split_once('@').filter(|_| text.is_ascii())?;
        let name_fits = !name.is_empty()
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b))
            && !name.starts_with('.')
            && !name.ends_with('.');
        (name_fits && text.len() <= 254 && Host::parse(host).is_some())
            .then(|| Self(text.to_owned()))
    }
}

impl Host {
    /// Reads a host name, in Bangla too; `None` when it cannot be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = &*ascii(text)?;
        let label_fits = |label: &str| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        (text.len() <= 253 && text.contains('.') && text.split('.').all(label_fits))
            .then(|| Self(text.to_owned()))
    }

    /// Whether it could also be the name of a file that lies beside the portals. No top-level domain in use is among these
    /// but `br`, Brazil's.
    #[must_use]
    pub fn reads_like_file(&self) -> bool {
        let ending = self.0.rsplit('.').next();
        ending.is_some_and(|ending| FILE_ENDINGS.contains(&ending))
    }

    /// In the letters in which people read it.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.0.contains("xn--") {
            idna::domain_to_unicode(&self.0).0
        } else {
            self.0.clone()
        }
    }

    /// The address with `www.` before it, as printed in charters.
    #[must_use]
    pub fn with_www(&self) -> String {
        let shown = self.shown();
        if shown.starts_with("www.") {
            shown
        } else {
            format!("www.{shown}")
        }
    }
}

/// A host as the net knows it (UTS #46): `নমুনা.বাংলা` is `xn--….xn--…` there.
fn ascii(host: &str) -> Option<Cow<'_, str>> {
    if host.is_ascii() {
        return Some(Cow::Borrowed(host));
    }
    idna::domain_to_ascii_cow(host.as_bytes(), AsciiDenyList::STD3).ok()
}

impl WebAddress {
    /// Reads an address; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        let host = Host::parse(&host.to_ascii_lowercase())?;
        let clean = text.chars().all(|c| {
            !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '\'' | '<' | '>' | '\\')
        });
        (clean && text.len() <= 2000 && matches!(scheme.as_str(), "https" | "http"))
            .then(|| Self(format!("{scheme}://{host}{path}")))
    }
}
