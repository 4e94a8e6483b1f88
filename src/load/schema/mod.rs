//! JSON Schemas of the files, for editors: made of the very shapes that are read, so that both say the same.
//!
//! 1. Each key's comment holds its words in Bangla, then in English; they become its description.
//! 2. [`leaves`]: what may stand for a text that has a rule.
//! 3. What no type says: which keys a department's service needs, which keys go together.
//!
//! `schemas.rs` makes the schema of each kind of file of them.

mod conditions;
mod english;
mod leaves;
mod services;

pub(super) use conditions::{must_say, says, says_nobody, together, without_officer};
pub(super) use english::in_english;
pub(super) use leaves::{AnyText, FindingCode, PhoneOrList, RoleOrList, ShortNumber, both};
pub(super) use schemars::JsonSchema;
pub(super) use services::whole_services;
