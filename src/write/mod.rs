//! Bytes → the output folder. The only stage that writes.
//!
//! A portal is written as a whole: the new one is prepared beside the old, what did not change is taken over with its
//! time stamp, then the two change places in one step. A build that is killed leaves every portal either old or new.
//! What belongs to no portal, the directory of all offices, is replaced file by file.
//!
//! The report of a check is replaced file by file too, in a folder that holds nothing else of the same name.
//!
//! A beginning, the files of `sanad new`, is content: it is written whole or not at all, and never over anything.
//! The schemas of `sanad schema` are ours, and replaced.

mod compress;
mod manifest;
mod monitoring;
mod output;
mod replace;
mod schemas;
mod scratch;
mod start;
mod top;
mod tree;

pub use manifest::Standing;
pub use monitoring::report;
pub use output::Output;
pub use replace::Written;
pub use schemas::schemas;
pub use scratch::scratch;
pub use start::begin;
