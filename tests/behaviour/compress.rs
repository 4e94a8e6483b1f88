//! Precompressed files beside the pages.

use std::io::Read;

use crate::support::Portal;

const PAGE: &str = "public/dept.first.sample.gov.bd/charter/index.html";

fn unpacked(name: &str, packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    match name.rsplit('.').next() {
        Some("gz") => drop(
            flate2::read::GzDecoder::new(packed)
                .read_to_end(&mut bytes)
                .expect("gzip"),
        ),
        Some("br") => brotli::BrotliDecompress(&mut &*packed, &mut bytes).expect("brotli"),
        _ => unreachable!("{name} is packed in no way that is known"),
    }
    bytes
}

#[test]
fn compressed_files_lie_beside_the_pages_and_hold_the_same() {
    let portal = Portal::small();
    portal.run(&["build", "--compress", "gzip,br"]).succeeds();
    let output = portal.output();
    let mut packed = 0;
    for (name, bytes) in &output {
        let Some(plain) = [".gz", ".br"].iter().find_map(|end| name.strip_suffix(end)) else {
            continue;
        };
        let (_, page) = output
            .iter()
            .find(|(other, _)| other == plain)
            .expect("the page beside it");
        assert_eq!(&unpacked(name, bytes), page, "{name}");
        assert!(bytes.len() < page.len(), "{name}");
        packed += 1;
    }
    let pages = output
        .iter()
        .filter(|(name, _)| name.ends_with(".html") && name.contains('/'));
    assert!(
        packed >= 2 * pages.count(),
        "every page of the portals in each form"
    );
    assert!(
        !output.iter().any(|(name, _)| name.ends_with("form.pdf.gz")),
        "a PDF is compressed already"
    );
}

#[test]
fn a_way_to_pack_that_does_not_exist_is_refused() {
    for way in ["zip", "zstd"] {
        let outcome = Portal::small().run(&["build", "--compress", way]);
        assert_eq!(outcome.code, 2);
        outcome.says("[possible values: gzip, br]");
    }
}

#[test]
fn what_did_not_change_is_not_compressed_again_and_keeps_its_time() {
    let portal = Portal::small();
    let flags = ["build", "--compress", "gzip"];
    portal.run(&flags).succeeds();
    let time = |name: &str| {
        std::fs::metadata(portal.path(name))
            .and_then(|about| about.modified())
            .expect("a file")
    };
    let (old, same) = (
        format!("{PAGE}.gz"),
        "public/dept.first.sample.gov.bd/about/index.html.gz",
    );
    let before = (time(&old), time(same));
    let portal = portal.edit("content/dept/charter.yaml", "vision: নমুনা", "vision: অন্য");
    portal.run(&flags).succeeds();
    let time = |name: &str| {
        std::fs::metadata(portal.path(name))
            .and_then(|about| about.modified())
            .expect("a file")
    };
    assert_ne!(time(&old), before.0, "the charter changed");
    assert_eq!(time(same), before.1);
}

#[test]
fn without_the_flag_the_compressed_files_go() {
    let portal = Portal::small();
    portal.build().succeeds();
    let plain = portal.output();
    portal.run(&["build", "--compress", "gzip"]).succeeds();
    assert_ne!(portal.output(), plain);
    portal.build().succeeds();
    assert_eq!(portal.output(), plain);
    portal.run(&["build", "--compress", "rar"]).faults("rar");
}
