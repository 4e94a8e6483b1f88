//! The keys of the front matter of pages and notices, as they are written.

use serde::Deserialize;

use super::allow::RawAllow;
use super::text::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPage {
    pub(super) title: Option<Text>,
    pub(super) summary: Option<Text>,
    pub(super) order: Option<i32>,
    pub(super) menu: Option<bool>,
    pub(super) draft: Option<bool>,
    pub(super) allow: Option<Vec<RawAllow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNotice {
    pub(super) title: Option<Text>,
    pub(super) date: Option<Text>,
    pub(super) summary: Option<Text>,
    pub(super) pinned: Option<bool>,
    pub(super) expires_on: Option<Text>,
    pub(super) attachments: Option<Vec<Text>>,
    pub(super) draft: Option<bool>,
    pub(super) allow: Option<Vec<RawAllow>>,
}
