//! Notices and pages as templates list them.

use std::sync::Arc;

use serde::Serialize;

use super::download::FileView;
use super::view::{DateView, valid_until};
use crate::model::{Notice, OfficeFile, Page, Places, SharedText};
use crate::theme::Wording;

/// A notice in a list.
#[derive(Debug, Serialize)]
pub(super) struct NoticeView {
    slug: String,
    title: String,
    summary: Option<String>,
    date: DateView,
    /// The last day on which it is current.
    expires_on: Option<DateView>,
    /// `মেয়াদ ৩০ জুন ২০২৫ পর্যন্ত`
    valid_until: Option<String>,
    pinned: bool,
    /// Whether it stands on the first page, from the beginning or for one that will have expired.
    newest: bool,
    attachments: Vec<FileView>,
}

impl NoticeView {
    pub(super) fn new(
        notice: &Notice,
        files: &[OfficeFile],
        places: &Places,
        wording: &Wording,
    ) -> Self {
        let fill = |text: &SharedText| text.fill(places).into_owned();
        let text = notice.text(wording.language);
        // In the order in which somebody wrote them.
        let named = |name: &String| files.iter().find(|file| file.name == *name);
        let attached = notice.attachments.iter().filter_map(named);
        Self {
            slug: notice.slug.to_string(),
            title: fill(&text.title),
            summary: text.summary.as_ref().map(fill),
            date: DateView::new(notice.date, wording),
            expires_on: notice.expires_on.map(|date| DateView::new(date, wording)),
            valid_until: valid_until(notice, wording),
            pinned: notice.pinned,
            newest: false,
            attachments: attached.map(|file| FileView::new(file, wording)).collect(),
        }
    }
}

/// Notices of the first page that expire, at most: three that do not may stand behind them.
const MOST_EXPIRING: usize = 9;

/// Notices in their order. On the first page stand three; so many behind them are marked for it that three are left whichever
/// of the others expire, for the day is known to the reader's browser alone.
pub(super) fn notices(
    notices: &[Arc<Notice>],
    files: &[OfficeFile],
    places: &Places,
    wording: &Wording,
) -> Vec<NoticeView> {
    let (mut lasting, mut expiring) = (0, 0);
    let view = |notice: &Arc<Notice>| {
        let newest = lasting < 3 && expiring <= MOST_EXPIRING;
        match notice.expires_on {
            Some(_) => expiring += 1,
            None => lasting += 1,
        }
        NoticeView {
            newest,
            ..NoticeView::new(notice, files, places, wording)
        }
    };
    notices.iter().map(view).collect()
}

/// A Markdown page in a list.
#[derive(Debug, Serialize)]
pub(super) struct PageView {
    slug: String,
    title: String,
    summary: Option<String>,
}

pub(super) fn pages(pages: &[Arc<Page>], places: &Places) -> Vec<PageView> {
    let fill = |text: &SharedText| text.fill(places).into_owned();
    let page = |page: &Arc<Page>| {
        let text = page.text(places.language);
        PageView {
            slug: page.slug.to_string(),
            title: fill(&text.title),
            summary: text.summary.as_ref().map(fill),
        }
    };
    pages.iter().map(page).collect()
}
