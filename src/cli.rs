//! What can be typed.

mod help;
mod new;

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use self::help::{
    BUILD_HELP, CHECK_HELP, COMPLETIONS_HELP, HELP, MANUAL_HELP, SCHEMA_HELP, SERVE_HELP,
    SHOW_HELP, new_help,
};
use crate::model::Language;

pub(crate) use self::new::{New, NewCommand};

/// Complete Bangla portals for government offices from one charter, one table of offices and Markdown pages.
#[derive(Debug, Parser)]
#[command(name = "sanad", version, arg_required_else_help = true, after_help = HELP)]
pub(crate) struct Cli {
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

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
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

/// What `schema` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
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
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Shells that complete commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    Powershell,
}

/// How pages are compressed beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(crate) enum Compression {
    /// `.gz`, for every server and browser
    Gzip,
    /// `.br`, smaller, for browsers over TLS
    #[value(name = "br")]
    Brotli,
}

impl Compression {
    /// The ending of its files, without the dot.
    #[must_use]
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Brotli => "br",
        }
    }
}

/// What `serve` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
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

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
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
pub(crate) enum Format {
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
pub(crate) enum Deny {
    /// Warnings.
    Warnings,
}

/// What `show` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Show {
    /// The office, as in offices.csv: rupganj.narayanganj
    pub id: String,
    /// The folder with portal.yaml and the departments
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
}

/// What `build` takes.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Build {
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
    /// The day that decides who is in office; today in Dhaka unless said otherwise
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Say nothing when all is well
    #[arg(long, short)]
    pub quiet: bool,
}
