//! What an office says of itself: values that its row in the table may hold and its own `office.yaml` may replace, each with
//! its place.

use std::fmt;

use super::{AreaCode, Coordinates, Date, Email, Localized, Phone, Place, Slug, digits};

/// A value with the place where it is written.
#[derive(Debug, Clone)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub origin: Place,
}

/// Makes of one list of keys: the values, who stands over whom, where each is written, and what `sanad show` says of it.
macro_rules! details {
    ($( $(#[$words:meta])* $key:ident: $type:ty, )*) => {
        /// The values; what nobody wrote is `None`.
        #[derive(Debug, Clone, Default)]
        pub struct OfficeDetails {
            $( $(#[$words])* pub $key: Option<Placed<$type>>, )*
        }

        impl OfficeDetails {
            /// These values, and below them others: what is not written here is taken from there.
            #[must_use]
            pub fn over(self, below: Self) -> Self {
                Self { $( $key: self.$key.or(below.$key), )* }
            }

            /// Where each value that is written stands, by key.
            pub fn origins(&self) -> impl Iterator<Item = (&'static str, &Place)> {
                let origins = [$( (stringify!($key), self.$key.as_ref().map(|placed| &placed.origin)), )*];
                origins.into_iter().filter_map(|(key, origin)| Some((key, origin?)))
            }

            /// Each value that is written as it is printed in Bangla, by key.
            pub fn shown(&self) -> impl Iterator<Item = (&'static str, String, &Place)> {
                let shown = [$( (
                    stringify!($key),
                    self.$key.as_ref().map(|placed| (placed.value.shown(), &placed.origin)),
                ), )*];
                shown.into_iter().filter_map(|(key, shown)| {
                    let (text, origin) = shown?;
                    Some((key, text, origin))
                })
            }

            /// The values without their places: a row that only moved says the same.
            #[must_use]
            pub fn values(&self) -> impl fmt::Debug {
                ($( self.$key(), )*)
            }

            $(
                $(#[$words])*
                #[must_use]
                pub fn $key(&self) -> Option<&$type> {
                    self.$key.as_ref().map(|placed| &placed.value)
                }
            )*
        }
    };
}

details! {
    /// The name of who holds the post.
    officer: Localized<String>,
    /// The post that leads it.
    post: Slug,
    /// Its telephone.
    phone: Phone,
    /// Its official mobile number, beside the telephone.
    mobile: Phone,
    /// Its e-mail.
    email: Email,
    /// Its postal address.
    address: Localized<String>,
    /// Where it stands on the map.
    coordinates: Coordinates,
    /// The responsible officer's room.
    room: String,
    /// The code of its upazila.
    code: AreaCode,
    /// The day on which the office last confirmed its data.
    verified_on: Date,
}

impl OfficeDetails {
    /// Whether somebody can be reached at the office itself.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        self.phone.is_some() || self.mobile.is_some() || self.email.is_some()
    }
}

/// A value as `sanad show` says it.
trait Shown {
    fn shown(&self) -> String;
}

impl Shown for Localized<String> {
    fn shown(&self) -> String {
        self.bangla.clone()
    }
}

/// The number of a room.
impl Shown for String {
    fn shown(&self) -> String {
        digits::to_bangla(self)
    }
}

impl Shown for Coordinates {
    fn shown(&self) -> String {
        format!("{}, {}", self.latitude(), self.longitude())
    }
}

macro_rules! shown_as_written {
    ($($type:ty),*) => {
        $( impl Shown for $type {
            fn shown(&self) -> String {
                self.to_string()
            }
        } )*
    };
}

shown_as_written!(Slug, Phone, Email, AreaCode, Date);
