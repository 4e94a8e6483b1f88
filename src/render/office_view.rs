//! An office as templates see it.

use serde::Serialize;

use super::initial::initial;
use super::person_view::StaffView;
use super::structured;
use super::view::{ContactView, DateView, PhoneView};
use crate::model::{Holder, Localized, Office, Places};
use crate::theme::Wording;

/// An office, for every template.
#[derive(Debug, Serialize)]
pub(super) struct OfficeView {
    id: String,
    host: String,
    host_www: String,
    /// `উপজেলা আইসিটি কার্যালয়`
    name: String,
    upazila: String,
    district: String,
    division: String,
    department: String,
    department_host: Option<String>,
    ministry: Option<String>,
    /// The post that leads it: the only one of which it is known who holds it.
    post: String,
    post_id: String,
    /// `held`, `vacant` or `unconfirmed`.
    holder: &'static str,
    officer: Option<String>,
    /// The first letter of the officer's name, whole with its signs.
    initial: Option<String>,
    phone: Option<PhoneView>,
    mobile: Option<PhoneView>,
    email: Option<String>,
    address: Option<String>,
    /// `23.7912,90.5043`, as an address of the scheme `geo:` has it.
    geo: Option<String>,
    /// In Bangla digits, as `code` is.
    room: Option<String>,
    code: Option<String>,
    /// Whether somebody can be reached at the office itself.
    reachable: bool,
    verified_on: Option<DateView>,
    district_office: String,
    district_contact: ContactView,
    superior: ContactView,
    /// Where the superior officer sits; null when the charter itself names the officer.
    superior_office: Option<String>,
    /// The code that leads to its portal: an `svg` element.
    qr: String,
    #[serde(flatten)]
    staff: StaffView,
    /// Whether there is a card of its officer for the contacts of a telephone.
    card: bool,
    /// What it is in the vocabulary of schema.org: JSON that can stand in a page.
    structured: String,
}

impl OfficeView {
    pub(super) fn new(
        office: &Office,
        places: &Places,
        qr: &str,
        opening: Option<&str>,
        wording: &Wording,
    ) -> Self {
        let department = &office.department;
        let said = |text: &Localized<String>| text.in_language(wording.language).to_owned();
        let (holder, officer) = match &office.head {
            Holder::Held(name) => ("held", Some(said(name))),
            Holder::Vacant => ("vacant", None),
            Holder::Unconfirmed => ("unconfirmed", None),
        };
        Self {
            id: office.id.to_string(),
            host: office.host.to_string(),
            host_www: office.host.with_www(),
            name: said(&department.office_name),
            upazila: said(&office.upazila),
            district: said(&office.district.name),
            division: said(&office.district.division),
            department: said(&department.name),
            department_host: department.host.as_ref().map(ToString::to_string),
            ministry: department.ministry.as_ref().map(said),
            post: department
                .post_name(&office.head_post, wording.language)
                .to_owned(),
            post_id: office.head_post.to_string(),
            holder,
            initial: officer.as_deref().and_then(initial),
            officer,
            phone: office
                .details
                .phone()
                .map(|phone| PhoneView::new(phone, wording)),
            mobile: office
                .details
                .mobile()
                .map(|phone| PhoneView::new(phone, wording)),
            email: office.details.email().map(ToString::to_string),
            address: office.details.address().map(said),
            geo: office
                .details
                .coordinates()
                .map(|at| format!("{},{}", at.latitude(), at.longitude())),
            room: office.details.room().map(|room| wording.digits(room)),
            code: office
                .details
                .code()
                .map(|code| wording.digits(&code.to_string())),
            reachable: office.details.is_reachable(),
            verified_on: office
                .details
                .verified_on()
                .copied()
                .map(|date| DateView::new(date, wording)),
            district_office: said(&office.district.office),
            district_contact: ContactView::new(&office.district.contact, places, wording),
            superior: ContactView::new(&office.superior(), places, wording),
            superior_office: office.superior_office().map(said),
            qr: qr.to_owned(),
            staff: StaffView::new(office, wording),
            card: office.has_card(),
            structured: structured::office(office, opening, wording.language),
        }
    }
}
