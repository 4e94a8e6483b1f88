//! What is around a page of the directory: head, masthead, footer.

use super::edition::Edition;
use super::fragment::{Field, Fragment, PageBuffer, Slot};
use super::marks::mark;
use super::template::Values;
use crate::diagnostic::Diagnostic;
use crate::escape;

/// What stands around a page, with a slot for it.
#[derive(Debug)]
pub(super) struct Shell {
    fragment: Fragment,
}

/// What a page puts into the shell.
#[derive(Debug)]
pub(super) struct PageContent<'a> {
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
    /// Renders the shell from a template that prints what [`PageContent`] holds.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn render(
        edition: &Edition<'_>,
        template: &str,
        values: Values,
    ) -> Result<Self, Diagnostic> {
        let html = edition.print(template, &with_fields(values))?;
        match Fragment::read(&html) {
            Some(fragment) => Ok(Self { fragment }),
            None => Err(edition.engine.damaged(Some(template))),
        }
    }

    /// Puts a page into the shell.
    #[must_use]
    pub(super) fn page(&self, content: &PageContent<'_>) -> Vec<u8> {
        let mut page = PageBuffer::with_capacity(content.main.len() + self.fragment.len() + 1024);
        let Ok(()) = self.fragment.write(&mut page, |slot, out| {
            content.fill(slot, out);
            Ok::<(), std::convert::Infallible>(())
        });
        page.html
    }
}

impl PageContent<'_> {
    /// Writes what belongs into a slot of the shell.
    pub(super) fn fill(&self, slot: &Slot, out: &mut PageBuffer) {
        match slot {
            Slot::Field(Field::Title) => out.push(escape::html(self.title).as_bytes()),
            Slot::Field(Field::Description) => out.push(escape::html(self.description).as_bytes()),
            Slot::Field(Field::Path) => out.push(escape::html(self.path).as_bytes()),
            Slot::Field(Field::File) => out.push(escape::html(self.file).as_bytes()),
            Slot::Field(Field::Sheet) => out.push(escape::html(self.sheet).as_bytes()),
            Slot::Field(Field::Unlisted) if self.unlisted => out.push(NOINDEX),
            Slot::Field(Field::Main) => out.push(self.main),
            Slot::Field(Field::Unlisted | Field::Body)
            | Slot::Place(_)
            | Slot::PlaceInJson(_)
            | Slot::Part(_) => {}
        }
    }
}
