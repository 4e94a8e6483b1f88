//! What was meant: paths looked at, numbers checked. After this nobody asks the environment.

mod build;
mod check;
mod folders;
mod serve;
mod shared;

pub use self::build::{Options, Say, Selection};
pub use self::check::{CheckOptions, Examination};
pub use self::serve::ServeOptions;
pub use self::shared::{language, today};
pub use crate::cli::Compression;
