//! English names of places that follow from what is known: the divisions, and ids.

/// The divisions (বিভাগ) and how the government writes them in English, since the spellings of 2018.
const DIVISIONS: [(&str, &str); 8] = [
    ("ঢাকা", "Dhaka"),
    ("চট্টগ্রাম", "Chattogram"),
    ("রাজশাহী", "Rajshahi"),
    ("খুলনা", "Khulna"),
    ("বরিশাল", "Barishal"),
    ("সিলেট", "Sylhet"),
    ("রংপুর", "Rangpur"),
    ("ময়মনসিংহ", "Mymensingh"),
];

/// A division's name in English; as it is when it is none of the eight.
#[must_use]
pub(crate) fn division_in_english(name: &str) -> &str {
    let mut known = DIVISIONS.iter();
    known
        .find(|(bangla, _)| *bangla == name)
        .map_or(name, |(_, english)| english)
}

/// A name from its id: `coxs-bazar` → `Coxs Bazar`, `narayanganjsadar` → `Narayanganj Sadar`: সদর is a word of its own.
#[must_use]
pub(crate) fn name_from_id(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    let words = id
        .split('-')
        .flat_map(|word| match word.strip_suffix("sadar") {
            Some(town) => [town, "sadar"],
            None => [word, ""],
        });
    for word in words.filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&word[..1].to_ascii_uppercase());
        name.push_str(&word[1..]);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_from_its_id() {
        for (id, name) in [
            ("rupganj", "Rupganj"),
            ("coxs-bazar", "Coxs Bazar"),
            ("3-no", "3 No"),
            ("narayanganjsadar", "Narayanganj Sadar"),
            ("sadar", "Sadar"),
        ] {
            assert_eq!(name_from_id(id), name);
        }
    }
}
