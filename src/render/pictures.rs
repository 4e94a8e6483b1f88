//! What an office shows in no language: the sizes of its pictures, the code of its portal; and how a picture stands in a
//! text.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::qr;
use super::rendered::Rendered;
use crate::escape;
use crate::markdown::{Image, Setting};
use crate::model::{Dimensions, Office, Picture, PictureFault, Route};
use crate::picture;

/// The sizes of an office's pictures, by the name of the file that they were made from: each with its path from the
/// portal's root, the widest last.
pub type PictureSizes = BTreeMap<String, Vec<(Dimensions, String)>>;

/// What an office's pages show in every language alike, made once for all of them.
#[derive(Debug)]
pub struct Images {
    /// The sizes of its pictures.
    pub sizes: PictureSizes,
    /// The code that leads to its portal: an `svg` element.
    pub(super) qr: String,
}

impl Images {
    /// What a department shows by itself.
    pub(super) const NONE: Self = Self {
        sizes: PictureSizes::new(),
        qr: String::new(),
    };

    /// The pictures of an office, and the code of its portal.
    #[must_use]
    pub fn new(office: &Office, sizes: PictureSizes) -> Self {
        Self {
            sizes,
            qr: qr::svg(&format!("https://{}/", office.host)),
        }
    }
}

/// The sizes of a picture out of files that a portal has from before, by path; `None` when one is not among them.
#[must_use]
pub(crate) fn kept_pictures(
    picture: &Picture,
    dimensions: Dimensions,
    kept: &mut BTreeMap<&str, Rendered>,
) -> Option<Vec<(Dimensions, Rendered)>> {
    let sizes = picture::sizes(dimensions);
    let paths = |ending: &str| -> Vec<String> {
        let path = |size: &Dimensions| picture::path(picture, size.width, ending);
        sizes.iter().map(path).collect()
    };
    let all_there = |paths: &Vec<String>| paths.iter().all(|path| kept.contains_key(&**path));
    let paths = picture::ENDINGS.map(paths).into_iter().find(all_there)?;
    let files: Option<Vec<Rendered>> = paths.iter().map(|path| kept.remove(&**path)).collect();
    Some(sizes.into_iter().zip(files?).collect())
}

/// Makes the sizes of a picture from its bytes.
///
/// # Errors
/// When it turns out to be damaged.
pub(crate) fn new_pictures(
    picture: &Picture,
    dimensions: Dimensions,
    bytes: &[u8],
) -> Result<Vec<(Dimensions, Rendered)>, PictureFault> {
    let picture::EncodedPicture { ending, pictures } = picture::make(bytes)?;
    let file = |(size, bytes): (Dimensions, Vec<u8>)| {
        let path = picture::path(picture, size.width, ending);
        (size, Rendered::bytes(path, bytes))
    };
    Ok(picture::sizes(dimensions)
        .into_iter()
        .zip(pictures)
        .map(file)
        .collect())
}

/// Writes the pictures of one text.
pub(super) struct PictureWriter<'a> {
    sizes: &'a PictureSizes,
    root: &'a str,
    /// Whether the text has shown one: that one is in sight at once or nearly.
    has_shown: bool,
}

impl<'a> PictureWriter<'a> {
    pub(super) fn new(sizes: &'a PictureSizes, root: &'a str) -> Self {
        Self {
            sizes,
            root,
            has_shown: false,
        }
    }

    /// A picture as HTML. Only checked ones are published, so the sizes of each are known.
    pub(super) fn html(&mut self, image: &Image, setting: Setting) -> String {
        let name = match Route::parse(image.target.split(['#', '?']).next().unwrap_or_default()) {
            Some(Route::File(name)) => name,
            _ => String::new(),
        };
        let Some(sizes) = self.sizes.get(&name) else {
            return escape::html(&image.alt).into_owned();
        };
        let Some((widest, largest)) = sizes.last() else {
            return String::new();
        };
        let shown = picture::shown_width(*widest);
        let img = self.img(image, sizes, setting, shown);
        let root = self.root;
        let opens = |img: &str| format!("<a href=\"{root}{largest}\">{img}</a>");
        let linked = if widest.width > shown {
            opens(&img)
        } else {
            img.clone()
        };
        match setting {
            Setting::Link => img,
            Setting::Line => linked,
            Setting::Alone if image.title.is_empty() => format!("<figure>{linked}</figure>"),
            Setting::Alone => {
                let caption = escape::html(&image.title);
                format!("<figure>{linked}<figcaption>{caption}</figcaption></figure>")
            }
            Setting::Row { .. } => {
                let caption = caption(image);
                format!("<figure>{}{caption}</figure>", opens(&img))
            }
        }
    }

    /// Phones take the size that they need, and know how much room it takes before it is there.
    fn img(
        &mut self,
        image: &Image,
        sizes: &[(Dimensions, String)],
        setting: Setting,
        shown: u32,
    ) -> String {
        let root = self.root;
        // Who knows no `srcset` is an old phone: it takes the narrowest.
        let mut html = format!("<img src=\"{root}{}\"", sizes[0].1);
        if sizes.len() > 1 {
            let size = |(dimensions, path): &(Dimensions, String)| {
                format!("{root}{path} {}w", dimensions.width)
            };
            let all: Vec<String> = sizes.iter().map(size).collect();
            let shown_at = match setting {
                Setting::Row { at, of } => room_in_row(at, of),
                _ => format!("(min-width: {}px) {shown}px, 92vw", shown + shown / 10),
            };
            let _ = write!(html, " srcset=\"{}\" sizes=\"{shown_at}\"", all.join(", "));
        }
        let dimensions = sizes
            .last()
            .map_or(sizes[0].0, |(dimensions, _)| *dimensions);
        let Dimensions { width, height } = dimensions.at_width(shown);
        let _ = write!(
            html,
            " width=\"{width}\" height=\"{height}\" alt=\"{}\"",
            escape::html(&image.alt)
        );
        if !matches!(setting, Setting::Alone | Setting::Row { .. }) && !image.title.is_empty() {
            let _ = write!(html, " title=\"{}\"", escape::html(&image.title));
        }
        if std::mem::replace(&mut self.has_shown, true) {
            html.push_str(" loading=\"lazy\"");
        }
        html + " decoding=\"async\">"
    }
}

/// How wide one of several pictures stands: three in a row on wide screens, two on phones, the first larger so that all rows
/// are full. pictures.css of the theme lays them out.
fn room_in_row(at: usize, of: usize) -> String {
    let wide = match (of % 3, at) {
        (1, 0) => "(min-width: 52em) 756px, (min-width: 40em) 92vw",
        (2, 0 | 1) => "(min-width: 52em) 370px, (min-width: 40em) 45vw",
        _ => "(min-width: 52em) 242px, (min-width: 40em) 30vw",
    };
    let narrow = if of % 2 == 1 && at == 0 {
        "92vw"
    } else {
        "45vw"
    };
    format!("{wide}, {narrow}")
}

/// What stands below a picture of a row. What it shows has been read out already where it stands there for the eyes too.
fn caption(image: &Image) -> String {
    match (&*image.title, &*image.alt) {
        ("", "") => String::new(),
        ("", alt) => format!(
            "<figcaption aria-hidden=\"true\">{}</figcaption>",
            escape::html(alt)
        ),
        (title, _) => format!("<figcaption>{}</figcaption>", escape::html(title)),
    }
}
