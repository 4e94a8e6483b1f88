//! The people of an office for the contacts of a telephone: a vCard each, of version 3.0 (RFC 2426), which telephones old and new can read.

use crate::escape;
use crate::model::{Email, Language, Localized, Office, Person, Phone, Slug, on_one_line};

/// The longest line in bytes, its end apart (RFC 2426, 2.6).
const LINE: usize = 75;

/// The card of who leads the office. `country` is the country's name, for the address.
pub(super) fn card(office: &Office, country: &str, language: Language) -> String {
    let mut phones: Vec<&Phone> = office.details.phone().into_iter().collect();
    let own = office.leader().map(|leader| &leader.phones);
    for phone in own.into_iter().flatten() {
        if !phones.contains(&phone) {
            phones.push(phone);
        }
    }
    let own_email = office.leader().and_then(|leader| leader.email.as_ref());
    let who = Who {
        name: office.officer(),
        post: &office.head_post,
        phones,
        email: own_email.or(office.details.email()),
    };
    written(office, &who, country, language)
}

/// The card of anybody else. Who has no telephone or e-mail is reached by the office's.
pub(super) fn of_person(
    office: &Office,
    person: &Person,
    country: &str,
    language: Language,
) -> String {
    let mut phones: Vec<&Phone> = person.phones.iter().collect();
    if phones.is_empty() {
        phones.extend(office.details.phone());
    }
    let who = Who {
        name: Some(&person.name),
        post: &person.post,
        phones,
        email: person.email.as_ref().or(office.details.email()),
    };
    written(office, &who, country, language)
}

/// Whose card it is.
struct Who<'a> {
    name: Option<&'a Localized<String>>,
    post: &'a Slug,
    phones: Vec<&'a Phone>,
    email: Option<&'a Email>,
}

fn written(office: &Office, who: &Who<'_>, country: &str, language: Language) -> String {
    let mut card = String::new();
    let mut line = |name: &str, value: &str| card.push_str(&folded(&format!("{name}:{value}")));
    let said = |name: &Localized<String>| escape::vcard(name.in_language(language));
    let upazila = said(&office.upazila);
    line("BEGIN", "VCARD");
    line("VERSION", "3.0");
    if let Some(name) = who.name {
        let name = escape::vcard(&on_one_line(name.in_language(language)));
        line("FN", &name);
        // Family name, given name and the rest; a Bangla name is not divided like that.
        line("N", &format!("{name};;;;"));
    }
    let office_name = said(&office.department.office_name);
    line("ORG", &format!("{office_name}\\, {upazila}"));
    let post = office.department.post_name(who.post, language);
    line("TITLE", &escape::vcard(&on_one_line(post)));
    for phone in &who.phones {
        line("TEL;TYPE=WORK,VOICE", &phone.international());
    }
    if let Some(email) = who.email {
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
