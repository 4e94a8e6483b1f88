//! What an office is. Values of the field, each checked once, at its door; nothing here reads or writes.

pub mod bijoy;
pub mod digits;

mod address;
mod area_code;
mod audience;
mod cell;
mod charter;
mod coordinates;
mod country;
mod date;
mod department;
mod details;
mod elsewhere;
mod hours;
mod language;
mod localized;
mod names;
mod natural;
mod office;
mod one_line;
mod page;
mod phone;
mod picture;
mod place;
mod portal;
mod promise;
mod route;
mod service;
mod shared_text;
mod slug;
mod source;
mod span;

pub use address::{Email, Host, WebAddress};
pub use area_code::AreaCode;
pub use audience::Audience;
pub use cell::Cell;
pub use charter::{
    CharterFormat, CitizensCharter, Contact, GrievanceContact, GrievanceStep, Superior, Withdrawn,
};
pub use coordinates::{Coordinates, Degrees};
pub use country::{Country, Holiday, Hotline, ImportantLink, Weekday};
pub use date::{Date, DateError};
pub use department::{Department, District, Post, Section};
pub use details::{OfficeDetails, Placed};
pub use elsewhere::{Elsewhere, ElsewhereError, decoded};
pub use hours::{Hours, TimeOfDay};
pub use language::Language;
pub use localized::Localized;
pub use names::{division_in_english, name_from_id};
pub use natural::natural_order;
pub use office::{Holder, Office, OfficeFile};
pub use one_line::on_one_line;
pub use page::{Body, BodyLink, Notice, Page, PageText};
pub use phone::{Phone, PhoneError};
pub use picture::{Frame, Picture, PictureFault};
pub use place::{At, Place};
pub use promise::{Fee, TimeLimit};
pub use route::{RESERVED, Route};
pub use service::{Form, Service, ServiceKind, ServiceText, Texts};
pub use shared_text::{PLACEHOLDERS, Places, SharedText, fill, placeholders};
pub use slug::{OfficeId, Slug, is_refused_by_windows};
pub use source::{Allowed, Source, SourceKind, Style, Written};
pub use span::{Span, WHERE_IT_APPLIES};
