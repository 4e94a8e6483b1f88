//! What was meant: paths looked at, numbers checked. After this nobody asks the environment.

mod build;
mod check;
mod folders;
mod serve;
mod shared;

pub(crate) use self::build::{Options, Say, Selection};
pub(crate) use self::check::{CheckOptions, Examination};
pub(crate) use self::serve::ServeOptions;
pub(crate) use self::shared::{language, today};
pub(crate) use crate::cli::Compression;
