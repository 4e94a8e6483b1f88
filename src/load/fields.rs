//! Raw fields → values of the model, noting every mistake at its key.

use std::fmt::Display;
use std::sync::Arc;

use super::limits::MAX_TITLE_CHARS;
use super::text::Text;
use super::{spreadsheet, table, windows};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::model::{
    AreaCode, Date, DateError, Email, Host, PLACEHOLDERS, Phone, PhoneError, SharedText, Slug,
    WebAddress, digits, on_one_line, placeholders,
};

/// What to write for a key, in English and in Bangla.
pub(super) type Hint<'a> = (&'a str, &'a str);

/// A map of a YAML file that is being read, and where its mistakes go.
pub(super) struct Fields<'a> {
    file: &'a Arc<str>,
    path: String,
    excused: &'a [String],
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// The top of a file. `excused` are keys that are known to be unusable; their absence is no news.
    pub(super) fn new(
        file: &'a Arc<str>,
        excused: &'a [String],
        found: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            file,
            path: String::new(),
            excused,
            found,
        }
    }

    /// A map or an item below this one.
    pub(super) fn below(&mut self, step: impl Display) -> Fields<'_> {
        Fields {
            file: self.file,
            path: join(&self.path, &step.to_string()),
            excused: self.excused,
            found: self.found,
        }
    }

    /// The path of a key here.
    pub(super) fn path(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// Notes a mistake in the value of a key.
    pub(super) fn wrong(
        &mut self,
        key: &str,
        code: &'static str,
        message: impl Into<Message>,
        hint: impl Into<Message>,
    ) {
        let place = Place::value(self.file, self.path(key));
        self.found.push(Diagnostic::new(code, place, message, hint));
    }

    /// Notes that a key is missing.
    pub(super) fn missing(&mut self, key: &str, hint: Hint<'_>) {
        if self.excused.contains(&self.path(key)) {
            return;
        }
        let place = if self.path.is_empty() {
            Place::file(self.file)
        } else {
            Place::value(self.file, self.path.clone())
        };
        self.found.push(Diagnostic::error(
            "missing-key",
            place,
            (
                format!("`{key}` is missing here"),
                format!("এখানে `{key}` নেই"),
            ),
            hint,
        ));
    }

    /// A text that must be there and hold something.
    pub(super) fn text(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<String> {
        match value {
            Some(Text(text)) if is_name(key) && text.chars().count() > MAX_TITLE_CHARS => {
                self.wrong(
                    key,
                    "too-long",
                    too_long(key, MAX_TITLE_CHARS),
                    TOO_LONG_HINT,
                );
                None
            }
            Some(Text(text)) if !text.trim().is_empty() => Some(self.lines(key, text)),
            Some(_) => {
                self.wrong(
                    key,
                    "empty-value",
                    (format!("`{key}` is empty"), format!("`{key}` খালি")),
                    hint,
                );
                None
            }
            None => {
                self.missing(key, hint);
                None
            }
        }
    }

    /// A name in one line, which is told where it was written on several, and says something; all else keeps its lines. The
    /// name of a service is a cell of the charter, and no name alone.
    fn lines(&mut self, key: &str, text: String) -> String {
        let is_cell =
            key == "name" && self.path.starts_with("services.") && !self.path.contains(".forms[");
        if is_cell || !(is_name(key) || key == "summary") {
            return text;
        }
        let place = Place::value(self.file, self.path(key));
        self.found.extend(spreadsheet::finding(&place, text.trim()));
        if text.contains('\n') {
            self.found.push(table::line_break(place));
            on_one_line(&text).into_owned()
        } else {
            text
        }
    }

    /// A text in which nothing is filled in: a placeholder would be printed as it is.
    pub(super) fn fixed(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<String> {
        let text = self.text(key, value, hint)?;
        if let Some(name) = placed(&text) {
            self.wrong(
                key,
                "placeholder-out-of-place",
                out_of_place(name),
                OUT_OF_PLACE_HINT,
            );
            return None;
        }
        Some(text)
    }

    /// A text that may hold placeholders, and must be there.
    pub(super) fn shared(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<SharedText> {
        let text = self.text(key, value, hint)?;
        self.placeholders(key, &text)
    }

    /// Text whose placeholders are all known.
    pub(super) fn placeholders(&mut self, key: &str, text: &str) -> Option<SharedText> {
        match SharedText::parse(text) {
            Ok(shared) => Some(shared),
            Err(unknown) => {
                let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(" ");
                let hint = match super::yaml::nearest(&unknown, &PLACEHOLDERS) {
                    Some(close) => (
                        format!("did you mean {{{close}}}? The placeholders are {known}"),
                        format!("আপনি কি {{{close}}} বোঝাতে চেয়েছেন? নির্ধারিত শব্দগুলো হলো {known}"),
                    ),
                    None => (
                        format!("the placeholders are {known}"),
                        format!("নির্ধারিত শব্দগুলো হলো {known}"),
                    ),
                };
                self.wrong(
                    key,
                    "unknown-placeholder",
                    (
                        format!("{{{unknown}}} is not a placeholder"),
                        format!("{{{unknown}}} কোনো নির্ধারিত শব্দ নয়"),
                    ),
                    hint,
                );
                None
            }
        }
    }

    /// A name that becomes part of an address.
    pub(super) fn slug(&mut self, key: &str, value: Option<Text>, hint: Hint<'_>) -> Option<Slug> {
        let text = self.text(key, value, hint)?;
        let slug = Slug::parse(&text);
        if slug.is_none() {
            let message = (
                format!("`{text}` cannot be part of an address"),
                format!("`{text}` ঠিকানার অংশ হতে পারে না"),
            );
            self.wrong(key, "bad-id", message, name_hint(&text, SLUG_HINT));
        }
        slug
    }

    /// A name of which a folder is made.
    pub(super) fn folder(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Slug> {
        let name = self.slug(key, value, hint)?;
        let place = || Place::value(self.file, self.path(key));
        self.found.extend(windows::refused(name.as_str(), place));
        Some(name)
    }

    /// A day.
    pub(super) fn date(&mut self, key: &str, text: &str) -> Option<Date> {
        Date::parse(text)
            .map_err(|error| self.wrong(key, "bad-date", date_message(text, error), DATE_HINT))
            .ok()
    }

    /// A telephone number.
    pub(super) fn phone(&mut self, key: &str, text: &str) -> Option<Phone> {
        Phone::parse(text)
            .map_err(|error| {
                let (code, message, hint) = phone_fault(text, error);
                self.wrong(key, code, message, hint);
            })
            .ok()
    }

    /// An e-mail address.
    pub(super) fn email(&mut self, key: &str, text: &str) -> Option<Email> {
        let email = Email::parse(text);
        if email.is_none() {
            self.wrong(
                key,
                "bad-email",
                (
                    format!("`{text}` is not an e-mail address"),
                    format!("`{text}` কোনো ই-মেইল ঠিকানা নয়"),
                ),
                EMAIL_HINT,
            );
        }
        email
    }

    /// A host name.
    pub(super) fn host(&mut self, key: &str, text: &str) -> Option<Host> {
        let host = Host::parse(text);
        if host.is_none() {
            self.wrong(
                key,
                "bad-host",
                (
                    format!("`{text}` is not a host name"),
                    format!("`{text}` কোনো হোস্টের নাম নয়"),
                ),
                HOST_HINT,
            );
        }
        host
    }

    /// The code of a district or an upazila.
    pub(super) fn area_code(&mut self, key: &str, text: &str) -> Option<AreaCode> {
        let code = AreaCode::parse(text);
        if code.is_none() {
            self.wrong(key, "bad-code", area_code_message(text), AREA_CODE_HINT);
        }
        code
    }

    /// A web address.
    pub(super) fn web_address(&mut self, key: &str, text: &str) -> Option<WebAddress> {
        let address = WebAddress::parse(text);
        if address.is_none() {
            self.wrong(
                key,
                "bad-link",
                (
                    format!("`{text}` is not a web address"),
                    format!("`{text}` কোনো ওয়েব ঠিকানা নয়"),
                ),
                LINK_HINT,
            );
        }
        address
    }
}

/// Whether a key holds a title or a name, which stands on many pages and in menus.
fn is_name(key: &str) -> bool {
    matches!(
        key,
        "title"
            | "name"
            | "office_name"
            | "officer"
            | "upazila"
            | "state"
            | "label"
            | "ministry"
            | "room"
    )
}

/// The first placeholder in a text, if it has one.
pub(super) fn placed(text: &str) -> Option<&str> {
    placeholders(text).find(|name| PLACEHOLDERS.contains(name))
}

/// What is wrong with a placeholder where no office's words can be put in.
pub(super) fn out_of_place(name: &str) -> (String, String) {
    (
        format!("{{{name}}} is not filled in here and would be printed as it is"),
        format!("{{{name}}} এখানে বসানো হয় না, হুবহু এভাবেই ছাপা হবে"),
    )
}

/// What to do about it.
pub(super) const OUT_OF_PLACE_HINT: Hint<'_> = (
    "write the word itself; placeholders belong into the charter, pages and notices that offices share",
    "আসল কথাটি লিখুন; এ রকম শব্দ শুধু সবার চার্টার, পাতা ও বিজ্ঞপ্তিতে চলে",
);

/// Why a value is too long.
pub(super) fn too_long(key: &str, most: usize) -> (String, String) {
    (
        format!("`{key}` is longer than {most} characters"),
        format!("`{key}` {}টি অক্ষরের চেয়ে লম্বা", digits::number(most)),
    )
}

/// What to do about it.
pub(super) const TOO_LONG_HINT: Hint<'_> = (
    "make it shorter; long texts belong into a page",
    "ছোট করে লিখুন; লম্বা লেখা আলাদা পাতায় দিন",
);

/// What to write for a name that becomes part of an address.
pub(super) const SLUG_HINT: Hint<'_> = (
    "use small letters, digits and single hyphens between them, like `ict-advice`",
    "ছোট হাতের অক্ষর, অঙ্ক ও মাঝে একক হাইফেন ব্যবহার করুন, যেমন `ict-advice`",
);
const SHORTER_NAME_HINT: Hint<'_> = (
    "the name is too long: 40 Bangla or 120 Latin letters fit, signs of vowels included",
    "নামটি বেশি লম্বা: কার-চিহ্নসহ ৪০টি বাংলা বা ১২০টি ইংরেজি অক্ষর পর্যন্ত চলে",
);

/// What to do about a name that cannot be part of an address: make it shorter, if that is what is wrong with it.
pub(super) fn name_hint<'a>(name: &str, otherwise: Hint<'a>) -> Hint<'a> {
    if Slug::is_too_long(name) {
        SHORTER_NAME_HINT
    } else {
        otherwise
    }
}

/// What to write for a web address.
pub(super) const LINK_HINT: Hint<'_> = (
    "write it whole, like https://www.grs.gov.bd",
    "পুরো ঠিকানা লিখুন, যেমন https://www.grs.gov.bd",
);
/// What to write for a day.
pub(super) const DATE_HINT: Hint<'_> = (
    "write year-month-day in figures, like 2025-06-30",
    "বছর-মাস-দিন অঙ্কে লিখুন, যেমন 2025-06-30",
);
/// What to write for an e-mail address.
pub(super) const EMAIL_HINT: Hint<'_> = (
    "write name@host without spaces and in Latin letters, like office@doict.gov.bd",
    "ফাঁকা জায়গা ছাড়া ইংরেজি অক্ষরে নাম@হোস্ট লিখুন, যেমন office@doict.gov.bd",
);
/// What to write for a host.
pub(super) const HOST_HINT: Hint<'_> = (
    "write the name alone, without https:// and without spaces, like doict.rupganj.narayanganj.gov.bd",
    "https:// ও ফাঁকা জায়গা ছাড়া শুধু নামটি লিখুন, যেমন doict.rupganj.narayanganj.gov.bd",
);

/// What to write for the code of a district or an upazila.
pub(super) const AREA_CODE_HINT: Hint<'_> = (
    "write two to six digits and nothing else, like ০৬৭১",
    "শুধু দুই থেকে ছয়টি অঙ্ক লিখুন, যেমন ০৬৭১",
);

/// Why a text is no code.
pub(super) fn area_code_message(text: &str) -> (String, String) {
    (
        format!("`{text}` is not the code of a district or an upazila"),
        format!("`{text}` কোনো জেলা বা উপজেলার কোড নয়"),
    )
}

/// Why a text is no day.
pub(super) fn date_message(text: &str, error: DateError) -> (String, String) {
    match error {
        DateError::Form => (
            format!("`{text}` is not a date"),
            format!("`{text}` কোনো তারিখ নয়"),
        ),
        DateError::NoSuchDay => (
            format!("there is no day `{text}`"),
            format!("`{text}` নামে কোনো দিন নেই"),
        ),
    }
}

/// Code, message and hint for a text that is no telephone number.
pub(super) fn phone_fault(text: &str, error: PhoneError) -> (&'static str, Message, Message) {
    let (code, message, hint): (_, (String, String), _) = match error {
        PhoneError::MobileLength(digits) => (
            "phone-length",
            (
                format!("this mobile number has {digits} digits"),
                format!("এই মোবাইল নম্বরে {}টি অঙ্ক আছে", digits::number(digits)),
            ),
            (
                "mobile numbers have 11 digits, like ০১৭০০০০০০০০".to_owned(),
                "মোবাইল নম্বরে ১১টি অঙ্ক থাকে, যেমন ০১৭০০০০০০০০".to_owned(),
            ),
        ),
        PhoneError::LandLineLength(digits) => (
            "phone-length",
            (
                format!("this number has {digits} digits"),
                format!("এই নম্বরে {}টি অঙ্ক আছে", digits::number(digits)),
            ),
            (
                "land lines have 7 to 11 digits with their 0, mobiles 11".to_owned(),
                "শুরুর ০-সহ ল্যান্ডফোনে ৭ থেকে ১১টি, মোবাইলে ১১টি অঙ্ক থাকে".to_owned(),
            ),
        ),
        PhoneError::LostZero => (
            "phone-zero",
            (
                "the 0 at the beginning of this number is lost".to_owned(),
                "নম্বরটির শুরুর ০ হারিয়ে গেছে".to_owned(),
            ),
            (
                format!("write 0{text}; spreadsheets drop the zero unless the cell is text"),
                format!("0{text} লিখুন; ঘরটি টেক্সট না হলে স্প্রেডশিট শূন্য ফেলে দেয়"),
            ),
        ),
        PhoneError::Prefix => (
            "phone-prefix",
            (
                format!("`{text}` does not begin like a number of Bangladesh"),
                format!("`{text}`-এর শুরুটি বাংলাদেশের নম্বরের মতো নয়"),
            ),
            (
                "begin with 0 or with +880".to_owned(),
                "০ বা +৮৮০ দিয়ে শুরু করুন".to_owned(),
            ),
        ),
        PhoneError::Sign(sign) => (
            "phone-sign",
            (
                format!("`{sign}` cannot stand in a telephone number"),
                format!("টেলিফোন নম্বরে `{sign}` থাকতে পারে না"),
            ),
            (
                "write one number, in digits, spaces and hyphens only".to_owned(),
                "একটি ঘরে একটি নম্বর লিখুন: শুধু অঙ্ক, ফাঁকা জায়গা ও হাইফেন".to_owned(),
            ),
        ),
    };
    (code, message.into(), hint.into())
}

fn join(path: &str, step: &str) -> String {
    if path.is_empty() || step.starts_with('[') {
        format!("{path}{step}")
    } else {
        format!("{path}.{step}")
    }
}
