//! The keys of `department.yaml`, as they are written.

use serde::Deserialize;

use super::allow::RawAllow;
use super::record::record;
use super::schema::JsonSchema;
use super::text::Text;
use crate::model::{Host, Section, Slug};

record! {
    /// একটি অধিদপ্তর। এই ফোল্ডারের সব লেখা তার সব কার্যালয়ের জন্য; ফোল্ডারের নাম ওয়েব ঠিকানার অংশ।
    ///
    /// A department. All that its folder holds is for all its offices; the folder's name is part of their addresses.
    pub(super) struct RawDepartment, RawDepartmentInEnglish {
        ;
        /// অধিদপ্তরের নাম।
        ///
        /// The department's name.
        #[schemars(required)]
        name: Option<Text>,
        /// মন্ত্রণালয়; না থাকলে লাইনটি মুছে দিন।
        ///
        /// The ministry; delete the line where there is none.
        ministry: Option<Text>,
        /// একটি কার্যালয়ের নাম, উপজেলার নাম ছাড়া; উপজেলার নাম নিজে থেকে যোগ হয়।
        ///
        /// What one of its offices is called, without the place, which is added.
        #[schemars(required)]
        office_name: Option<Text>,
        ;
        /// অধিদপ্তরের নিজের ওয়েব ঠিকানা, https:// ছাড়া।
        ///
        /// The department's own web site, without https://.
        #[schemars(with = "Option<Host>")]
        host: Option<Text>,
        /// যেসব পদের কথা চার্টারে ও offices.csv-এ থাকে। id ইংরেজিতে, name যেমন ছাপা হয়। প্রথমটি কার্যালয়ের প্রধান।
        ///
        /// The posts that the charter and offices.csv may name: id in Latin letters, name as it is printed. The first is the
        /// head of the office.
        #[schemars(required, length(min = 1))]
        posts: Option<Vec<RawPost>>,
        /// মেনু ও তার ক্রম।
        ///
        /// The menu, in its order.
        #[schemars(with = "Option<Vec<Section>>")]
        menu: Option<Vec<Text>>,
        /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
        ///
        /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
        allow: Option<Vec<RawAllow>>,
    }
}

record! {
    pub(super) struct RawPost, RawPostInEnglish {
        /// পদের ইংরেজি নাম, যেমন assistant-programmer।
        ///
        /// The post's name in Latin letters, like assistant-programmer.
        #[schemars(with = "Slug")]
        id: Option<Text>,
        ;
        /// পদের নাম, যেমন ছাপা হয়।
        ///
        /// The post as it is printed.
        #[schemars(required)]
        name: Option<Text>,
        ;
    }
}
