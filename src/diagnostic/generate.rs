//! A part of the build script, not of the program: `catalogue/*.txt` → the enum of codes, the table of what is known of each,
//! and a function for every message, so that an unknown code, message or parameter does not compile.
//!
//! What the text files may say stands in `catalogue.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// In the order in which `--explain` and README list them.
const FILES: [&str; 8] = [
    "files", "values", "links", "office", "people", "language", "phrases", "keys",
];

/// English and Bangla.
type Both = [String; 2];

/// What the parameters of a text are called, and what kind of thing each is, `{days:number}`: in the order of the text.
type Parameters = Vec<(String, String)>;

/// `[phone-length] error contacts`, and what stands below.
struct Item {
    code: String,
    severity: String,
    family: String,
    title: Both,
    reason: Both,
    remedy: Both,
    messages: Vec<Said>,
}

/// A message by its name, which is empty where a code has only one; with a remedy where the code's own does not do.
struct Said {
    name: String,
    message: Both,
    remedy: Option<Both>,
}

/// The part of the program that is made from `catalogue/*.txt` in a folder.
pub(crate) fn generate(diagnostic: &Path) -> Result<String> {
    let mut items = Vec::new();
    let mut phrases = BTreeMap::new();
    for file in FILES {
        let path = diagnostic.join(format!("catalogue/{file}.txt"));
        let text = fs::read_to_string(&path)?;
        for (line, block) in blocks(&text) {
            let place = |fault| format!("{}:{line}: {fault}", path.display());
            let read = if block[0].starts_with('[') {
                item(&block).map(|item| items.push(item))
            } else {
                phrase(&block).map(|(name, text)| drop(phrases.insert(name, text)))
            };
            read.map_err(place)?;
        }
    }
    let mut program = String::new();
    codes(&items, &mut program)?;
    messages(&items, &phrases, &mut program)?;
    Ok(program)
}

/// The blocks of a file, each with the number of its first line.
fn blocks(text: &str) -> Vec<(usize, Vec<&str>)> {
    let mut blocks: Vec<(usize, Vec<&str>)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.starts_with(['[', '(']) {
            blocks.push((at + 1, vec![line]));
        } else if let Some((_, block)) = blocks.last_mut()
            && !line.is_empty()
            && !line.starts_with('#')
        {
            block.push(line);
        }
    }
    blocks
}

fn item(block: &[&str]) -> std::result::Result<Item, String> {
    let head = block[0]
        .strip_prefix('[')
        .and_then(|head| head.split_once("] "));
    let (code, rest) = head.ok_or("a block begins with `[code] weight family`")?;
    let (severity, family) = rest.split_once(' ').ok_or("weight and family")?;
    let [english, bangla] = [first(block, "en")?, first(block, "bn")?];
    let three = |parts: Vec<String>| {
        <[String; 3]>::try_from(parts)
            .map_err(|_| "title | why it matters | what to do, in both languages".to_owned())
    };
    let [title, reason, remedy] = three(english)?;
    let [title_in_bangla, reason_in_bangla, remedy_in_bangla] = three(bangla)?;
    let is_said = |line: &&&str| !line.starts_with("en = ") && !line.starts_with("bn = ");
    let mut messages = Vec::new();
    let mut lines = block[1..].iter().filter(is_said);
    while let Some(english) = lines.next() {
        let bangla = lines.next().ok_or("a message stands in both languages")?;
        messages.push(said(english, bangla)?);
    }
    Ok(Item {
        code: code.to_owned(),
        severity: severity.to_owned(),
        family: family.to_owned(),
        title: [title, title_in_bangla],
        reason: [reason, reason_in_bangla],
        remedy: [remedy, remedy_in_bangla],
        messages,
    })
}

/// `say pixels en = …` and `say pixels bn = …`.
fn said(english: &str, bangla: &str) -> std::result::Result<Said, String> {
    let read = |line: &str, language: &str| {
        let (head, text) = line.split_once(" = ").ok_or("say … = text")?;
        let name = head.strip_prefix("say ").ok_or("a line is en, bn or say")?;
        let name = name
            .strip_suffix(language)
            .ok_or_else(|| format!("`{head}`: English comes first, and Bangla is the next line"))?;
        Ok::<_, String>((name.trim().to_owned(), parts(text)))
    };
    let (name, english) = read(english, "en")?;
    let (other, bangla) = read(bangla, "bn")?;
    if name != other || english.len() != bangla.len() || english.len() > 2 {
        return Err(format!(
            "`{name}`: message, or message | remedy, in both languages"
        ));
    }
    let mut parts = std::iter::zip(english, bangla).map(|(english, bangla)| [english, bangla]);
    Ok(Said {
        name,
        message: parts.next().ok_or("a message")?,
        remedy: parts.next(),
    })
}

/// `(name)`, and a text in both languages.
fn phrase(block: &[&str]) -> std::result::Result<(String, Both), String> {
    let name = block[0].trim_matches(['(', ')']).to_owned();
    let text = |language| {
        let line = block.iter().find_map(|line| line.strip_prefix(language));
        line.map(str::to_owned)
            .ok_or_else(|| format!("no line `{language}…`"))
    };
    Ok((name, [text("en = ")?, text("bn = ")?]))
}

fn first(block: &[&str], language: &str) -> std::result::Result<Vec<String>, String> {
    let line = block
        .iter()
        .find_map(|line| line.strip_prefix(language)?.strip_prefix(" = "));
    line.map(parts)
        .ok_or_else(|| format!("no line `{language} = …`"))
}

fn parts(text: &str) -> Vec<String> {
    text.split(" | ")
        .map(|part| part.trim().to_owned())
        .collect()
}

/// The enum and the table behind it.
fn codes(items: &[Item], out: &mut String) -> Result<()> {
    let known: BTreeSet<&str> = items.iter().map(|item| &*item.code).collect();
    if known.len() != items.len() {
        return Err("a code stands twice in the catalogue".into());
    }
    out.push_str("/// What can be found: one for each item of the catalogue.\n");
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum Code {\n");
    for item in items {
        let title = plain(&item.title[0])?;
        writeln!(out, "/// {title}.\n{},", camel(&item.code))?;
    }
    writeln!(out, "}}\n\nstatic ITEMS: [Item; {}] = [", items.len())?;
    for item in items {
        let weight = camel(&item.severity);
        writeln!(out, "Item {{ code: Code::{},", camel(&item.code))?;
        writeln!(out, "name: {:?}, severity: Severity::{weight},", item.code)?;
        writeln!(out, "family: {:?},", item.family)?;
        for (field, [english, bangla]) in [
            ("title", &item.title),
            ("reason", &item.reason),
            ("remedy", &item.remedy),
        ] {
            let (english, bangla) = (plain(english)?, plain(bangla)?);
            writeln!(out, "{field}: Both({english:?}, {bangla:?}),")?;
        }
        out.push_str("},\n");
    }
    out.push_str("];\n\n");
    Ok(())
}

const IMPORTS: &str =
    "#[allow(unused_imports)] use super::{Code, Display, Language, Message, Said, digits};";

/// The modules `say` and `phrase`: a function for each message and each phrase.
fn messages(items: &[Item], phrases: &BTreeMap<String, Both>, out: &mut String) -> Result<()> {
    let mut referred = BTreeSet::new();
    writeln!(out, "pub(crate) mod say {{ {IMPORTS}")?;
    for item in items {
        for said in &item.messages {
            let name = format!("{} {}", item.code, said.name);
            let name = name.trim().replace(['-', ' '], "_");
            let remedy = match &said.remedy {
                Some([english, _]) if english.starts_with('(') => {
                    let phrase = english.trim_matches(['(', ')']);
                    let known = phrases.get(phrase);
                    referred.insert(phrase.to_owned());
                    Some(known.ok_or_else(|| format!("`{name}`: no phrase `{english}`"))?)
                }
                other => other.as_ref(),
            };
            let mut parameters = Parameters::new();
            let message = text(&said.message, &mut parameters, &name)?;
            let remedy = match remedy {
                Some(remedy) => text(remedy, &mut parameters, &name)?,
                None => format!("Code::{}.remedy()", camel(&item.code)),
            };
            let (code, taken) = (camel(&item.code), signature(&parameters));
            writeln!(out, "/// {}", said.message[0].replace('[', "\\["))?;
            writeln!(out, "pub(crate) fn {name}({taken}) -> Said {{")?;
            writeln!(
                out,
                "Said {{ code: Code::{code}, message: {message}, hint: {remedy} }} }}"
            )?;
        }
    }
    writeln!(out, "}}\n\npub(crate) mod phrase {{ {IMPORTS}")?;
    for (name, both) in phrases {
        let mut parameters = Parameters::new();
        let message = text(both, &mut parameters, name)?;
        let (function, taken) = (name.replace('-', "_"), signature(&parameters));
        if referred.contains(name) {
            out.push_str("#[allow(dead_code)]\n");
        }
        writeln!(out, "/// {}", both[0].replace('[', "\\["))?;
        writeln!(
            out,
            "pub(crate) fn {function}({taken}) -> Message {{ {message} }}"
        )?;
    }
    out.push_str("}\n");
    Ok(())
}

/// A text in both languages as an expression of type `Message`; notes what parameters it takes.
fn text([english, bangla]: &Both, all: &mut Parameters, name: &str) -> Result<String> {
    let (of_english, english) = template(english)?;
    let (of_bangla, bangla) = template(bangla)?;
    let sorted = |mut parameters: Parameters| {
        parameters.sort();
        parameters
    };
    if sorted(of_english.clone()) != sorted(of_bangla) {
        return Err(format!("`{name}`: the parameters differ between the languages").into());
    }
    let mut expression = "Message::from((".to_owned();
    for (language, text) in [("English", english), ("Bangla", bangla)] {
        if of_english.is_empty() {
            write!(expression, "{:?}, ", plain(&text)?)?;
            continue;
        }
        write!(expression, "format!({text:?}")?;
        for (parameter, kind) in &of_english {
            let given = match (&**kind, language) {
                ("text", _) | ("number" | "date", "English") => continue,
                ("number", _) => format!("digits::to_bangla(&{parameter}.to_string())"),
                ("date", _) => format!("{parameter}.official()"),
                ("words", _) => format!("{parameter}.get(Language::{language})"),
                _ => return Err(format!("`{name}`: no parameter is a `{kind}`").into()),
            };
            write!(expression, ", {parameter} = {given}")?;
        }
        expression.push_str("), ");
    }
    for parameter in of_english {
        note(all, parameter)?;
    }
    expression.push_str("))");
    Ok(expression)
}

/// A parameter that stands in a text twice is one.
fn note(parameters: &mut Parameters, (name, kind): (String, String)) -> Result<()> {
    match parameters.iter().find(|(known, _)| *known == name) {
        Some((_, known)) if *known == kind => {}
        Some(_) => return Err(format!("`{name}` is of two kinds").into()),
        None => parameters.push((name, kind)),
    }
    Ok(())
}

/// A text as `format!` takes it, without the kinds of its parameters, and these parameters.
fn template(text: &str) -> Result<(Parameters, String)> {
    let mut parameters = Parameters::new();
    let mut template = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        template.push_str(&rest[..at]);
        rest = &rest[at..];
        let doubled = ["{{", "}}"].iter().find(|sign| rest.starts_with(**sign));
        if let Some(sign) = doubled {
            template.push_str(sign);
            rest = &rest[2..];
            continue;
        }
        let inner = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let (inner, behind) = inner.ok_or_else(|| format!("a lone brace in `{text}`"))?;
        let (name, kind) = inner.split_once(':').unwrap_or((inner, "text"));
        let is_name = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if name.is_empty() || !is_name(name) {
            return Err(format!("`{{{inner}}}` in `{text}` is no parameter").into());
        }
        note(&mut parameters, (name.to_owned(), kind.to_owned()))?;
        write!(template, "{{{name}}}")?;
        rest = behind;
    }
    template.push_str(rest);
    Ok((parameters, template))
}

/// A text without parameters, as people read it.
fn plain(text: &str) -> Result<String> {
    let (parameters, template) = template(text)?;
    if parameters.is_empty() {
        return Ok(template.replace("{{", "{").replace("}}", "}"));
    }
    Err(format!("`{text}` can have no parameters").into())
}

fn signature(parameters: &Parameters) -> String {
    let taken = parameters.iter().map(|(name, kind)| {
        let kind = match &**kind {
            "date" => "crate::model::Date",
            "words" => "&Message",
            _ => "impl Display",
        };
        format!("{name}: {kind}, ")
    });
    taken.collect()
}

/// `phone-length` → `PhoneLength`.
fn camel(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_ascii_uppercase() + rest
    });
    words.collect()
}
