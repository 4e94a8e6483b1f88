//! What is around a page of the directory: head, masthead, footer.

use super::marks::mark;
use super::press::Press;
use super::skeleton::{Draft, Field, Hole, Skeleton};
use super::template::Values;
use crate::diagnostic::Diagnostic;
use crate::escape;

/// A frame with room for a page.
#[derive(Debug)]
pub(super) struct Shell {
    skeleton: Skeleton,
}

/// What a page puts into the shell.
#[derive(Debug)]
pub(super) struct Content<'a> {
    /// Its name, for the browser's title.
    pub(super) title: &'a str,
    /// One sentence about it.
    pub(super) description: &'a str,
    /// Its host and path, for its canonical address.
    pub(super) path: &'a str,
    /// Its file, from the pages of its language.
    pub(super) file: &'a str,
    /// Its style sheet, from the portal's folder.
    pub(super) sheet: &'a str,
    /// Whether it keeps search engines away, where the portal does not do so anyway.
    pub(super) unlisted: bool,
    /// Its HTML.
    pub(super) main: &'a [u8],
}

const NOINDEX: &[u8] = b"<meta content=noindex name=robots>";

/// Values that mark where a page's own text goes.
pub(super) fn with_fields(values: Values) -> Values {
    Field::OF_SHELL
        .into_iter()
        .fold(values, |values, name| values.with(name, &mark(name)))
}

impl Shell {
    /// Renders the shell from a template that prints what [`Content`] holds.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn render(
        press: &Press<'_>,
        template: &str,
        values: Values,
    ) -> Result<Self, Diagnostic> {
        let html = press.print(template, &with_fields(values))?;
        match Skeleton::read(&html) {
            Some(skeleton) => Ok(Self { skeleton }),
            None => Err(press.engine.damaged(Some(template))),
        }
    }

    /// Puts a page into the shell.
    #[must_use]
    pub(super) fn page(&self, content: &Content<'_>) -> Vec<u8> {
        let mut page = Draft::with_capacity(content.main.len() + self.skeleton.len() + 1024);
        let Ok(()) = self.skeleton.write(&mut page, |hole, out| {
            content.fill(hole, out);
            Ok::<(), std::convert::Infallible>(())
        });
        page.html
    }
}

impl Content<'_> {
    /// Writes what belongs into a hole of the shell.
    pub(super) fn fill(&self, hole: &Hole, out: &mut Draft) {
        match hole {
            Hole::Field(Field::Title) => out.push(escape::html(self.title).as_bytes()),
            Hole::Field(Field::Description) => out.push(escape::html(self.description).as_bytes()),
            Hole::Field(Field::Path) => out.push(escape::html(self.path).as_bytes()),
            Hole::Field(Field::File) => out.push(escape::html(self.file).as_bytes()),
            Hole::Field(Field::Sheet) => out.push(escape::html(self.sheet).as_bytes()),
            Hole::Field(Field::Unlisted) if self.unlisted => out.push(NOINDEX),
            Hole::Field(Field::Main) => out.push(self.main),
            Hole::Field(Field::Unlisted | Field::Body)
            | Hole::Place(_)
            | Hole::PlaceInJson(_)
            | Hole::Part(_) => {}
        }
    }
}
