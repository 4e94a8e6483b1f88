//! Laws that hold for any input, not only for examples.

use proptest::prelude::*;
use sanad::markdown::{self, Words};
use sanad::model::{
    Body, BodyLink, Date, Fee, Language, OfficeId, Phone, PhoneError, Place, Places, Route,
    SharedText, Slug, TimeLimit, digits,
};

fn places() -> Places {
    let text = |text: &str| text.to_owned();
    Places {
        upazila: text("উ"),
        district: text("জে"),
        division: text("বি"),
        office: text("কা"),
        host: text("a.b"),
        language: Language::Bangla,
        bangla: None,
    }
}

const WORDS: Words<'_> = Words {
    text: ["উ", "জে", "বি", "কা", "a.b"],
    address: ["উ", "জে", "বি", "কা", "a.b"],
};

/// A text as a page has it.
fn body(text: &str) -> Body {
    let outline = markdown::outline(text);
    let link = |link: markdown::Link| BodyLink {
        target: link.target,
        image: link.image,
        range: link.range,
    };
    Body {
        markdown: text.to_owned(),
        links: outline.links.into_iter().map(link).collect(),
        fragments: outline.fragments,
        plain: outline.plain,
        origin: Place::file(&"page.md".into()),
    }
}

proptest! {
    #[test]
    fn digits_there_and_back_are_the_same(text in "[0-9a-zক-হ /+-]{0,40}") {
        prop_assert_eq!(digits::to_latin(&digits::to_bangla(&text)), text);
    }

    #[test]
    fn bangla_text_holds_no_latin_digit(text in "\\PC{0,40}") {
        prop_assert!(!digits::to_bangla(&text).chars().any(|c| c.is_ascii_digit()));
    }

    #[test]
    fn a_phone_reads_its_own_display_and_its_own_data(text in "(01[0-9]{9}|0[2-9][0-9]{5,9})") {
        let phone = Phone::parse(&text).expect("a number of Bangladesh");
        prop_assert_eq!(&Phone::parse(&phone.to_string()).expect("its display"), &phone);
        // However it is written, the same number is dialled.
        for other in [phone.international(), digits::to_bangla(&text)] {
            let other = Phone::parse(&other).expect("the same number");
            prop_assert_eq!(other.international(), phone.international());
        }
        prop_assert!(phone.international().bytes().skip(1).all(|b| b.is_ascii_digit()));
    }

    #[test]
    fn a_mobile_of_any_other_length_is_refused(text in "01[0-9]{1,20}") {
        let expected = if text.len() == 11 { Ok(()) } else { Err(PhoneError::MobileLength(text.len())) };
        prop_assert_eq!(Phone::parse(&text).map(drop), expected);
    }

    #[test]
    fn nothing_makes_the_parsers_panic(text in "\\PC{0,60}") {
        let _ = (Phone::parse(&text), Date::parse(&text), Slug::parse(&text), Slug::of(&text), OfficeId::parse(&text));
        let _ = (Fee::read(&text), TimeLimit::read(&text), Route::parse(&text), SharedText::parse(&text));
        let _ = markdown::html(&body(&text), &WORDS, |target| Some(target.to_owned()), |image, _| image.alt.clone());
    }

    #[test]
    fn a_date_reads_its_own_display(year in 1900_u16..2200, month in 1_u8..=12, day in 1_u8..=28) {
        let text = format!("{year}-{month:02}-{day:02}");
        let date = Date::parse(&text).expect("a day");
        prop_assert_eq!(date.to_string(), text);
        prop_assert_eq!(digits::to_latin(&date.official()), format!("{day:02}/{month:02}/{year}"));
    }

    #[test]
    fn a_slug_is_safe_as_a_file_name_and_keeps_the_signs_of_bangla(text in "[a-zA-Z0-9 ./\\\\ক-হা-ৌ়্ৎংঃঁ-]{0,40}") {
        if let Some(slug) = Slug::of(&text) {
            prop_assert!(!slug.as_str().contains(['/', '\\', '.', ' ']));
            let signs = |text: &str| text.chars().filter(|c| matches!(c, '\u{09BE}'..='\u{09CC}' | '\u{09CD}' | '\u{09BC}')).count();
            prop_assert_eq!(signs(slug.as_str()), signs(&text));
            prop_assert_eq!(Slug::parse(slug.as_str()), Some(slug));
        }
    }

    #[test]
    fn a_route_reads_its_own_display(id in "[a-z]{1,8}(-[a-z0-9]{1,5})?") {
        let slug = Slug::parse(&id).expect("a slug");
        for route in [Route::Home, Route::Charter, Route::Service(slug.clone()), Route::Notice(slug), Route::SiteMap, Route::CharterData] {
            prop_assert_eq!(Route::parse(&format!("/{route}")), Some(route));
        }
    }

    #[test]
    fn text_without_placeholders_is_printed_letter_for_letter(text in "[^{}]{0,60}") {
        let shared = SharedText::parse(&text).expect("no placeholder");
        prop_assert_eq!(shared.fill(&places()), text);
    }

    #[test]
    fn filled_text_holds_no_known_placeholder(text in "([a-z{} ]|\\{upazila\\}|\\{host\\}){0,20}") {
        if let Ok(shared) = SharedText::parse(&text) {
            let filled = shared.fill(&places()).into_owned();
            prop_assert!(!filled.contains("{upazila}") && !filled.contains("{host}"), "{}", filled);
        }
    }

    #[test]
    fn markdown_never_lets_html_through(text in "([<>a-z/=\"' \\n*_`#]|<script>|</p>|<!--|&lt;){0,40}") {
        let html = markdown::html(&body(&text), &WORDS, |_| None, |_, _| String::new());
        for forbidden in ["<script", "<!--", "<a ", " onclick"] {
            prop_assert!(!html.contains(forbidden), "{}", html);
        }
    }
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for text in [
        "2025-02-29",
        "2025-04-31",
        "2025-13-01",
        "2025-00-10",
        "2025-01-00",
        "1899-01-01",
    ] {
        assert!(Date::parse(text).is_err(), "{text}");
    }
    assert!(Date::parse("2024-02-29").is_ok() && Date::parse("২০২৪-০২-২৯").is_ok());
}

#[test]
fn a_lost_zero_is_told_apart_from_other_faults() {
    assert_eq!(Phone::parse("1781271934"), Err(PhoneError::LostZero));
    assert_eq!(
        Phone::parse("০১৭৮১২২৭১৯৩৪"),
        Err(PhoneError::MobileLength(12))
    );
}

#[test]
fn numbers_are_shown_as_they_are_written_and_known_in_the_usual_form() {
    let as_written = |text| Phone::parse(text).expect("a number").to_string();
    for text in ["০৩১-৬৫৯০০০", "031-659000", "+880 247651287", "০১৭৮১-২৭১৯৩৪"]
    {
        assert_eq!(as_written(text), text);
    }
    let shown = |text| Phone::parse(text).expect("a number").usual();
    assert_eq!(shown("+8801781271934"), "০১৭৮১২৭১৯৩৪");
    assert_eq!(shown("+880 247651287"), "+৮৮০ ২৪৭৬৫১২৮৭");
    assert_eq!(shown("02-47651287"), "+৮৮০ ২৪৭৬৫১২৮৭");
    assert_eq!(shown("০৮৭১-৫৫৩০১"), "+৮৮০ ৮৭১৫৫৩০১");
}

#[test]
fn the_meaning_of_fees_and_times_is_read() {
    assert_eq!(Fee::read("বিনামূল্যে"), Fee::Free);
    assert_eq!(Fee::read("২০/- টাকা"), Fee::Taka(20));
    assert_eq!(Fee::read("৫/-"), Fee::Taka(5));
    assert_eq!(Fee::read("২৪৫.০০"), Fee::Taka(245));
    assert_eq!(Fee::read("৭.৫০"), Fee::Poisha(750));
    assert_eq!(Fee::read("৭.৫০ টাকা মাত্র"), Fee::Poisha(750));
    assert_eq!(Fee::read("১,০০০/-"), Fee::Taka(1000));
    assert_eq!(Fee::read("৭.৫০.২"), Fee::Unread);
    assert_eq!(Fee::read("বিদ্যমান সরকারি নীতিমালা অনুযায়ী"), Fee::ByPolicy);
    assert_eq!(Fee::read("যন্ত্রের মূল্যের ৫০%"), Fee::Unread);
    assert_eq!(
        TimeLimit::read("তাৎক্ষণিক/ কার্যদিবস (প্রযোজ্য ক্ষেত্রে)"),
        [TimeLimit::Immediate]
    );
    assert_eq!(
        TimeLimit::read("০৫ (পাঁচ) কার্যদিবস (প্রযোজ্য ক্ষেত্রে)"),
        [TimeLimit::WorkingDays(5)]
    );
    assert_eq!(TimeLimit::read("৭ কর্ম দিবস"), [TimeLimit::WorkingDays(7)]);
    assert_eq!(TimeLimit::read("নির্দেশনা অনুযায়ী"), [TimeLimit::AsDirected]);
    assert_eq!(TimeLimit::read("৩ মাস পর পর"), []);
}
