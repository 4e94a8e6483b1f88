//! For whom content is read: the public, or its author.

use super::{Date, SharedText};

/// For whom content is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// What is published: no drafts.
    Public {
        /// The day that is today: who is in office.
        today: Date,
    },
    /// Its author: drafts too, and marked, as is what bears a later date.
    Author {
        /// The day that is today.
        today: Date,
    },
}

/// Before the title of a draft, for its author.
const DRAFT: &str = "[খসড়া]";
/// Before the title of what bears a later date, for its author.
const TO_COME: &str = "[আগামী]";

impl Audience {
    /// The day on which it is read.
    #[must_use]
    pub fn today(self) -> Date {
        let (Self::Public { today } | Self::Author { today }) = self;
        today
    }

    /// The title as this audience sees it; `None` when it does not see the text at all.
    #[must_use]
    pub fn title(self, title: SharedText, draft: bool, day: Option<Date>) -> Option<SharedText> {
        match self {
            Self::Public { .. } => (!draft).then_some(title),
            Self::Author { .. } if draft => Some(title.after(DRAFT)),
            Self::Author { today } if day.is_some_and(|day| day > today) => {
                Some(title.after(TO_COME))
            }
            Self::Author { .. } => Some(title),
        }
    }
}
