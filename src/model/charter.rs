//! সিটিজেনস চার্টার: the citizens' charter, in the parts that the official form has.

use super::{
    AreaCode, Date, Email, Form, Host, Localized, Phone, Place, Service, SharedText, Slug,
    TimeLimit,
};

/// A citizens' charter that a department's offices share.
#[derive(Debug, Clone, Hash)]
pub struct CitizensCharter {
    /// The day it was approved; printed over the signature.
    pub approved_on: Date,
    /// How the tables of section ২ are laid out.
    pub format: CharterFormat,
    /// Section ১, ভিশন.
    pub vision: Localized<SharedText>,
    /// Section ১, মিশন.
    pub mission: Localized<SharedText>,
    /// Section ২, in the order of the tables ২.১, ২.২, ২.৩.
    pub services: Vec<Service>,
    /// Services of the shared charter that this office does not give. They stand in no table; their addresses stay.
    pub withdrawn: Vec<Withdrawn>,
    /// Section ৩: what offices under this one offer; `None` is printed as প্রযোজ্য নয়.
    pub subordinate_offices: Option<Localized<SharedText>>,
    /// Section ৪; as many texts in English as in Bangla.
    pub expectations: Localized<Vec<SharedText>>,
    /// Section ৫, tier by tier.
    pub grievance: Vec<GrievanceStep>,
    /// The post whose holder signs.
    pub signed_by: Slug,
    /// The line under the signature that names the place.
    pub signature_place: Localized<SharedText>,
    /// ঊর্ধ্বতন কর্মকর্তা, where it is not the officer of the district office.
    pub superior: Option<Superior>,
}

impl CitizensCharter {
    /// Every form with its service, in order.
    pub fn forms(&self) -> impl Iterator<Item = (&Service, &Form)> {
        self.services.iter().flat_map(|service| {
            let forms = service.forms.value.iter();
            forms.map(move |form| (service, form))
        })
    }

    /// The form of which a file is the download, and the first service that offers it.
    #[must_use]
    pub fn form_of(&self, file: &str) -> Option<(&Service, &Form)> {
        self.forms().find(|(_, form)| form.file == file)
    }
}

/// The two official forms of section ২; both are printed from the same services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CharterFormat {
    /// Seven columns.
    Department,
    /// Eight columns, with branch, room and superior officer: for field offices (মাঠ পর্যায়).
    Field,
}

impl CharterFormat {
    /// Both, with their keys in `charter.yaml` and in templates.
    pub const ALL: [(&'static str, Self); 2] =
        [("department", Self::Department), ("field", Self::Field)];

    /// The key in `charter.yaml` and in templates.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// Whether it has a column for সেবা প্রদান পদ্ধতি.
    #[must_use]
    pub fn prints_method(self) -> bool {
        self == Self::Department
    }
}

/// ঊর্ধ্বতন কর্মকর্তা: who stands above the responsible officer, as a charter names the officer.
#[derive(Debug, Clone, Hash)]
pub struct Superior {
    /// পদবি.
    pub designation: Localized<SharedText>,
    /// রুম নম্বর.
    pub room: Option<String>,
    /// জেলা/উপজেলার কোড.
    pub code: Option<AreaCode>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// E-mail.
    pub email: Option<Email>,
    /// Where it is written.
    pub origin: Place,
}

/// A service that an office does not give, although its department's charter promises it.
#[derive(Debug, Clone, Hash)]
pub struct Withdrawn {
    /// As the shared charter has it.
    pub service: Service,
    /// Why the office does not give it.
    pub reason: Localized<String>,
}

/// One tier of section ৫.
#[derive(Debug, Clone, Hash)]
pub struct GrievanceStep {
    /// কখন যোগাযোগ করবেন.
    pub when: Localized<SharedText>,
    /// কার সঙ্গে যোগাযোগ করবেন.
    pub whom: Localized<SharedText>,
    /// যোগাযোগের ঠিকানা.
    pub contact: GrievanceContact,
    /// নিষ্পত্তির সময়সীমা.
    pub time_limit: Localized<SharedText>,
    /// What that means.
    pub settled_in: TimeLimit,
}

/// Where a complaint of one tier goes.
#[derive(Debug, Clone, Hash)]
pub enum GrievanceContact {
    /// `district.grievance_officer`: the officer of the district office.
    DistrictOfficer,
    /// Written in the charter itself.
    Written(Box<Contact>),
}

/// How to reach somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Contact {
    /// Post or title.
    pub designation: Option<Localized<SharedText>>,
    /// Postal address.
    pub address: Option<Localized<SharedText>>,
    /// রুম নম্বর.
    pub room: Option<String>,
    /// জেলা/উপজেলার কোড.
    pub code: Option<AreaCode>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// E-mail.
    pub email: Option<Email>,
    /// Web site.
    pub host: Option<Host>,
}
