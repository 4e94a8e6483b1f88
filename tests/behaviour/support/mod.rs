//! What many tests need, one idea a file: a small site, what the program said of it, and how its output is read.

mod diff;
pub(crate) mod directory;
pub(crate) mod drawing;
mod files;
mod finding;
pub(crate) mod golden;
pub(crate) mod hosts;
mod html;
pub(crate) mod mending;
mod outcome;
pub(crate) mod parsing;
pub(crate) mod paths;
mod portal;
pub(crate) mod random;
pub(crate) mod readme;
pub(crate) mod schema;
pub(crate) mod sites;
mod weight;
mod writing;

pub(crate) use self::files::{files, project, text_of_project};
pub(crate) use self::finding::Finding;
pub(crate) use self::html::{in_english, is_bangla, text_of};
pub(crate) use self::outcome::{Outcome, without_progress};
pub(crate) use self::portal::Portal;
pub(crate) use self::weight::gzip;
pub(crate) use self::writing::{notice, written};
