//! A planned portal → bytes. Pure: the same inputs give the same bytes; nothing here reads or writes.
//!
//! 1. `layer`: what a department says to all its offices, and what an office says itself; `page_context` for the templates, made
//!    of the files in `…view`, `menu` and `download`; `fee_and_time`: what is understood of a fee or a time.
//! 2. `fragment`: HTML with slots, found by `marks`, rendered and minified once for all that share it, `piece` by piece;
//!    `pieces`: those of a department. `whitespace`: what an office alone has is only freed of white space. `lang_tags`: what is in Bangla on a page in English says so.
//! 3. `portal`: the pages of an office, the slots filled.
//!    `pictures`: what is shown in every language alike, and how a picture stands in a text.
//! 4. `data`, `card` and `qr`: the same for machines; `search_index`: what the search can find (each a `search_entry`), and `texts`: by which
//!    words; `structured` and `sitemap`: for search engines; `offline`: the service worker, with the list of what it
//!    keeps. `directory`: the list of all offices. `call_list`: whom a check found to call.

mod call_list;
mod card;
mod charter_view;
mod country_view;
mod data;
mod directory;
mod directory_index;
mod download;
mod edition;
mod fee_and_time;
mod fragment;
mod initial;
mod lang_tags;
mod layer;
mod lines;
mod marks;
mod menu;
mod minify;
mod office_view;
mod offline;
mod page_context;
mod page_view;
mod person_view;
mod pictures;
mod piece;
mod pieces;
mod portal;
mod qr;
mod rendered;
mod search_entry;
mod search_index;
mod shell;
mod sitemap;
mod structured;
mod template;
mod texts;
mod view;
mod whitespace;

pub(crate) use call_list::call_list;
pub use directory::directory;
pub use edition::Edition;
pub use minify::{Minifier, css as minify_css};
pub use offline::ServiceWorker;
pub use pictures::{Images, PictureSizes};
pub(crate) use pictures::{kept_pictures, new_pictures};
pub use pieces::{Made, Make, Pieces, Work};
pub use portal::{assets, portal};
pub use rendered::{Content, Rendered};
pub use template::Engine;
pub use whitespace::collapsed;
