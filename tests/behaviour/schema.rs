//! `sanad schema`: every key is explained in both languages, and what is shipped fits.

use std::fs;

use icu_normalizer::ComposingNormalizerBorrowed;
use sanad::schema;

use crate::support::schema::{all_fit, all_name, fits, keys, of, read};
use crate::support::{Portal, files, is_bangla, project};

#[test]
fn content_that_has_no_mistakes_fits() {
    assert!(all_fit(&project().join("content")) >= 8);
    assert!(all_fit(&project().join("tests/fixtures")) >= 7);
    assert_eq!(all_fit(&project().join("themes")), 1);
    assert!(all_fit(&crate::support::readme::site().path("content")) >= 9);
}

#[test]
fn the_shipped_schemas_are_those_that_the_program_makes() {
    let shipped = files(&project().join("content/.schema"));
    let mut made: Vec<(String, Vec<u8>)> = schema::all()
        .into_iter()
        .map(|schema| (schema.file(), schema.text.into_bytes()))
        .collect();
    made.sort();
    assert!(
        shipped == made,
        "content/.schema is out of date: `cargo run -- schema` writes it"
    );
}

#[test]
fn every_key_is_described_in_bangla_and_in_english() {
    let mut seen = 0;
    for schema in schema::all() {
        let root = of(schema.name);
        let top = [(String::new(), &root)];
        for (key, value) in top.into_iter().chain(keys(&root)) {
            let words = value["description"].as_str().unwrap_or_default();
            let paragraphs: Vec<&str> = words.split("\n\n").collect();
            let [bangla, english] = paragraphs[..] else {
                panic!("{} `{key}`: {words:?}", schema.name);
            };
            let first = english.chars().next().expect("words");
            assert!(
                bangla.contains(is_bangla) && !is_bangla(first),
                "{} `{key}`: {words:?}",
                schema.name
            );
            assert!(!words.replace("\n\n", "").contains('\n'), "{words:?}");
            seen += 1;
        }
        assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&schema.text));
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_key_is_explained_in_the_words_of_the_files_that_new_writes() {
    let mut same = 0;
    for (name, file) in [
        ("portal", "portal.yaml"),
        ("department", "department.yaml"),
        ("charter", "charter.yaml"),
        ("office", "office.yaml"),
        ("page", "page.md"),
        ("notice", "notice.md"),
    ] {
        let text =
            fs::read_to_string(project().join("src/scaffold").join(file)).expect("a template");
        let root = of(name);
        for (key, value) in keys(&root) {
            let words = value["description"]
                .as_str()
                .expect("words")
                .replace('`', "");
            let bangla = words.split("\n\n").next().expect("Bangla");
            // The number of a section may stand before the key: `২.১ citizen: নাগরিক সেবা`.
            let comment = |line: &str| {
                let (number, rest) = line
                    .trim()
                    .strip_prefix("# ")?
                    .split_once(&format!("{key}: "))?;
                let is_number = number.is_empty()
                    || number.starts_with(['১', '২', '৩', '৪', '৫'])
                        && !number.contains(char::is_alphabetic);
                let rest = rest.replace("(লিখুন)", "").replace('`', "");
                is_number.then(|| rest.trim().to_owned())
            };
            // The same key may stand in several maps; a comment may go on where the key's own words end.
            let comments: Vec<String> = text.lines().filter_map(comment).collect();
            let explained = comments
                .iter()
                .any(|comment| bangla.starts_with(&**comment) || comment.starts_with(bangla));
            let only = keys(&root)
                .iter()
                .filter(|(other, _)| *other == key)
                .count()
                == 1;
            assert!(
                explained || comments.is_empty() || !only,
                "{name} `{key}`: {bangla:?} is none of {comments:#?}"
            );
            same += usize::from(explained);
        }
    }
    assert!(same > 45, "{same}");
}

#[test]
fn they_are_written_into_the_content_once() {
    let portal = Portal::small();
    let said = portal.run(&["schema"]).succeeds().stdout;
    assert!(said.contains("written   content/.schema/office.json  for offices/*/office.yaml"));
    let path = portal.path("content/.schema/office.json");
    let at = || {
        fs::metadata(&path)
            .expect("a schema")
            .modified()
            .expect("a time")
    };
    let before = at();
    let again = portal.run(&["schema"]).succeeds().stdout;
    assert!(again.contains("the same  content/.schema/office.json") && !again.contains("written"));
    assert_eq!(at(), before, "what is the same is left alone");
    fs::write(&path, "{}").expect("a file");
    assert!(
        portal
            .run(&["schema"])
            .succeeds()
            .stdout
            .contains("written   content/.schema/office.json")
    );
    let made = fs::read_to_string(&path).expect("a schema");
    assert!(made.ends_with("}\n"));
    assert_eq!(portal.run(&["schema", "office"]).succeeds().stdout, made);
}

#[test]
fn they_are_no_content() {
    let portal = Portal::small();
    portal.build().succeeds();
    let before = portal.output();
    portal.run(&["schema"]).succeeds();
    let built = portal.build().succeeds().stdout;
    assert!(built.contains(": 0 files written, "), "{built}");
    assert!(portal.output() == before);
    let said = portal.check("unread-file");
    assert!(said.findings().is_empty(), "{}", said.stdout);
}

#[test]
fn another_folder_and_wrong_names_are_understood() {
    let portal = Portal::small().without("content");
    portal.run(&["schema"]).faults("with --out DIR");
    portal.run(&["schema", "--out", "a/b"]).succeeds();
    assert_eq!(files(&portal.path("a/b")).len(), schema::all().len());
    portal
        .run(&["schema", "offices"])
        .faults("there is no schema `offices`; there are portal, ");
    portal
        .run(&["schema", "office", "--out", "x"])
        .faults("cannot be used with");
    let help = portal.run(&["schema", "--help"]).succeeds().stdout;
    assert!(
        help.contains("Examples:") && help.contains("Exit codes:"),
        "{help}"
    );
}

#[test]
fn what_is_shipped_names_its_schema() {
    assert!(all_name(&project().join("content")) >= 8);
    assert_eq!(all_name(&project().join("themes")), 1);
}

#[test]
fn usual_mistakes_are_refused() {
    let service = "id: x\n      name: ক\n      delivery_method: ক\n      fee: ক\n      time_limit: ক\n      responsible: x\n";
    let services = |more: &str| format!("services:\n  citizen:\n    - {service}{more}");
    for (name, text, says) in [
        ("office", "phon: ০১৭০০০০০০০০\n", "'phon' was unexpected"),
        ("office", "phone: [০১৭০০০০০০০০]\n", "'anyOf'"),
        ("office", "phone: ০১৭৮১২২৭১৯৩৪\n", "does not match"),
        ("office", "phone: 017812271934\n", "is not of type"),
        ("office", "phone: 0178127193\n", "is not of type"),
        ("office", "verified_on: ৩০/০৬/২০২৫\n", "does not match"),
        ("office", "verified_on: 2025-13-01\n", "does not match"),
        ("office", "email: office at example\n", "does not match"),
        ("office", "vacant: হ্যাঁ\n", "is not of type"),
        ("office", "vacant: true\nofficer: নাম\n", "alse schema"),
        (
            "office",
            "allow: [{code: shared-phone}]\n",
            "\"reason\" is a required property",
        ),
        (
            "portal",
            "theme: portal\n",
            "\"state\" is a required property",
        ),
        (
            "portal",
            "state: ক\ntheme: portal\nweekend: [fryday]\n",
            "is not one of",
        ),
        (
            "portal",
            "state: ক\ntheme: portal\nweekend: friday\n",
            "is not of type",
        ),
        ("portal", "state: ক\ntheme: Portal\n", "does not match"),
        (
            "department",
            "name: ক\noffice_name: ক\nposts: []\n",
            "has less than 1 item",
        ),
        (
            "department",
            "name: ক\noffice_name: ক\nposts: [{name: ক}]\n",
            "\"id\" is a required property",
        ),
        (
            "charter",
            &services(""),
            "\"vision\" is a required property",
        ),
        (
            "charter",
            &services("      withdrawn: true\n"),
            "'withdrawn' was unexpected",
        ),
        ("charter", "format: fields\n", "is not one of"),
        ("charter", "mission: \"{upazilla} ক\"\n", "does not match"),
        (
            "charter",
            "grievance: [{when: ক, whom: ক, time_limit: ক}]\n",
            "\"contact\" is a required property",
        ),
        (
            "charter",
            "grievance: [{when: ক, whom: ক, time_limit: ক, contact: অনিক}]\n",
            "is not one of",
        ),
        (
            "office-charter",
            "services: {citizen: [{fee: ক}]}\n",
            "\"id\" is a required property",
        ),
        (
            "office-charter",
            "services: {citizen: [{id: x, withdrawn: true}]}\n",
            "\"reason\" is a required property",
        ),
        (
            "office-charter",
            "services: {citizens: []}\n",
            "'citizens' was unexpected",
        ),
        ("notice", "title: ক\n", "\"date\" is a required property"),
        (
            "notice",
            "title: ক\ndate: 2025-07-01\nattachments: form.pdf\n",
            "is not of type",
        ),
        ("page", "title: ক\norder: প্রথম\n", "is not of type"),
    ] {
        let validator = jsonschema::validator_for(&of(name)).expect("a schema");
        let errors: Vec<String> = validator
            .iter_errors(&read(text))
            .map(|error| error.to_string())
            .collect();
        assert!(
            errors.iter().any(|error| error.contains(says)),
            "{name}: {text}{errors:#?}"
        );
    }
}

#[test]
fn a_value_without_quotes_may_look_like_a_number() {
    for value in ["01781271934", "205", "067", "2025", "0671"] {
        for key in ["phone", "room", "code", "officer", "address"] {
            fits("office", key, &format!("{key}: {value}\n"));
        }
    }
    for phone in [
        "02-47651287",
        "0247651287",
        "024765",
        "+8801781271934",
        "+880247651287",
    ] {
        fits("office", "phone", &format!("phone: {phone}\n"));
    }
    fits("office", "day", "verified_on: 2025-06-30\n");
    fits("office", "day", "verified_on: ২০২৫-০৬-৩০\n");
    fits(
        "portal",
        "number",
        "state: ক\ntheme: portal\nhotlines: [{number: 999, label: ক, checked_on: 2025-06-30}]\n",
    );
}
