//! Texts that want to become something else: a list of them, and a grammar that puts them together.

use std::fmt::Write as _;

use crate::support::random::Random;

/// What once went through somewhere, in some program, or might.
const PIECES: [&str; 66] = [
    "<script>alert(1)</script>",
    "</title><script src=//evil.example/x.js></script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "<svg/onload=alert(1)>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<iframe srcdoc='<b>'></iframe>",
    "<style>*{display:none}</style>",
    "</main></body></html>",
    "<!-- <main> -->",
    "<![CDATA[ ]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>&a;",
    "&lt;b&gt; &amp;amp; &#60;b&#62; &#x3c;i&#x3e; &quot;",
    "&#xE000; main &#xE000;",
    "&#57344;person&#57344;",
    "&#xE000;",
    "&#0; &#x1b;[2J &#xFFFE; &#xD800; &#x110000;",
    "\u{E000} upazila \u{E000}",
    "\u{E000}json host\u{E000}",
    "\u{E000}",
    "\u{E001}",
    "\u{E002}\u{E00F}\u{F8FF}",
    "{{ s.page_home }} {% raw %} {# x #}",
    "{% include \"shell.html\" %}{{ <date day={now()} /> }}",
    "{upazila} {district} {host} {office}",
    "{upazila}{{upazila}}{",
    "}{ {division} }",
    "{unknown} {upazila",
    "]]></summary><script>",
    "--></script><script>alert(1)</script>",
    "\u{2028}alert(1)\u{2029}",
    "\\u003c/script\\u003e \\\\ \\\" \\n",
    "BEGIN:VCARD\r\nTEL:+8800000000\r\nEND:VCARD",
    "x\\;y\\,z;;;\\n",
    "\u{1FEF}\u{1FEF}\u{1FEF}\u{1FEF}js",
    "\u{037E}\u{212A}\u{2126}\u{0340}",
    "<\u{0338} >\u{0338} =\u{0338}",
    "\u{226E}script\u{226F}",
    "\u{202E}gnp.exe\u{202C} \u{2066}x\u{2069} \u{200F}",
    "\u{FEFF}ক\u{FEFF}",
    "\u{FFFD}\u{FFFC}",
    "র\u{200D}্যাব \u{200C}ক্\u{200C}ষ \u{200B}",
    "ক\u{09BC}\u{09BC}\u{09BC}\u{09BE}\u{09BE}",
    "\u{09DC}\u{09DD}\u{09DF} ড\u{09BC}",
    "👩‍👩‍👧‍👦🏽🇧🇩",
    "Z\u{0351}\u{036B}\u{0343}\u{036A}\u{0302}\u{036B}\u{033D}",
    "javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "//evil.example/x",
    "https://user:pass@evil.example:99/",
    "/\\evil.example",
    "../../../../etc/passwd",
    "%2e%2e%2f%00",
    "=HYPERLINK(\"https://evil.example\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "__proto__ constructor",
    "|||---|---|",
    "``` ~~~ ***",
    "# ক\n\n## ক\n\n## ক",
    "\tx\n\n\n    y",
    "'; DROP TABLE offices; --",
    "০১৭৮১২৭১৯৩৪",
    "\r\nSet-Cookie: a=b\r\n\r\n",
    "ক",
];

/// Where a link may want to lead.
const TARGETS: [&str; 30] = [
    "/charter",
    "/contact#x\"y",
    "/files/form.pdf",
    "https://a.example/?q=\"<>'`",
    "https://a.example/&#xE000;x",
    "mailto:a@dept.example",
    "tel:01700000000",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#10;script:alert(1)",
    "\u{1}javascript:alert(1)",
    "&#1;javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://a.example/x",
    "//evil.example",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https:///evil.example",
    "https://user:pass@evil.example/",
    "https://evil.example\u{2044}@a.example/",
    "tel:*21*999#",
    "mailto:a@b.example?bcc=c@d.example&body=x%0Ay",
    "/notices/../../other",
    "/{upazila}",
    "{host}",
    "&#xE000;",
];

/// Names of parts, fields and placeholders, as marks may hold them.
const MARKED: [&str; 13] = [
    " main ",
    " body ",
    " upazila ",
    " bn upazila ",
    " tagged host ",
    " json host ",
    // A part of the theme, with an address of the office's own as its root: `javascript:alert(1)//`.
    "parts/footer-links.html\u{E001}root\u{E001}6a6176617363726970743a616c6572742831292f2f",
    "parts/map-files.html\u{E001}root\u{E001}6a6176617363726970743a616c6572742831292f2f",
    "parts/masthead.html\u{E001}root\u{E001}2f2f6576696c2e6578616d706c652f",
    "parts/person.html",
    "parts/none.html",
    "x",
    "",
];

/// A mark of ours, in one of the ways in which a text may bring it in.
pub(crate) fn mark(random: &mut Random) -> String {
    let inside = random.one_of(&MARKED);
    let mark = format!("\u{E000}{inside}\u{E000}");
    let as_entity = |form: fn(u32) -> String| -> String {
        let one = |c: char| match c {
            '\u{E000}' | '\u{E001}' => form(u32::from(c)),
            c => c.to_string(),
        };
        mark.chars().map(one).collect()
    };
    match random.below(5) {
        0 => as_entity(|c| format!("&#{c};")),
        1 => as_entity(|c| format!("&#x{c:x};")),
        2 => as_entity(|c| format!("&#X00{c:X};")),
        // Cut in the middle, as a line that is too long would be.
        3 => mark.chars().take(random.below(12) + 1).collect(),
        _ => mark,
    }
}

/// One line.
pub(crate) fn text(random: &mut Random, canary: &str) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(3) {
        match random.below(9) {
            0 => text += &mark(random),
            1 => text += canary,
            2 => {
                text += &random
                    .one_of(&["ক", "x", "<", "\"", "\u{0338}"])
                    .repeat(random.below(3000));
            }
            _ => text += random.one_of(&PIECES),
        }
        text += random.one_of(&["", " ", "", "\u{200D}"]);
    }
    text
}

/// Markdown, some of it what an office might write.
pub(crate) fn markdown(random: &mut Random, canary: &str) -> String {
    let mut body = format!("{canary}\n\n");
    for _ in 0..=random.below(5) {
        block(random, canary, &mut body);
        body.push_str("\n\n");
    }
    if random.once_in(6) {
        body = body.replace('\n', "\r\n");
    }
    body
}

fn block(random: &mut Random, canary: &str, to: &mut String) {
    let said = text(random, canary);
    let line = said.replace(['\n', '\r'], " ");
    let target = random.one_of(&TARGETS);
    // Writing into a String does not fail.
    let _ = match random.below(24) {
        0 | 1 => write!(to, "```{}\nx\n```", mark(random)),
        17 => write!(to, "```x{{upazila}}&Tab;masthead {line}\nx\n```"),
        18 => write!(to, "[{line} <https://a.example/> x](/charter)"),
        2 => write!(to, "~~~ {line}\n{said}\n~~~"),
        3 => write!(to, "[{line}]({target} \"{line}\")"),
        4 => write!(to, "[x]({target})"),
        5 => write!(to, "[x][r]\n\n[r]: <{target}> '{line}'"),
        6 => write!(to, "![{line}](/files/photo.jpg \"{line}\")"),
        7 => write!(to, "![a ![b](/files/photo.jpg) c](/files/photo.jpg)"),
        8 => write!(
            to,
            "[![x](/files/photo.jpg)](/charter)\n![y](/files/photo.jpg)"
        ),
        9 => write!(
            to,
            "<https://a.example/{}>",
            line.replace([' ', '<', '>'], "-")
        ),
        10 => write!(to, "|{line}|x|\n|:--|--:|\n|{line}|y|"),
        11 => write!(to, "{} {line}", "#".repeat(1 + random.below(6))),
        12 => write!(to, "> {line}\n\n- {line}\n  1. {line}"),
        13 => write!(to, "`` {line} `` **{line}** ~~{line}~~"),
        14 => write!(to, "    {said}"),
        15 => write!(to, "{}x", "> ".repeat(random.below(14))),
        // What people type who never learned Markdown.
        19 => write!(to, "x[^{line}] y[^1]\n\n[^{line}]: {line}\n\n[^1]: {said}"),
        20 => write!(to, "{line}\n: {line}\n: x"),
        21 => write!(to, "১. {line}\n২) x\n• {line}\n- [ ] {line}"),
        22 => write!(to, "{line}\t{line}\nx\t{line}"),
        _ if random.once_in(4) => write!(to, "{line} | x\n{line} | y"),
        _ => write!(to, "{said}"),
    };
}

/// A value as YAML writes it: its signs by escapes where it may, so that no editor shows them.
pub(crate) fn yaml(random: &mut Random, text: &str) -> String {
    if random.once_in(4) && !text.contains(['\n', '\r', '\u{FEFF}', '\u{2028}', '\u{2029}', '\0']) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut value = String::from("\"");
    for c in text.chars() {
        // Writing into a String does not fail.
        let _ = match c {
            '"' | '\\' => write!(value, "\\{c}"),
            c if c < ' ' || !c.is_ascii() && random.once_in(3) => {
                write!(value, "\\U{:08X}", u32::from(c))
            }
            '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{E000}'..='\u{E00F}' => {
                write!(value, "\\u{:04X}", u32::from(c))
            }
            c => write!(value, "{c}"),
        };
    }
    let escapes = [
        "",
        "",
        "",
        "",
        "",
        "",
        "\\0",
        "\\e",
        "\\x07",
        "\\x7f",
        "\\uFFFE",
        "\\uFDD0",
        "\\U0001FFFF",
        "\\uD800",
        "\\N",
        "\\_",
        "\\L",
        "\\P",
        "\\r",
        "\\t",
        "\\b",
    ];
    value + random.one_of(&escapes) + "\""
}

/// A cell of a table.
pub(crate) fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A text without what no file may hold: signs that cannot be printed, as they are or as numbers and escapes, and words that
/// are longer than any title.
pub(crate) fn tame(text: &str) -> String {
    const ESCAPES: [&str; 13] = [
        "\\0",
        "\\e",
        "\\x07",
        "\\x7f",
        "\\uFFFE",
        "\\uFDD0",
        "\\U0001FFFF",
        "\\uD800",
        "\\N",
        "\\b",
        "\\U0000E00",
        "\\U0000000",
        "\\U0000001",
    ];
    let is_refused = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
            || matches!(c, '\u{E000}'..='\u{E00F}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    let mut run = (None, 0);
    let mut tamed: String = text
        .chars()
        .filter(|c| {
            run = (Some(*c), if run.0 == Some(*c) { run.1 + 1 } else { 0 });
            !is_refused(*c) && (run.1 < 20 || matches!(c, '>' | ' '))
        })
        .collect();
    for escape in ESCAPES {
        tamed = tamed.replace(escape, "");
    }
    for written in ["\\uE00", "\\ue00"] {
        tamed = tamed.replace(written, "\\u090");
    }
    tamed.replace("&#", "& #")
}

/// Markdown without HTML, which is refused, and with links that lead somewhere.
pub(crate) fn tame_markdown(body: &str) -> String {
    let body = body
        .replace('<', "&lt;")
        .replace("&lt;https://a.example/", "<https://a.example/");
    let body = body.replace("{unknown}", "{upazila}");
    TARGETS[6..].iter().fold(body, |body, target| {
        body.replace(&format!("]({target}"), "](/charter")
            .replace(&format!(": <{target}>"), ": </charter>")
            .replace(&format!(": &lt;{target}>"), ": </charter>")
    })
}
