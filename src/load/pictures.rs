//! Files of an office that its pages and notices show: set apart from downloads, and looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::forms;
use crate::disk::{self, Trouble};
use crate::model::{
    Body, CitizensCharter, Notice, OfficeFile, Page, Picture, PictureFault, Places,
};
use crate::{Error, Result, picture};

/// Sets the pictures that are shown apart from the files for download. A file may be both: one that a page shows, and that
/// a page also leads to, a notice attaches or a form of a service offers.
///
/// # Errors
/// When a picture cannot be read.
pub(super) fn apart(
    files: Vec<OfficeFile>,
    pages: &[Arc<Page>],
    notices: &[Arc<Notice>],
    charter: &CitizensCharter,
    places: &Places,
) -> Result<(Vec<OfficeFile>, Vec<Picture>)> {
    if files.is_empty() {
        return Ok((files, Vec::new()));
    }
    let pages = pages.iter().flat_map(|page| page.bodies());
    let bodies: Vec<&Body> = pages
        .chain(notices.iter().flat_map(|notice| notice.bodies()))
        .collect();
    let named = |image: bool| -> BTreeSet<String> {
        let files = bodies.iter().flat_map(|body| body.files(image, places));
        files.map(|(name, _)| name).collect()
    };
    let (shown, mut wanted) = (named(true), named(false));
    wanted.extend(notices.iter().flat_map(|notice| notice.attachments.clone()));
    wanted.extend(forms::offered(charter).into_iter().map(str::to_owned));
    let mut pictures = Vec::new();
    for file in files.iter().filter(|file| shown.contains(&file.name)) {
        pictures.push(Picture {
            file: file.clone(),
            seen: seen(file)?,
        });
    }
    let is_offered = |file: &OfficeFile| !shown.contains(&file.name) || wanted.contains(&file.name);
    Ok((files.into_iter().filter(is_offered).collect(), pictures))
}

fn seen(file: &OfficeFile) -> Result<std::result::Result<crate::model::Dimensions, PictureFault>> {
    if file.bytes > picture::MAX_BYTES {
        return Ok(Err(PictureFault::TooManyBytes(file.bytes)));
    }
    Ok(picture::inspect(&bytes(file)?))
}

/// The bytes of a picture.
///
/// # Errors
/// When the file cannot be read, or is none any more.
pub fn bytes(file: &OfficeFile) -> Result<Vec<u8>> {
    let fault = |trouble: Trouble| Error::read(&file.path, trouble.into_error());
    let (folder, name) = disk::place(&file.root, &file.path).map_err(fault)?;
    folder.read(&name, picture::MAX_BYTES).map_err(fault)
}
