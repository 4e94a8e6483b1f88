//! `new`: what can begin.

use std::path::PathBuf;

use clap::Subcommand;

use super::help::new_help;
use crate::model::Language;

/// What `new` takes.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct New {
    /// The language of the messages; that of the locale unless said otherwise
    #[arg(long, value_enum, global = true)]
    pub lang: Option<Language>,
    /// What begins.
    #[command(subcommand)]
    pub what: NewCommand,
}

/// What can begin.
#[derive(Debug, Subcommand)]
pub(crate) enum NewCommand {
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
