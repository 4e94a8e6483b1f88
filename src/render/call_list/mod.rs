//! The planned call list → its pages: one to begin with, one for each district.

mod concern;

use serde::Serialize;

use self::concern::{ConcernView, concerns};
use super::edition::Edition;
use super::rendered::Rendered;
use super::shell::{self, Shell};
use super::view::{ContactView, DateView, PhoneView};
use crate::diagnostic::{Code, Diagnostic, LocatedFinding, Severity};
use crate::model::{Email, Holder, Places, digits};
use crate::plan::{
    CallList, CallListDistrict, CallListDivision, CallListOffice, OVERDUE, OfficeState, Tally,
};
use crate::theme::{Use, Wording};

/// The folder of the districts' pages.
const DISTRICTS: &str = "districts";

/// Renders the report, and what it needs; the page that leads to all others comes last, so that written in this order no
/// link ever leads nowhere.
///
/// # Errors
/// A mistake in a template.
pub(crate) fn call_list(
    plan: &CallList<'_>,
    edition: &Edition<'_>,
) -> Result<Vec<Rendered>, Diagnostic> {
    let assets = edition.theme.assets.iter();
    let assets = assets.filter(|asset| asset.is_for(Use::Report));
    let mut files: Vec<Rendered> = assets
        .map(|asset| Rendered::bytes(&asset.path, asset.bytes.clone()))
        .collect();
    let below = shell(edition, "../../")?;
    for division in &plan.divisions {
        for district in &division.districts {
            files.push(self::district(district, plan, edition, &below)?);
        }
    }
    files.push(first(plan, edition, &shell(edition, "")?)?);
    Ok(files)
}

fn shell(edition: &Edition<'_>, root: &str) -> Result<Shell, Diagnostic> {
    let values = edition.common().with("root", root).with("top", root);
    Shell::render(edition, "report-shell.html", values)
}

/// The page that leads to the districts, with what concerns all.
fn first(
    plan: &CallList<'_>,
    edition: &Edition<'_>,
    shell: &Shell,
) -> Result<Rendered, Diagnostic> {
    let divisions: Vec<DivisionView<'_>> = plan.divisions.iter().map(DivisionView::of).collect();
    let values = edition
        .common()
        .with("root", "")
        .with("top", "")
        .with("today", &DateView::new(plan.today, edition.wording))
        .with("tally", &TallyView::of(&plan.tally))
        .with("divisions", &divisions)
        .with("shared", &concerns(&plan.shared))
        .with("shared_mistakes", &mistakes(&plan.shared));
    let main = edition.print("report.html", &values)?;
    let content = shell::PageContent {
        title: edition.wording.string("page_report"),
        description: edition.wording.string("about_report"),
        path: "",
        file: "",
        sheet: edition.theme.sheet("report.html", false),
        unlisted: false,
        main: &main,
    };
    Ok(Rendered::bytes("index.html", shell.page(&content)))
}

fn district(
    district: &CallListDistrict<'_>,
    plan: &CallList<'_>,
    edition: &Edition<'_>,
    shell: &Shell,
) -> Result<Rendered, Diagnostic> {
    let wording = edition.wording;
    let place = format!("{} {}", district.name, wording.string("directory_district"));
    let is_complete = |office: &&CallListOffice<'_>| office.worst() == OfficeState::Complete;
    let to_call = district
        .offices
        .iter()
        .filter(|office| !is_complete(office))
        .map(|office| OfficeView::of(office, plan.several, wording));
    let complete = district.offices.iter().filter(is_complete);
    let complete: Vec<CompleteView> = complete
        .map(|office| CompleteView::of(office, plan.several))
        .collect();
    let values = edition
        .common()
        .with("root", "../../")
        .with("top", "../../")
        .with("place", &place)
        .with("today", &DateView::new(plan.today, wording))
        .with("tally", &TallyView::of(&district.tally))
        .with("offices", &to_call.collect::<Vec<_>>())
        .with("complete", &complete)
        .with("complete_count", &digits::number(complete.len()))
        .with("own", &concerns(&district.found))
        .with("shared_mistakes", &mistakes(&plan.shared));
    let main = edition.print("report-district.html", &values)?;
    let of_place = |key| wording.string(key).replace("{place}", &place);
    let path = format!("{DISTRICTS}/{}/index.html", district.id);
    let content = shell::PageContent {
        title: &of_place("report_district_title"),
        description: &of_place("about_report_district"),
        path: &path,
        file: &path,
        sheet: edition.theme.sheet("report-district.html", false),
        unlisted: false,
        main: &main,
    };
    let page = shell.page(&content);
    Ok(Rendered::bytes(path, page))
}

#[derive(Serialize)]
struct DivisionView<'a> {
    /// Empty for districts that no table knows.
    name: &'a str,
    districts: Vec<DistrictView<'a>>,
}

#[derive(Serialize)]
struct DistrictView<'a> {
    name: &'a str,
    href: String,
    tally: TallyView,
}

impl<'a> DivisionView<'a> {
    fn of(division: &CallListDivision<'a>) -> Self {
        let district = |district: &CallListDistrict<'a>| DistrictView {
            name: district.name,
            href: format!("{DISTRICTS}/{}/index.html", district.id),
            tally: TallyView::of(&district.tally),
        };
        Self {
            name: division.name,
            districts: division.districts.iter().map(district).collect(),
        }
    }
}

/// Numbers of offices, in Bangla digits.
#[derive(Serialize)]
struct TallyView {
    all: String,
    /// Those that have to be called; null when there are none.
    to_call: Option<String>,
    states: Vec<StateView>,
}

#[derive(Serialize)]
struct StateView {
    key: &'static str,
    /// Null when there are none.
    count: Option<String>,
}

impl TallyView {
    fn of(tally: &Tally) -> Self {
        let state = |(key, state)| StateView {
            key,
            count: some(tally.of(state)),
        };
        Self {
            all: digits::number(tally.all()),
            to_call: some(tally.all() - tally.of(OfficeState::Complete)),
            states: OfficeState::ALL.into_iter().map(state).collect(),
        }
    }
}

/// An office that has to be called.
#[derive(Serialize)]
struct OfficeView<'a> {
    name: String,
    host: &'a str,
    /// The keys of its states, the worst first.
    states: Vec<&'static str>,
    mistakes: Option<String>,
    warnings: Option<String>,
    notes: Option<String>,
    overdue: Vec<OverdueView>,
    /// Whether a mistake in a shared file stops it.
    stopped: bool,
    /// `held`, `vacant` or `unconfirmed`.
    holder: &'static str,
    officer: Option<&'a str>,
    post: &'a str,
    phone: Option<PhoneView>,
    email: Option<&'a str>,
    /// The district's office, where the office itself has no telephone.
    district_office: Option<&'a str>,
    district_contact: Option<ContactView>,
    concerns: Vec<ConcernView>,
}

#[derive(Serialize)]
struct OverdueView {
    /// The code of the finding.
    code: &'static str,
    /// The last day on which it was in time.
    due: DateView,
}

impl<'a> OfficeView<'a> {
    fn of(office: &CallListOffice<'a>, several: bool, wording: &Wording) -> Self {
        let facts = office.facts;
        let due = |code: Code| {
            let is_found = office.found.iter().any(|(finding, _)| finding.code == code);
            let day = if code == Code::CharterOverdue {
                facts.approved_on
            } else {
                facts.verified_on
            };
            let due = DateView::new(day.filter(|_| is_found)?.due(), wording);
            Some(OverdueView {
                code: code.name(),
                due,
            })
        };
        let (holder, officer) = match &facts.head {
            Holder::Held(name) => ("held", Some(name.in_language(wording.language).as_str())),
            Holder::Vacant => ("vacant", None),
            Holder::Unconfirmed => ("unconfirmed", None),
        };
        let district = facts.district.as_ref().map(|(district, _)| district);
        let district = district.filter(|_| facts.phone.is_none());
        Self {
            name: name(office, several),
            host: facts.host.as_str(),
            states: office.states.iter().map(|state| state.key()).collect(),
            mistakes: some(office.count(Severity::Error)),
            warnings: some(office.count(Severity::Warning)),
            notes: some(office.count(Severity::Note)),
            overdue: OVERDUE.into_iter().filter_map(due).collect(),
            stopped: !facts.stopped_by.is_empty(),
            holder,
            officer,
            post: &facts.post,
            phone: facts
                .phone
                .as_ref()
                .map(|phone| PhoneView::new(phone, wording)),
            email: facts.email.as_ref().map(Email::as_str),
            district_office: district
                .map(|district| district.office.in_language(wording.language).as_str()),
            // Nothing is left to be filled in where a table has told the district.
            district_contact: district
                .map(|district| ContactView::new(&district.contact, &Places::default(), wording)),
            concerns: concerns(&office.found),
        }
    }
}

/// An office that need not be called.
#[derive(Serialize)]
struct CompleteView {
    name: String,
    /// How much could be better.
    notes: Option<String>,
}

impl CompleteView {
    fn of(office: &CallListOffice<'_>, several: bool) -> Self {
        Self {
            name: name(office, several),
            notes: some(office.count(Severity::Note)),
        }
    }
}

fn name(office: &CallListOffice<'_>, several: bool) -> String {
    let facts = office.facts;
    // A row whose upazila is empty, which is a mistake, still has its id.
    let upazila = match &*facts.upazila {
        "" => facts.id.as_str(),
        upazila => upazila,
    };
    if several && !facts.office_name.is_empty() {
        format!("{}, {upazila}", facts.office_name)
    } else {
        upazila.to_owned()
    }
}

fn mistakes(found: &[&LocatedFinding]) -> Option<String> {
    let is_mistake = |(finding, _): &&&LocatedFinding| finding.severity == Severity::Error;
    some(found.iter().filter(is_mistake).count())
}

/// A number in Bangla digits; null when it is 0.
fn some(number: usize) -> Option<String> {
    (number > 0).then(|| digits::number(number))
}
