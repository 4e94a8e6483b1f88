//! The keys of the front matter of pages and notices, as they are written.

use serde::Deserialize;

use super::allow::RawAllow;
use super::schema::{AnyText, JsonSchema};
use super::text::Text;
use crate::model::{Date, SharedText};

/// একটি পাতা: উপরে এর কথা, দুই `---` লাইনের মাঝে; নিচে লেখা।
///
/// A page: what is said of it between two lines `---`, and below them its text.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPage {
    /// পাতার শিরোনাম। ফাইলের নাম পাতার ঠিকানা হয়।
    ///
    /// The page's heading. The file's name is its address.
    #[schemars(with = "SharedText")]
    pub(super) title: Option<Text>,
    /// এক বাক্যে পাতার কথা, তালিকা ও সার্চ ইঞ্জিনের জন্য।
    ///
    /// The page in one sentence, for lists and search engines.
    #[schemars(with = "Option<SharedText>")]
    pub(super) summary: Option<Text>,
    /// ছোট সংখ্যা আগে বসে।
    ///
    /// Smaller stands first.
    pub(super) order: Option<i32>,
    /// true হলে পাতাটি মেনুর শেষে বসে।
    ///
    /// true puts the page at the end of the menu.
    pub(super) menu: Option<bool>,
    /// true থাকলে পাতাটি প্রকাশ হয় না। লেখা শেষ হলে এই লাইনটি মুছে দিন।
    ///
    /// true keeps the page from being published. Delete the line when the text is done.
    pub(super) draft: Option<bool>,
    /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
    ///
    /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
    pub(super) allow: Option<Vec<RawAllow>>,
}

/// একটি নোটিশ: উপরে এর কথা, দুই `---` লাইনের মাঝে; নিচে লেখা।
///
/// A notice: what is said of it between two lines `---`, and below them its text.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNotice {
    /// নোটিশের শিরোনাম। ফাইলের নাম নোটিশের ঠিকানা হয়।
    ///
    /// The notice's heading. The file's name is its address.
    #[schemars(with = "SharedText")]
    pub(super) title: Option<Text>,
    /// নোটিশের তারিখ (বছর-মাস-দিন)।
    ///
    /// The notice's date (year-month-day).
    #[schemars(with = "Date")]
    pub(super) date: Option<Text>,
    /// এক বাক্যে নোটিশের কথা।
    ///
    /// The notice in one sentence.
    #[schemars(with = "Option<SharedText>")]
    pub(super) summary: Option<Text>,
    /// true হলে নোটিশটি সবার উপরে থাকে।
    ///
    /// true keeps the notice on top.
    pub(super) pinned: Option<bool>,
    /// শেষ যে দিন নোটিশটি চলতি থাকে।
    ///
    /// The last day on which the notice is current (year-month-day).
    #[schemars(with = "Option<Date>")]
    pub(super) expires_on: Option<Text>,
    /// সঙ্গের ফাইল; আগে কার্যালয়ের files/ ফোল্ডারে রাখুন।
    ///
    /// Files that go with it; put them into the office's files/ first.
    #[schemars(with = "Option<Vec<AnyText>>")]
    pub(super) attachments: Option<Vec<Text>>,
    /// true থাকলে নোটিশটি প্রকাশ হয় না। লেখা শেষ হলে এই লাইনটি মুছে দিন।
    ///
    /// true keeps the notice from being published. Delete the line when the text is done.
    pub(super) draft: Option<bool>,
    /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
    ///
    /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
    pub(super) allow: Option<Vec<RawAllow>>,
}

/// একটি পাতা বা নোটিশের ইংরেজি, যার বাংলা পাশের ফাইলে আছে: about.md-এর ইংরেজি about.en.md।
///
/// The English of a page or notice whose Bangla stands in the file beside it: about.en.md for about.md.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTranslation {
    /// ইংরেজিতে শিরোনাম।
    ///
    /// The heading in English.
    #[schemars(with = "SharedText")]
    pub(super) title: Option<Text>,
    /// ইংরেজিতে এক বাক্যে পাতার কথা।
    ///
    /// The page in one sentence, in English.
    #[schemars(with = "Option<SharedText>")]
    pub(super) summary: Option<Text>,
    /// true থাকলে ইংরেজিটি প্রকাশ হয় না; তখন বাংলাটিই দেখা যায়।
    ///
    /// true keeps the English from being published; until then the Bangla is shown.
    pub(super) draft: Option<bool>,
    /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
    ///
    /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
    pub(super) allow: Option<Vec<RawAllow>>,
}
