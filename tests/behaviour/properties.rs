//! Laws that hold for any input, not only for examples.

use proptest::prelude::*;
use sanad::model::{
    Date, Fee, Language, Limit, OfficeId, Phone, PhoneError, Places, Route, SharedText, Slug,
    TimeLimit, digits,
};

use crate::support::drawing::{photograph, photograph_as_png, plan, webp};
use crate::support::parsing::{fault_of_markdown, fault_of_picture, html, html_without_links};

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

/// A photograph or a drawing, in one of the formats.
fn pictures() -> [Vec<u8>; 4] {
    [
        photograph(96, 64, 6, ""),
        photograph_as_png(60, 40),
        plan(80, 50),
        webp(60, 40),
    ]
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
        let _ = html(&text);
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
        let html = html_without_links(&text);
        for forbidden in ["<script", "<!--", "<a ", " onclick"] {
            prop_assert!(!html.contains(forbidden), "{}", html);
        }
    }

    #[test]
    fn markdown_is_read_at_places_of_its_own_and_none_of_its_html_is_obeyed(text in "([\\[\\](){}!<>|`*_~#&;:/\"' \n\t-]|[a-z]|[কখ\u{9DF}\u{FEFF}]|https?://|www\\.|<img|<!--|\\{upazila\\}){0,60}") {
        prop_assert_eq!(fault_of_markdown(&text), None);
    }

    #[test]
    fn a_damaged_picture_is_refused_or_made_whole(which in 0..4_usize, at in any::<prop::sample::Index>(), cut in 0..40_usize, new in prop::collection::vec(any::<u8>(), 0..8)) {
        let mut bytes = pictures()[which].clone();
        let start = at.index(bytes.len());
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, new);
        prop_assert_eq!(fault_of_picture(&bytes), None);
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
    let read = |text| TimeLimit::read(text).parts().to_vec();
    assert_eq!(
        read("তাৎক্ষণিক/ কার্যদিবস (প্রযোজ্য ক্ষেত্রে)"),
        [Limit::AtOnce, Limit::Unread]
    );
    let days = |text| match *read(text) {
        [
            Limit::Within {
                days,
                where_it_applies,
            },
        ] => (days.working(), where_it_applies),
        _ => panic!("{text}"),
    };
    assert_eq!(days("০৫ (পাঁচ) কার্যদিবস (প্রযোজ্য ক্ষেত্রে)"), (Some(5), true));
    assert_eq!(days("৭ কর্ম দিবস"), (Some(7), false));
    assert_eq!(read("নির্দেশনা অনুযায়ী"), [Limit::AsDirected]);
    assert_eq!(read("৩ মাস পর পর"), [Limit::NoLatest]);
}
