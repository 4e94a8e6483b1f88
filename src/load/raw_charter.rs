//! The keys of `charter.yaml`, as they are written.

use serde::Deserialize;

use super::allow::RawAllow;
use super::text::{Text, TextOrList};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCharter {
    pub(super) approved_on: Option<Text>,
    pub(super) format: Option<Text>,
    pub(super) vision: Option<Text>,
    pub(super) mission: Option<Text>,
    pub(super) services: Option<RawServices>,
    pub(super) subordinate_offices: Option<Text>,
    pub(super) expectations: Option<Vec<Text>>,
    pub(super) grievance: Option<Vec<RawStep>>,
    pub(super) signature: Option<RawSignature>,
    pub(super) superior: Option<RawSuperior>,
    pub(super) allow: Option<Vec<RawAllow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawServices {
    pub(super) citizen: Option<Vec<RawService>>,
    pub(super) institutional: Option<Vec<RawService>>,
    pub(super) internal: Option<Vec<RawService>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawService {
    pub(super) id: Option<Text>,
    pub(super) name: Option<Text>,
    pub(super) delivery_method: Option<Text>,
    pub(super) required_documents: Option<TextOrList>,
    pub(super) available_at: Option<Text>,
    pub(super) fee: Option<Text>,
    pub(super) payment_method: Option<Text>,
    pub(super) time_limit: Option<Text>,
    pub(super) responsible: Option<Text>,
    pub(super) branch: Option<Text>,
    /// Only in an office's own charter: the service behind which a new one stands.
    pub(super) after: Option<Text>,
    /// Only in an office's own charter: the office does not offer the service.
    pub(super) withdrawn: Option<bool>,
    /// Why not.
    pub(super) reason: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStep {
    pub(super) when: Option<Text>,
    pub(super) whom: Option<Text>,
    pub(super) contact: Option<Text>,
    pub(super) designation: Option<Text>,
    pub(super) address: Option<Text>,
    pub(super) phone: Option<Text>,
    pub(super) email: Option<Text>,
    pub(super) host: Option<Text>,
    pub(super) time_limit: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSignature {
    pub(super) post: Option<Text>,
    pub(super) place: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSuperior {
    pub(super) designation: Option<Text>,
    pub(super) room: Option<Text>,
    pub(super) code: Option<Text>,
    pub(super) phone: Option<Text>,
    pub(super) email: Option<Text>,
}
