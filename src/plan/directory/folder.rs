//! The folders of the directory's pages. All lie in one of our own: a portal's folder is a host name, which holds a dot.

use crate::model::{Language, Slug};

/// The folder of all pages but the first, from the first page of their language.
pub(crate) const TOP: &str = "offices";

/// Before the folders of all pages in English, with a slash at the end.
pub(crate) const MIRROR: &str = Language::English.folder();

/// The folder of a division, of which the tables know only a name. A name that cannot be a folder as it is gets a digest,
/// behind a sign that no slug holds: so two names never share a folder, whatever others there are.
pub(super) fn of_division(name: &str) -> String {
    let slug = Slug::of(name);
    match slug {
        Some(slug) if slug.as_str() == name => format!("{TOP}/{slug}"),
        slug => {
            let slug = slug.as_ref().map_or("division", Slug::as_str);
            let digest = &blake3::hash(name.as_bytes()).to_hex()[..16];
            format!("{TOP}/{slug}_{digest}")
        }
    }
}

/// The folder of a part, counted from 0; no slug holds the sign in it, so no place has the same.
pub(super) fn of_part(folder: &str, number: usize) -> String {
    let above = if folder.is_empty() { TOP } else { folder };
    format!("{above}/part_{}", number + 1)
}

#[cfg(test)]
mod tests {
    use super::of_division;

    #[test]
    fn a_division_has_its_own_name_as_folder() {
        assert_eq!(of_division("ঢাকা"), "offices/ঢাকা");
    }

    #[test]
    fn names_that_cannot_be_folders_get_one_of_their_own() {
        let names = ["ঢাকা ১", "ঢাকা-১", "ঢাকা  ১", "", "..", "../..", "/", "a.b", "A"];
        let mut folders: Vec<String> = names.map(of_division).into();
        for folder in &folders {
            let name = folder.strip_prefix("offices/").expect("below our folder");
            assert!(
                !name.is_empty() && !name.contains(['.', '/', '\\']),
                "{name}"
            );
        }
        folders.sort();
        folders.dedup();
        assert_eq!(folders.len(), names.len());
    }
}
