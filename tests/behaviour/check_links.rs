//! Pictures and links that say nothing, and downloads too large for a slow network.

use crate::support::Portal;
use crate::support::paths::TRAINING;

#[test]
fn a_picture_and_a_link_without_text_are_doubted() {
    let portal = Portal::small()
        .with(
            "content/dept/offices/first.sample/files/map.png",
            "not really a picture",
        )
        .edit(
            TRAINING,
            "- এক\n",
            "![](/files/map.png) [](/charter) ![মানচিত্র](/files/map.png)\n",
        );
    portal.check("picture-without-text").finds(&[(
        "content/dept/offices/first.sample/pages/training.md:7:1",
        "![](/files/map.png)",
    )]);
    portal.check("link-without-text").finds(&[(
        "content/dept/offices/first.sample/pages/training.md:7:21",
        "[](/charter)",
    )]);
}

#[test]
fn a_download_over_2_mb_is_doubted() {
    let file = "content/dept/offices/first.sample/files/large.pdf";
    let portal = Portal::small().with(file, vec![b'x'; 2 * 1024 * 1024]);
    portal.check("large-download").finds(&[]);
    portal
        .with(file, vec![b'x'; 2 * 1024 * 1024 + 1])
        .check("large-download")
        .finds(&[("content/dept/offices/first.sample/files/large.pdf:1:1", "")]);
}

#[test]
fn dead_links_are_found_by_check_as_by_build() {
    Portal::small()
        .edit(TRAINING, "- এক\n", "[নেই](/nowhere)\n")
        .check("missing-page")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:7:7",
            "/nowhere",
        )]);
}
