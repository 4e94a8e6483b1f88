//! One reader for what stands at a key of YAML and in a cell of a table: a text becomes a value of the model, and every
//! mistake is noted at its place.

use super::fields::{self, Hint};
use super::yaml;
use crate::diagnostic::Message;
use crate::model::{
    AreaCode, Date, DateError, Email, Host, Localized, Origin, Phone, PhoneError, Placed, Post,
    Slug, WebAddress, digits,
};

/// Reads texts by the names of their keys or columns.
pub(super) trait Reader {
    /// Notes a mistake in the value of a key.
    fn wrong(
        &mut self,
        key: &str,
        code: &'static str,
        message: impl Into<Message>,
        hint: impl Into<Message>,
    );

    /// Whether no placeholder is left in a text in which nothing is filled in: one would be printed as it is.
    fn is_filled(&mut self, key: &str, text: &str) -> bool {
        let placed = fields::placed(text);
        if let Some(name) = placed {
            self.wrong(
                key,
                "placeholder-out-of-place",
                fields::out_of_place(name),
                fields::OUT_OF_PLACE_HINT,
            );
        }
        placed.is_none()
    }

    /// A day.
    fn date(&mut self, key: &str, text: &str) -> Option<Date> {
        Date::parse(text)
            .map_err(|error| self.wrong(key, "bad-date", date_message(text, error), DATE_HINT))
            .ok()
    }

    /// A telephone number.
    fn phone(&mut self, key: &str, text: &str) -> Option<Phone> {
        Phone::parse(text)
            .map_err(|error| {
                let (code, message, hint) = phone_fault(text, error);
                self.wrong(key, code, message, hint);
            })
            .ok()
    }

    /// An e-mail address.
    fn email(&mut self, key: &str, text: &str) -> Option<Email> {
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
    fn host(&mut self, key: &str, text: &str) -> Option<Host> {
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
    fn area_code(&mut self, key: &str, text: &str) -> Option<AreaCode> {
        let code = AreaCode::parse(text);
        if code.is_none() {
            self.wrong(key, "bad-code", area_code_message(text), AREA_CODE_HINT);
        }
        code
    }

    /// A post that the department has.
    fn post(&mut self, key: &str, text: &str, posts: &[Post]) -> Option<Slug> {
        if let Some(known) = posts.iter().find(|post| post.id.as_str() == text) {
            return Some(known.id.clone());
        }
        let ids: Vec<&str> = posts.iter().map(|post| post.id.as_str()).collect();
        let hint = match yaml::nearest(text, &ids) {
            Some(close) => yaml::meant(close),
            None if ids.is_empty() => (
                "write the posts into department.yaml, below `posts:`".to_owned(),
                "department.yaml-এ `posts:`-এর নিচে পদগুলো লিখুন".to_owned(),
            ),
            None => yaml::list_of(yaml::POSTS, &ids),
        };
        self.wrong(
            key,
            "unknown-post",
            (
                format!("department.yaml has no post `{text}`"),
                format!("department.yaml-এ `{text}` পদটি নেই"),
            ),
            hint,
        );
        None
    }

    /// A web address.
    fn web_address(&mut self, key: &str, text: &str) -> Option<WebAddress> {
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

/// A record whose values are read by name, one after the other.
pub(super) trait Values: Reader {
    /// What is written, as it is; `None` where nothing is.
    fn written(&mut self, key: &str) -> Option<String>;

    /// A text in which nothing is filled in.
    fn plain(&mut self, key: &str) -> Option<String>;

    /// The English of such a text.
    fn in_english(&mut self, key: &str) -> Option<String>;

    /// Where a value is written.
    fn origin(&self, key: &str) -> Origin;

    /// A value with its place.
    fn placed<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&mut Self, &str, &str) -> Option<T>,
    ) -> Option<Placed<T>> {
        let text = self.written(key)?;
        let value = read(self, key, &text)?;
        let origin = self.origin(key);
        Some(Placed { value, origin })
    }

    /// A text in which nothing is filled in, with its place.
    fn placed_plain(&mut self, key: &str) -> Option<Placed<String>> {
        let value = self.plain(key)?;
        let origin = self.origin(key);
        Some(Placed { value, origin })
    }

    /// The same in both languages. The translation of nothing says nothing.
    fn placed_localized(&mut self, key: &str) -> Option<Placed<Localized<String>>> {
        let Placed { value, origin } = self.placed_plain(key)?;
        let english = self.in_english(key);
        Some(Placed {
            value: Localized {
                bangla: value,
                english,
            },
            origin,
        })
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
