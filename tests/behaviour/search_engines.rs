//! What a portal says to search engines and other machines: list of addresses, welcome, description of each page, and
//! what office and services are.

use serde_json::{Value, json};

use crate::support::hosts::{FIRST, SECOND};
use crate::support::{Outcome, Portal};

fn small() -> Outcome {
    Portal::small().build().succeeds()
}

/// The data blocks of a page.
fn blocks(html: &str) -> Vec<Value> {
    let blocks = html.split("<script type=application/ld+json>").skip(1);
    blocks
        .map(|rest| rest.split_once("</script>").expect("its end").0)
        .map(|json| serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}")))
        .collect()
}

#[test]
fn the_list_of_addresses_names_every_page_with_the_day_of_its_last_change_where_known() {
    let portal = Portal::small();
    portal.build().succeeds();
    let output = portal.output();
    let text = |path: &str| {
        let file = output
            .iter()
            .find(|(name, _)| *name == format!("{FIRST}/{path}"));
        String::from_utf8(file.expect("the file").1.clone()).expect("UTF-8")
    };
    let list = text("sitemap.xml");
    let mut pages = 0;
    for (name, _) in &output {
        let Some(path) = name.strip_prefix(&format!("{FIRST}/")) else {
            continue;
        };
        if path.ends_with(".html") && path != "404.html" {
            let path = path.trim_end_matches("index.html");
            assert!(
                list.contains(&format!("<loc>https://{FIRST}/{path}</loc>")),
                "{path}"
            );
            pages += 1;
        }
    }
    assert_eq!(list.matches("<loc>").count(), pages);
    for (path, day) in [
        ("charter/", "2025-06-30"),
        ("contact/", "2025-06-30"),
        ("notices/winter/", "2025-01-15"),
    ] {
        let entry = format!("<loc>https://{FIRST}/{path}</loc><lastmod>{day}</lastmod>");
        assert!(list.contains(&entry), "{entry} is not in\n{list}");
    }
    assert!(text("robots.txt").ends_with(&format!("\nSitemap: https://{FIRST}/sitemap.xml\n")));
}

#[test]
fn an_address_in_bangla_letters_is_listed_as_it_is_sent() {
    let page = "---\ntitle: ল্যাব\n---\nলেখা\n";
    let portal = Portal::small().with("content/dept/offices/first.sample/pages/ল্যাব.md", page);
    let list = portal
        .build()
        .succeeds()
        .page(&format!("{FIRST}/sitemap.xml"));
    let path = "%E0%A6%B2%E0%A7%8D%E0%A6%AF%E0%A6%BE%E0%A6%AC/";
    assert!(
        list.contains(&format!("<loc>https://{FIRST}/{path}</loc>")),
        "{list}"
    );
}

#[test]
fn an_unconfirmed_portal_lists_nothing_but_lets_its_noindex_be_read() {
    let portal = Portal::small();
    let outcome = portal.build().succeeds();
    assert!(
        !portal
            .path(&format!("public/{SECOND}/sitemap.xml"))
            .exists()
    );
    let robots = outcome.page(&format!("{SECOND}/robots.txt"));
    assert_eq!(robots, "User-agent: *\nAllow: /\n");
}

#[test]
fn a_page_that_is_passed_on_shows_its_name_and_what_it_is_about() {
    let html = small().page(&format!("{FIRST}/contact/index.html"));
    for part in [
        "<meta property=og:title content=\"যোগাযোগ | উপজেলা নমুনা কার্যালয়, নমুনাপুর\">",
        "<meta name=description property=og:description content=\"উপজেলা নমুনা কার্যালয়, নমুনাপুর, নমুনা জেলা-এর ফোন, ই-মেইল ও ঠিকানা।\">",
        "<meta property=og:url content=\"https://dept.first.sample.gov.bd/contact/\">",
    ] {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
}

#[test]
fn an_office_says_what_it_is_and_leaves_out_what_nobody_has_written() {
    let outcome = small();
    for page in ["index.html", "contact/index.html"] {
        let [office] = &blocks(&outcome.page(&format!("{FIRST}/{page}")))[..] else {
            panic!("{page} has one block");
        };
        assert_eq!(office["@type"], "GovernmentOffice");
        assert_eq!(office["name"], "উপজেলা নমুনা কার্যালয়, নমুনাপুর");
        assert_eq!(office["telephone"], "+8801700000000");
        assert_eq!(office["email"], "first@dept.example");
        assert_eq!(office["address"]["addressLocality"], "নমুনাপুর");
        assert_eq!(office["parentOrganization"]["name"], "নমুনা অধিদপ্তর");
        assert_eq!(office.get("openingHours"), None);
    }
    let [office] = &blocks(&outcome.page(&format!("{SECOND}/index.html")))[..] else {
        panic!("one block");
    };
    assert_eq!((office.get("telephone"), office.get("email")), (None, None));
}

#[test]
fn a_service_says_for_whom_it_is_who_provides_it_and_what_it_costs() {
    let charter = "content/dept/charter.yaml";
    let portal = Portal::small();
    let offers = |portal: &Portal| {
        let html = portal
            .build()
            .succeeds()
            .page(&format!("{FIRST}/services/first-service/index.html"));
        let [service] = &blocks(&html)[..] else {
            panic!("one block");
        };
        assert_eq!(service["@type"], "GovernmentService");
        assert_eq!(service["provider"]["name"], "উপজেলা নমুনা কার্যালয়, নমুনাপুর");
        assert_eq!(service["areaServed"]["name"], "নমুনাপুর");
        assert_eq!(service["audience"]["audienceType"], "নাগরিক");
        service.get("offers").cloned()
    };
    let offer = |price| Some(json!({"@type": "Offer", "price": price, "priceCurrency": "BDT"}));
    assert_eq!(offers(&portal), offer(50));
    let portal = portal.edit(charter, "fee: ৫০ টাকা", "fee: বিনামূল্যে");
    assert_eq!(offers(&portal), offer(0));
    let portal = portal.edit(charter, "fee: বিনামূল্যে", "fee: নীতিমালা অনুযায়ী");
    assert_eq!(offers(&portal), None);
}

#[test]
fn nothing_that_somebody_writes_breaks_out_of_a_data_block() {
    let evil = "নমুনা \\\" </script><b> &amp; '{upazila}'";
    let portal = Portal::small()
        .edit(
            "content/dept/charter.yaml",
            "name: ",
            &format!("name: {evil} "),
        )
        .edit(
            "content/dept/offices.csv",
            "first.sample,নমুনাপুর,",
            "first.sample,\"নমু \"\"<\\&'না\",",
        );
    let outcome = portal.build().succeeds();
    let html = outcome.page(&format!("{FIRST}/services/first-service/index.html"));
    let [service] = &blocks(&html)[..] else {
        panic!("one block");
    };
    assert_eq!(service["areaServed"]["name"], "নমু \"<\\&'না");
    let name = service["name"].as_str().expect("a name");
    assert!(
        name.starts_with("নমুনা \\\" </script><b> &amp; 'নমু \"<\\&'না'"),
        "{name}"
    );
    let html = outcome.page(&format!("{FIRST}/index.html"));
    assert_eq!(blocks(&html)[0]["areaServed"]["name"], "নমু \"<\\&'না");
}
