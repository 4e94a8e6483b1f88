//! `allow:` in a YAML file or in front matter: findings of this file that its author has answered for.

use serde::Deserialize;

use super::fields::Fields;
use super::reader::Reader;
use super::schema::{FindingCode, JsonSchema};
use super::text::Text;
use crate::diagnostic::{catalogue, phrase, say};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAllow {
    /// কোন বার্তা: `sanad check` যে সংকেত ছাপে।
    ///
    /// Which finding: the code that `sanad check` prints.
    #[schemars(with = "FindingCode")]
    code: Option<Text>,
    /// কেন এটি ঠিক আছে; পরে যিনি আসবেন তাঁর জানা দরকার।
    ///
    /// Why it is right as it is; whoever comes after you must know.
    #[schemars(required)]
    reason: Option<Text>,
}

/// Holds each item to having a code that exists and a reason. Which findings it covers is seen in
/// [`Source`](crate::model::Source).
pub(super) fn answered(top: &mut Fields<'_>, raw: Option<Vec<RawAllow>>) {
    for (at, RawAllow { code, reason }) in raw.into_iter().flatten().enumerate() {
        let mut fields = top.below(format!("allow[{at}]"));
        let code = fields.text("code", code, &phrase::needs_allow_code);
        fields.text("reason", reason, &phrase::needs_allow_reason);
        if let Some(code) = code.filter(|code| catalogue::item(code).is_none()) {
            fields.tell("code", say::unknown_code(code));
        }
    }
}
