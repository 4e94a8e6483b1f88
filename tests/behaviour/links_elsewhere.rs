//! Links out of the portal: what officials write in Bangla is published as mail programs, telephones and the net know it.

use crate::support::Portal;
use crate::support::paths::TRAINING;

fn with(body: &str) -> Portal {
    Portal::small().with(TRAINING, format!("---\ntitle: ক\n---\n{body}\n"))
}

/// Where the link of a page leads once it is published.
fn published(target: &str) -> String {
    let outcome = with(&format!("[এখানে](<{target}>)")).build().succeeds();
    let page = outcome.page("dept.first.sample.gov.bd/training/index.html");
    let link = page.split(">এখানে<").next().expect("a link");
    let start = link.rfind("href=").expect("an address") + "href=".len();
    link[start..].trim_matches('"').to_owned()
}

#[test]
fn mail_is_published_with_what_it_says() {
    for (written, address) in [
        (
            "mailto:a@dept.example?subject=Application",
            "mailto:a@dept.example?subject=Application",
        ),
        (
            "mailto:a@dept.example?subject=আবেদন পত্র",
            "mailto:a@dept.example?subject=%E0%A6%86%E0%A6%AC%E0%A7%87%E0%A6%A6%E0%A6%A8%20%E0%A6%AA%E0%A6%A4%E0%A7%8D%E0%A6%B0",
        ),
        (
            "mailto:a@dept.example,b@dept.example?cc=c@dept.example",
            "mailto:a@dept.example,b@dept.example?cc=c@dept.example",
        ),
    ] {
        assert_eq!(published(written).replace("&amp;", "&"), address);
    }
}

#[test]
fn numbers_can_be_dialled() {
    for (written, address) in [
        ("tel:০১৭০০-০০০ ০০০", "tel:+8801700000000"),
        ("tel:+৮৮০১৭০০০০০০০০", "tel:+8801700000000"),
        ("tel:৩৩৩", "tel:333"),
        ("sms:১৬১২২", "sms:16122"),
    ] {
        assert_eq!(published(written), address);
    }
}

#[test]
fn hosts_in_bangla_are_published_as_the_net_knows_them() {
    assert_eq!(
        published("https://নমুনা.বাংলা/"),
        "https://xn--85bar9dn.xn--54b7fta0cc/"
    );
    let own = "host: নমুনা.বাংলা\n";
    Portal::small()
        .with(
            "content/dept/offices/first.sample/charter.yaml",
            format!("superior:\n  designation: নমুনা\n  phone: ০১৭০০০০০০০০\n  {own}"),
        )
        .run(&["check", "--only", "bad-host"])
        .succeeds();
}

#[test]
fn what_mail_or_a_telephone_cannot_reach_is_told_with_the_reason() {
    with("[ক](mailto:নমুনা@dept.example)")
        .build()
        .says("no mail reaches `mailto:নমুনা@dept.example`: a mail address has Latin letters only");
    with("[ক](mailto:a@dept.example?attach=x)")
        .build()
        .reports(&[(
            "bad-link",
            &format!("{TRAINING}:4:5"),
            "mailto:a@dept.example?attach=x",
        )]);
    with("[ক](tel:০১৭০০)")
        .build()
        .says("no telephone can dial `tel:০১৭০০`");
    with("[ক](whatsapp:৩৩৩)")
        .build()
        .says("a link cannot begin with `whatsapp:`");
}

#[test]
fn an_address_out_of_a_browser_leads_to_the_page() {
    with("# সেবা\n\n[ক](#%E0%A6%B8%E0%A7%87%E0%A6%AC%E0%A6%BE) [খ](/%73ervices)")
        .build()
        .succeeds();
}

#[test]
fn a_hotline_may_be_written_in_bangla_digits() {
    let outcome = Portal::small()
        .edit("content/portal.yaml", "\"999\"", "৩৩৩")
        .build()
        .succeeds();
    let page = outcome.page("dept.first.sample.gov.bd/index.html");
    assert!(page.contains("tel:333") && page.contains("৩৩৩"), "{page}");
}
