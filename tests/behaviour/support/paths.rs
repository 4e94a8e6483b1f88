//! Where the content of the small site lies.

pub(crate) const COUNTRY: &str = "content/portal.yaml";
pub(crate) const DEPARTMENT: &str = "content/dept/department.yaml";
pub(crate) const CHARTER: &str = "content/dept/charter.yaml";
pub(crate) const DISTRICTS: &str = "content/dept/districts.csv";
pub(crate) const OFFICES: &str = "content/dept/offices.csv";

/// The folder of the first office, and what it may hold.
pub(crate) const FIRST_FOLDER: &str = "content/dept/offices/first.sample";
pub(crate) const FIRST_YAML: &str = "content/dept/offices/first.sample/office.yaml";
pub(crate) const FIRST_CHARTER: &str = "content/dept/offices/first.sample/charter.yaml";
pub(crate) const TRAINING: &str = "content/dept/offices/first.sample/pages/training.md";
pub(crate) const WINTER: &str = "content/dept/offices/first.sample/notices/winter.md";
/// A notice that is not there yet.
pub(crate) const NEW_NOTICE: &str = "content/dept/offices/first.sample/notices/n.md";

/// The folder of the second office, and what it may hold.
pub(crate) const SECOND_FOLDER: &str = "content/dept/offices/second.sample";
pub(crate) const SECOND_CHARTER: &str = "content/dept/offices/second.sample/charter.yaml";
