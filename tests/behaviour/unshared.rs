//! What offices share is made once and filled for each. Here each office is made wholly from its own values, and every byte
//! of every page must be the same: no template may have decided anything by what stands in place of an office's words. The
//! pages are as templates wrote them: published ones differ in what no browser sees, for what is shared is minified before an
//! office's words are put in (`&lt;b>` in the department's text, `&lt;b&gt;` in a name), and an office's own is not minified.
//! That the published pages are the same to a browser is looked at in `white_space.rs`.

use std::collections::BTreeMap;

use sanad::load;
use sanad::model::{Audience, Date};
use sanad::plan;
use sanad::render::{self, Content, Edition, Engine, Images, Minifier, PictureSizes, Pieces};
use sanad::theme::Theme;

use crate::support::Portal;
use crate::support::paths::CHARTER;
use crate::support::sites::{harbour, unusual};

/// What the public reads, on a day.
fn public() -> Audience {
    Audience::Public {
        today: Date::parse("2025-07-01").expect("a day"),
    }
}

/// The files of all portals in both languages, each office made from its own values alone.
fn unshared(portal: &Portal) -> BTreeMap<String, Vec<u8>> {
    let content = portal.path("content");
    let mut found = Vec::new();
    let country = load::country(&content, &mut found).expect("it can be read");
    let country = country.country.expect("a country");
    let departments = load::departments(&content, public(), &mut found).expect("they can be read");
    let themes = portal.path("themes");
    let theme = Theme::read(&themes, &country.theme, render::minify_css, &mut found);
    let theme = theme.expect("it can be read").expect("a whole theme");
    let engine = Engine::new(&theme).expect("templates without mistakes");
    let mut files = BTreeMap::new();
    for language in &country.languages {
        let language = *language;
        let wording = theme.wording(language).expect("a language of the theme");
        let edition = Edition::new(&country, &theme, wording, &engine, Minifier { on: false });
        for content_of in &departments {
            let department = content_of.department.as_ref().expect("a department");
            let shared_plan = plan::department(department, language);
            // Nothing is made of what they share, so nothing can be taken from it.
            let nothing = Pieces::new(department, &shared_plan, &edition);
            for row in &content_of.rows {
                let office = load::office(&content, content_of, row, public());
                let office = office.expect("it can be read").office.expect("an office");
                let images = Images::new(&office, PictureSizes::new());
                let plan = plan::office(&office, language);
                let made = render::portal(&office, &images, &plan, &nothing, |_| true);
                for file in made.expect("no mistake in a template") {
                    if let Content::Bytes(bytes) = file.content {
                        files.insert(format!("{}/{}", office.host, file.path), bytes);
                    }
                }
            }
        }
    }
    files
}

/// The names of the files that are not the same.
fn different(portal: &Portal) -> Vec<String> {
    let outcome = portal.run(&["build", "--no-minify"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let files = unshared(portal);
    let pages = files.keys().filter(|name| name.ends_with(".html"));
    assert!(pages.count() > 30, "{:?}", files.keys());
    let is_other = |(name, bytes): &(String, Vec<u8>)| {
        std::fs::read(portal.path("public").join(name))
            .ok()
            .as_ref()
            != Some(bytes)
    };
    files
        .into_iter()
        .filter(is_other)
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_page_is_the_same_when_nothing_is_shared() {
    for portal in [Portal::small(), Portal::field(), harbour()] {
        assert_eq!(different(&portal), [""; 0]);
        assert_eq!(different(&portal.in_both_languages()), [""; 0]);
    }
}

#[test]
fn every_page_of_unusual_offices_is_the_same_when_nothing_is_shared() {
    for portal in [unusual(), unusual().in_both_languages()] {
        assert_eq!(different(&portal), [""; 0]);
    }
}

/// A template that decides by the length of a shared text is noticed by the comparison.
#[test]
fn a_decision_by_what_stands_in_place_of_a_word_is_noticed() {
    let portal = Portal::small()
        .edit(CHARTER, "vision: নমুনা ভিশন।", "vision: \"{upazila}\"")
        .edit(
            "themes/portal/templates/vision-mission.html",
            "<h1>",
            "{% if charter.vision | length > 12 %}<hr>{% endif %}<h1>",
        );
    let different = different(&portal);
    assert!(
        different
            .iter()
            .all(|name| name.ends_with("vision-mission/index.html")),
        "{different:?}"
    );
    assert!(!different.is_empty());
}
