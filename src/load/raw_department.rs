//! The keys of `department.yaml`, as they are written.

use serde::Deserialize;

use super::allow::RawAllow;
use super::text::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDepartment {
    pub(super) name: Option<Text>,
    pub(super) ministry: Option<Text>,
    pub(super) host: Option<Text>,
    pub(super) office_name: Option<Text>,
    pub(super) posts: Option<Vec<RawPost>>,
    pub(super) menu: Option<Vec<Text>>,
    pub(super) allow: Option<Vec<RawAllow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPost {
    pub(super) id: Option<Text>,
    pub(super) name: Option<Text>,
}
