//! What is kept of an office once it has been looked at: whom to telephone, and which findings are its own.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Code;
use crate::model::{Date, District, Email, Holder, Host, OfficeId, Phone};

/// What is known of an office.
#[derive(Debug, Clone)]
pub struct OfficeFacts {
    /// Its id.
    pub id: OfficeId,
    /// Its portal.
    pub host: Host,
    /// Its upazila.
    pub upazila: String,
    /// What its department calls its offices; empty when that cannot be read.
    pub office_name: String,
    /// Its department's label.
    pub department: String,
    /// Its district with the district's row; `None` when no table knows it.
    pub district: Option<(Arc<District>, TableRow)>,
    /// The name of the post that leads it; empty when that cannot be read.
    pub post: String,
    /// Who holds it.
    pub head: Holder,
    /// Its telephone.
    pub phone: Option<Phone>,
    /// Its e-mail.
    pub email: Option<Email>,
    /// The day on which it last confirmed its data.
    pub verified_on: Option<Date>,
    /// The day of its charter; `None` when that cannot be read.
    pub approved_on: Option<Date>,
    /// Its own folder, as shown to people, with a slash at the end.
    pub folder: Arc<str>,
    /// Its row.
    pub row: TableRow,
    /// The rows of its people.
    pub people: Vec<TableRow>,
    /// Codes of mistakes in files that it shares and that stop it alone, such as a link to a page that it does not have.
    pub stopped_by: Vec<Code>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// The table, as shown to people.
    pub file: Arc<str>,
    /// Its bytes.
    pub range: Range<usize>,
}
