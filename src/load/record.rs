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

/// How a text is read, in either language.
pub(super) type Read<T> = fn(&mut Fields<'_>, &str, Option<Text>, Hint<'_>) -> Option<T>;

/// A text in which nothing is filled in.
pub(super) const FIXED: Read<String> = |of, key, text, hint| of.fixed(key, text, hint);

/// A text that may hold placeholders.
pub(super) const SHARED: Read<SharedText> = |of, key, text, hint| of.shared(key, text, hint);

impl Fields<'_> {
    /// The map `en:` of this record.
    pub(super) fn english(&mut self) -> Fields<'_> {
        self.below("en")
    }

    /// The English of a text, read as its Bangla is.
    pub(super) fn in_english<T>(
        &mut self,
        key: &str,
        text: Option<Text>,
        read: Read<T>,
    ) -> Option<T> {
        let text = Some(text?);
        read(
            &mut self.english(),
            key,
            text,
            &phrase::needs_english_or_nothing,
        )
    }

    /// Tells of an English beside which there is no Bangla: no page shows it.
    pub(super) fn lone_english(&mut self, key: &str) {
        self.english().tell(key, say::lone_translation(key));
    }

    /// A text in both languages. Where it is `needed` its absence in Bangla is a mistake, and this says what to write.
    fn in_both<T>(
        &mut self,
        key: &str,
        (bangla, english): (Option<Text>, Option<Text>),
        needed: Option<Hint<'_>>,
        read: Read<T>,
    ) -> Option<Localized<T>> {
        if needed.is_none() && bangla.is_none() && english.is_some() {
            self.lone_english(key);
        }
        let is_read = needed.is_some() || bangla.is_some();
        let hint = needed.unwrap_or(&phrase::needs_value_or_nothing);
        let bangla = if is_read {
            read(self, key, bangla, hint)
        } else {
            None
        };
        let english = self.in_english(key, english, read);
        bangla.map(|bangla| Localized { bangla, english })
    }

    /// A text in both languages that must be there in Bangla, and in which nothing is filled in.
    pub(super) fn plain(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Localized<String>> {
        self.in_both(key, (bangla, english), Some(hint), FIXED)
    }

    /// The same where it need not be written.
    pub(super) fn plain_where_written(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
    ) -> Option<Localized<String>> {
        self.in_both(key, (bangla, english), None, FIXED)
    }

    /// A text in both languages that may hold placeholders and must be there in Bangla.
    pub(super) fn localized(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Localized<SharedText>> {
        self.in_both(key, (bangla, english), Some(hint), SHARED)
    }

    /// The same where it need not be written.
    pub(super) fn localized_where_written(
        &mut self,
        key: &str,
        bangla: Option<Text>,
        english: Option<Text>,
    ) -> Option<Localized<SharedText>> {
        self.in_both(key, (bangla, english), None, SHARED)
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
