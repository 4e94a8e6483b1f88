//! What people type and paste who never learned Markdown: it becomes what was meant, or a finding says what is shown as it was
//! typed. Laws over random texts stand beside `markdown`.

use crate::support::paths::WINTER;
use crate::support::{Portal, text_of};

const FRONT: &str = "---\ntitle: ক\ndate: 2025-01-15\n---\n";

fn with(text: &str) -> Portal {
    Portal::small().with(WINTER, format!("{FRONT}{text}"))
}

/// The text of a notice as it is published.
fn published(text: &str) -> String {
    let portal = with(text);
    let page = portal
        .build()
        .succeeds()
        .page("dept.first.sample.gov.bd/notices/winter/index.html");
    let start = page.find("prose").expect("a text");
    let start = start + page[start..].find('>').expect("its tag") + 1;
    let end = page[start..].find("</article>").expect("its end");
    page[start..start + end].replace('\n', "")
}

#[track_caller]
fn becomes(text: &str, html: &str) {
    let page = published(text);
    assert!(page.contains(html), "{text}\n{page}\n{html}");
}

/// What a text says when its tags are gone.
#[track_caller]
fn reads(text: &str, words: &str) {
    let page = text_of(&published(text));
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains(words), "{text}\n{page}");
}

#[track_caller]
fn is_told(text: &str, code: &str, place: &str) {
    let outcome = with(text).check(code);
    let first = outcome.findings().into_iter().next();
    let first = first.map(|finding| (finding.code, finding.place));
    assert_eq!(
        first,
        Some((code.to_owned(), format!("{WINTER}:{place}"))),
        "{text}"
    );
}

#[track_caller]
fn is_not_told(text: &str, code: &str) {
    with(text).check(code).finds(&[]);
}

#[test]
fn bold_text_may_end_in_a_danda_a_bracket_or_a_sum() {
    for inside in [
        "৩০ জুন।",
        "“ফরম”",
        "৫০/-",
        "৫০%",
        "(ক)",
        "নোট:",
        "শেষ.",
        "কী?",
        "না!",
    ] {
        becomes(
            &format!("শেষ **{inside}**এর কথা"),
            &format!("<strong>{inside}</strong>এর"),
        );
        becomes(
            &format!("- *{inside}*এর কথা"),
            &format!("<em>{inside}</em>এর"),
        );
    }
    becomes("***ক।***খ", "<em><strong>ক।</strong></em>খ");
    becomes("~~ক।~~খ", "<del>ক।</del>খ");
    becomes("ক**“খ”** গ", "ক<strong>“খ”</strong> গ");
    becomes("## শেষ **৩০ জুন।**এর", "শেষ <strong>৩০ জুন।</strong>এর</h2>");
    becomes(
        "|ক|খ|\n|-|-|\n|**১।**এর|২|",
        "<td><strong>১।</strong>এর</td>",
    );
    becomes(
        "**ক।**খ **গ।**ঘ",
        "<strong>ক।</strong>খ <strong>গ।</strong>ঘ",
    );
}

#[test]
fn figures_keep_their_stars_and_tildes() {
    for text in [
        "২০*৩০ ও ৪০*৫০",
        "৫ফুট*৬ফুট, ৭ফুট*৮ফুট",
        "২**৩ ও ৪**৫",
        "৫~৭ দিন, ৯~১০ দিন",
        "২ * ৩ * ৪",
        "মূল্য ৫০* টাকা",
        "ক_খ_গ",
        "#৫ নম্বর",
        "<১৮ বছর ও >৬০ বছর",
    ] {
        reads(text, text);
    }
}

#[test]
fn stars_that_mean_nothing_are_told_unless_they_were_escaped() {
    is_told("** ক **", "shown-as-typed", "5:1");
    is_told("এই **ক", "shown-as-typed", "5:4");
    is_told("- এই ক~~", "shown-as-typed", "5:7");
    for text in [
        "\\*\\*ক",
        "`**ক`",
        "```\n**ক\n```",
        "নাম: ______",
        "তারিখ: __ মাস",
        "form__1",
    ] {
        is_not_told(text, "shown-as-typed");
    }
}

#[test]
fn a_list_numbered_by_hand_is_a_list_that_keeps_its_marks() {
    for (first, second) in [
        ("১. ", "২. "),
        ("১.", "২."),
        ("১) ", "২) "),
        ("১। ", "২। "),
        ("(১) ", "(২) "),
        ("ক. ", "খ. "),
        ("ক) ", "খ) "),
        ("(ক) ", "(খ) "),
        ("a) ", "b) "),
        ("– ", "– "),
        ("-", "-"),
        ("১.\t", "২.\t"),
    ] {
        let text = format!("{first}আবেদন\n{second}ছবি");
        becomes(
            &text,
            &format!("<ul class=\"typed\"><li>{first}আবেদন</li><li>{second}ছবি</li></ul>"),
        );
    }
    becomes(
        "লাগবে:\n১. আবেদন\n২. ছবি",
        "<p>লাগবে:</p><ul class=\"typed\"><li>১. আবেদন</li>",
    );
    becomes(
        "1. ক\n   ক) ছবি\n   খ) সনদ",
        "<li>ক<ul class=\"typed\"><li>ক) ছবি</li>",
    );
}

#[test]
fn points_of_every_look_make_a_list() {
    for point in [
        "• ",
        "•",
        "· ",
        "▪ ",
        "➢ ",
        "✓ ",
        "\u{F0B7}\t",
        "\u{F0A7} ",
        "o\t",
    ] {
        let text = format!("{point}আবেদন\n{point}ছবি");
        becomes(&text, "<ul><li>আবেদন</li><li>ছবি</li></ul>");
    }
}

#[test]
fn a_sentence_whose_line_begins_with_a_sum_a_dash_or_an_initial_is_no_list() {
    for text in ["মূল্য\n১.৫০ টাকা", "ঢাকা\n– খুলনা", "১. ভূমিকা", "মো. করিম\nমো. রহিম"]
    {
        assert!(!published(text).contains("<li>"), "{text}");
    }
}

#[test]
fn items_keep_the_numbers_that_they_were_given() {
    becomes(
        "1. ক\n3. খ\n4. গ",
        "<li>ক</li><li value=\"3\">খ</li><li>গ</li>",
    );
    becomes("1. ক\n1. খ", "<ol><li>ক</li><li>খ</li></ol>");
    becomes("5. ক\n6. খ", "<ol start=\"5\"><li>ক</li><li>খ</li></ol>");
}

#[test]
fn an_indented_first_line_begins_a_paragraph() {
    for indent in ["\t", "    ", "    \t", "        "] {
        becomes(
            &format!("{indent}উপর্যুক্ত **বিষয়ে** জানানো"),
            "<p>উপর্যুক্ত <strong>বিষয়ে</strong> জানানো</p>",
        );
        becomes(&format!("ক\n\n{indent}খ\n\n{indent}গ"), "<p>খ</p><p>গ</p>");
    }
    becomes("\tউপর্যুক্ত\nবিষয়ে", "<p>উপর্যুক্ত<br />বিষয়ে</p>");
    becomes("\t[ক](/charter)", "<a href=\"../../charter/");
    with("\t[ক](/none)")
        .build()
        .reports(&[("missing-page", &format!("{WINTER}:5:6"), "/none")]);
    becomes("```\n    ক\n```", "<pre><code>    ক</code></pre>");
}

#[test]
fn lines_of_an_address_stay_lines_and_a_wrapped_paragraph_is_one() {
    becomes("উপজেলা কার্যালয়\nনমুনাপুর\nনমুনা", "উপজেলা কার্যালয়<br />নমুনাপুর<br />নমুনা");
    becomes("- উপজেলা কার্যালয়\n  নমুনাপুর", "উপজেলা কার্যালয়<br />নমুনাপুর");
    let long = "এটি একটি দীর্ঘ অনুচ্ছেদ যা লেখার সময় সম্পাদক নিজে থেকেই ভেঙে দিয়েছে এবং এভাবে";
    assert!(!published(&format!("{long}\nচলতে থাকে যতক্ষণ শেষ না হয়।")).contains("<br"));
    becomes(&format!("বিষয়: ছুটি\n{long} {long}"), "বিষয়: ছুটি<br />");
    becomes("ক<br>খ", "ক<br />খ");
}

#[test]
fn rows_of_a_spreadsheet_are_a_table() {
    becomes(
        "নাম\tফোন\nকরিম\t০১৭\nরহিম\t০১৮",
        "<th scope=\"col\">নাম</th><th scope=\"col\">ফোন</th></tr></thead><tbody><tr><td>করিম</td><td>০১৭</td></tr>",
    );
    // No head where figures stand, and an empty corner stays a cell.
    becomes(
        "\t২০২৪\t২০২৫\nঢাকা\t৫\t৬",
        "<table><tbody><tr><td></td><td>২০২৪</td><td>২০২৫</td></tr><tr><td>ঢাকা</td><td>৫</td><td>৬</td></tr>",
    );
}

#[test]
fn a_table_without_its_second_line_or_with_words_dashes_is_a_table() {
    for text in [
        "| নাম | ফোন |\n| করিম | ০১৭ |",
        "নাম | ফোন\nকরিম | ০১৭",
        "| নাম | ফোন |\n|—|—|\n| করিম | ০১৭ |",
        "| নাম | ফোন |\n|---|---|---|\n| করিম | ০১৭ |",
        "শুরু\n| নাম | ফোন |\n| করিম | ০১৭ |",
    ] {
        becomes(text, "<th scope=\"col\">নাম</th>");
        becomes(text, "<tr><td>করিম</td><td>০১৭</td></tr></tbody></table>");
    }
    is_told("| ক | খ |", "shown-as-typed", "5:1");
}

#[test]
fn a_cell_without_a_column_stops_the_office_and_a_short_row_does_not() {
    with("| ক | খ |\n|---|---|\n| ১ | ২ | ৩ |")
        .build()
        .reports(&[("lost-cell", &format!("{WINTER}:7:11"), "৩")]);
    becomes(
        "| ক | খ |\n|---|---|\n| ১ |",
        "<tr><td>১</td><td></td></tr>",
    );
}

#[test]
fn a_line_below_a_table_is_no_row() {
    becomes(
        "ক | খ\n--|--\n১ | ২\nবিঃদ্রঃ টীকা",
        "</table></div><p>বিঃদ্রঃ টীকা</p>",
    );
}

#[test]
fn columns_keep_their_side_without_a_style_attribute() {
    let page = published("|ক|খ|গ|\n|:-|:-:|-:|\n|১|২|৩|");
    for class in ["left", "center", "right"] {
        assert!(page.contains(&format!("<td class=\"{class}\">")), "{page}");
        assert!(
            page.contains(&format!("<th scope=\"col\" class=\"{class}\">")),
            "{page}"
        );
    }
    assert!(!page.contains("style="), "{page}");
}

#[test]
fn a_heading_needs_no_space_and_dashes_below_a_paragraph_make_none() {
    becomes("##শিরোনাম", "<h2 id=\"শিরোনাম\">শিরোনাম</h2>");
    becomes(
        "###শিরোনাম###\nলেখা",
        "<h3 id=\"শিরোনাম\">শিরোনাম</h3><p>লেখা</p>",
    );
    becomes("##শিরোনাম\n\n[ক](#শিরোনাম)", "<a href=\"#%E0%A6%B6");
    becomes("এটি একটি বাক্য।\n-----", "<p>এটি একটি বাক্য।</p><hr />");
    becomes("শিরোনাম\n-----", "<h2 id=\"শিরোনাম\">");
    is_told("#শিরোনাম", "shown-as-typed", "5:1");
}

#[test]
fn links_with_a_space_in_the_wrong_place_are_told() {
    is_told("[ক] (/charter)", "shown-as-typed", "5:3");
    is_told("[ক](/files/a b.pdf)", "shown-as-typed", "5:3");
    is_told("(ক)[/charter]", "shown-as-typed", "5:3");
    is_told("[ক][নাই]", "shown-as-typed", "5:3");
    for text in ["[সংশোধিত] (২০২৬)", "[১]", "\\[ক](খ)"] {
        is_not_told(text, "shown-as-typed");
    }
    becomes("[](/charter)", ">/charter</a>");
}

#[test]
fn footnotes_stand_at_the_end_and_lead_back() {
    let page = published("ফি[^১] লাগে।\n\n[^১]: শর্ত **প্রযোজ্য**\n\nশেষ।");
    assert!(page.contains("<a href=\"#note:0\">[১]</a>"), "{page}");
    assert!(
        page.contains("<a href=\"#ref:0\">[১]</a> শর্ত <strong>প্রযোজ্য</strong>"),
        "{page}"
    );
    assert!(
        page.find("শেষ।") < page.find("note:0\">") || page.contains("id=\"note:0\""),
        "{page}"
    );
    reads("ক\n\n[^২]: অনাথ টীকা", "অনাথ টীকা");
    is_told("ফি[^৯]", "shown-as-typed", "5:3");
}

#[test]
fn no_heading_takes_the_address_of_a_part_of_the_theme() {
    let page_of = "content/dept/offices/first.sample/pages/training.md";
    let attached = "---\ntitle: ক\ndate: 2025-01-15\nattachments: [form.pdf]\n---\n";
    let ids = |text: &str| {
        let portal = Portal::small()
            .with(
                "content/dept/offices/first.sample/files/form.pdf",
                "%PDF-1.4",
            )
            .with(WINTER, format!("{attached}{text}"))
            .with(page_of, format!("---\ntitle: প্রশিক্ষণ\n---\n{text}"));
        let outcome = portal.build().succeeds();
        ["notices/winter", "training"].map(|page| {
            let page = outcome.page(&format!("dept.first.sample.gov.bd/{page}/index.html"));
            let mut ids: Vec<String> = page
                .split(" id=")
                .skip(1)
                .map(|rest| rest.trim_start_matches('"'))
                .filter_map(|rest| rest.split(['"', ' ', '>']).next())
                .map(str::to_owned)
                .collect();
            ids.sort();
            ids
        })
    };
    let of_theme = ids("");
    assert!(of_theme.iter().all(|ids| !ids.is_empty()), "{of_theme:?}");
    let headings: Vec<String> = of_theme
        .iter()
        .flatten()
        .flat_map(|id| [id.clone(), id.replace(':', " ")])
        .chain(["Main", "Attachments", "note:0", "ref 0"].map(str::to_owned))
        .map(|id| format!("## {id}\n\nক[^১]\n\n"))
        .collect();
    for ids in ids(&format!("{}[^১]: টীকা\n", headings.concat())) {
        let mut once = ids.clone();
        once.dedup();
        assert_eq!(ids, once);
    }
}

#[test]
fn every_kind_of_line_end_is_one_of_the_page_in_code_too() {
    for text in [
        "```\nক\rখ\r",
        "```\rক\r\nখ\r\n```\r",
        "    ক\r    খ\r",
        "`ক\rখ`",
        "ক\rখ\r",
        "ক&#13;খ",
    ] {
        let page = published(text);
        let has_return = page.contains(['\r']) || page.contains("&#13") || page.contains("&#x0D");
        assert!(!has_return, "{text:?}\n{page:?}");
    }
}

#[test]
fn boxes_to_tick_and_definitions_are_printed_as_what_they_are() {
    becomes("- [ ] কাজ\n- [x] শেষ", "<li>☐ কাজ</li><li>☑ শেষ</li>");
    becomes(
        "অনিক\n: অভিযোগ নিষ্পত্তি কর্মকর্তা",
        "<dl><dt>অনিক</dt><dd>অভিযোগ নিষ্পত্তি কর্মকর্তা</dd></dl>",
    );
}

#[test]
fn more_or_less_than_a_number_is_told_where_markdown_takes_the_sign() {
    is_told("> ১৮ বছর", "lost-sign", "5:1");
    is_told("ক\n\n+ ৫০ টাকা", "lost-sign", "7:1");
    is_not_told("> উদ্ধৃতি\n\n- ৫০ টাকা", "lost-sign");
}

#[test]
fn words_behind_a_fence_that_name_no_language_are_printed() {
    becomes("~~~আবেদন ফরম\nক\n~~~", "<pre><code>আবেদন ফরমক</code></pre>");
}
