//! Sanad (সনদ) turns a citizens' charter, a table of offices and Markdown pages into complete static Bangla portals.
//!
//! The modules in the order of the flow:
//! cli → options → load → model → check → plan → render → write → report.

mod disk;
mod error;
mod guard;

pub mod cli;
pub mod options;

pub mod command;
pub mod examine;
pub mod findings;
pub mod mend;
pub mod monitor;
pub mod pipeline;
pub mod preview;
pub mod report;
pub mod resolve;
pub mod schema;
pub mod start;
pub mod watch;

pub mod diagnostic;
pub mod model;

pub mod check;
pub mod load;
pub mod markdown;
pub mod picture;
pub mod plan;
pub mod render;
pub mod theme;
pub mod write;

pub use error::{Error, Result};
pub use guard::Panic;
