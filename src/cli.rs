//! What can be typed.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::model::Language;

/// Complete Bangla portals for government offices from one charter, one table of offices and Markdown pages.
#[derive(Debug, Parser)]
#[command(name = "sanad", version, arg_required_else_help = true, after_help = HELP)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be typed: a command with its options and the commands below it.
pub type Grammar = clap::Command;

/// All that can be typed, for completions and the manual page.
#[must_use]
pub fn grammar() -> Grammar {
    Cli::command()
}

const HELP: &str = "Examples:
  sanad new site my-portals            a project to begin with
  sanad build                          content + theme → public/
  sanad check --lang bn                what is wrong or doubtful, in Bangla
  sanad build --help                   more of each command, with examples

Exit codes:
  0  fine
  1  mistakes in the content: the offices concerned keep their last good portal, all others are built
  2  wrong usage, or a fault of the machine";

const BUILD_HELP: &str = "Examples:
  sanad build                          all portals, from content/ and themes/ into public/
  sanad build --office rupganj.narayanganj
  sanad build --out /srv/public --compress gzip,br
  sanad build --shard 2/8              the second of eight parts, for eight machines

Only what changed is written. What a person left in the output stays.

Exit codes:
  0  fine
  1  mistakes in the content: the offices concerned keep their last good portal, all others are built
  2  wrong usage, or a fault of the machine";

const SHOW_HELP: &str = "Examples:
  sanad show rupganj.narayanganj
  sanad show rupganj.narayanganj --content ../content

Exit codes:
  0  fine
  2  no such office, wrong usage, or a fault of the machine";

const COMPLETIONS_HELP: &str = "Examples; a new shell knows them:
  sanad completions bash > ~/.local/share/bash-completion/completions/sanad
  sanad completions fish > ~/.config/fish/completions/sanad.fish
  sanad completions zsh > ~/.zfunc/_sanad        with `fpath+=~/.zfunc` before `compinit` in ~/.zshrc
  sanad completions elvish >> ~/.config/elvish/rc.elv
  sanad completions powershell >> $PROFILE

The folder must be there: mkdir -p ~/.local/share/bash-completion/completions

Exit codes:
  0  printed
  2  wrong usage";

const MANUAL_HELP: &str = "Examples:
  sanad manual | man -l -              to read it at once
  sanad manual > ~/.local/share/man/man1/sanad.1     then: man sanad

The folder must be there: mkdir -p ~/.local/share/man/man1

Exit codes:
  0  printed
  2  wrong usage";

/// What stands below the help of `new`: examples, the rule, exit codes.
macro_rules! new_help {
    ($examples:literal) => {
        concat!(
            "Examples:\n",
            $examples,
            "\n\nNothing that is there is overwritten: either all files are written, or none.\n\n",
            "Exit codes:\n",
            "  0  written; what is still to be filled in is said\n",
            "  2  wrong usage, something is there already, or a fault of the machine"
        )
    };
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make all portals: content + theme → public/
    #[command(after_help = BUILD_HELP)]
    Build(Build),
    /// A preview on this machine: what is saved is seen at once, mistakes too
    #[command(after_help = SERVE_HELP)]
    Serve(Serve),
    /// Every mistake and doubt of all offices at once; nothing is built
    #[command(after_help = CHECK_HELP)]
    Check(Check),
    /// What is published of an office, each value with the file and line it comes from
    #[command(after_help = SHOW_HELP)]
    Show(Show),
    /// Begin an office, a department, a notice, a page or a whole project: files with comments that build at once
    #[command(after_help = new_help!("  sanad new site my-portals\n  sanad new department dls\n  sanad new office sonargaon.narayanganj\n  sanad new notice rupganj.narayanganj শীতকালীন প্রশিক্ষণ\n  sanad new page doict সচরাচর জিজ্ঞাসা"))]
    New(New),
    /// Schemas of the content's files, for editors that complete and check while one types
    #[command(after_help = SCHEMA_HELP)]
    Schema(Schema),
    /// What a shell needs to complete commands and options
    #[command(after_help = COMPLETIONS_HELP)]
    Completions(Completions),
    /// The manual page, with all commands, examples and exit codes
    #[command(after_help = MANUAL_HELP)]
    Manual,
}

const SCHEMA_HELP: &str = "Examples:
  sanad schema                        all of them, into content/.schema
  sanad schema --out /srv/schemas
  sanad schema office                 prints one

A YAML file names its schema in its first line, as those of `sanad new` do:
  # yaml-language-server: $schema=../../../.schema/office.json

Exit codes:
  0  written, or all is the same already
  2  wrong usage, or a fault of the machine";

/// What `schema` takes.
#[derive(Debug, clap::Args)]
pub struct Schema {
    /// Print this one, and write nothing: portal, department, charter, office-charter, office, page, notice, theme
    pub name: Option<String>,
    /// The folder with portal.yaml and the departments; the schemas are written into .schema in it
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// Write them into this folder instead
    #[arg(long, value_name = "DIR", conflicts_with = "name")]
    pub out: Option<PathBuf>,
}

/// What `completions` takes.
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Shells that complete commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "names of programs")]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    Powershell,
}

/// How pages are compressed beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Compression {
    /// `.gz`, for every server and browser
    Gzip,
    /// `.br`, smaller, for browsers over TLS
    #[value(name = "br")]
    Brotli,
}

impl Compression {
    /// The ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Brotli => "br",
        }
    }
}

const SERVE_HELP: &str = "Examples:
  sanad serve                          then open the address that it prints
  sanad serve --open                   opens the browser too
  sanad serve --lang bn --port 4000

Every change in content and theme is built as it is saved, and the browser shows it by itself. Mistakes lie over the last
good page until they are mended. Drafts and notices of days to come are shown, marked [খসড়া] and [আগামী]; nothing of this
is published: `sanad build` does that. Ctrl-C ends it and leaves nothing behind.

Exit codes:
  0  ended by you
  2  wrong usage, or a fault of the machine";

/// What `serve` takes.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// The folder with portal.yaml and the departments
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// The folder with the themes
    #[arg(long, value_name = "DIR", default_value = "themes")]
    pub themes: PathBuf,
    /// The port on 127.0.0.1; 8000, or a free one when that is taken, unless said otherwise
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
    /// How many offices are built at the same time; as many as there are cores unless said otherwise
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// The language of the messages; that of the locale unless said otherwise
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// The day after which notices count as to come; today in Dhaka unless said otherwise
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

const CHECK_HELP: &str = "Examples:
  sanad check                          all findings, in the language of the locale
  sanad check --lang bn --only phone-length private-mail
  sanad check --fix                    writes the corrections that are certain, and prints what it changed
  sanad check --explain private-mail   what a code means, why it matters, what to do
  sanad check --format sarif           for code hosts and editors
  sanad check --report calls           which offices somebody has to telephone: open calls/index.html

A finding that is right as it is can be answered for, in the file where it stands:
  allow:
    - code: private-mail
      reason: the office has no other address yet

Exit codes:
  0  fine; there may be warnings and notes
  1  mistakes that cannot be published, or warnings with --deny warnings
  2  wrong usage, or a fault of the machine";

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The folder with portal.yaml and the departments
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// The folder with the themes
    #[arg(long, value_name = "DIR", default_value = "themes")]
    pub themes: PathBuf,
    /// How the findings are printed
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Show each finding by itself, also where the same is said of many places in one file
    #[arg(long)]
    pub verbose: bool,
    /// The language of the findings; that of the locale unless said otherwise
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// End with 1 also when there are only warnings
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// Show these codes only
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub only: Vec<String>,
    /// Do not show these codes
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub ignore: Vec<String>,
    /// The day on which charters, notices and confirmations are judged; today in Dhaka unless said otherwise
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// Write the corrections that are certain, and print what changed
    #[arg(long)]
    pub fix: bool,
    /// Write into DIR, for whoever telephones the offices: one page for each district, in Bangla
    #[arg(long, value_name = "DIR")]
    pub report: Option<PathBuf>,
    /// Say what a code means, why it matters and what to do
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For code hosts and editors.
    Sarif,
}

/// The languages of messages are those of portals, under the same keys.
impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Bangla, Self::English]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let name = match self {
            Self::Bangla => "বাংলা",
            Self::English => "English",
        };
        Some(PossibleValue::new(self.key()).help(name))
    }
}

/// What is taken as seriously as a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings.
    Warnings,
}

/// What `show` takes.
#[derive(Debug, clap::Args)]
pub struct Show {
    /// The office, as in offices.csv: rupganj.narayanganj
    pub id: String,
    /// The folder with portal.yaml and the departments
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
}

/// What `build` takes.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Build {
    /// The folder with portal.yaml and the departments
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// The folder with the themes
    #[arg(long, value_name = "DIR", default_value = "themes")]
    pub themes: PathBuf,
    /// The folder for the portals: one folder per office, named as its host
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,
    /// How many offices are built at the same time; as many as there are cores unless said otherwise
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// Build these offices only, named as in offices.csv
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub office: Vec<String>,
    /// Build the I-th of N parts of all offices; the parts can be built on different machines and laid together
    #[arg(long, value_name = "I/N", conflicts_with = "office")]
    pub shard: Option<String>,
    /// Render every portal again, also those that did not change
    #[arg(long)]
    pub clean: bool,
    /// Leave the white space in the pages, for people who want to read their source
    #[arg(long)]
    pub no_minify: bool,
    /// Lay compressed files beside the pages, for servers that send them as they are
    #[arg(long, value_name = "METHOD", value_delimiter = ',', num_args = 1..)]
    pub compress: Vec<Compression>,
    /// Do not wait until the disk holds what was written; a power failure may then leave a portal that is half
    #[arg(long)]
    pub no_sync: bool,
    /// The language of the messages; that of the locale unless said otherwise
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Say nothing when all is well
    #[arg(long, short)]
    pub quiet: bool,
}

/// What `new` takes.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub struct New {
    /// The language of the messages; that of the locale unless said otherwise
    #[arg(long, value_enum, global = true)]
    pub lang: Option<Language>,
    /// What begins.
    #[command(subcommand)]
    pub what: Begin,
}

/// What can begin.
#[derive(Debug, Subcommand)]
pub enum Begin {
    /// An office: its folder, and its row in offices.csv if it has none
    #[command(after_help = new_help!("  sanad new office sonargaon.narayanganj --upazila সোনারগাঁও\n  sanad new office sonargaon.narayanganj --department doict"))]
    Office {
        /// Upazila and district, with a dot between, as in its address: rupganj.narayanganj
        id: String,
        /// The upazila's name in Bangla, for its row
        #[arg(long, value_name = "NAME")]
        upazila: Option<String>,
        /// Its department, where there are several
        #[arg(long, value_name = "ID")]
        department: Option<String>,
        /// The folder with portal.yaml and the departments
        #[arg(long, value_name = "DIR", default_value = "content")]
        content: PathBuf,
    },
    /// A department: charter, tables with one made-up office, a page
    #[command(after_help = new_help!("  sanad new department dls"))]
    Department {
        /// Its label in host names: doict
        id: String,
        /// The folder with portal.yaml and the departments
        #[arg(long, value_name = "DIR", default_value = "content")]
        content: PathBuf,
    },
    /// A notice of an office
    #[command(after_help = new_help!("  sanad new notice rupganj.narayanganj শীতকালীন প্রশিক্ষণ\n  sanad new notice rupganj.narayanganj শীতকালীন প্রশিক্ষণ --date 2026-12-01"))]
    Notice {
        /// The office, as in offices.csv: rupganj.narayanganj
        office: String,
        /// Its title; its file name is made of it
        #[arg(required = true, num_args = 1..)]
        title: Vec<String>,
        /// Its date, as year-month-day; today unless said otherwise
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
        /// The department, where several have an office of this id
        #[arg(long, value_name = "ID")]
        department: Option<String>,
        /// The folder with portal.yaml and the departments
        #[arg(long, value_name = "DIR", default_value = "content")]
        content: PathBuf,
    },
    /// A page of an office, or of all offices of a department
    #[command(after_help = new_help!("  sanad new page rupganj.narayanganj আমাদের ল্যাব\n  sanad new page doict সচরাচর জিজ্ঞাসা"))]
    Page {
        /// The office (rupganj.narayanganj) or the department (doict)
        #[arg(value_name = "OFFICE|DEPARTMENT")]
        of: String,
        /// Its title; its file name is made of it
        #[arg(required = true, num_args = 1..)]
        title: Vec<String>,
        /// The department, where several have an office of this id
        #[arg(long, value_name = "ID")]
        department: Option<String>,
        /// The folder with portal.yaml and the departments
        #[arg(long, value_name = "DIR", default_value = "content")]
        content: PathBuf,
    },
    /// A project of its own: content with one department and one office, and the theme
    #[command(after_help = new_help!("  sanad new site my-portals\n  sanad new site . --department dls"))]
    Site {
        /// The folder; it need not be there yet
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// The department's label in host names
        #[arg(long, value_name = "ID", default_value = "sample")]
        department: String,
    },
}
