//! Bytes → the output folder. The only stage that writes.
//!
//! A portal is written as a whole:
//!
//! 1. `prepare`: a note names the files of both portals; the new one is prepared beside the old, what did not change is
//!    taken over with its time stamp. `replace`, `source` and `compress` say what of each file is to be done.
//! 2. [`Output::settle`]: for many portals at once, all of that is on the disk.
//! 3. The two change places in one step, what is ours of the old one is removed, and the final note takes the other's place.
//!    `foreign` gives the rest back, for it is not ours.
//!
//! A build that is killed, and a power failure, leave every portal either old or new, and for each a note.
//! What belongs to no portal, the directory of all offices, is replaced file by file, in the same three steps.
//!
//! The call list of a check is replaced file by file too, in a folder that holds nothing else of the same name.
//!
//! A beginning, the files of `sanad new`, is content: it is written whole or not at all, and never over anything.
//! The schemas of `sanad schema` are ours, and replaced.

mod call_list;
mod compress;
mod foreign;
mod manifest;
mod output;
mod prepare;
mod previous;
mod replace;
mod scaffold;
mod schemas;
mod scratch;
mod source;
mod system;
mod top;
mod tree;

pub(crate) use call_list::call_list;
pub(crate) use compress::has_compressed;
pub(crate) use manifest::Standing;
pub(crate) use output::Output;
pub(crate) use prepare::Prepared;
pub(crate) use replace::Written;
pub(crate) use scaffold::create;
pub(crate) use schemas::schemas;
pub(crate) use scratch::scratch;
