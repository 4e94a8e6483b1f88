//! `sanad check --report DIR`: which offices somebody has to telephone, and what is to be asked.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::support::paths::{CHARTER, FIRST_CHARTER, FIRST_YAML, OFFICES};
use crate::support::{Outcome, Portal, files, text_of};

/// The report as it was on a day.
fn report_of(portal: &Portal, day: &str) -> Outcome {
    portal.run(&["check", "--today", day, "--report", "calls"])
}

fn report(portal: &Portal) -> Outcome {
    report_of(portal, "2025-07-01")
}

fn page(portal: &Portal, name: &str) -> String {
    fs::read_to_string(portal.path("calls").join(name)).expect("a page")
}

/// The page of the only district, as a reader sees it.
fn district(portal: &Portal) -> String {
    text_of(&page(portal, "districts/sample/index.html"))
}

/// The part of the district's page that is about an office.
fn block(portal: &Portal, upazila: &str) -> String {
    let html = page(portal, "districts/sample/index.html");
    let block = html.split("<section ").find(|block| {
        let (head, _) = block.split_once("</h2>").unwrap_or_default();
        head.ends_with(&format!(">{upazila}"))
    });
    text_of(block.unwrap_or_else(|| panic!("{upazila} is not in {html}")))
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn the_worst_office_stands_first_and_complete_ones_are_folded_into_one_line() {
    let portal = Portal::small();
    report(&portal).tells("The report is written: open calls/index.html");
    let text = district(&portal);
    holds(
        &text,
        &["নমুনা জেলা জেলা", "২টি কার্যালয়ে ফোন করতে হবে।", "সম্পূর্ণ (১) নমুনাপুর"],
    );
    let at = |part: &str| {
        text.find(part)
            .unwrap_or_else(|| panic!("{part} in {text}"))
    };
    let order = [
        "দ্বিতীয় নমুনাপুর কর্মকর্তার নাম নেই",
        "তৃতীয় নমুনাপুর শূন্য পদ",
        "সম্পূর্ণ (১)",
    ];
    assert!(order.map(at).is_sorted(), "{text}");
}

#[test]
fn the_first_page_counts_every_office_once_by_division_and_district() {
    let portal = Portal::small();
    report(&portal);
    let text = text_of(&page(&portal, "index.html"));
    holds(
        &text,
        &[
            "১ জুলাই ২০২৫ তারিখের অবস্থা",
            "মোট কার্যালয় ৩ কর্মকর্তার নাম নেই ১ শূন্য পদ ১ সম্পূর্ণ ১",
            "নমুনা বিভাগ বিভাগ",
            "নমুনা জেলা ৩ টি কার্যালয় ১ ১ ১",
        ],
    );
}

#[test]
fn whom_to_telephone_is_the_officer_and_without_a_number_the_district() {
    let portal = Portal::small().with(FIRST_YAML, "email: first@gmail.com\n");
    report(&portal);
    let first = block(&portal, "নমুনাপুর");
    holds(&first, &["যাচাই প্রয়োজন", "নমুনা কর্মকর্তা", "01700000000"]);
    assert!(!first.contains("জেলা কার্যালয়ে ফোন করুন"), "{first}");
    let second = block(&portal, "দ্বিতীয় নমুনাপুর");
    holds(
        &second,
        &["জেলা কার্যালয়ে ফোন করুন", "নমুনা জেলা কার্যালয়", "0200000000"],
    );
    let html = page(&portal, "districts/sample/index.html");
    holds(&html, &["tel:+8801700000000", "tel:+880200000000"]);
}

#[test]
fn what_is_to_be_asked_names_the_remedy_and_the_line() {
    let portal = Portal::small()
        .edit(OFFICES, "01700000000", "017000000000")
        .with(
            FIRST_CHARTER,
            "services:\n  citizen:\n    - id: first-service\n      time_limit: তিন (০২) কার্যদিবস\n",
        );
    let outcome = report(&portal);
    assert_eq!(outcome.code, 1, "mistakes end with 1 as without a report");
    let first = block(&portal, "নমুনাপুর");
    holds(
        &first,
        &[
            "ভুল আছে যাচাই প্রয়োজন",
            "(১টি ভুল, ২টি সতর্কতা)",
            "মোবাইল নম্বরে ১১টি অঙ্ক থাকে, যেমন ০১৭০০০০০০০০",
            "ভুল: এই মোবাইল নম্বরে ১২টি অঙ্ক আছে; লেখা আছে 017000000000",
            "content/dept/offices.csv:2",
            "content/dept/offices/first.sample/charter.yaml:4",
        ],
    );
}

#[test]
fn an_overdue_charter_or_confirmation_says_since_when() {
    let portal = Portal::small().with(FIRST_CHARTER, "approved_on: 2025-07-15\n");
    report_of(&portal, "2026-01-01");
    holds(
        &block(&portal, "নমুনাপুর"),
        &[
            "মেয়াদোত্তীর্ণ",
            "চার্টার হালনাগাদ করার শেষ তারিখ ছিল: ৩১ ডিসেম্বর ২০২৫",
            "তথ্য আবার নিশ্চিত করার শেষ তারিখ ছিল: ৩০ সেপ্টেম্বর ২০২৫",
        ],
    );
    report_of(&portal, "2025-09-30");
    assert!(!district(&portal).contains("মেয়াদোত্তীর্ণ"), "in time");
}

#[test]
fn what_all_offices_share_stands_on_the_first_page_once_and_on_no_other() {
    let portal = Portal::small().edit(CHARTER, "নমুনা প্রত্যাশা", "অন্যাবশ্যিক ফোন না করা");
    report(&portal);
    let first = text_of(&page(&portal, "index.html"));
    assert_eq!(first.matches("content/dept/charter.yaml:23").count(), 1);
    assert!(!district(&portal).contains("charter.yaml"));
}

#[test]
fn a_mistake_in_a_shared_page_that_stops_one_office_is_said_there_too() {
    let portal = Portal::small().with(
        "content/dept/pages/forms.md",
        "---\ntitle: ফরম\n---\n\n[ফরম](/notices/winter)\n",
    );
    report(&portal);
    holds(
        &text_of(&page(&portal, "index.html")),
        &["সব কার্যালয়ের সাধারণ ফাইলে ১টি ভুল আছে", "pages/forms.md:5"],
    );
    holds(
        &block(&portal, "দ্বিতীয় নমুনাপুর"),
        &["ভুল আছে", "পোর্টাল হালনাগাদ হচ্ছে না"],
    );
    holds(&district(&portal), &["সম্পূর্ণ (১) নমুনাপুর"]);
}

#[test]
fn what_is_wrong_in_a_districts_row_stands_on_its_page() {
    let portal = Portal::small().edit(
        "content/dept/districts.csv",
        "sample@dept.example",
        "sample@gmail.com",
    );
    report(&portal);
    holds(
        &district(&portal),
        &[
            "জেলা কার্যালয়ের তথ্যে যা ঠিক করতে হবে",
            "content/dept/districts.csv:2",
        ],
    );
}

#[test]
fn a_broken_row_belongs_to_no_neighbour() {
    let portal = Portal::small().edit(OFFICES, "second.sample,", "no id,");
    report(&portal);
    let text = district(&portal);
    assert!(!text.contains("offices.csv:3"), "{text}");
    holds(
        &text_of(&page(&portal, "index.html")),
        &["content/dept/offices.csv:3"],
    );
}

#[test]
fn while_the_charter_cannot_be_read_the_rows_still_say_whom_to_telephone() {
    let portal = Portal::small().edit(CHARTER, "responsible: clerk", "responsible: clark");
    report(&portal);
    holds(
        &district(&portal),
        &[
            "সব কার্যালয়ের সাধারণ ফাইলে ১টি ভুল আছে",
            "দ্বিতীয় নমুনাপুর কর্মকর্তার নাম নেই",
            "তৃতীয় নমুনাপুর শূন্য পদ",
        ],
    );
}

#[test]
fn an_office_in_a_district_that_no_table_knows_is_not_lost() {
    let portal = Portal::small().edit(OFFICES, "third.sample", "third.nowhere");
    report(&portal);
    holds(
        &text_of(&page(&portal, "index.html")),
        &["তালিকায় নেই এমন জেলা", "nowhere"],
    );
    let text = text_of(&page(&portal, "districts/nowhere/index.html"));
    holds(&text, &["তৃতীয় নমুনাপুর", "ভুল আছে", "কারও ফোন নম্বর নেই"]);
}

#[test]
fn only_what_is_asked_for_is_reported() {
    let portal = Portal::small().edit(OFFICES, "first@dept.example", "first@gmail.com");
    let check = |more: &[&str]| {
        let words = ["check", "--today", "2025-07-01", "--report", "calls"];
        portal.run(&[&words[..], more].concat());
        district(&portal)
    };
    assert!(check(&[]).contains("gov.bd-যুক্ত"));
    assert!(!check(&["--ignore", "private-mail"]).contains("gov.bd-যুক্ত"));
}

#[test]
fn offices_of_several_departments_are_told_apart_and_share_the_districts_page() {
    let portal = Portal::small();
    let second = files(&portal.path("content/dept"));
    let portal = second
        .into_iter()
        .fold(portal, |portal, (name, bytes)| {
            portal.with(&format!("content/other/{name}"), bytes)
        })
        .edit(
            "content/other/department.yaml",
            "office_name: ",
            "office_name: অন্য ",
        );
    report(&portal);
    let text = district(&portal);
    holds(&text, &["মোট কার্যালয় ৬", "অন্য উপজেলা নমুনা কার্যালয়, দ্বিতীয় নমুনাপুর"]);
}

/// The targets of all links and style sheets of a page, without what leads elsewhere.
fn targets(html: &str) -> Vec<String> {
    let values = html.split("href=").skip(1).map(|rest| {
        let rest = rest.trim_start_matches('"');
        let end = rest.find(['"', ' ', '>']).expect("the end of an attribute");
        rest[..end].to_owned()
    });
    values.filter(|target| !target.contains(':')).collect()
}

#[test]
fn every_link_of_a_report_leads_to_a_file_and_every_page_can_be_reached() {
    let portal = Portal::small().edit(OFFICES, "third.sample", "third.nowhere");
    report(&portal);
    let root = portal.path("calls");
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut links = 0;
    for (name, bytes) in files(&root) {
        if !name.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).expect("UTF-8");
        for target in targets(&html) {
            let (path, part) = target.split_once('#').unwrap_or((&target, ""));
            let file = if path.is_empty() {
                root.join(&name)
            } else {
                root.join(&name).parent().expect("a folder").join(path)
            };
            let text = fs::read(&file).unwrap_or_else(|error| panic!("{name}: {target}: {error}"));
            let text = String::from_utf8_lossy(&text);
            assert!(
                part.is_empty() || text.contains(&format!("id={part}")),
                "{target}"
            );
            let file = file.canonicalize().expect("a file");
            let file = file
                .strip_prefix(root.canonicalize().expect("a folder"))
                .expect("below");
            reached.insert(file.to_string_lossy().into_owned());
            links += 1;
        }
    }
    let all: BTreeSet<String> = files(&root).into_iter().map(|(name, _)| name).collect();
    let pages = all.into_iter().filter(|name| !name.starts_with(".sanad/"));
    assert_eq!(pages.collect::<BTreeSet<_>>(), reached);
    assert!(links > 8);
}

#[test]
fn no_search_engine_keeps_it_and_its_text_is_nfc() {
    let portal = Portal::real();
    report(&portal).succeeds();
    for (name, bytes) in files(&portal.path("calls")) {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        assert!(
            ComposingNormalizerBorrowed::new_nfc().is_normalized(&text),
            "{name}"
        );
        if name.ends_with(".html") {
            holds(&text, &["<meta content=noindex name=robots>", "lang=bn"]);
            assert!(
                !text.contains("<script") && !text.contains("style="),
                "{name}"
            );
        }
    }
}

#[test]
fn a_hostile_name_stays_text() {
    const EVIL: &str = r#"<b onclick="x">& {{ s }}</b>"#;
    let portal = Portal::small()
        .edit(
            OFFICES,
            "দ্বিতীয় নমুনাপুর",
            &format!("\"{}\"", EVIL.replace('"', "\"\"")),
        )
        .with(
            FIRST_YAML,
            format!("officer: '{EVIL}'\nemail: first@gmail.com\n"),
        );
    report(&portal);
    let html = page(&portal, "districts/sample/index.html");
    assert!(!html.contains("<b onclick"), "{html}");
    assert_eq!(text_of(&html).matches(EVIL).count(), 2, "name and officer");
}

#[test]
fn what_lies_in_the_folder_stays_and_pages_of_yesterday_go() {
    let portal = Portal::small().edit(OFFICES, "third.sample", "third.nowhere");
    let portal = portal
        .with("calls/notes.txt", "mine")
        .with("calls/districts/nowhere/mine", "mine");
    report(&portal);
    assert!(portal.path("calls/districts/nowhere/index.html").exists());
    let portal = portal.edit(OFFICES, "third.nowhere", "third.sample");
    report(&portal).succeeds();
    assert!(!portal.path("calls/districts/nowhere/index.html").exists());
    assert!(portal.path("calls/notes.txt").exists());
    assert!(portal.path("calls/districts/nowhere/mine").exists());
}

#[test]
fn a_folder_with_something_else_of_the_same_name_is_refused_and_untouched() {
    let portal = Portal::small().with("calls/index.html", "mine");
    let before = files(&portal.path("calls"));
    report(&portal).faults("calls/index.html is there already, and no report wrote it");
    assert_eq!(files(&portal.path("calls")), before);
    portal.build().succeeds();
    let before = files(&portal.path("public"));
    portal
        .run(&["check", "--report", "public"])
        .faults("public holds the portals of a build; name another folder with --report DIR");
    assert_eq!(files(&portal.path("public")), before);
}

#[test]
fn the_report_may_not_lie_in_what_is_read_nor_the_other_way_round() {
    for folder in ["content", "content/dept/calls", ".", "themes/calls"] {
        Portal::small()
            .run(&["check", "--report", folder])
            .faults("name a folder of its own with --report DIR");
    }
    Portal::small()
        .with("calls", "a file")
        .run(&["check", "--report", "calls"])
        .faults("--report calls is not a folder");
}

#[test]
fn without_a_theme_there_is_no_report_and_the_reason_is_said() {
    let portal = Portal::small().without("themes/portal/templates/report.html");
    let outcome = report(&portal);
    assert_eq!(outcome.code, 1);
    outcome
        .says("No report was written: mend the mistakes in portal.yaml and in the theme first")
        .tells("missing-template");
    assert!(!portal.path("calls").exists());
}

#[test]
fn a_mistake_in_a_template_of_the_report_is_shown_at_its_place() {
    let portal = Portal::small().edit(
        "themes/portal/templates/report.html",
        "s.report_lead",
        "s.report_leed",
    );
    let outcome = report(&portal);
    assert_eq!(outcome.code, 1);
    outcome.tells("themes/portal/templates/report.html:1:10");
    assert!(!portal.path("calls/index.html").exists());
}

#[test]
fn programs_that_read_the_findings_get_nothing_else() {
    let portal = Portal::small();
    let words = ["check", "--today", "2025-07-01", "--format", "json"];
    let plain = portal.run(&words).stdout;
    let with_report = portal.run(&[&words[..], &["--report", "calls"]].concat());
    assert_eq!(with_report.succeeds().stdout, plain);
    assert!(portal.path("calls/index.html").exists());
}

#[test]
fn the_same_day_gives_the_same_report_and_keeps_its_files() {
    let portal = Portal::real();
    report(&portal).succeeds();
    let before = files(&portal.path("calls"));
    let about = fs::metadata(portal.path("calls/index.html")).expect("a page");
    report(&portal).succeeds();
    assert_eq!(files(&portal.path("calls")), before);
    let again = fs::metadata(portal.path("calls/index.html")).expect("a page");
    assert_eq!(about.modified().ok(), again.modified().ok());
}

#[test]
fn a_report_on_the_whole_country_takes_no_longer_than_one_waits() {
    let mut offices = "id,upazila,officer,post,phone,email,verified_on\n".to_owned();
    let mut districts = "id,name,division,office,host,designation,phone,email\n".to_owned();
    for at in 0..64 {
        let division = at % 8;
        writeln!(
            districts,
            "d{at},জেলা {at},বিভাগ {division},জেলা কার্যালয় {at},,,0200000000,"
        )
        .expect("a String");
    }
    for at in 0..495 {
        writeln!(offices, "u{at}.d{},উপজেলা {at},,clerk,,,", at % 64).expect("a String");
    }
    let portal = Portal::small()
        .without("content/dept/offices")
        .with("content/dept/districts.csv", districts)
        .with(OFFICES, offices);
    let start = Instant::now();
    report(&portal).succeeds();
    // Well below a second in the release; the program under test is not optimised, and the machine may be busy.
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(
        fs::read_dir(portal.path("calls/districts"))
            .expect("a folder")
            .count(),
        64
    );
}
