//! Structure: rows that are none, cells without content, tables without rows, and the scars of copying a page.

use crate::support::Portal;
use crate::support::paths::TRAINING;

#[test]
fn a_head_that_a_page_break_repeated_is_no_service() {
    Portal::charter("name: দ্বিতীয় নমুনা সেবা", "name: সেবার নাম")
        .check("header-as-row")
        .finds(&[("content/dept/charter.yaml:16:13", "সেবার নাম")]);
}

#[test]
fn a_cell_of_dashes_says_nothing() {
    Portal::charter("delivery_method: সরাসরি\n", "delivery_method: \"-----\"\n")
        .check("dash-for-empty")
        .finds(&[("content/dept/charter.yaml:17:24", "\"-----\"")]);
}

#[test]
fn a_service_without_papers_is_noted_at_its_name() {
    Portal::small()
        .check("no-papers")
        .finds(&[("content/dept/charter.yaml:16:13", "দ্বিতীয় নমুনা সেবা")]);
}

#[test]
fn two_services_of_one_name_are_doubted_at_the_second() {
    Portal::charter("name: দ্বিতীয় নমুনা সেবা", "name: প্রথম নমুনা সেবা")
        .check("doubled-name")
        .finds(&[("content/dept/charter.yaml:16:13", "প্রথম নমুনা সেবা")]);
}

#[test]
fn tables_without_services_are_noted() {
    Portal::small().check("empty-table").finds(&[
        ("content/dept/charter.yaml:4:1", "services"),
        ("content/dept/charter.yaml:4:1", "services"),
    ]);
}

#[test]
fn an_order_is_no_paper() {
    Portal::charter("[আবেদনপত্র, পরিচয়পত্রের কপি]", "অফিস আদেশ/ চাহিদা অনুযায়ী")
        .check("authority-for-papers")
        .finds(&[("content/dept/charter.yaml:9:27", "অফিস আদেশ")]);
}

#[test]
fn blank_lines_at_the_top_spaces_alone_and_an_open_end_are_noted() {
    Portal::small()
        .with("content/portal.yaml", "\nstate: ক\n  \ntheme: portal")
        .check("stray-white-space")
        .finds(&[
            ("content/portal.yaml:1:1", ""),
            ("content/portal.yaml:3:1", "  "),
            ("content/portal.yaml:4:14", ""),
        ]);
}

#[test]
fn a_break_that_nobody_sees_is_noted() {
    Portal::small()
        .edit(TRAINING, "- এক\n", "ক  \nখ\n")
        .check("trailing-space")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:7:2",
            "  ",
        )]);
}

#[test]
fn a_heading_that_skips_a_level_is_noted() {
    Portal::small()
        .edit(
            TRAINING,
            "- এক\n",
            "## ২.১\n\n#### ২.২\n\n### ২.৩\n\n```\n###### no heading\n```\n",
        )
        .check("heading-level")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:9:1",
            "####",
        )])
        .tells("write ###");
}

#[test]
fn headings_that_are_numbered_alike_stand_on_one_level() {
    Portal::small()
        .edit(TRAINING, "- এক\n", "## ২.১) ক\n\n### ২.২) খ\n")
        .check("heading-level")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:9:1",
            "###",
        )])
        .tells("write ##");
}

#[test]
fn numbers_of_headings_in_two_styles_are_noted() {
    Portal::small()
        .edit(
            TRAINING,
            "- এক\n",
            "## ১. ভিশন\n\n## ২.১) নাগরিক সেবা\n\n## ৩. অন্যান্য\n",
        )
        .check("mixed-numbering")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:9:4",
            "২.১) নাগরিক সেবা",
        )]);
}
