//! The officer for the contacts of a telephone: a vCard of version 3.0 (RFC 2426), which telephones old and new can read.

use crate::escape;
use crate::model::{Language, Localized, Office, on_one_line};

/// The longest line in bytes, its end apart (RFC 2426, 2.6).
const LINE: usize = 75;

/// The card. `country` is the country's name, for the address.
pub(super) fn card(office: &Office, country: &str, language: Language) -> String {
    let mut card = String::new();
    let mut line = |name: &str, value: &str| card.push_str(&folded(&format!("{name}:{value}")));
    let said = |name: &Localized<String>| escape::vcard(name.in_language(language));
    let upazila = said(&office.upazila);
    line("BEGIN", "VCARD");
    line("VERSION", "3.0");
    if let Some(officer) = office
        .officer()
        .map(|name| escape::vcard(&on_one_line(name.in_language(language))))
    {
        line("FN", &officer);
        // Family name, given name and the rest; a Bangla name is not divided like that.
        line("N", &format!("{officer};;;;"));
    }
    let office_name = said(&office.department.office_name);
    line("ORG", &format!("{office_name}\\, {upazila}"));
    let post = office.department.post_name(&office.head_post, language);
    line("TITLE", &escape::vcard(&on_one_line(post)));
    if let Some(phone) = office.details.phone() {
        line("TEL;TYPE=WORK,VOICE", &phone.international());
    }
    if let Some(email) = office.details.email() {
        line(
            "EMAIL;TYPE=INTERNET,WORK",
            &escape::vcard(&email.to_string()),
        );
    }
    // Post box and room, street, town, region, postal code, country.
    let street = office.details.address().map(said).unwrap_or_default();
    let district = said(&office.district.name);
    line(
        "ADR;TYPE=WORK",
        &format!(
            ";;{street};{upazila};{district};;{}",
            escape::vcard(country)
        ),
    );
    if let Some(at) = office.details.coordinates() {
        line("GEO", &format!("{};{}", at.latitude(), at.longitude()));
    }
    line("URL", &format!("https://{}/", office.host));
    line("END", "VCARD");
    card
}

/// A line with its end, continued on further lines where it is too long; a letter stays whole.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(c);
        used += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_continued_without_cutting_a_letter() {
        let line = format!("ORG:{}", "উপজেলা নমুনা কার্যালয়".repeat(9));
        let folded = folded(&line);
        assert!(folded.ends_with("\r\n") && folded.lines().count() > 5);
        assert!(
            folded.split("\r\n").all(|line| line.len() <= LINE),
            "{folded}"
        );
        assert_eq!(folded.replace("\r\n ", "").trim_end(), line);
    }
}
