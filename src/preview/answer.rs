//! An address → what is sent for it. Reads the folder of portals and nothing else.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A file.
    File(PathBuf),
    /// A folder that was named without the slash at its end, on which relative links depend.
    AddSlash,
    /// Nothing.
    Missing,
}

/// What a page is to a browser.
pub(super) const PAGE: &str = "text/html; charset=utf-8";

/// What a file is to a browser, by the endings that a portal can have: those of pages and assets, and of what can be offered
/// for download.
pub(super) fn kind(file: &Path) -> &'static str {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    match &*ending.to_ascii_lowercase() {
        "html" => PAGE,
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "xml" => "text/xml; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml; charset=utf-8",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        _ => "application/octet-stream",
    }
}

/// What the path of an address leads to in a folder. No way leads out of it, nor into hidden folders.
pub(super) fn target(root: &Path, path: &str) -> Target {
    let Ok(path) = percent_decode_str(path).decode_utf8() else {
        return Target::Missing;
    };
    let mut file = root.to_owned();
    for name in path.split('/').filter(|name| !name.is_empty()) {
        if name.starts_with('.') || name.contains(['\\', '\0', ':']) {
            return Target::Missing;
        }
        file.push(name);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            return Target::AddSlash;
        }
        file.push("index.html");
    } else if path.ends_with('/') {
        return Target::Missing;
    }
    if file.is_file() {
        Target::File(file)
    } else {
        Target::Missing
    }
}

/// The address of a folder. Two slashes at its beginning would name another host, and lead there.
pub(super) fn with_slash(path: &str) -> String {
    format!("/{}/", path.trim_matches('/'))
}

/// Whether an address is that of an attachment: it lies in `files/` of a portal.
pub(super) fn is_file(path: &str) -> bool {
    let path = percent_decode_str(path).decode_utf8_lossy();
    let mut names = path.split('/').filter(|name| !name.is_empty()).skip(1);
    names.next() == Some("files") && names.next().is_some()
}

/// The host of the portal that an address belongs to; nothing for the directory of all offices.
pub(super) fn host(path: &str) -> &str {
    let is_host = |name: &&str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
        name.contains('.') && name.bytes().all(fits)
    };
    // Files of the directory, such as `index.html`, have dots too, but nothing behind them.
    let first = path.trim_start_matches('/').split_once('/');
    first
        .map(|(name, _)| name)
        .filter(is_host)
        .unwrap_or_default()
}

/// A page with the script that shows what changed; `version` is that of its portal.
pub(super) fn with_script(page: &str, host: &str, version: u64) -> String {
    let script = format!(
        "<script defer src=\"/.sanad/preview.js\" data-portal=\"{host}\" data-version=\"{version}\"></script>"
    );
    match page.find("</head>") {
        Some(at) => format!("{}{script}{}", &page[..at], &page[at..]),
        None => format!("{page}{script}"),
    }
}

/// The page for what is not there. Its links count from the top of its portal, as a server says with `<base>`.
pub(super) fn at_top(page: &str, host: &str) -> String {
    page.replacen("<head>", &format!("<head><base href=\"/{host}/\">"), 1)
        .replace("href=\"#", "href=\"404.html#")
        .replace("href=#", "href=404.html#")
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{PAGE, Target, host, is_file, kind, target, with_script, with_slash};

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small")
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        assert!(root().join("../seed-charter.txt").is_file());
        for path in [
            "/../seed-charter.txt",
            "/%2e%2e/seed-charter.txt",
            "/%2e%2e%2fseed-charter.txt",
            "/..%5cseed-charter.txt",
            "/content/../../seed-charter.txt",
            "/%00",
            "/%ff",
        ] {
            assert_eq!(target(&root(), path), Target::Missing, "{path}");
        }
    }

    #[test]
    fn a_file_is_no_folder_and_a_folder_needs_its_slash() {
        let file = root().join("content/portal.yaml");
        assert_eq!(target(&root(), "/content/portal.yaml"), Target::File(file));
        assert_eq!(target(&root(), "/content/portal.yaml/"), Target::Missing);
        assert_eq!(target(&root(), "/content"), Target::AddSlash);
        // It has no page.
        assert_eq!(target(&root(), "/content/"), Target::Missing);
    }

    #[test]
    fn a_file_is_what_its_ending_says_however_it_is_written() {
        for (file, is) in [
            ("a/index.html", PAGE),
            ("a/charter.JSON", "application/json"),
            ("a/files/form.Pdf", "application/pdf"),
            ("a/html", "application/octet-stream"),
            ("a/b.unknown", "application/octet-stream"),
        ] {
            assert_eq!(kind(Path::new(file)), is, "{file}");
        }
    }

    #[test]
    fn an_address_with_its_slash_names_no_other_host() {
        assert_eq!(with_slash("/a/b"), "/a/b/");
        assert_eq!(with_slash("//evil.example"), "/evil.example/");
        assert_eq!(with_slash("///evil.example//a"), "/evil.example//a/");
    }

    #[test]
    fn attachments_are_known_however_they_are_asked_for() {
        for path in ["/a.b/files/c.pdf", "//a.b//files//c.pdf", "/a.b/%66iles/c"] {
            assert!(is_file(path), "{path}");
        }
        for path in ["/a.b/files", "/files/c", "/a.b/charter/", "/a.b/x/files/c"] {
            assert!(!is_file(path), "{path}");
        }
    }

    #[test]
    fn the_first_folder_names_the_portal() {
        assert_eq!(
            host("/doict.first.sample.gov.bd/charter/index.html"),
            "doict.first.sample.gov.bd"
        );
        assert_eq!(host("/index.html"), "");
        assert_eq!(host("/"), "");
        assert_eq!(host("/a.\"><script>/"), "");
        assert_eq!(host("/offices/dhaka/index.html"), "");
    }

    #[test]
    fn the_script_stands_in_the_head_or_else_at_the_end() {
        assert!(
            with_script("<head></head><body>", "h", 3)
                .contains("data-version=\"3\"></script></head>")
        );
        assert!(with_script("text", "", 0).ends_with("</script>"));
    }
}
