//! Pictures that cannot be shown, reported where a text shows them.

use crate::diagnostic::{Diagnostic, Said, say};
use crate::escape;
use crate::model::{Dimensions, Language, Office, Picture, PictureFault, Place};

/// A picture of an office by its file's name.
pub(super) fn of<'a>(office: &'a Office, name: &str) -> Option<&'a Picture> {
    let mut pictures = office.pictures.iter();
    pictures.find(|picture| picture.file.name == name)
}

/// Why a picture at a path cannot be shown.
pub(super) fn fault(path: &str, fault: PictureFault) -> Said {
    match fault {
        PictureFault::NotAPicture => say::not_a_picture(path),
        PictureFault::Broken => say::broken_picture(path),
        PictureFault::TooManyBytes(bytes) => {
            let megabytes = bytes.div_ceil(1 << 20).to_string();
            say::picture_too_large_bytes(path, megabytes)
        }
        PictureFault::TooManyPixels(Dimensions { width, height }) => {
            say::picture_too_large_pixels(path, width, height)
        }
    }
}

/// A picture that looked whole but cannot be decoded, at the first place that shows it.
#[must_use]
pub fn broken(office: &Office, picture: &Picture, found: PictureFault) -> Diagnostic {
    let name = &picture.file.name;
    let places = office.places(Language::Bangla);
    let place = office.bodies().find_map(|body| {
        let mut shown = body.files(true, &places);
        let (_, link) = shown.find(|(file, _)| file == name)?;
        Some(Place::bytes(&body.origin.file, link.range.clone()))
    });
    let file = escape::slashes(&picture.file.path);
    let place = place.unwrap_or_else(|| Place::file(&file.into()));
    fault(&format!("/files/{name}"), found).at(place)
}
