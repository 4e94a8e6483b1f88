//! A row of a table, read by the names of its columns.

use super::fields::Hint;
use super::reader::{Reader, Values};
use super::table::{Row, Table};
use crate::diagnostic::{Diagnostic, Said, say};
use crate::model::Place;

/// A row that is being read, and where its mistakes go.
pub(super) struct Cells<'t, 'f> {
    pub(super) table: &'t Table,
    pub(super) row: &'t Row,
    /// The names of the columns, in the order in which the table was read.
    pub(super) columns: &'t [&'t str],
    pub(super) found: &'f mut Vec<Diagnostic>,
}

impl Reader for Cells<'_, '_> {
    fn tell(&mut self, key: &str, said: Said) {
        self.found.push(said.at(self.place(key)));
    }
}

impl<'t> Cells<'t, '_> {
    fn column(&self, name: &str) -> usize {
        let mut columns = self.columns.iter();
        let at = columns.position(|column| *column == name);
        // A column that the table does not have is an empty cell behind its last one.
        at.unwrap_or(self.columns.len())
    }

    /// The text of a cell, `None` when it is empty.
    pub(super) fn get(&self, name: &str) -> Option<&'t str> {
        self.row.get(self.column(name))
    }

    /// The text of a cell that must hold something.
    pub(super) fn needed(&mut self, name: &str) -> Option<&'t str> {
        let text = self.get(name);
        if text.is_none() && !self.row.is_told(self.column(name)) {
            self.tell(name, say::empty_cell(name));
        }
        text
    }

    /// The text of a cell in which nothing is filled in.
    pub(super) fn fixed(&mut self, name: &str) -> Option<String> {
        let text = self.get(name)?;
        self.is_filled(name, text).then(|| text.to_owned())
    }

    /// A cell as a value.
    pub(super) fn value<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Self, &str, &str) -> Option<T>,
    ) -> Option<T> {
        let text = self.get(name)?;
        read(self, name, text)
    }

    /// The place of a cell.
    pub(super) fn place(&self, name: &str) -> Place {
        self.row.place(&self.table.file, self.column(name))
    }
}

impl Values for Cells<'_, '_> {
    fn written(&mut self, key: &str) -> Option<String> {
        self.get(key).map(str::to_owned)
    }

    /// So it is where a finding says why a cell cannot be used.
    fn is_written(&self, key: &str) -> bool {
        self.get(key).is_some() || self.row.is_told(self.column(key))
    }

    fn plain(&mut self, key: &str) -> Option<String> {
        self.fixed(key)
    }

    /// Stands in a column of its own.
    fn in_english(&mut self, key: &str) -> Option<String> {
        self.fixed(&format!("{key}_en"))
    }

    fn tell_of_missing(&mut self, key: &str, _hint: Hint<'_>) {
        if !self.row.is_told(self.column(key)) {
            self.tell(key, say::empty_cell(key));
        }
    }

    fn tell_of_lone_english(&mut self, key: &str) {
        let english = format!("{key}_en");
        if self.get(&english).is_some() {
            self.tell(&english, say::lone_translation(key));
        }
    }

    /// The whole file for a column that is not there.
    fn origin(&self, key: &str) -> Place {
        self.row.origin(&self.table.file, self.column(key))
    }
}
