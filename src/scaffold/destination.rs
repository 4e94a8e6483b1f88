//! Where a new file belongs: which department, which office's folder.

use std::path::{Path, PathBuf};

use super::DepartmentContent;
use crate::load;
use crate::model::{Audience, Date, OfficeId};
use crate::{Error, Result};

/// The departments of the content. Their mistakes are no hindrance to a new file.
pub(super) fn departments(content: &Path, today: Date) -> Result<Vec<DepartmentContent>> {
    if !content.is_dir() {
        return Err(Error::Usage(format!(
            "there is no folder {}; say where it is with --content DIR, or begin with `sanad new site DIR`",
            content.display()
        )));
    }
    let departments = load::departments(content, Audience::Public { today }, &mut Vec::new())?;
    if departments.is_empty() {
        return Err(Error::Usage(format!(
            "{} holds no department; begin one with `sanad new department ID`",
            content.display()
        )));
    }
    Ok(departments)
}

/// The department with this label; the only one when none is named.
pub(super) fn department<'a>(
    departments: &'a [DepartmentContent],
    label: Option<&str>,
) -> Result<&'a DepartmentContent> {
    match (label, departments) {
        (None, [only]) => Ok(only),
        (None, _) => Err(Error::Usage(format!(
            "there are several departments: say which with --department: {}",
            labels(departments)
        ))),
        (Some(label), _) => departments
            .iter()
            .find(|department| department.label.as_str() == label)
            .ok_or_else(|| {
                Error::Usage(format!(
                    "there is no department `{label}`; write one of {}",
                    labels(departments)
                ))
            }),
    }
}

/// The department whose table names an office.
pub(super) fn department_of<'a>(
    departments: &'a [DepartmentContent],
    id: &OfficeId,
    label: Option<&str>,
) -> Result<&'a DepartmentContent> {
    let asked = match label {
        Some(_) => std::slice::from_ref(department(departments, label)?),
        None => departments,
    };
    let having: Vec<&DepartmentContent> = asked
        .iter()
        .filter(|department| department.rows.iter().any(|row| row.id == *id))
        .collect();
    match having[..] {
        [only] => Ok(only),
        [] => Err(Error::Usage(unknown_office(asked, id))),
        _ => Err(Error::Usage(format!(
            "several departments have an office `{id}`: say which with --department"
        ))),
    }
}

/// An office's folder, from the content.
pub(super) fn office_folder(department: &DepartmentContent, id: &OfficeId) -> PathBuf {
    Path::new(department.label.as_str())
        .join("offices")
        .join(id.as_str())
}

fn unknown_office(departments: &[DepartmentContent], id: &OfficeId) -> String {
    let rows = departments.iter().flat_map(|department| &department.rows);
    let known: Vec<&str> = rows.map(|row| row.id.as_str()).collect();
    let hint = match load::nearest(id.as_str(), &known) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("begin it with `sanad new office {id}`"),
    };
    format!("no table of offices names `{id}`; {hint}")
}

fn labels(departments: &[DepartmentContent]) -> String {
    let labels: Vec<&str> = departments
        .iter()
        .map(|department| department.label.as_str())
        .collect();
    labels.join(", ")
}
