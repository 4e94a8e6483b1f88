//! `sanad new`

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::say::say;
use crate::cli::{New, NewCommand};
use crate::escape;
use crate::model::{Date, Language, digits};
use crate::options;
use crate::scaffold::{self, Scaffold};
use crate::{Error, Result, write};

pub(super) fn new(typed: &New) -> Result<ExitCode> {
    let today = options::today()?;
    let words = Words(options::language(typed.lang));
    let (scaffold, next) = match &typed.what {
        NewCommand::Office {
            id,
            upazila,
            department,
            content,
        } => {
            let (upazila, department) = (upazila.as_deref(), department.as_deref());
            let scaffold = scaffold::office(content, id, upazila, department, today)?;
            (scaffold, words.build(content))
        }
        NewCommand::Department { id, content } => {
            let scaffold = scaffold::department(content, id, today)?;
            (scaffold, words.build(content))
        }
        NewCommand::Notice {
            office,
            title,
            date: day,
            department,
            content,
        } => {
            let day = day.as_deref().map_or(Ok(today), date)?;
            let title = title.join(" ");
            let scaffold = scaffold::notice(content, office, &title, department.as_deref(), day)?;
            (scaffold, words.draft(content))
        }
        NewCommand::Page {
            of,
            title,
            department,
            content,
        } => {
            let scaffold =
                scaffold::page(content, of, &title.join(" "), department.as_deref(), today)?;
            (scaffold, words.draft(content))
        }
        NewCommand::Site { folder, department } => {
            let scaffold = scaffold::site(folder, department, today)?;
            (scaffold, words.enter(folder))
        }
    };
    write::create(&scaffold)?;
    say(words.report(&scaffold, &next))?;
    Ok(ExitCode::SUCCESS)
}

fn date(text: &str) -> Result<Date> {
    Date::parse(text).map_err(|_| {
        Error::Usage(format!(
            "`{text}` is not a day; write year-month-day in figures, like 2025-06-30"
        ))
    })
}

/// More new files than these are counted, not listed.
const LISTED: usize = 6;

/// The wording.
struct Words(Language);

impl Words {
    fn pick<T>(&self, english: T, bangla: T) -> T {
        match self.0 {
            Language::English => english,
            Language::Bangla => bangla,
        }
    }

    /// What was written, the blanks, and what to do next.
    fn report(&self, scaffold: &Scaffold, next: &str) -> String {
        let shown = |path: &Path| escape::terminal(&escape::slashes(&scaffold.root.join(path)));
        let mut text = self.pick("Written:\n", "লেখা হয়েছে:\n").to_owned();
        let listed = scaffold.files.iter().take(LISTED);
        for file in listed {
            let _ = writeln!(text, "  {}", shown(&file.path));
        }
        let more = scaffold.files.len().saturating_sub(LISTED);
        if more > 0 {
            let bangla = format!("  এবং আরও {}টি ফাইল\n", digits::number(more));
            text += &self.pick(format!("  and {more} more files\n"), bangla);
        }
        if let Some(table) = &scaffold.table {
            let table = shown(&table.path);
            let bangla = format!("  {table} সারণিতে আরও একটি সারি\n");
            text += &self.pick(format!("  one row more in {table}\n"), bangla);
        }
        if let Some(schema) = scaffold.schemas.first() {
            let folder = shown(schema.path.parent().unwrap_or(&schema.path));
            let bangla = format!("  এডিটরের জন্য স্কিমা, {folder} ফোল্ডারে\n");
            text += &self.pick(format!("  schemas for editors in {folder}\n"), bangla);
        }
        let blanks = scaffold.blanks();
        if !blanks.is_empty() {
            text += self.pick("Still to be filled in:\n", "এখনো লিখতে হবে:\n");
        }
        for blank in blanks {
            let _ = writeln!(
                text,
                "  {}:{}  {}",
                shown(&blank.path),
                blank.line,
                escape::terminal(&blank.text)
            );
        }
        text + next
    }

    fn build(&self, content: &Path) -> String {
        let content = if content == Path::new("content") {
            String::new()
        } else {
            format!(" --content {}", escape::shell(content))
        };
        let see = self.pick("to see it while you write", "লিখতে লিখতে দেখতে");
        format!(
            "{}: sanad serve{content}   ({see}), sanad build{content}\n",
            self.next()
        )
    }

    fn draft(&self, content: &Path) -> String {
        let draft = self.pick(
            "It is a draft: only `sanad serve` shows it until the line `draft: true` is deleted.",
            "এটি খসড়া: `draft: true` লাইনটি মুছে না ফেলা পর্যন্ত শুধু `sanad serve`-এ দেখা যায়।",
        );
        format!("{draft}\n{}", self.build(content))
    }

    fn enter(&self, folder: &Path) -> String {
        if folder == Path::new(".") {
            return self.build(Path::new("content"));
        }
        let next = self.next();
        format!(
            "{next}:\n  cd {}\n  sanad serve\n  sanad build\n",
            escape::shell(folder)
        )
    }

    fn next(&self) -> &'static str {
        self.pick("Next", "এরপর")
    }
}
