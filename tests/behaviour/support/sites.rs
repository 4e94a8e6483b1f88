//! Sites of another kind than the small one.

use std::fmt::Write as _;

use super::paths::{CHARTER, COUNTRY, DISTRICTS, FIRST_FOLDER, OFFICES};
use super::portal::Portal;

/// A site with so many districts of ten offices each, in four divisions.
pub(crate) fn large(districts: usize) -> Portal {
    tables(Portal::small().without("content/dept/offices"), districts)
}

/// Gives the department of a site such tables.
pub(crate) fn tables(portal: Portal, districts: usize) -> Portal {
    let mut table = "id,name,division,office\n".to_owned();
    let mut offices = "id,upazila,verified_on\n".to_owned();
    for district in 0..districts {
        let division = ["উত্তর", "দক্ষিণ", "পূর্ব", "পশ্চিম"][district % 4];
        writeln!(table, "d{district},জেলা {district},{division},কার্যালয়").expect("a String");
        for upazila in 0..10 {
            let day = if upazila == 7 { "" } else { "2025-06-30" };
            writeln!(
                offices,
                "u{upazila}.d{district},উপজেলা {district}-{upazila},{day}"
            )
            .expect("a String");
        }
    }
    portal.with(DISTRICTS, table).with(OFFICES, offices)
}

/// The same site with a second department, whose offices stand in the same upazilas.
pub(crate) fn with_second_department(portal: Portal) -> Portal {
    let mut portal = portal;
    for name in [
        "charter.yaml",
        "department.yaml",
        "districts.csv",
        "offices.csv",
    ] {
        let text = portal.text(&format!("content/dept/{name}"));
        portal = portal.with(&format!("content/other/{name}"), text);
    }
    portal
        .edit(
            "content/other/department.yaml",
            "নমুনা অধিদপ্তর",
            "অন্য অধিদপ্তর",
        )
        .edit(
            "content/other/department.yaml",
            "office_name: ",
            "office_name: অন্য ",
        )
}

/// Offices with signs of HTML and Markdown in their names, of one letter and of many, and whatever may hold a placeholder.
pub(crate) fn unusual() -> Portal {
    let long = "অ".repeat(90);
    let portal = Portal::small()
        .edit(OFFICES, "নমুনাপুর", "ন*মু<b>না</b>&'_পুর")
        .edit(
            CHARTER,
            "vision: নমুনা ভিশন।",
            "vision: \"{upazila} {district} {division} <b> & {host}:\"",
        )
        .edit(CHARTER, "নমুনা মিশন", &format!("{{office}} {long}"))
        .edit(CHARTER, "প্রথম নমুনা সেবা", "\"{upazila}: প্রথম & <সেবা>\"");
    portal
        .with(
            &format!("{FIRST_FOLDER}/notices/n.md"),
            "---\ntitle: \"{upazila} & <i>\"\ndate: 2025-01-01\nsummary: \"{district}\"\n---\n**{upazila}** {office}\n",
        )
        .with(
            "content/dept/pages/shared-page.md",
            "---\ntitle: \"{upazila}ের পাতা\"\n---\n# {district}\n\n[{host}](https://{host}/), `{office}`\n",
        )
        .with(
            "content/dept/notices/shared-notice.md",
            "---\ntitle: \"{district}: <b>\"\ndate: 2025-02-02\n---\n> {division}\n",
        )
}

/// A theme with a layout of its own, another colour and a sheet for one page; the harbour in `tests/fixtures`.
pub(crate) fn harbour() -> Portal {
    Portal::small()
        .and("tests/fixtures/harbour")
        .edit(COUNTRY, "theme: portal", "theme: harbour")
}
