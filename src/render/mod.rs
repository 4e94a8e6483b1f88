//! A planned portal → bytes. Pure: the same inputs give the same bytes; nothing here reads or writes.
//!
//! 1. `layer`: what a department says to all its offices, and what an office says itself; `values` for the templates, made
//!    of the files in `…view`, `menu` and `download`; `meaning`: what is understood of a fee or a time.
//! 2. `skeleton`: HTML with holes, found by `marks`, rendered and minified once for all that share it, `piece` by piece;
//!    `pieces`: those of a department. `whitespace`: what an office alone has is only freed of white space. `tongue`: what is in Bangla on a page in English says so.
//! 3. `portal`: the pages of an office, the holes filled.
//!    `pictures`: what is shown in every language alike, and how a picture stands in a text.
//! 4. `data`, `card` and `qr`: the same for machines; `entries`: what the search can find (each an `entry`), and `texts`: by which
//!    words; `structured` and `crawlers`: for search engines; `offline`: the service worker, with the list of what it
//!    keeps. `directory`: the list of all offices. `monitoring`: the report of a check.

mod card;
mod charter_view;
mod country_view;
mod crawlers;
mod data;
mod directory;
mod directory_entries;
mod download;
mod entries;
mod entry;
mod initial;
mod layer;
mod lines;
mod marks;
mod meaning;
mod menu;
mod minify;
mod monitoring;
mod office_view;
mod offline;
mod page_view;
mod pictures;
mod piece;
mod pieces;
mod portal;
mod press;
mod qr;
mod rendered;
mod shell;
mod skeleton;
mod structured;
mod template;
mod texts;
mod tongue;
mod values;
mod view;
mod whitespace;

pub use directory::directory;
pub use minify::{Minifier, css as minify_css};
pub(crate) use monitoring::monitoring;
pub use offline::Keeper;
pub use pictures::{Album, Images};
pub(crate) use pictures::{kept_pictures, new_pictures};
pub use pieces::{Made, Make, Pieces, Work};
pub use portal::{assets, portal};
pub use press::Press;
pub use rendered::{Content, Rendered};
pub use template::Engine;
pub use whitespace::collapsed;
