//! Which offices a changed file concerns.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use crate::watch::Batch;

/// What is to be built again.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// Nothing: no file that anybody reads.
    Nothing,
    /// These offices, by their ids.
    Offices(BTreeSet<String>),
    /// Possibly all.
    All,
}

/// What a batch of changes concerns; `content` is the content folder as it is watched.
pub(super) fn touched(batch: &Batch, content: &Path) -> Touched {
    if batch.all {
        return Touched::All;
    }
    let mut offices = BTreeSet::new();
    for path in &batch.paths {
        let Ok(inside) = path.strip_prefix(content) else {
            // The theme.
            return Touched::All;
        };
        let names: Option<Vec<&str>> = inside.components().map(name).collect();
        match names.as_deref() {
            Some(names) if names.iter().any(|name| name.starts_with('.')) => {}
            Some([_department, "offices", office, ..]) => {
                offices.insert((*office).to_owned());
            }
            _ => return Touched::All,
        }
    }
    if offices.is_empty() {
        Touched::Nothing
    } else {
        Touched::Offices(offices)
    }
}

fn name(component: Component<'_>) -> Option<&str> {
    component.as_os_str().to_str()
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::time::Instant;

    use super::{Touched, touched};
    use crate::watch::Batch;

    fn after(paths: &[&str]) -> Touched {
        let paths = paths.iter().map(PathBuf::from).collect();
        let batch = Batch {
            since: Instant::now(),
            paths,
            all: false,
        };
        touched(&batch, Path::new("/site/content"))
    }

    fn offices(ids: &[&str]) -> Touched {
        Touched::Offices(ids.iter().map(|id| (*id).to_owned()).collect())
    }

    #[test]
    fn a_file_of_an_office_concerns_this_office_alone() {
        let notice = "/site/content/doict/offices/rupganj.narayanganj/notices/winter.md";
        assert_eq!(after(&[notice]), offices(&["rupganj.narayanganj"]));
        let folder = "/site/content/doict/offices/bandar.narayanganj";
        assert_eq!(
            after(&[folder, notice]),
            offices(&["bandar.narayanganj", "rupganj.narayanganj"])
        );
    }

    #[test]
    fn what_offices_share_concerns_all() {
        for shared in [
            "/site/content",
            "/site/content/portal.yaml",
            "/site/content/doict/charter.yaml",
            "/site/content/doict/offices.csv",
            "/site/content/doict/offices",
            "/site/themes/portal/static/style.css",
        ] {
            assert_eq!(after(&[shared]), Touched::All, "{shared}");
        }
    }

    #[test]
    fn hidden_files_concern_nobody() {
        let swap = "/site/content/doict/offices/rupganj.narayanganj/.office.yaml.swp";
        assert_eq!(after(&[swap]), Touched::Nothing);
    }
}
