//! The keys of `charter.yaml`, as they are written.

use serde::Deserialize;

use super::allow::RawAllow;
use super::record::record;
use super::schema::{self, AnyText, JsonSchema};
use super::text::{Text, TextOrList};
use crate::model::{
    AreaCode, CharterFormat, Date, Email, GrievanceContact, Host, Phone, SharedText, Slug,
};

record! {
    /// সেবা প্রদান প্রতিশ্রুতি (সিটিজেনস চার্টার), সব কার্যালয়ের জন্য একবার। যা লেখা হয়, ঠিক তা-ই ছাপা হয়।
    ///
    /// The citizens' charter, once for all offices. What is written is printed, letter for letter.
    pub(super) struct RawCharter, RawCharterInEnglish {
        /// যে দিন চার্টার অনুমোদিত হয়েছে (বছর-মাস-দিন)।
        ///
        /// The day on which the charter was approved (year-month-day).
        #[schemars(with = "Date")]
        approved_on: Option<Text>,
        /// চার্টারের ছক; department মানে সাত কলামের ছক, field মানে মাঠ পর্যায়ের কার্যালয়ের আট কলামের ছক।
        ///
        /// The form of the charter: department is the one with seven columns, field the one with eight for field offices.
        #[schemars(with = "Option<CharterFormat>")]
        format: Option<Text>,
        ;
        /// ভিশন, ১ নম্বর অংশে।
        ///
        /// The vision, in section 1.
        #[schemars(with = "SharedText")]
        vision: Option<Text>,
        /// মিশন, ১ নম্বর অংশে।
        ///
        /// The mission, in section 1.
        #[schemars(with = "SharedText")]
        mission: Option<Text>,
        /// আওতাধীন দপ্তরের সেবা; না থাকলে not-applicable।
        ///
        /// The services of subordinate offices, section 3; not-applicable where there are none.
        #[schemars(with = "SharedText", example = &"not-applicable")]
        subordinate_offices: Option<Text>,
        /// আপনার কাছে আমাদের প্রত্যাশা।
        ///
        /// What we expect from you, section 4.
        #[schemars(with = "Vec<SharedText>", length(min = 1))]
        expectations: Option<Vec<Text>>,
        ;
        /// প্রতিশ্রুত সেবাসমূহ, তিন ভাগে। প্রতিটি সেবা - id: দিয়ে শুরু হয়।
        ///
        /// The services that are promised, in three tables. Each service begins with - id:
        #[schemars(required, transform = schema::whole_services)]
        services: Option<RawServices>,
        /// অভিযোগ ব্যবস্থাপনা, ধাপে ধাপে। when কখন, whom কার কাছে, `time_limit` কত দিনে নিষ্পত্তি।
        ///
        /// Where one complains, section 5, tier by tier: when, to whom, and in how many days it is settled.
        #[schemars(required, length(min = 1))]
        grievance: Option<Vec<RawStep>>,
        /// কে স্বাক্ষর করেন: post পদের id, place নামের নিচের লাইন।
        ///
        /// Who signs: post is the id of a post, place the line below the name.
        #[schemars(required)]
        signature: Option<RawSignature>,
        /// ঊর্ধ্বতন কর্মকর্তা, আট কলামের ছকে; না লিখলে districts.csv-এর কর্মকর্তা।
        ///
        /// The superior officer, in the form with eight columns; the one in districts.csv otherwise.
        superior: Option<RawSuperior>,
        /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
        ///
        /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
        allow: Option<Vec<RawAllow>>,
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawServices {
    /// নাগরিক সেবা
    ///
    /// Services for citizens, 2.1.
    pub(super) citizen: Option<Vec<RawService>>,
    /// প্রাতিষ্ঠানিক সেবা; একই key দিয়ে লিখুন।
    ///
    /// Services for institutions, 2.2; with the same keys.
    pub(super) institutional: Option<Vec<RawService>>,
    /// অভ্যন্তরীণ সেবা; একই key দিয়ে লিখুন।
    ///
    /// Services inside the administration, 2.3; with the same keys.
    pub(super) internal: Option<Vec<RawService>>,
}

record! {
    // As an office writes it; `schema::whole_services` makes of it what a department has to write.
    #[schemars(extend("if" = schema::says("withdrawn"), "then" = schema::must_say::<Text>("reason")))]
    pub(super) struct RawService, RawServiceInEnglish {
        /// সেবার ইংরেজি নাম; পাতার ঠিকানা হয়, তাই পরে বদলাবেন না।
        ///
        /// The service's name in Latin letters; it is the address of its page, so do not change it later.
        #[schemars(with = "Slug")]
        id: Option<Text>,
        ;
        /// সেবার নাম।
        ///
        /// The service's name.
        #[schemars(with = "Option<SharedText>")]
        name: Option<Text>,
        /// সেবা প্রদান পদ্ধতি।
        ///
        /// How the service is given.
        #[schemars(with = "Option<SharedText>")]
        delivery_method: Option<Text>,
        /// প্রয়োজনীয় কাগজপত্র; একটি লেখা বা তালিকা। না লাগলে মুছে দিন।
        ///
        /// The papers that are needed: one text or a list. Delete it where none are.
        required_documents: Option<TextOrList>,
        /// কাগজপত্র কোথায় পাওয়া যায়। না লাগলে মুছে দিন।
        ///
        /// Where the papers are to be had. Delete it where it is not needed.
        #[schemars(with = "Option<SharedText>")]
        available_at: Option<Text>,
        /// সেবার মূল্য; টাকা না লাগলে বিনামূল্যে।
        ///
        /// What the service costs; বিনামূল্যে when it costs nothing.
        #[schemars(with = "Option<SharedText>", example = &"বিনামূল্যে")]
        fee: Option<Text>,
        /// মূল্য পরিশোধের পদ্ধতি; বিনামূল্যে হলে লাগে না।
        ///
        /// How it is paid; not needed when it costs nothing.
        #[schemars(with = "Option<SharedText>")]
        payment_method: Option<Text>,
        /// কত দিনে সেবা পাওয়া যায়।
        ///
        /// In how many days the service is given.
        #[schemars(with = "Option<SharedText>")]
        time_limit: Option<Text>,
        /// যে শাখা সেবা দেয়; আট কলামের ছকে লাগে।
        ///
        /// The branch that gives the service, for the form with eight columns.
        #[schemars(with = "Option<SharedText>")]
        branch: Option<Text>,
        /// সেবার ভিত্তি: যে আইন, বিধি বা নীতিমালা অনুযায়ী সেবা দেওয়া হয়; একটি লেখা বা তালিকা। সেবার পাতায় দেখা যায়, ছকে ছাপা হয় না।
        ///
        /// The law, rule or policy on which the service rests: one text or a list. Shown on its page, not printed in the forms.
        legal_basis: Option<TextOrList>,
        /// সেবাগ্রহীতা: কারা সেবাটি পেতে পারেন। সেবার পাতায় দেখা যায়, ছকে ছাপা হয় না।
        ///
        /// Who may have the service. Shown on its page, not printed in the forms.
        #[schemars(with = "Option<SharedText>")]
        recipient: Option<Text>,
        /// কার্যালয় সেবাটি কেন দেয় না।
        ///
        /// Why the office does not offer it.
        reason: Option<Text>,
        ;
        /// দায়িত্বপ্রাপ্ত কর্মকর্তার পদ; department.yaml-এর posts থেকে একটি id।
        ///
        /// The post of the responsible officer: an id of posts in department.yaml.
        #[schemars(with = "Option<Slug>")]
        responsible: Option<Text>,
        /// ডাউনলোডের ফরম। file এই চার্টারের পাশের files/ ফোল্ডারের একটি ফাইল, name ফরমের নাম।
        ///
        /// Forms for download. file is a file in the folder files/ beside this charter, name what the form is called.
        forms: Option<Vec<RawForm>>,
        /// নতুন সেবা কোন সেবার পরে বসবে; না লিখলে সারণির শেষে।
        ///
        /// The service behind which a new one stands; at the end of its table otherwise.
        #[schemars(with = "Option<AnyText>")]
        after: Option<Text>,
        /// true হলে এই কার্যালয় সেবাটি দেয় না।
        ///
        /// true when this office does not offer the service.
        withdrawn: Option<bool>,
    }
}

record! {
    pub(super) struct RawForm, RawFormInEnglish {
        /// files/ ফোল্ডারের একটি ফাইলের নাম।
        ///
        /// The name of a file in files/.
        #[schemars(required)]
        file: Option<Text>,
        ;
        /// ফরমের নাম।
        ///
        /// What the form is called.
        #[schemars(with = "SharedText")]
        name: Option<Text>,
        ;
    }
}

record! {
    #[schemars(extend("if" = schema::says_nobody(), "then" = schema::must_say::<GrievanceContact>("contact")))]
    pub(super) struct RawStep, RawStepInEnglish {
        ;
        /// কখন এই ধাপে অভিযোগ করা যায়।
        ///
        /// When one complains here.
        #[schemars(with = "SharedText")]
        when: Option<Text>,
        /// কার কাছে অভিযোগ করতে হয়।
        ///
        /// To whom.
        #[schemars(with = "SharedText")]
        whom: Option<Text>,
        /// পদবি।
        ///
        /// The officer's designation.
        #[schemars(with = "Option<SharedText>")]
        designation: Option<Text>,
        /// ঠিকানা।
        ///
        /// The postal address.
        #[schemars(with = "Option<SharedText>")]
        address: Option<Text>,
        /// কত দিনে নিষ্পত্তি।
        ///
        /// In how many days it is settled.
        #[schemars(with = "SharedText")]
        time_limit: Option<Text>,
        ;
        /// district.`grievance_officer` লিখলে districts.csv-এর কর্মকর্তা; অথবা এর বদলে designation, address, phone, email, host।
        ///
        /// district.`grievance_officer` for the officer in districts.csv; or instead designation, address, phone, email, host.
        #[schemars(with = "Option<GrievanceContact>")]
        contact: Option<Text>,
        /// ফোন, বাংলা বা ইংরেজি অঙ্কে।
        ///
        /// The telephone, in Bangla or Latin digits.
        #[schemars(with = "Option<Phone>")]
        phone: Option<Text>,
        /// ই-মেইল।
        ///
        /// The e-mail address.
        #[schemars(with = "Option<Email>")]
        email: Option<Text>,
        /// ওয়েব ঠিকানা, https:// ছাড়া।
        ///
        /// The web site, without https://.
        #[schemars(with = "Option<Host>")]
        host: Option<Text>,
    }
}

record! {
    pub(super) struct RawSignature, RawSignatureInEnglish {
        /// যিনি স্বাক্ষর করেন তাঁর পদ; department.yaml-এর posts থেকে একটি id।
        ///
        /// The post of who signs: an id of posts in department.yaml.
        #[schemars(with = "Slug")]
        post: Option<Text>,
        ;
        /// নামের নিচের লাইন।
        ///
        /// The line below the name.
        #[schemars(with = "SharedText")]
        place: Option<Text>,
        ;
    }
}

record! {
    pub(super) struct RawSuperior, RawSuperiorInEnglish {
        ;
        /// পদবি।
        ///
        /// The officer's designation.
        #[schemars(with = "SharedText")]
        designation: Option<Text>,
        ;
        /// রুম নম্বর।
        ///
        /// The number of the room.
        room: Option<Text>,
        /// জেলা বা উপজেলার কোড, দুই থেকে ছয় অঙ্ক।
        ///
        /// The code of the district or the upazila, two to six digits.
        #[schemars(with = "Option<AreaCode>")]
        code: Option<Text>,
        /// ফোন, বাংলা বা ইংরেজি অঙ্কে।
        ///
        /// The telephone, in Bangla or Latin digits.
        #[schemars(with = "Option<Phone>")]
        phone: Option<Text>,
        /// ই-মেইল।
        ///
        /// The e-mail address.
        #[schemars(with = "Option<Email>")]
        email: Option<Text>,
    }
}
