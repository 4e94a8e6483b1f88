//! The hosts of portals, which are also the names of their folders.

/// The offices of the small site.
pub(crate) const FIRST: &str = "dept.first.sample.gov.bd";
pub(crate) const SECOND: &str = "dept.second.sample.gov.bd";
pub(crate) const THIRD: &str = "dept.third.sample.gov.bd";

/// An office of the project's own content.
pub(crate) const RUPGANJ: &str = "doict.rupganj.narayanganj.gov.bd";
