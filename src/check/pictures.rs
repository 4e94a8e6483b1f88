//! Pictures that cannot be shown, reported where a text shows them.

use super::links::Fault;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Frame, Language, Office, Picture, PictureFault, digits};

/// A picture of an office by its file's name.
pub(super) fn of<'a>(office: &'a Office, name: &str) -> Option<&'a Picture> {
    let mut pictures = office.pictures.iter();
    pictures.find(|picture| picture.file.name == name)
}

/// Why a picture at a path cannot be shown.
pub(super) fn fault(path: &str, fault: PictureFault) -> Fault {
    match fault {
        PictureFault::Foreign => (
            "not-a-picture",
            (
                format!("`{path}` is not a JPEG, PNG or WebP picture, whatever its name says"),
                format!("নাম যা-ই হোক, `{path}` JPEG, PNG বা WebP ছবি নয়"),
            ),
            (
                "open it in any program for pictures and save it as JPEG; a new name is not enough",
                "ছবির যেকোনো প্রোগ্রামে খুলে JPEG হিসেবে সংরক্ষণ করুন; শুধু নাম বদলালে হবে না",
            ),
        ),
        PictureFault::Broken => (
            "broken-picture",
            (
                format!("the picture `{path}` is damaged"),
                format!("`{path}` ছবিটি নষ্ট"),
            ),
            (
                "copy it once more from the camera or phone, or save it again as JPEG",
                "ক্যামেরা বা ফোন থেকে আবার কপি করুন, অথবা আবার JPEG হিসেবে সংরক্ষণ করুন",
            ),
        ),
        PictureFault::Heavy(bytes) => {
            let megabytes = bytes.div_ceil(1 << 20).to_string();
            (
                "picture-too-large",
                (
                    format!("the picture `{path}` weighs {megabytes} MB, more than 20"),
                    format!(
                        "`{path}` ছবিটি {} মেগাবাইট; ২০ মেগাবাইটের বেশি হতে পারে না",
                        digits::to_bangla(&megabytes)
                    ),
                ),
                SMALLER,
            )
        }
        PictureFault::Large(Frame { width, height }) => (
            "picture-too-large",
            (
                format!(
                    "the picture `{path}` has {width} × {height} pixels; 50 million, and 16,384 a side, are the most"
                ),
                format!(
                    "`{path}` ছবিটি {} × {} পিক্সেল; মোট ৫ কোটি ও প্রতি পাশে ১৬,৩৮৪ পিক্সেলের বেশি হতে পারে না",
                    digits::to_bangla(&width.to_string()),
                    digits::to_bangla(&height.to_string())
                ),
            ),
            SMALLER,
        ),
    }
}

const SMALLER: (&str, &str) = (
    "make it smaller, 2000 pixels wide is plenty, and save it as JPEG",
    "ছোট করে JPEG হিসেবে সংরক্ষণ করুন; ২০০০ পিক্সেল প্রস্থই যথেষ্ট",
);

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
    let file = picture.file.path.to_string_lossy().replace('\\', "/");
    let place = place.unwrap_or_else(|| Place::file(&file.into()));
    let (code, message, hint) = fault(&format!("/files/{name}"), found);
    Diagnostic::new(code, place, message, hint)
}
