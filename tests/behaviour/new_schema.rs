//! What `sanad new` writes names its schema and fits it, with its commented examples in use too.

use crate::support::schema::{all_fit, all_name, fits, keys, kind, named, of};
use crate::support::{Portal, files, text_of_project};

#[test]
fn what_new_writes_names_its_schema_and_fits_it() {
    let portal = Portal::small().without("content").without("themes");
    let said = portal.run(&["new", "site", "."]).succeeds().stdout;
    assert!(
        said.contains("  schemas for editors in content/.schema\n"),
        "{said}"
    );
    for arguments in [
        &["office", "fourth.sample-district"][..],
        &["notice", "fourth.sample-district", "এক"],
        &["page", "fourth.sample-district", "দুই"],
        &["page", "sample", "তিন"],
        &["department", "other"],
    ] {
        let said = portal
            .run(&[&["new"], arguments].concat())
            .succeeds()
            .stdout;
        assert!(!said.contains("schemas"), "they are there already: {said}");
    }
    assert_eq!(all_name(&portal.path(".")), 12);
    assert_eq!(all_fit(&portal.path(".")), 12);
    let mut examples = 0;
    for (path, bytes) in files(&portal.path("content")) {
        let path = format!("/{path}");
        if let Some(name) = kind(&path) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            let (text, more) = uncommented(&text, name);
            fits(name, &path, &text);
            examples += more;
        }
    }
    assert!(examples > 30, "{examples}");
}

/// The file with its commented examples in use, and how many there were.
fn uncommented(text: &str, name: &str) -> (String, usize) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let root = of(name);
    let mut names: Vec<String> = keys(&root).into_iter().map(|(key, _)| key).collect();
    names.sort();
    names.dedup();
    // A post that is held is not vacant.
    names.retain(|key| key != "vacant");
    let mut count = 0;
    for key in names {
        let begins = |line: &str| {
            let rest = line.trim_start().strip_prefix("# ")?.strip_prefix(&key)?;
            (rest == ":" || rest.starts_with(": ")).then_some(line.find('#')?)
        };
        let at: Vec<(usize, usize)> = lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| Some((at, begins(line)?)))
            .collect();
        // A key is explained first; the line that can be used is the last. One alone explains the key below it.
        let Some(&(at, indent)) = at.last().filter(|(_, indent)| at.len() > 1 || *indent > 0)
        else {
            continue;
        };
        let below = lines
            .get(at + 1)
            .map_or("", |line| line.trim_start().trim_start_matches("- "));
        if below.starts_with(&format!("{key}:")) {
            continue;
        }
        lines[at].replace_range(indent..indent + 2, "");
        count += 1;
        for line in lines[at + 1..]
            .iter_mut()
            .take_while(|line| line.starts_with("#   "))
        {
            line.replace_range(0..2, "");
        }
    }
    (lines.join("\n") + "\n", count)
}

#[test]
fn the_example_of_an_offices_charter_fits() {
    let text = text_of_project("src/scaffold/charter.yaml");
    let (_, example) = text.split_once("শুধু যা আলাদা").expect("the example");
    let lines = example
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with('#'));
    let example: String = lines
        .map(|line| line.trim_start_matches("#   ").to_owned() + "\n")
        .collect();
    assert!(example.contains("withdrawn: true"), "{example}");
    fits("office-charter", "the example", &example);
    assert!(named(&example).ends_with("/office-charter.json"));
}

#[test]
fn new_never_overwrites_a_schema() {
    let portal = Portal::small().with("content/.schema/office.json", "mine");
    let said = portal
        .run(&["new", "office", "second.sample"])
        .succeeds()
        .stdout;
    assert!(
        said.contains("schemas for editors in content/.schema"),
        "{said}"
    );
    let office = portal.text("content/.schema/office.json");
    assert_eq!(office, "mine");
    assert!(portal.path("content/.schema/notice.json").is_file());
    let portal = Portal::small().with("content/.schema", "mine");
    portal
        .run(&["new", "office", "second.sample"])
        .faults("is not a folder");
}
