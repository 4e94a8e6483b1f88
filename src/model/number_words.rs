//! Numbers as they stand in words behind or before their figures: `০৫ (পাঁচ)`.

/// Words for numbers as they stand in charters, in both spellings where there are two.
const NUMBERS: [(&str, u32); 49] = [
    ("এক", 1),
    ("দুই", 2),
    ("তিন", 3),
    ("চার", 4),
    ("পাঁচ", 5),
    ("ছয়", 6),
    ("সাত", 7),
    ("আট", 8),
    ("নয়", 9),
    ("দশ", 10),
    ("এগারো", 11),
    ("এগার", 11),
    ("বারো", 12),
    ("বার", 12),
    ("তেরো", 13),
    ("তের", 13),
    ("চৌদ্দ", 14),
    ("পনেরো", 15),
    ("পনের", 15),
    ("ষোলো", 16),
    ("ষোল", 16),
    ("সতেরো", 17),
    ("সতের", 17),
    ("আঠারো", 18),
    ("আঠার", 18),
    ("উনিশ", 19),
    ("বিশ", 20),
    ("কুড়ি", 20),
    ("একুশ", 21),
    ("বাইশ", 22),
    ("তেইশ", 23),
    ("চব্বিশ", 24),
    ("পঁচিশ", 25),
    ("ছাব্বিশ", 26),
    ("সাতাশ", 27),
    ("আটাশ", 28),
    ("ঊনত্রিশ", 29),
    ("ত্রিশ", 30),
    ("একত্রিশ", 31),
    ("চল্লিশ", 40),
    ("পঁয়তাল্লিশ", 45),
    ("পঞ্চাশ", 50),
    ("ষাট", 60),
    ("সত্তর", 70),
    ("আশি", 80),
    ("নব্বই", 90),
    ("একশ", 100),
    ("একশত", 100),
    ("একশো", 100),
];

/// The number that a word says.
pub(crate) fn number_word(word: &str) -> Option<u32> {
    let known = NUMBERS.iter().find(|(known, _)| *known == word);
    known.map(|(_, number)| *number)
}

/// Whether a word begins like a number: `একশত`, and `দুইশত`, which the table does not have.
pub(super) fn begins_as_number(word: &str) -> bool {
    NUMBERS.iter().any(|(known, _)| word.starts_with(known))
}
