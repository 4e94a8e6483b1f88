//! The letter that stands for an officer where there is no picture.

use unicode_segmentation::UnicodeSegmentation;

/// Words before a name that are no part of it. An abbreviation ends with the letter visarga, a colon, a point or nothing.
const TITLES: [&str; 34] = [
    "মো",
    "মোহা",
    "মুহা",
    "মোছা",
    "মোসা",
    "মোছাম্মৎ",
    "মোসাম্মৎ",
    "ডা",
    "ড",
    "প্রফেসর",
    "অধ্যাপক",
    "ইঞ্জি",
    "ইঞ্জিনিয়ার",
    "প্রকৌ",
    "প্রকৌশলী",
    "কৃষিবিদ",
    "এড",
    "অ্যাড",
    "অ্যাডভোকেট",
    "এডভোকেট",
    "জনাব",
    "জনাবা",
    "বেগম",
    "মিস",
    "মিসেস",
    "শ্রী",
    "শ্রীমতি",
    "শ্রীমতী",
    "হাজি",
    "হাজী",
    "আলহাজ",
    "আলহাজ্ব",
    "বীর",
    "মুক্তিযোদ্ধা",
];
const TITLES_IN_ENGLISH: [&str; 24] = [
    "md",
    "mohd",
    "mst",
    "most",
    "mosa",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "engr",
    "eng",
    "engineer",
    "adv",
    "advocate",
    "janab",
    "begum",
    "sri",
    "shri",
    "alhaj",
    "haji",
    "krishibid",
];

/// The first letter of a name, whole with its signs. What most names begin with, মোঃ for instance, would be the same letter
/// for all of them; where a name is nothing else, its first letter stands.
pub(super) fn initial(name: &str) -> Option<String> {
    let is_title = |word: &str| {
        let bare = word.trim_end_matches(['ঃ', ':', '.', '।']);
        TITLES.contains(&bare) || TITLES_IN_ENGLISH.contains(&&*bare.to_ascii_lowercase())
    };
    let mut words = name.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','));
    let own = words
        .by_ref()
        // `মোঃআব্দুর` and `ডাঃ.` are written too.
        .flat_map(|word| word.split_inclusive(['ঃ', '.', ':']))
        .find(|word| !is_title(word) && word.contains(char::is_alphabetic));
    let first = own.unwrap_or_else(|| name.trim_start());
    first.graphemes(true).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_of_the_name_and_not_of_what_stands_before_it() {
        for (name, letter) in [
            ("মোঃ আব্দুর রহমান", "আ"),
            ("মোঃআব্দুর রহমান", "আ"),
            ("মো. কামাল হোসেন", "কা"),
            ("মো: কামাল", "কা"),
            ("মোছাঃ শিরিন আক্তার", "শি"),
            ("ডাঃ মোঃ নাজমুল", "না"),
            ("জনাব ইঞ্জিঃ মোঃ রফিক", "র"),
            ("মিসেস রওশন", "র"),
            ("বেগম রোকেয়া", "রো"),
            ("রোকেয়া বেগম", "রো"),
            ("অধ্যাপক ড. হাসান", "হা"),
            ("মোঃ", "মোঃ"),
            ("Md. Abdur Rahman", "A"),
            ("MD Kamal", "K"),
            ("ক্ষিতীশ", "ক্ষি"),
            ("এ. কে. এম. সালাম", "এ"),
        ] {
            assert_eq!(initial(name).as_deref(), Some(letter), "{name}");
        }
        assert_eq!(initial(""), None);
    }
}
