//! Where a link of a text may lead outside of the portal, in the form in which every browser and telephone understands it:
//! officials write hosts, subjects and numbers in Bangla.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Email, Phone, WebAddress, digits};

/// An address that a page may link to: `https:`, `http:`, `mailto:`, `tel:` or `sms:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Elsewhere(String);

/// Why a target is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ElsewhereError<'a> {
    /// It begins with this, which is not allowed.
    Scheme(&'a str),
    /// It does not say where it begins.
    Relative,
    /// No such address of the web can be.
    Web,
    /// No mail can be sent there.
    Mail,
    /// A mail address in letters that mail does not know.
    MailLetters,
    /// No telephone can dial it.
    Number,
}

/// What of a mail can be said beforehand (RFC 6068); other headers are nobody's to set.
const HEADERS: [&str; 5] = ["subject", "body", "cc", "bcc", "to"];

/// What stays as it is in what is said of a mail.
const SAID: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@')
    .remove(b',')
    .remove(b'/')
    .remove(b':');

impl Elsewhere {
    /// Reads a target as an author writes it: hosts, subjects and numbers may be in Bangla.
    ///
    /// # Errors
    /// When it leads nowhere, or where no page may lead.
    pub(crate) fn parse(target: &str) -> Result<Self, ElsewhereError<'_>> {
        let (scheme, rest) = target.split_once(':').ok_or(ElsewhereError::Relative)?;
        if scheme.contains('/') {
            return Err(ElsewhereError::Relative);
        }
        // Keyboards of telephones begin a line with a capital letter.
        match scheme.to_ascii_lowercase().as_str() {
            "https" | "http" => {
                let address = WebAddress::parse(target).ok_or(ElsewhereError::Web)?;
                Ok(Self(address.as_str().to_owned()))
            }
            "mailto" => mail(rest).map(Self),
            scheme @ ("tel" | "sms") => {
                // What the text shall say stands behind a number that is written to.
                let (number, said) = match rest.split_once('?') {
                    Some((number, said)) if scheme == "sms" => (number, headers(said, &["body"])),
                    Some(_) => return Err(ElsewhereError::Number),
                    None => (rest, Some(String::new())),
                };
                let number = dialled(number).ok_or(ElsewhereError::Number)?;
                let said = said.ok_or(ElsewhereError::Number)?;
                Ok(Self(format!("{scheme}:{number}{said}")))
            }
            _ => Err(ElsewhereError::Scheme(scheme)),
        }
    }

    /// As it is published: ASCII but for the path of an address of the web.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is meant by `%E0%A6…`, as browsers write Bangla in addresses; what is no text then stays as written.
#[must_use]
pub fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text)
        .decode_utf8()
        .unwrap_or(Cow::Borrowed(text))
}

fn mail(rest: &str) -> Result<String, ElsewhereError<'static>> {
    let (to, said) = rest.split_once('?').unwrap_or((rest, ""));
    let addresses = mails(to)?;
    let mut reaches = !addresses.is_empty();
    for (name, value) in said.split('&').filter_map(|field| field.split_once('=')) {
        let name = name.to_ascii_lowercase();
        if matches!(name.as_str(), "cc" | "bcc" | "to") {
            reaches |= !mails(value)?.is_empty() && name == "to";
        }
    }
    if !reaches {
        return Err(ElsewhereError::Mail);
    }
    let said = headers(said, &HEADERS).ok_or(ElsewhereError::Mail)?;
    Ok(format!("mailto:{}{said}", addresses.join(",")))
}

/// Addresses with commas between them; none of an empty text.
fn mails(text: &str) -> Result<Vec<String>, ElsewhereError<'static>> {
    let text = decoded(text);
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mails = text.split(',').map(str::trim).map(|mail| {
        let wrong = if mail.is_ascii() {
            ElsewhereError::Mail
        } else {
            ElsewhereError::MailLetters
        };
        Ok(Email::parse(mail).ok_or(wrong)?.to_string())
    });
    mails.collect()
}

/// `?subject=…&body=…`, encoded; `None` when it says what may not be said.
fn headers(said: &str, known: &[&str]) -> Option<String> {
    let mut headers = String::new();
    for field in said.split('&').filter(|field| !field.is_empty()) {
        let (name, value) = field.split_once('=')?;
        let name = name.to_ascii_lowercase();
        let value = decoded(value);
        let breaks =
            |c: char| c.is_control() && (name != "body" || !matches!(c, '\r' | '\n' | '\t'));
        if !known.contains(&name.as_str()) || value.contains(breaks) {
            return None;
        }
        headers.push(if headers.is_empty() { '?' } else { '&' });
        headers.push_str(&name);
        headers.push('=');
        headers.extend(utf8_percent_encode(&value, SAID));
    }
    Some(headers)
}

/// What a telephone dials: `+8801712345678`, a short number such as `333`, a number abroad.
fn dialled(text: &str) -> Option<String> {
    let text = digits::to_latin(&decoded(text));
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '.' | '(' | ')');
    let number: String = text.chars().filter(|c| !is_between(*c)).collect();
    if let Ok(phone) = Phone::parse(&number) {
        return Some(phone.international());
    }
    let figures = number.strip_prefix('+').unwrap_or(&number);
    let is_short =
        figures == number && (3..=6).contains(&figures.len()) && !figures.starts_with('0');
    // E.164: fifteen digits at most. What begins with ours was refused for a reason.
    let is_abroad = figures != number
        && (8..=15).contains(&figures.len())
        && !figures.starts_with('0')
        && !figures.starts_with("880");
    let is_number = figures.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (is_short || is_abroad)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(target: &str) -> Result<String, ElsewhereError<'_>> {
        Elsewhere::parse(target).map(|address| address.0)
    }

    #[test]
    fn mail_may_say_what_it_is_about() {
        for (written, address) in [
            ("mailto:a@dept.example", "mailto:a@dept.example"),
            (
                "Mailto:a@dept.example?Subject=New%20application&body=Hello",
                "mailto:a@dept.example?subject=New%20application&body=Hello",
            ),
            (
                "mailto:a@dept.example?subject=ক",
                "mailto:a@dept.example?subject=%E0%A6%95",
            ),
            (
                "mailto:a@dept.example?subject=%E0%A6%95 খ",
                "mailto:a@dept.example?subject=%E0%A6%95%20%E0%A6%96",
            ),
            (
                "mailto:a@dept.example, b@dept.example",
                "mailto:a@dept.example,b@dept.example",
            ),
            (
                "mailto:a@dept.example?cc=b@dept.example,c@dept.example",
                "mailto:a@dept.example?cc=b@dept.example,c@dept.example",
            ),
            ("mailto:?to=a@dept.example", "mailto:?to=a@dept.example"),
            (
                "mailto:a@dept.example?subject=100%&body=1%0D%0A2",
                "mailto:a@dept.example?subject=100%25&body=1%0D%0A2",
            ),
        ] {
            assert_eq!(published(written).as_deref(), Ok(address));
        }
        for wrong in [
            "mailto:",
            "mailto:?subject=x",
            "mailto:a@",
            "mailto:a@dept.example?attach=/etc/x",
            "mailto:a@dept.example?cc=b",
            "mailto:a@dept.example?subject=a%0Ab",
        ] {
            assert_eq!(published(wrong), Err(ElsewhereError::Mail), "{wrong}");
        }
        for letters in [
            "mailto:ক@dept.example",
            "mailto:a@নমুনা.বাংলা",
            "mailto:a@dept.example?cc=ক@dept.example",
        ] {
            assert_eq!(
                published(letters),
                Err(ElsewhereError::MailLetters),
                "{letters}"
            );
        }
    }

    #[test]
    fn numbers_become_what_a_telephone_dials() {
        for (written, address) in [
            ("tel:০১৭০০০০০০০০", "tel:+8801700000000"),
            ("tel:০১৭০০-০০০ ০০০", "tel:+8801700000000"),
            ("Tel:%E0%A7%A6১৭০০-০০০০০০", "tel:+8801700000000"),
            ("tel:+৮৮০ ১৭০০ ০০০০০০", "tel:+8801700000000"),
            ("tel:01700-000000", "tel:+8801700000000"),
            ("tel:(০২) ৯৫৫০০০০", "tel:+88029550000"),
            ("tel:৩৩৩", "tel:333"),
            ("tel:৯৯৯", "tel:999"),
            ("tel:১৬১২২", "tel:16122"),
            ("tel:+44 20 7946 0000", "tel:+442079460000"),
            (
                "sms:১৬১২২?body=হ্যাঁ ১",
                "sms:16122?body=%E0%A6%B9%E0%A7%8D%E0%A6%AF%E0%A6%BE%E0%A6%81%20%E0%A7%A7",
            ),
        ] {
            assert_eq!(published(written).as_deref(), Ok(address));
        }
        for wrong in [
            "tel:",
            "tel:ফোন",
            "tel:০১৭০০",
            "tel:+৮৮০ ১৭",
            "tel:12",
            "tel:৩৩৩?body=x",
            "sms:333?subject=x",
        ] {
            assert_eq!(published(wrong), Err(ElsewhereError::Number), "{wrong}");
        }
    }

    #[test]
    fn a_host_in_bangla_is_published_as_the_net_knows_it() {
        assert_eq!(
            published("Https://নমুনা.বাংলা:8080/পথ?ক=খ").as_deref(),
            Ok("https://xn--85bar9dn.xn--54b7fta0cc:8080/পথ?ক=খ")
        );
        assert_eq!(published("https://ক খ.বাংলা"), Err(ElsewhereError::Web));
        assert_eq!(
            published("javascript:alert(1)"),
            Err(ElsewhereError::Scheme("javascript"))
        );
        assert_eq!(published("//dept.example"), Err(ElsewhereError::Relative));
        assert_eq!(published("dept.example/a:b"), Err(ElsewhereError::Relative));
    }
}
