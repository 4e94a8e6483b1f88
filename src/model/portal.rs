//! Of which files a portal consists.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{CitizensCharter, Department, Notice, Office, OfficeFile, Page, Route};

impl Office {
    /// Every file that its portal consists of, assets apart; sorted.
    #[must_use]
    pub fn routes(&self) -> BTreeSet<Route> {
        let mut routes = routes(&self.charter, &self.pages, &self.notices, &self.files);
        // Pages that nobody has confirmed ask search engines to stay away; a list of them would ask them in.
        if self.details.verified_on.is_some() {
            routes.insert(Route::Addresses);
        }
        if self.has_card() {
            routes.insert(Route::Card);
        }
        let cards = self.cards().into_iter();
        routes.extend(cards.map(|(name, _)| Route::PersonCard(name)));
        routes
    }
}

impl Department {
    /// Every file of the portal of an office that says nothing different, assets apart; sorted.
    #[must_use]
    pub fn routes(&self) -> BTreeSet<Route> {
        routes(&self.charter, &self.pages, &self.notices, &self.files)
    }
}

fn routes(
    charter: &CitizensCharter,
    pages: &[Arc<Page>],
    notices: &[Arc<Notice>],
    files: &[OfficeFile],
) -> BTreeSet<Route> {
    let mut routes = BTreeSet::from([
        Route::Home,
        Route::Charter,
        Route::CharterData,
        Route::Services,
        Route::VisionMission,
        Route::Expectations,
        Route::Officers,
        Route::Grievance,
        Route::Notices,
        Route::Feed,
        Route::Downloads,
        Route::Contact,
        Route::SiteMap,
        Route::SearchIndex,
        Route::NotFound,
        Route::Robots,
        Route::Poster,
        Route::QrCode,
    ]);
    routes.extend(files.iter().map(|file| Route::File(file.name.clone())));
    let services = charter.services.iter();
    routes.extend(services.map(|service| Route::Service(service.id.clone())));
    let withdrawn = charter.withdrawn.iter();
    routes.extend(withdrawn.map(|gone| Route::Withdrawn(gone.service.id.clone())));
    routes.extend(pages.iter().map(|page| Route::Page(page.slug.clone())));
    routes.extend(
        notices
            .iter()
            .map(|notice| Route::Notice(notice.slug.clone())),
    );
    routes
}
