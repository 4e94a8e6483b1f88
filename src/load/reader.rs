//! One reader for what stands at a key of YAML and in a cell of a table: a text becomes a value of the model, and every
//! mistake is noted at its place.

use super::fields::Hint;
use super::yaml;
use crate::diagnostic::{Said, say};
use crate::model::{
    AreaCode, Date, DateError, Email, Host, Localized, PLACEHOLDERS, Phone, PhoneError, Place,
    Placed, Post, Slug, WebAddress, placeholders,
};

/// Reads texts by the names of their keys or columns.
pub(super) trait Reader {
    /// Notes what is said of the value of a key.
    fn tell(&mut self, key: &str, said: Said);

    /// Whether no placeholder is left in a text in which nothing is filled in: one would be printed as it is.
    fn is_filled(&mut self, key: &str, text: &str) -> bool {
        let placed = placed(text);
        if let Some(name) = placed {
            self.tell(key, say::placeholder_out_of_place(name));
        }
        placed.is_none()
    }

    /// A day.
    fn date(&mut self, key: &str, text: &str) -> Option<Date> {
        Date::parse(text)
            .map_err(|error| self.tell(key, of_date(text, error)))
            .ok()
    }

    /// A telephone number.
    fn phone(&mut self, key: &str, text: &str) -> Option<Phone> {
        Phone::parse(text)
            .map_err(|error| self.tell(key, of_phone(text, error)))
            .ok()
    }

    /// An e-mail address.
    fn email(&mut self, key: &str, text: &str) -> Option<Email> {
        let email = Email::parse(text);
        if email.is_none() {
            self.tell(key, say::bad_email(text));
        }
        email
    }

    /// A host name.
    fn host(&mut self, key: &str, text: &str) -> Option<Host> {
        let host = Host::parse(text);
        if host.is_none() {
            self.tell(key, say::bad_host(text));
        }
        host
    }

    /// The code of a district or an upazila.
    fn area_code(&mut self, key: &str, text: &str) -> Option<AreaCode> {
        let code = AreaCode::parse(text);
        if code.is_none() {
            self.tell(key, say::bad_code(text));
        }
        code
    }

    /// A post that the department has.
    fn post(&mut self, key: &str, text: &str, posts: &[Post]) -> Option<Slug> {
        if let Some(known) = posts.iter().find(|post| post.id.as_str() == text) {
            return Some(known.id.clone());
        }
        let ids: Vec<&str> = posts.iter().map(|post| post.id.as_str()).collect();
        let said = if ids.is_empty() {
            say::unknown_post_none(text)
        } else {
            say::unknown_post(text, ids.join(", "))
        };
        self.tell(key, said.meant(yaml::nearest(text, &ids)));
        None
    }

    /// A web address.
    fn web_address(&mut self, key: &str, text: &str) -> Option<WebAddress> {
        let address = WebAddress::parse(text);
        if address.is_none() {
            self.tell(key, say::bad_link(text));
        }
        address
    }
}

/// A record whose values are read by name, one after the other.
pub(super) trait Values: Reader {
    /// What is written, as it is; `None` where nothing is.
    fn written(&mut self, key: &str) -> Option<String>;

    /// Whether anything is.
    fn is_written(&self, key: &str) -> bool;

    /// A text in which nothing is filled in.
    fn plain(&mut self, key: &str) -> Option<String>;

    /// The English of such a text.
    fn in_english(&mut self, key: &str) -> Option<String>;

    /// Tells of a value that must be written, with what to write.
    fn tell_of_missing(&mut self, key: &str, hint: Hint<'_>);

    /// Tells of an English beside which there is no Bangla: no page shows it.
    fn tell_of_lone_english(&mut self, key: &str);

    /// Where a value is written.
    fn origin(&self, key: &str) -> Place;

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

    /// The same in both languages.
    fn placed_localized(&mut self, key: &str) -> Option<Placed<Localized<String>>> {
        if !self.is_written(key) {
            self.tell_of_lone_english(key);
            return None;
        }
        let bangla = self.placed_plain(key);
        let english = self.in_english(key);
        let Placed { value, origin } = bangla?;
        Some(Placed {
            value: Localized {
                bangla: value,
                english,
            },
            origin,
        })
    }
}

/// The first placeholder in a text, if it has one.
fn placed(text: &str) -> Option<&str> {
    placeholders(text).find(|name| PLACEHOLDERS.contains(name))
}

/// Why a text is no day.
fn of_date(text: &str, error: DateError) -> Said {
    match error {
        DateError::Form => say::bad_date(text),
        DateError::NoSuchDay => say::bad_date_no_such_day(text),
    }
}

/// Why a text is no telephone number.
fn of_phone(text: &str, error: PhoneError) -> Said {
    match error {
        PhoneError::MobileLength(digits) => say::phone_length_mobile(digits),
        PhoneError::LandLineLength(digits) => say::phone_length_land_line(digits),
        PhoneError::LostZero => say::phone_zero(text),
        PhoneError::Prefix => say::phone_prefix(text),
        PhoneError::Sign(sign) => say::phone_sign(sign),
    }
}
