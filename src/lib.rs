//! Sanad (সনদ) turns a citizens' charter, a table of offices and Markdown pages into complete static Bangla portals.
//!
//! The modules in the order of the flow:
//! cli → options → load → model → check → plan → render → write → report. README.md beside this file is the map.

// What was typed, and what was meant.
pub mod cli;
mod options;

// A run: each as one paragraph, with what it says.
mod call_list;
pub mod command;
pub mod examine;
pub mod fix;
mod pipeline;
mod preview;
mod provenance;
mod scaffold;
pub mod schema;
mod watch;

// Disk → model → findings.
pub mod check;
pub mod diagnostic;
mod disk;
mod findings;
pub mod load;
pub mod markdown;
pub mod model;
pub mod picture;

// Model → bytes → output.
pub mod plan;
pub mod render;
mod report;
pub mod theme;
mod write;

mod error;
mod escape;
mod guard;
mod hashing;

pub use error::{Error, Result};
pub use guard::Panic;
