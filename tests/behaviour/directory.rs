//! The directory of all offices: one page for a few, pages by division and district for many, each light.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use sanad::model::{Country, Host, Language, OfficeId, Place, Slug};
use sanad::plan::{self, ListItem, Listing, Name, PAGE_LIMIT};
use sanad::render::{self, Content, Edition, Engine, Minifier};
use sanad::theme::Theme;

use crate::support::directory::{build, homes, links};
use crate::support::paths::{DISTRICTS, OFFICES};
use crate::support::sites::{harbour, large, tables, with_second_department};
use crate::support::{Portal, is_bangla, text_of};

/// The pages of the directory, by path.
fn pages(portal: &Portal) -> BTreeMap<String, String> {
    let output = portal.output().into_iter();
    output
        .filter(|(name, _)| name == "index.html" || name.starts_with("offices/"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("a page is UTF-8")))
        .collect()
}

/// The offices' portals that one reaches from `index.html`, each as often as a page links it.
fn reached(portal: &Portal) -> Vec<String> {
    let pages = pages(portal);
    let mut offices = Vec::new();
    let mut seen = BTreeSet::from(["index.html".to_owned()]);
    let mut open = vec!["index.html".to_owned()];
    while let Some(name) = open.pop() {
        for target in links(&name, &pages[&name]) {
            if !pages.contains_key(&target) {
                offices.push(target);
            } else if seen.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    assert_eq!(
        seen,
        pages.keys().cloned().collect::<BTreeSet<_>>(),
        "every page is reached"
    );
    offices.sort();
    offices
}

#[test]
fn a_few_offices_stand_on_one_page() {
    let portal = Portal::small();
    portal.build().succeeds();
    assert!(!portal.path("public/offices").exists());
    assert_eq!(reached(&portal), homes(&portal));
}

#[test]
fn many_offices_are_divided_by_division_and_district() {
    let portal = large(16);
    let outcome = portal.build().succeeds();
    let homes = homes(&portal);
    assert_eq!(homes.len(), 160);
    assert_eq!(
        reached(&portal),
        homes,
        "each office is listed exactly once"
    );
    for (name, html) in pages(&portal) {
        assert!(html.len() <= PAGE_LIMIT, "{name} has {} bytes", html.len());
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
    }
    let first = text_of(&outcome.page("index.html"));
    assert!(
        first.contains("১৬০টি কার্যালয়") && first.contains("উত্তর বিভাগ (৪০)"),
        "{first}"
    );
    assert!(
        first.contains("জেলা 4 ১০টি") && !first.contains("উপজেলা 4-0"),
        "{first}"
    );
    let district = text_of(&outcome.page("offices/উত্তর/d4/index.html"));
    assert!(
        district.contains("প্রথম পাতা উত্তর বিভাগ জেলা 4 জেলা"),
        "{district}"
    );
    assert!(
        district.contains("উপজেলা 4-7 তথ্য নিশ্চিত করা হয়নি উপজেলা 4-8"),
        "{district}"
    );
    let division = text_of(&outcome.page("offices/উত্তর/index.html"));
    assert!(
        division.contains("৪০টি কার্যালয়। জেলা বেছে নিন। উপজেলা বা জেলার নাম লিখুন খুঁজুন জেলা 0 ১০টি"),
        "{division}"
    );
}

#[test]
fn offices_of_several_departments_are_told_apart() {
    let portal = with_second_department(large(8));
    let outcome = build(&portal);
    assert_eq!(reached(&portal), homes(&portal));
    let district = text_of(&outcome.page("offices/উত্তর/d4/index.html"));
    let (_, upazila) = district.split_once("উপজেলা 4-2 উপজেলা").expect("a heading");
    let (upazila, _) = upazila.split_once("উপজেলা 4-3 উপজেলা").expect("the next one");
    assert!(
        upazila.contains("নমুনা অধিদপ্তর") && upazila.contains("অন্য অধিদপ্তর"),
        "{upazila}"
    );
}

#[test]
fn an_upazila_has_a_page_where_a_district_has_too_many_offices() {
    // Twenty departments, ten upazilas: two hundred offices in the one district.
    let mut portal = large(1);
    for department in 0..20 {
        let folder = format!("content/d{department}");
        for name in [
            "charter.yaml",
            "department.yaml",
            "districts.csv",
            "offices.csv",
        ] {
            let text = fs::read_to_string(portal.path(&format!("content/dept/{name}")));
            portal = portal.with(&format!("{folder}/{name}"), text.expect("a text"));
        }
        let name = format!("অধিদপ্তর {department} {}", "নাম ".repeat(20).trim());
        portal = portal.edit(&format!("{folder}/department.yaml"), "নমুনা অধিদপ্তর", &name);
    }
    let outcome = build(&portal);
    assert_eq!(reached(&portal), homes(&portal));
    let district = text_of(&outcome.page("offices/উত্তর/d0/index.html"));
    assert!(
        district.contains("উপজেলা বেছে নিন। উপজেলা বা জেলার নাম লিখুন খুঁজুন উপজেলা 0-0 ২১টি"),
        "{district}"
    );
    let upazila = text_of(&outcome.page("offices/উত্তর/d0/u3/index.html"));
    assert!(
        upazila.contains("উত্তর বিভাগ জেলা 0 জেলা উপজেলা 0-3 উপজেলা"),
        "{upazila}"
    );
    assert!(
        upazila.contains("২১টি অধিদপ্তর"),
        "the masthead counts them: {upazila}"
    );
}

#[test]
fn a_build_of_the_same_offices_touches_no_page() {
    let portal = large(16);
    build(&portal);
    let note = portal.text("public/.sanad/directory");
    assert!(build(&portal).stdout.contains(": 0 files written"));
    let again = portal.text("public/.sanad/directory");
    assert_eq!(again, note);
}

#[test]
fn an_office_that_left_changes_only_the_pages_that_count_it() {
    let portal = large(16);
    build(&portal);
    let before = pages(&portal);
    let portal = portal.edit(OFFICES, "u3.d4,উপজেলা 4-3,2025-06-30\n", "");
    build(&portal);
    let after = pages(&portal);
    let changed = before
        .keys()
        .filter(|name| before.get(*name) != after.get(*name));
    let expected = [
        "index.html",
        "offices/উত্তর/d4/index.html",
        "offices/উত্তর/index.html",
    ];
    assert_eq!(changed.collect::<Vec<_>>(), expected);
    assert_eq!(reached(&portal), homes(&portal));
}

#[test]
fn pages_of_places_that_left_are_removed_and_foreign_files_stay() {
    let portal = large(16);
    build(&portal);
    let portal = portal
        .with("public/offices/foreign.html", "foreign")
        .with("public/offices/উত্তর/d4/foreign.html", "foreign");
    let portal = without_district(without_district(portal, 4), 8);
    build(&portal);
    assert!(!portal.path("public/offices/উত্তর/d4/index.html").exists());
    assert!(
        !portal.path("public/offices/উত্তর/d8").exists(),
        "nor its folder"
    );
    assert!(portal.path("public/offices/উত্তর/d12/index.html").exists());
    for name in ["offices/foreign.html", "offices/উত্তর/d4/foreign.html"] {
        let text = fs::read_to_string(portal.path("public").join(name)).expect("still there");
        assert_eq!(text, "foreign");
    }
    let few = tables(portal, 2);
    build(&few);
    let left: Vec<String> = pages(&few).into_keys().collect();
    let expected = [
        "index.html",
        "offices/foreign.html",
        "offices/উত্তর/d4/foreign.html",
    ];
    assert_eq!(left, expected, "a few offices stand on one page again");
}

fn without_district(portal: Portal, number: usize) -> Portal {
    let mut portal = portal;
    for (name, mark) in [
        (DISTRICTS, format!("d{number},")),
        (OFFICES, format!(".d{number},")),
    ] {
        let text = portal.text(name);
        let kept = text.lines().filter(|line| {
            !(line.starts_with(&mark) || mark.starts_with('.') && line.contains(&mark))
        });
        let kept: Vec<&str> = kept.collect();
        portal = portal.with(name, kept.join("\n") + "\n");
    }
    portal
}

#[test]
fn a_note_that_names_files_elsewhere_removes_none_of_them() {
    let portal = large(16);
    build(&portal);
    let outside = portal.path("content/portal.yaml");
    let names = [
        &*outside.to_string_lossy(),
        "../content/portal.yaml",
        "offices/../../content/portal.yaml",
        "offices/../dept.u0.d0.gov.bd/index.html",
        "dept.u0.d0.gov.bd/index.html",
        "index.html.d/../dept.u0.d0.gov.bd/index.html",
        "en/../content/portal.yaml",
        "en/dept.u0.d0.gov.bd/index.html",
        "en/offices/../../dept.u0.d0.gov.bd/index.html",
        "en/index.html.d/../../dept.u0.d0.gov.bd/index.html",
        "en/foreign.html",
        "en",
        "offices",
        "",
        ".",
    ];
    // A note that is whole, so that it is believed: digest, size and path of each file.
    let files: String = names.map(|name| format!("- 1 {name}\n")).concat();
    let note = format!("directory\n{files}end\n");
    let portal = portal.with("public/.sanad/directory", note);
    build(&portal);
    let portal_of_first = portal.path("public/dept.u0.d0.gov.bd/index.html");
    assert!(outside.exists() && portal_of_first.exists());
    assert_eq!(reached(&portal), homes(&portal));
}

#[test]
fn every_part_of_the_country_makes_the_whole_directory() {
    let whole = large(16);
    whole.build().succeeds();
    let part = large(16);
    part.run(&["build", "--shard", "3/100"]).succeeds();
    assert_eq!(pages(&part), pages(&whole));
}

#[test]
fn a_division_whose_name_is_no_folder_leads_nowhere_else() {
    let portal = large(16);
    let text = portal.text(DISTRICTS);
    let portal = portal.with(DISTRICTS, text.replace(",উত্তর,", ",../../উত্তর/x.y,"));
    build(&portal);
    assert_eq!(reached(&portal), homes(&portal));
    for folder in fs::read_dir(portal.path("public/offices")).expect("divisions") {
        let name = folder.expect("a folder").file_name();
        assert!(!name.to_string_lossy().contains('.'), "{}", name.display());
    }
}

/// Made-up offices: how many, spread over how many departments, divisions, districts, and upazilas in each.
#[derive(Debug, Clone)]
struct Spread {
    offices: usize,
    over: [usize; 4],
    names: Vec<String>,
    /// Whether the tables put one district into several divisions.
    tangled: bool,
    /// Whether the names have an English.
    translated: bool,
}

/// What an entry of the plan borrows.
struct Row {
    id: OfficeId,
    host: Host,
    names: [String; 5],
    /// The same in English, or again in Bangla.
    english: [String; 5],
    confirmed: bool,
}

impl Spread {
    fn rows(&self) -> Vec<Row> {
        (0..self.offices).map(|number| self.row(number)).collect()
    }

    fn row(&self, number: usize) -> Row {
        // Scattered, yet the same each time.
        let scattered = |salt: usize| (number + 1) * (salt * 7_919 + 2_654_435_761) / 97;
        let [department, anywhere, district, upazila] =
            [0, 1, 2, 3].map(|at| scattered(at) % self.over[at]);
        let division = if self.tangled {
            anywhere
        } else {
            district % self.over[1]
        };
        let name = |at: usize, number: usize| {
            format!("{} {number}", self.names[(at + number) % self.names.len()])
        };
        let names = [
            name(0, department),
            name(1, department),
            name(2, division),
            name(3, district),
            name(4, upazila),
        ];
        // Now and then a name is not translated, or one place is written in two ways.
        let english = names.clone().map(|name| match number % 7 {
            1 if self.translated => format!("&{name}"),
            2.. if self.translated => name.replace(is_bangla, "bn"),
            _ => name,
        });
        let id = format!("u{upazila}.d{district}");
        Row {
            id: OfficeId::parse(&id).expect("an id"),
            host: Host::parse(&format!("n{number}.d{department}.{id}.gov.bd")).expect("a host"),
            names,
            english,
            confirmed: !number.is_multiple_of(3),
        }
    }
}

fn entries(rows: &[Row]) -> Vec<plan::DirectoryEntry<'_>> {
    rows.iter().map(Row::entry).collect()
}

impl Row {
    fn entry(&self) -> plan::DirectoryEntry<'_> {
        let [office_name, department, division, district, upazila] =
            [0, 1, 2, 3, 4].map(|at| Name {
                bangla: &self.names[at],
                english: &self.english[at],
            });
        plan::DirectoryEntry {
            id: &self.id,
            host: &self.host,
            office_name,
            department,
            upazila,
            district,
            division,
            confirmed: self.confirmed,
        }
    }
}

/// All items of a page.
fn items<'p, 'a>(listing: &'p Listing<'a>) -> Vec<&'p ListItem<'a>> {
    let groups = listing.groups.iter();
    let below = groups.flat_map(|group| items(&group.listing));
    listing.items.iter().chain(below).collect()
}

/// The theme of the project, and the harbour, each read once for all of these tests.
static PORTAL: LazyLock<(Theme, Engine)> = LazyLock::new(|| theme(&Portal::small(), "portal"));
static HARBOUR: LazyLock<(Theme, Engine)> = LazyLock::new(|| theme(&harbour(), "harbour"));

fn theme(site: &Portal, name: &str) -> (Theme, Engine) {
    let name = Slug::parse(name).expect("a name");
    let mut found = Vec::new();
    let theme = Theme::read(&site.path("themes"), &name, render::minify_css, &mut found);
    let theme = theme.expect("readable").expect("without mistakes");
    let engine = Engine::new(&theme).expect("templates without mistakes");
    (theme, engine)
}

/// Renders with a theme, in both languages; gives paths and bytes of what is not an asset.
fn rendered((theme, engine): &(Theme, Engine), rows: &[Row]) -> Vec<(String, Vec<u8>)> {
    let country = Country {
        state: "নমুনা রাষ্ট্র".to_owned().into(),
        theme: Slug::parse("portal").expect("a slug"),
        theme_origin: Place::file(&"portal.yaml".into()),
        weekend: Vec::new(),
        holidays: Vec::new(),
        holidays_complete_until: None,
        hours: None,
        hotlines: Vec::new(),
        links: Vec::new(),
        languages: Language::ALL.map(|(_, language)| language).into(),
    };
    let editions = country.languages.iter().map(|language| {
        let wording = theme.wording(*language).expect("both languages");
        Edition::new(&country, theme, wording, engine, Minifier::default())
    });
    let editions: Vec<Edition<'_>> = editions.collect();
    let files = render::directory(&plan::directory(&entries(rows)), &editions);
    let files = files.expect("templates without mistakes").into_iter();
    files
        .filter(|file| !file.path.starts_with("assets/"))
        .map(|file| match file.content {
            Content::Bytes(bytes) => (file.path, bytes),
            Content::Copy { .. } | Content::Kept => panic!("{} has no bytes", file.path),
        })
        .collect()
}

#[track_caller]
fn is_light(rows: &[Row]) {
    is_light_in(&PORTAL, rows);
}

#[track_caller]
fn is_light_in(theme: &(Theme, Engine), rows: &[Row]) {
    let files = rendered(theme, rows).into_iter();
    let pages: Vec<_> = files.filter(|(name, _)| name.ends_with(".html")).collect();
    let english = pages.iter().filter(|(name, _)| name.starts_with("en/"));
    assert_eq!(
        english.count() * 2,
        pages.len(),
        "half of the pages are in English"
    );
    for (name, bytes) in pages {
        assert!(
            bytes.len() <= PAGE_LIMIT,
            "{name} has {} bytes",
            bytes.len()
        );
    }
}

fn spread() -> impl Strategy<Value = Spread> {
    let over = || prop::sample::select(vec![1_usize, 2, 8, 64, 700]);
    let over = [over(), over(), over(), over()];
    let names = prop::collection::vec("[ক-হা-ৌ্<&\"' ]{0,8}|[ক-হ\"]{0,300}", 1..6);
    (0..1000_usize, over, names, any::<bool>(), any::<bool>()).prop_map(
        |(offices, over, names, tangled, translated)| Spread {
            offices,
            over,
            names,
            tangled,
            translated,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_offices_are_listed_once_and_every_link_has_a_page(spread in spread()) {
        let rows = spread.rows();
        let entries = entries(&rows);
        let directory = plan::directory(&entries);
        let folders: BTreeSet<&str> = directory.pages.iter().map(|page| page.head.folder.as_str()).collect();
        prop_assert_eq!(folders.len(), directory.pages.len(), "no two pages share a folder");
        let mut hosts = Vec::new();
        for page in &directory.pages {
            let mut count = 0;
            for item in items(&page.listing) {
                match item {
                    ListItem::Office(entry) => {
                        hosts.push(entry.host);
                        count += 1;
                    }
                    ListItem::Page { folder, count: behind, .. } => {
                        prop_assert!(folders.contains(folder.as_str()), "{} is missing", folder);
                        count += behind;
                    }
                }
            }
            prop_assert_eq!(count, page.head.count, "{} counts what it leads to", page.head.folder);
        }
        hosts.sort();
        let mut expected: Vec<&Host> = rows.iter().map(|row| &row.host).collect();
        expected.sort();
        prop_assert_eq!(hosts, expected);
        let mut turned = entries;
        turned.reverse();
        prop_assert!(directory == plan::directory(&turned), "the order of the tables matters");
    }

    #[test]
    fn no_page_is_heavy_whatever_the_tables_hold(spread in spread()) {
        is_light(&spread.rows());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_is_heavy_in_a_theme_with_a_look_of_its_own(spread in spread()) {
        is_light_in(&HARBOUR, &spread.rows());
    }
}

/// Offices with names of a realistic length.
fn country(offices: usize, over: [usize; 4]) -> Vec<Row> {
    let names = ["উপজেলা মহিলা বিষয়ক কর্মকর্তার কার্যালয়", "ব্রাহ্মণবাড়িয়া সদর", "নারায়ণগঞ্জ"];
    let names = names.map(str::to_owned).to_vec();
    let spread = Spread {
        offices,
        over,
        names,
        tangled: false,
        translated: false,
    };
    spread.rows()
}

#[test]
fn thirty_six_thousand_offices_make_light_pages() {
    is_light(&country(36_400, [74, 8, 64, 8]));
}

#[test]
fn pages_of_a_theme_with_a_look_of_its_own_are_light_too() {
    for (offices, over) in [
        (36_400, [74, 8, 64, 8]),
        (2_000, [1, 8, 64, 8]),
        (2_000, [2_000, 1, 1, 1]),
        (2_000, [1, 1_000, 2_000, 1]),
        (300, [3, 8, 64, 8]),
    ] {
        is_light_in(&HARBOUR, &country(offices, over));
    }
}

#[test]
fn what_the_search_finds_grows_with_upazilas_and_hardly_with_departments() {
    let size = |departments: usize| {
        let mut rows = country(495 * departments, [1, 8, 64, 8]);
        for (number, row) in rows.iter_mut().enumerate() {
            let (department, upazila) = (number % departments, number / departments);
            row.id = OfficeId::parse(&format!("u{upazila}.d{}", upazila / 8)).expect("an id");
            let host = format!("d{department}.{}.gov.bd", row.id);
            row.host = Host::parse(&host).expect("a host");
            let named = |what: &str, number: usize| format!("{what} {number}");
            row.names = [
                named("উপজেলা কার্যালয়", department),
                named("অধিদপ্তর", department),
                named("বিভাগ", upazila / 64),
                named("নারায়ণগঞ্জ", upazila / 8),
                named("ব্রাহ্মণবাড়িয়া সদর", upazila),
            ];
            row.english = [
                named("Upazila Office", department),
                named("Department", department),
                named("Division", upazila / 64),
                named("Narayanganj", upazila / 8),
                named("Brahmanbaria Sadar", upazila),
            ];
        }
        let files = rendered(&PORTAL, &rows);
        ["entries.js", "en/entries.js"].map(|index| {
            let found = files.iter().find(|(name, _)| name == index);
            found.expect("an index").1.len()
        })
    };
    for (one, twenty) in size(1).into_iter().zip(size(20)) {
        assert!(one < 64 * 1024, "495 offices take {one} bytes");
        assert!(twenty < 3 * one, "9,900 take {twenty} where 495 take {one}");
    }
}

#[test]
fn thousands_of_departments_in_one_upazila_make_light_pages() {
    is_light(&country(20_000, [20_000, 1, 1, 1]));
}

#[test]
fn thousands_of_divisions_and_districts_make_light_pages() {
    is_light(&country(4_000, [1, 2_000, 4_000, 1]));
    is_light(&country(4_000, [1, 1, 4_000, 1]));
    is_light(&country(4_000, [1, 1, 1, 4_000]));
}

#[test]
fn absurdly_long_names_make_light_pages() {
    // A page holds two to four of them, so 240 offices need four levels of pages and more, as 900 do.
    for (sign, offices) in [("\"", 900), ("ক্ষি", 240), ("<", 240)] {
        let names = vec![sign.repeat(5_000)];
        for over in [
            [offices, 1, 1, 1],
            [3, offices / 3, 2, 2],
            [1, 1, offices / 30, 30],
        ] {
            let spread = Spread {
                offices,
                over,
                names: names.clone(),
                tangled: false,
                translated: true,
            };
            is_light(&spread.rows());
        }
    }
}
