//! Pictures: the sizes that are shown are made from what an office puts into `files/`; the original reaches nobody.

use crate::support::drawing::{
    disc, only_the_head, photograph, photograph_as_png, plan, seen, webp,
};
use crate::support::hosts::FIRST;
use crate::support::paths::FIRST_FOLDER;
use crate::support::{Outcome, Portal};

const PAGE: &str = "dept.first.sample.gov.bd/ghat/index.html";

/// An office with a file and a page that says something.
fn with(name: &str, bytes: &[u8], text: &str) -> Portal {
    saying(
        Portal::small().with(&format!("{FIRST_FOLDER}/files/{name}"), bytes),
        text,
    )
}

fn saying(portal: Portal, text: &str) -> Portal {
    portal.with(
        &format!("{FIRST_FOLDER}/pages/ghat.md"),
        format!("---\ntitle: ঘাট\n---\n{text}\n"),
    )
}

/// The pictures that its portal shows, by name, sorted.
fn shown(portal: &Portal) -> Vec<(String, Vec<u8>)> {
    let start = format!("{FIRST}/assets/pictures/");
    let files = portal.output().into_iter();
    files
        .filter_map(|(name, bytes)| Some((name.strip_prefix(&start)?.to_owned(), bytes)))
        .collect()
}

/// Their names without the digests.
fn names(portal: &Portal) -> Vec<String> {
    let short = |name: String| {
        let parts: Vec<&str> = name.split('.').collect();
        format!("{}.{}", parts[0], parts[2])
    };
    shown(portal)
        .into_iter()
        .map(|(name, _)| short(name))
        .collect()
}

/// The values of an attribute of a page, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&*start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn built(portal: &Portal) -> Outcome {
    portal.build().succeeds()
}

#[test]
fn a_picture_is_shown_in_the_sizes_that_are_used() {
    let photo = photograph(2000, 1500, 1, "");
    let portal = with("ghat.jpg", &photo, "![নদীর ঘাট](/files/ghat.jpg)");
    let page = built(&portal).page(PAGE);
    assert_eq!(
        names(&portal),
        ["ghat-480.jpg", "ghat-720.jpg", "ghat-960.jpg"]
    );
    let sizes: Vec<(usize, usize)> = shown(&portal)
        .iter()
        .map(|(_, bytes)| seen(bytes))
        .map(|(width, height, _)| (width, height))
        .collect();
    assert_eq!(sizes, [(480, 360), (720, 540), (960, 720)]);
    let srcset = values(&page, "srcset").concat();
    for ((name, _), width) in shown(&portal).iter().zip([480, 720, 960]) {
        assert!(
            srcset.contains(&format!("../assets/pictures/{name} {width}w")),
            "{srcset}"
        );
    }
    assert_eq!(values(&page, "width"), ["756"]);
    assert_eq!(values(&page, "height"), ["567"]);
    assert_eq!(values(&page, "alt"), ["নদীর ঘাট"]);
    assert!(
        page.contains("assets/pictures."),
        "the style sheet of pictures"
    );
}

#[test]
fn the_original_is_not_in_the_portal() {
    let photo = photograph(1000, 800, 1, "23.7N 90.4E");
    let portal = with("ghat.jpg", &photo, "![নদীর ঘাট](/files/ghat.jpg)");
    let downloads = built(&portal).page(&format!("{FIRST}/downloads/index.html"));
    assert!(!downloads.contains("ghat"), "{downloads}");
    for (name, bytes) in portal.output() {
        assert!(!name.contains("files/ghat") && bytes != photo, "{name}");
        let holds = |text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
        assert!(!holds(b"23.7N") && !holds(b"Exif"), "{name}");
    }
}

#[test]
fn the_original_is_offered_where_a_page_leads_to_it() {
    let photo = photograph(1000, 800, 1, "");
    let text = "![নদীর ঘাট](/files/ghat.jpg) দেখুন, অথবা [মূল ছবিটি](/files/ghat.jpg) নিন।";
    let portal = with("ghat.jpg", &photo, text);
    let outcome = built(&portal);
    assert!(
        outcome
            .page(&format!("{FIRST}/downloads/index.html"))
            .contains("files/ghat.jpg")
    );
    let page = outcome.page(PAGE);
    assert!(
        page.contains("href=\"../files/ghat.jpg\"") && page.contains("ghat-480."),
        "{page}"
    );
    // One that no page shows is for download, as before.
    let portal = with("ghat.jpg", &photo, "লেখা");
    assert!(
        built(&portal)
            .page(&format!("{FIRST}/downloads/index.html"))
            .contains("files/ghat.jpg")
    );
    assert!(shown(&portal).is_empty());
}

#[test]
fn a_picture_stands_upright_however_the_camera_was_held() {
    // Held so that what is left belongs on top.
    let photo = photograph(2000, 1500, 6, "");
    let portal = with("ghat.jpg", &photo, "![নদীর ঘাট](/files/ghat.jpg)");
    let page = built(&portal).page(PAGE);
    assert_eq!(
        (values(&page, "width"), values(&page, "height")),
        (vec!["540"], vec!["720"])
    );
    let (_, bytes) = &shown(&portal)[0];
    let (width, height, points) = seen(bytes);
    assert_eq!((width, height), (480, 640));
    let colour = |x: usize, y: usize| {
        let at = (y * width + x) * 3;
        (points[at] > 150, points[at + 2] > 150)
    };
    assert_eq!(
        (colour(240, 10), colour(10, 10)),
        ((true, false), (true, false))
    );
    assert_eq!(
        (colour(240, 630), colour(470, 630)),
        ((false, true), (false, true))
    );
}

#[test]
fn no_picture_is_made_larger() {
    let portal = with(
        "ghat.jpg",
        &photograph(300, 200, 1, ""),
        "![ঘাট](/files/ghat.jpg)",
    );
    let page = built(&portal).page(PAGE);
    assert_eq!(names(&portal), ["ghat-300.jpg"]);
    assert_eq!(values(&page, "width"), ["300"]);
    assert!(
        !page.contains("srcset") && !page.contains("<a href=\"../assets/pictures"),
        "{page}"
    );
}

#[test]
fn drawings_stay_png_and_photographs_become_jpeg() {
    let kind = |name: &str, bytes: &[u8]| {
        let portal = with(name, bytes, &format!("![ঘাট](/files/{name})"));
        built(&portal);
        names(&portal)[0].clone()
    };
    assert_eq!(kind("disc.png", &disc(500)), "disc-500.png");
    assert_eq!(kind("plan.png", &plan(600, 400)), "plan-480.png");
    assert_eq!(
        kind("photo.png", &photograph_as_png(600, 400)),
        "photo-480.jpg"
    );
    assert_eq!(kind("photo.webp", &webp(600, 400)), "photo-480.jpg");
    // What it is decides, not what it is called.
    assert_eq!(
        kind("photo.png", &photograph(600, 400, 1, "")),
        "photo-480.jpg"
    );
}

#[test]
fn the_first_picture_of_a_page_is_loaded_at_once_and_the_others_when_they_come_near() {
    let text = "![ক](/files/ghat.jpg)\n\nলেখা\n\n![খ](/files/ghat.jpg)\n\n![গ](/files/ghat.jpg)";
    let portal = with("ghat.jpg", &photograph(600, 400, 1, ""), text);
    let page = built(&portal).page(PAGE);
    let lazy: Vec<bool> = page
        .split("<img ")
        .skip(1)
        .map(|rest| {
            rest.split('>')
                .next()
                .unwrap_or_default()
                .contains("loading=\"lazy\"")
        })
        .collect();
    assert_eq!(lazy, [false, true, true]);
}

#[test]
fn several_pictures_in_a_row_are_a_gallery_with_their_words_below() {
    let row = "![ক](/files/ghat.jpg)\n![খ](/files/ghat.jpg \"শেষ দিন\")\n";
    let list = "- ![ক](/files/ghat.jpg)\n\n- ![খ](/files/ghat.jpg \"শেষ দিন\")\n";
    for text in [row, list] {
        let portal = with("ghat.jpg", &photograph(1000, 800, 1, ""), text);
        let page = built(&portal).page(PAGE);
        assert_eq!(page.matches("<ul class=\"gallery\">").count(), 1, "{page}");
        assert_eq!(
            page.matches("<li><figure><a href=\"../assets/pictures/ghat-960.")
                .count(),
            2
        );
        assert!(
            page.contains("<figcaption aria-hidden=\"true\">ক</figcaption>"),
            "{page}"
        );
        assert!(page.contains("<figcaption>শেষ দিন</figcaption>"), "{page}");
    }
    for text in [
        "- ![ক](/files/ghat.jpg) লেখা\n- ![খ](/files/ghat.jpg)",
        "![ক](/files/ghat.jpg) ও ![খ](/files/ghat.jpg)",
    ] {
        let portal = with("ghat.jpg", &photograph(600, 400, 1, ""), text);
        assert!(!built(&portal).page(PAGE).contains("gallery"), "{text}");
    }
}

#[test]
fn a_picture_in_a_link_leads_where_the_link_does() {
    let portal = with(
        "ghat.jpg",
        &photograph(1000, 800, 1, ""),
        "[![ক](/files/ghat.jpg)](/charter)",
    );
    let page = built(&portal).page(PAGE);
    assert!(
        page.contains("<a href=\"../charter/index.html\"><img src="),
        "{page}"
    );
}

#[test]
fn what_a_picture_says_is_text_whatever_it_holds() {
    let text = "![ক \"খ\" `<b>` {upazila}](/files/ghat.jpg \"<i>গ\")";
    let portal = with("ghat.jpg", &photograph(600, 400, 1, ""), text);
    let page = built(&portal).page(PAGE);
    assert_eq!(values(&page, "alt"), ["ক &quot;খ&quot; &lt;b&gt; নমুনাপুর"]);
    assert!(
        page.contains("<figcaption>&lt;i&gt;গ</figcaption>"),
        "{page}"
    );
}

#[test]
fn a_shared_page_shows_the_picture_of_each_office() {
    let file = |office: &str| format!("content/dept/offices/{office}.sample/files/ghat.jpg");
    let portal = Portal::small()
        .with(
            "content/dept/pages/ghat.md",
            "---\ntitle: ঘাট\n---\n![ঘাট](/files/ghat.jpg)\n",
        )
        .with(&file("first"), photograph(600, 400, 1, ""))
        .with(&file("second"), photograph(700, 400, 1, ""));
    portal.build().reports(&[(
        "missing-page",
        "content/dept/pages/ghat.md:4:8",
        "/files/ghat.jpg",
    )]);
    let portal = portal.with(&file("third"), photograph(800, 400, 1, ""));
    let outcome = built(&portal);
    for (office, width) in [("first", 600), ("second", 700), ("third", 800)] {
        let page = outcome.page(&format!("dept.{office}.sample.gov.bd/ghat/index.html"));
        assert!(page.contains(&format!("ghat-{width}.")), "{page}");
    }
}

#[test]
fn an_office_without_pictures_pays_nothing_for_them() {
    let portal = Portal::small();
    built(&portal);
    for (name, _) in portal.output() {
        assert!(!name.contains("pictures"), "{name}");
    }
}

#[test]
fn what_cannot_be_shown_is_reported_where_it_is_shown() {
    let place = format!("{FIRST_FOLDER}/pages/ghat.md:4:8");
    let photo = photograph(1000, 800, 1, "");
    let half = &photo[..photo.len() / 2];
    let heavy = [photo.as_slice(), &vec![0; 20 << 20]].concat();
    for (name, bytes, code) in [
        ("half.jpg", half, "broken-picture"),
        ("none.jpg", b"\xff\xd8\xff", "broken-picture"),
        ("plan.png", &plan(300, 200)[..200], "broken-picture"),
        ("phone.jpg", b"\0\0\0\x18ftypheic", "not-a-picture"),
        ("form.pdf", b"%PDF-1.7", "not-a-picture"),
        (
            "huge.png",
            &only_the_head(20_000, 20_000),
            "picture-too-large",
        ),
        ("heavy.jpg", &heavy, "picture-too-large"),
    ] {
        let portal = with(name, bytes, &format!("![ঘাট](/files/{name})"));
        let target = format!("/files/{name}");
        portal.build().reports(&[(code, &place, &target)]);
        portal.check(code).finds(&[(&place, &target)]);
    }
}

#[test]
fn damage_inside_a_picture_is_found_by_the_build() {
    let mut picture = plan(600, 400);
    let middle = picture.len() / 2;
    picture[middle] ^= 0x55;
    let portal = with("plan.png", &picture, "![ঘাট](/files/plan.png)");
    let place = format!("{FIRST_FOLDER}/pages/ghat.md:4:8");
    portal
        .build()
        .reports(&[("broken-picture", &place, "/files/plan.png")]);
}

#[test]
fn only_a_new_picture_is_decoded() {
    let portal = with(
        "ghat.jpg",
        &photograph(1000, 800, 1, ""),
        "![ঘাট](/files/ghat.jpg)",
    );
    built(&portal);
    let before = shown(&portal);
    // As if an earlier build had made something else of it: who decodes it again would see that.
    let (name, bytes) = &before[0];
    let made = blake3::hash(bytes).to_hex()[..32].to_owned();
    let note = format!("public/.sanad/portals/{FIRST}");
    let portal = portal
        .edit(&note, &made, "ffffffffffffffffffffffffffffffff")
        .with(
            &format!("public/{FIRST}/assets/pictures/{name}"),
            vec![7; bytes.len()],
        );
    let portal = saying(portal, "নতুন লেখা\n\n![ঘাট](/files/ghat.jpg)");
    let page = built(&portal).page(PAGE);
    assert!(page.contains("নতুন লেখা") && page.contains(name));
    assert!(
        shown(&portal)[0].1 == vec![7; bytes.len()],
        "it was decoded again"
    );
    portal.run(&["build", "--clean"]).succeeds();
    assert!(shown(&portal) == before, "--clean decodes again");
    // Another picture under the same name is another file.
    let portal = portal.with(
        &format!("{FIRST_FOLDER}/files/ghat.jpg"),
        photograph(1000, 700, 1, ""),
    );
    built(&portal);
    assert!(
        shown(&portal)
            .iter()
            .all(|(new, _)| before.iter().all(|(old, _)| old != new))
    );
}

#[test]
fn the_same_picture_gives_the_same_bytes_on_every_machine() {
    let portal = with(
        "ghat.jpg",
        &photograph(1000, 800, 6, ""),
        "![ঘাট](/files/ghat.jpg)",
    )
    .with(&format!("{FIRST_FOLDER}/files/plan.png"), plan(600, 400))
    .with(&format!("{FIRST_FOLDER}/files/disc.png"), disc(500));
    let text = "![ঘাট](/files/ghat.jpg)\n![নকশা](/files/plan.png)\n![চাকতি](/files/disc.png)";
    let portal = saying(portal, text);
    built(&portal);
    let digest = |bytes: &[u8]| blake3::hash(bytes).to_hex()[..16].to_owned();
    let made: Vec<(String, String)> = names(&portal)
        .into_iter()
        .zip(shown(&portal))
        .map(|(name, (_, bytes))| (name, digest(&bytes)))
        .collect();
    let made: Vec<(&str, &str)> = made
        .iter()
        .map(|(name, digest)| (&**name, &**digest))
        .collect();
    // When these change on purpose, with a package or a setting, change SETTINGS in src/picture/sizes.rs too: what was
    // made before must not be kept under the same names.
    assert_eq!(made, MADE);
}

const MADE: [(&str, &str); 5] = [
    ("disc-500.png", "65a9a4131e0560f9"),
    ("ghat-480.jpg", "807a8248000a6faf"),
    ("ghat-800.jpg", "07f6724d5d7ae9ca"),
    ("plan-480.png", "8d36b0aa96105114"),
    ("plan-600.png", "67099fb46779e38d"),
];
