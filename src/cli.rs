//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Complete Bangla portals for government offices from one charter, one table of offices and Markdown pages.
#[derive(Debug, Parser)]
#[command(name = "sanad", version, arg_required_else_help = true, after_help = EXIT_CODES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  fine
  1  mistakes in the content: the offices concerned keep their last good portal, all others are built
  2  wrong usage, or a fault of the machine";

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make all portals: content + theme → public/
    #[command(after_help = EXIT_CODES)]
    Build(Build),
    /// Every mistake and doubt of all offices at once; nothing is built
    #[command(after_help = CHECK_HELP)]
    Check(Check),
    /// What is published of an office, each value with the file and line it comes from
    Show(Show),
}

/// How pages are compressed beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Compression {
    /// `.gz`, for every server and browser
    Gzip,
    /// `.br`, smaller, for browsers over TLS
    #[value(name = "br")]
    Brotli,
    /// `.zst`, as small and faster to open
    Zstd,
}

impl Compression {
    /// The ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Brotli => "br",
            Self::Zstd => "zst",
        }
    }
}

const CHECK_HELP: &str = "Examples:
  sanad check                          all findings, in the language of the locale
  sanad check --lang bn --only phone-length private-mail
  sanad check --fix                    writes the corrections that are certain, and prints what it changed
  sanad check --explain private-mail   what a code means, why it matters, what to do
  sanad check --format sarif           for code hosts and editors

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

/// The languages of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// বাংলা.
    Bn,
    /// English.
    En,
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
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    /// Say nothing when all is well
    #[arg(long, short)]
    pub quiet: bool,
}
