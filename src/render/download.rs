//! Files for download, as templates see them: an office's, and the forms that its services offer.

use serde::Serialize;

use crate::model::{CitizensCharter, Form, OfficeFile, Places, Service};
use crate::theme::Wording;

/// A file for download.
#[derive(Debug, Serialize)]
pub(super) struct FileView {
    name: String,
    /// What it is called: the name of the form that it is, otherwise that of the file.
    pub(super) title: String,
    /// The service that offers it as a form.
    pub(super) service: Option<String>,
    /// Its ending in capitals: `PDF`.
    kind: String,
    size: String,
}

impl FileView {
    pub(super) fn new(file: &OfficeFile, wording: &Wording) -> Self {
        let kilobytes = file.bytes.div_ceil(1024);
        let (amount, unit) = if kilobytes < 1024 {
            (kilobytes.to_string(), wording.string("size_kilobytes"))
        } else {
            (
                format!("{}.{}", kilobytes / 1024, kilobytes % 1024 * 10 / 1024),
                wording.string("size_megabytes"),
            )
        };
        Self {
            name: file.name.clone(),
            title: file.name.clone(),
            service: None,
            kind: file
                .name
                .rsplit('.')
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase(),
            size: format!("{} {unit}", wording.digits(&amount)),
        }
    }

    /// A download with the name of the form that it is.
    pub(super) fn of(
        file: &OfficeFile,
        charter: &CitizensCharter,
        places: &Places,
        wording: &Wording,
    ) -> Self {
        let view = Self::new(file, wording);
        let Some((service, form)) = charter.form_of(&file.name) else {
            return view;
        };
        Self {
            title: form.name.fill(places).into_owned(),
            service: Some(service.name(places).into_owned()),
            ..view
        }
    }

    /// Its kind and size in one line.
    pub(super) fn detail(&self) -> String {
        format!("{}, {}", self.kind, self.size)
    }
}

/// The forms of a service; what is not among the files is left out, and was reported.
pub(super) fn forms(
    service: &Service,
    files: &[OfficeFile],
    places: &Places,
    wording: &Wording,
) -> Vec<FileView> {
    let form = |form: &Form| {
        let file = files.iter().find(|file| file.name == form.file)?;
        let title = form.name.fill(places).into_owned();
        Some(FileView {
            title,
            ..FileView::new(file, wording)
        })
    };
    service.forms.value.iter().filter_map(form).collect()
}
