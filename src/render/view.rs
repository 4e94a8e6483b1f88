//! The model as templates see it: plain values, Bangla on the page, ASCII in addresses.

use serde::Serialize;

use crate::model::{Contact, Date, Language, Localized, Notice, Phone, Places, SharedText};
use crate::theme::Wording;

/// A day.
#[derive(Debug, Serialize)]
pub(super) struct DateView {
    /// `2025-06-30`
    pub(super) iso: String,
    /// `৩০`
    pub(super) day: String,
    /// `জুন`
    pub(super) month: String,
    /// `২০২৫`
    pub(super) year: String,
    /// `৩০/০৬/২০২৫`
    pub(super) official: String,
}

impl DateView {
    pub(super) fn new(date: Date, wording: &Wording) -> Self {
        Self {
            iso: date.to_string(),
            day: wording.number(date.day().into()),
            month: wording
                .string(&format!("month_{}", date.month()))
                .to_owned(),
            year: wording.number(date.year().into()),
            official: wording.digits(&date.official()),
        }
    }

    /// `৩০ জুন ২০২৫`
    pub(super) fn in_words(&self) -> String {
        format!("{} {} {}", self.day, self.month, self.year)
    }
}

/// Until when a notice is valid, in words that stay true after that day; `None` when it does not say.
pub(super) fn valid_until(notice: &Notice, wording: &Wording) -> Option<String> {
    let last = DateView::new(notice.expires_on?, wording).in_words();
    Some(wording.string("notice_expires").replace("{date}", &last))
}

/// A telephone number.
#[derive(Debug, Serialize)]
pub(super) struct PhoneView {
    /// As it is written; on a page in English in the digits of English.
    pub(super) text: String,
    /// `+8801781271934`
    pub(super) tel: String,
}

impl PhoneView {
    pub(super) fn new(phone: &Phone, wording: &Wording) -> Self {
        Self {
            text: shown(phone, wording),
            tel: phone.international(),
        }
    }
}

/// A telephone number as a reader sees it.
pub(super) fn shown(phone: &Phone, wording: &Wording) -> String {
    let written = phone.to_string();
    match wording.language {
        Language::Bangla => written,
        Language::English => wording.digits(&written),
    }
}

/// How to reach somebody. What is missing is null.
#[derive(Debug, Serialize)]
pub(super) struct ContactView {
    designation: Option<String>,
    address: Option<String>,
    /// In Bangla digits, as `code` is.
    room: Option<String>,
    code: Option<String>,
    phone: Option<PhoneView>,
    email: Option<String>,
    host: Option<String>,
}

impl ContactView {
    pub(super) fn new(contact: &Contact, places: &Places, wording: &Wording) -> Self {
        let digits = |text: &str| wording.digits(text);
        let fill = |text: &Localized<SharedText>| text.fill(places).into_owned();
        Self {
            designation: contact.designation.as_ref().map(fill),
            address: contact.address.as_ref().map(fill),
            room: contact.room.as_deref().map(digits),
            code: contact.code.as_ref().map(|code| digits(&code.to_string())),
            phone: contact
                .phone
                .as_ref()
                .map(|phone| PhoneView::new(phone, wording)),
            email: contact.email.as_ref().map(ToString::to_string),
            host: contact.host.as_ref().map(ToString::to_string),
        }
    }
}
