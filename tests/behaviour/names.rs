//! A name stands only beside the post that its holder holds: in both forms of the charter, on the pages of services, under
//! the signature, and in data.

use crate::support::paths::CHARTER;
use crate::support::{Portal, text_of};

const NAME: &str = "রহিমা খাতুন";
const PHONE: &str = "01700000000";

/// The first service and the signature are those of a post that is not the head's, the second service is the head's.
fn portal(small: Portal, officer: &str) -> Portal {
    let posts = "posts:\n  - {id: clerk, name: নমুনা সহকারী}\n  - {id: worker, name: নমুনা মাঠকর্মী}\n";
    small
        .edit(
            "content/dept/department.yaml",
            "posts:\n  - id: clerk\n    name: নমুনা সহকারী\n",
            posts,
        )
        .edit(CHARTER, "responsible: clerk", "responsible: worker")
        .edit(CHARTER, "  post: clerk", "  post: worker")
        .edit(
            "content/dept/offices.csv",
            &format!("{officer},clerk"),
            &format!("{NAME},clerk"),
        )
        .in_both_languages()
}

fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html
        .split_once(from)
        .unwrap_or_else(|| panic!("{from} is not in\n{html}"));
    rest.split(to).next().unwrap_or_default()
}

#[test]
fn every_published_form_of_a_service_names_its_officer_only_where_the_post_is_the_officers() {
    for (form, portal) in [
        ("seven", portal(Portal::small(), "নমুনা কর্মকর্তা")),
        ("eight", portal(Portal::field(), "নমুনা নাম")),
    ] {
        let outcome = portal.run(&["build", "--no-minify"]).succeeds();
        for (office, held) in [("first", true), ("second", false), ("third", false)] {
            for folder in ["", "en/"] {
                let host = format!("dept.{office}.sample.gov.bd/{folder}");
                let charter = outcome.page(&format!("{host}charter/index.html"));
                for (service, is_heads) in [("first-service", false), ("second-service", true)] {
                    let row = between(&charter, &format!("<tr id=\"{service}\">"), "</tr>");
                    let page = outcome.page(&format!("{host}services/{service}/index.html"));
                    let card = between(&page, "<section class=\"card contact\"", "</section>");
                    for (place, html) in [("row", row), ("card", card)] {
                        let what = format!("{form} {office} {folder} {service} {place}\n{html}");
                        let text = text_of(html);
                        let post = if is_heads {
                            "নমুনা সহকারী"
                        } else {
                            "নমুনা মাঠকর্মী"
                        };
                        assert!(text.contains(post), "{what}");
                        let is_named = is_heads && held && (form == "seven" || place == "card");
                        assert_eq!(text.contains(NAME), is_named, "{what}");
                        // That the head's post is vacant says nothing of another.
                        let empty = [
                            "শূন্য পদ",
                            "পদ শূন্য",
                            "নিশ্চিত",
                            "Vacant",
                            "vacant",
                            "not confirmed",
                        ];
                        assert!(
                            is_heads || !empty.iter().any(|word| text.contains(word)),
                            "{what}"
                        );
                        if held && !is_heads {
                            let said = ["কার্যালয়ের যোগাযোগ", "Contact of the office"];
                            let at = said.iter().find_map(|words| text.find(words));
                            assert!(
                                at.is_some_and(|at| at < text.find(PHONE).unwrap_or(0)),
                                "{what}"
                            );
                        }
                    }
                }
                let signature = text_of(between(&charter, "<div class=\"signature\">", "</div>"));
                assert!(
                    !signature.contains(NAME) && signature.contains("নমুনা মাঠকর্মী"),
                    "{signature}"
                );
            }
            let json = outcome.page(&format!("dept.{office}.sample.gov.bd/charter/charter.json"));
            assert!(json.contains("\"responsible\": \"নমুনা মাঠকর্মী\""), "{json}");
            let contact = between(&json, "\"contact\": {", "}");
            assert!(!contact.contains("মাঠকর্মী"), "{contact}");
        }
    }
}

#[test]
fn the_room_of_the_head_stands_beside_no_other_post() {
    let outcome = portal(Portal::field(), "নমুনা নাম")
        .with(
            "content/dept/offices/first.sample/office.yaml",
            "room: ৭৭৭\n",
        )
        .run(&["build", "--no-minify"])
        .succeeds();
    let charter = outcome.page("dept.first.sample.gov.bd/charter/index.html");
    let row = |id: &str| between(&charter, &format!("<tr id=\"{id}\">"), "</tr>").to_owned();
    assert!(!row("first-service").contains("৭৭৭"));
    assert!(row("second-service").contains("৭৭৭"));
}

#[test]
fn a_post_that_nobody_in_an_office_is_known_to_hold_is_told() {
    portal(Portal::small(), "নমুনা কর্মকর্তা")
        .check("post-without-holder")
        .finds(&[
            ("content/dept/offices.csv:2:35", "clerk"),
            ("content/dept/offices.csv:3:34", "clerk"),
            ("content/dept/offices.csv:4:31", "clerk"),
        ]);
    Portal::small().check("post-without-holder").finds(&[]);
}
