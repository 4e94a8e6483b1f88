//! An office as the tables have it → its entry in the directory of all offices, with the names in English. Made once for a
//! build; the files of the offices are not read for it.

use std::borrow::Cow;

use crate::load::OfficeRow;
use crate::model::{self, Department, District};
use crate::plan::{Entry, Name};

/// An office that the directory lists.
pub(super) struct Listed<'a> {
    department: &'a Department,
    row: &'a OfficeRow,
    district: &'a District,
    english: InEnglish<'a>,
}

/// Its names in English; the Bangla where there is no English.
struct InEnglish<'a> {
    office_name: &'a str,
    department: &'a str,
    upazila: Cow<'a, str>,
    district: Cow<'a, str>,
    division: &'a str,
}

impl<'a> Listed<'a> {
    /// `None` when its row names an unknown district, or a name in the tables cannot be used. `in_english` says whether anybody reads the names in English.
    pub(super) fn new(
        department: &'a Department,
        row: &'a OfficeRow,
        in_english: bool,
    ) -> Option<Self> {
        let district = row.district.as_deref()?;
        let is_named = ![&row.upazila, &district.name, &district.division]
            .iter()
            .any(|name| name.is_empty());
        if !is_named {
            return None;
        }
        let english = if in_english {
            InEnglish::of(department, row, district)
        } else {
            InEnglish::untranslated(department, row, district)
        };
        Some(Self {
            department,
            row,
            district,
            english,
        })
    }

    /// As the directory lists it.
    pub(super) fn entry(&self) -> Entry<'_> {
        let Self {
            department,
            row,
            district,
            english,
        } = self;
        let name = |bangla, english| Name { bangla, english };
        Entry {
            id: &row.id,
            host: &row.host,
            office_name: name(&department.office_name, english.office_name),
            department: name(&department.name, english.department),
            upazila: name(&row.upazila, &english.upazila),
            district: name(&district.name, &english.district),
            division: name(&district.division, english.division),
            confirmed: row.verified_on.is_some(),
        }
    }
}

impl<'a> InEnglish<'a> {
    fn of(department: &'a Department, row: &'a OfficeRow, district: &'a District) -> Self {
        let english = &department.english;
        Self {
            office_name: english
                .office_name
                .as_ref()
                .unwrap_or(&department.office_name),
            department: english.name.as_ref().unwrap_or(&department.name),
            upazila: model::upazila_in_english(row.upazila_en.as_ref(), &row.id).into(),
            district: district.name_in_english().into(),
            division: model::division_in_english(&district.division),
        }
    }

    fn untranslated(
        department: &'a Department,
        row: &'a OfficeRow,
        district: &'a District,
    ) -> Self {
        Self {
            office_name: &department.office_name,
            department: &department.name,
            upazila: Cow::Borrowed(&row.upazila),
            district: Cow::Borrowed(&district.name),
            division: &district.division,
        }
    }
}
