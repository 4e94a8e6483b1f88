//! Records in two languages: keys that hold a text, and the same keys below `en:`, each of them optional.

use super::fields::{Fields, Hint};
use super::reader::Reader;
use super::text::{Text, TextOrList};
use crate::diagnostic::{phrase, say};
use crate::model::{Localized, SharedText};

/// A text as it is written, in Bangla and in English.
pub(super) struct Written {
    pub(super) key: &'static str,
    pub(super) bangla: Option<TextOrList>,
    pub(super) english: Option<TextOrList>,
}

/// A record whose texts can be translated.
pub(super) trait Record {
    /// Takes its texts out, in their order.
    fn take_texts(&mut self) -> Vec<Written>;
}

/// Makes two shapes of one list of keys. Those between the semicolons hold texts that can be translated: the record has
/// them, and so has its `en:`, where none has to be written. The others are the record's alone.
macro_rules! record {
    (
        $(#[$of_record:meta])*
        pub(super) struct $record:ident, $english:ident {
            $( $(#[$of_first:meta])* $first:ident: $first_type:ty, )*
            ;
            $( $(#[$of_text:meta])* $text:ident: $text_type:ty, )*
            ;
            $( $(#[$of_other:meta])* $other:ident: $other_type:ty, )*
        }
    ) => {
        #[derive(Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        $(#[$of_record])*
        pub(super) struct $record {
            $( $(#[$of_first])* pub(super) $first: $first_type, )*
            $( $(#[$of_text])* pub(super) $text: $text_type, )*
            /// ইংরেজিতে যা লেখা হয়; একই নামের কী, প্রতিটি ঐচ্ছিক।
            ///
            /// The same in English: keys of the same names, each of them optional.
            pub(super) en: Option<$english>,
            $( $(#[$of_other])* pub(super) $other: $other_type, )*
        }

        #[derive(Default, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(transform = $crate::load::schema::in_english)]
        pub(super) struct $english {
            $( $(#[$of_text])* pub(super) $text: $text_type, )*
        }

        impl $crate::load::record::Record for $record {
            fn take_texts(&mut self) -> Vec<$crate::load::record::Written> {
                let mut en = self.en.take().unwrap_or_default();
                vec![$( $crate::load::record::Written {
                    key: stringify!($text),
                    bangla: self.$text.take().map(Into::into),
                    english: en.$text.take().map(Into::into),
                }, )*]
            }
        }
    };
}

pub(super) use record;

impl Fields<'_> {
    /// The map `en:` of this record.
    pub(super) fn english(&mut self) -> Fields<'_> {
        self.below("en")
    }

    /// A translation of an office's own text.
    pub(super) fn plain_english(&mut self, key: &str, text: Option<Text>) -> Option<String> {
        text.and_then(|text| {
            self.english()
                .fixed(key, Some(text), &phrase::needs_english_or_nothing)
        })
    }

    /// A translation that may hold placeholders.
    pub(super) fn shared_english(&mut self, key: &str, text: Option<Text>) -> Option<SharedText> {
        text.and_then(|text| {
            self.english()
                .shared(key, Some(text), &phrase::needs_english_or_nothing)
        })
    }

    /// A text in both languages that must be there in Bangla, and in which nothing is filled in.
    pub(super) fn plain(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Localized<String>> {
        let bangla = self.fixed(key, bangla, hint);
        let english = self.plain_english(key, english);
        bangla.map(|bangla| Localized { bangla, english })
    }

    /// The same where it need not be written. The translation of nothing says nothing.
    pub(super) fn plain_where_written(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Localized<String>> {
        if bangla.is_some() {
            self.plain(key, bangla, english, hint)
        } else {
            self.plain_english(key, english);
            None
        }
    }

    /// A text in both languages that may hold placeholders, where it is written.
    pub(super) fn localized_where_written(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Localized<SharedText>> {
        if bangla.is_some() {
            self.localized(key, bangla, english, hint)
        } else {
            self.shared_english(key, english);
            None
        }
    }

    /// A text in both languages that may hold placeholders and must be there in Bangla.
    pub(super) fn localized(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Localized<SharedText>> {
        let bangla = self.shared(key, bangla, hint);
        let english = self.shared_english(key, english);
        bangla.map(|bangla| Localized { bangla, english })
    }

    /// The translation of a list, which must have as many items as the Bangla; otherwise nobody could say which is which.
    pub(super) fn english_list(
        &mut self,
        key: &str,
        texts: &[String],
        bangla: usize,
    ) -> Option<Vec<SharedText>> {
        let english = texts.len();
        let mut fields = self.english();
        if english != bangla {
            fields.tell(key, say::unequal_lists(english, bangla));
            return None;
        }
        let items = texts.iter().map(|text| fields.placeholders(key, text));
        items.collect()
    }
}
