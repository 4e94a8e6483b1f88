//! A service of the charter: a row of cells, each a text in two languages that an office may replace.

use std::borrow::Cow;
use std::hash::Hash;

use super::{Cell, CharterFormat, Fee, Localized, Place, Places, SharedText, Slug, TimeLimit};

/// The three tables of section ২.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceKind {
    /// ২.১ নাগরিক সেবা.
    Citizen,
    /// ২.২ প্রাতিষ্ঠানিক সেবা.
    Institutional,
    /// ২.৩ অভ্যন্তরীণ সেবা.
    Internal,
}

impl ServiceKind {
    /// In the order of the official tables.
    pub const ALL: [Self; 3] = [Self::Citizen, Self::Institutional, Self::Internal];

    /// The key in `charter.yaml`, also used for fragments and strings.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Institutional => "institutional",
            Self::Internal => "internal",
        }
    }
}

/// What is written of a service: the cells of the official forms, then what its own page says beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table below names the column of each")]
pub enum ServiceText {
    Name,
    DeliveryMethod,
    RequiredDocuments,
    AvailableAt,
    Fee,
    PaymentMethod,
    TimeLimit,
    Branch,
    LegalBasis,
    Recipient,
}

/// Every text with its key in `charter.yaml`, and what the official form calls it.
const TEXTS: [(ServiceText, &str, &str); 10] = [
    (ServiceText::Name, "name", "সেবার নাম"),
    (
        ServiceText::DeliveryMethod,
        "delivery_method",
        "সেবা প্রদান পদ্ধতি",
    ),
    (
        ServiceText::RequiredDocuments,
        "required_documents",
        "প্রয়োজনীয় কাগজপত্র",
    ),
    (ServiceText::AvailableAt, "available_at", "প্রাপ্তিস্থান"),
    (ServiceText::Fee, "fee", "সেবার মূল্য"),
    (ServiceText::PaymentMethod, "payment_method", "পরিশোধ পদ্ধতি"),
    (ServiceText::TimeLimit, "time_limit", "সেবা প্রদানের সময়সীমা"),
    (ServiceText::Branch, "branch", "শাখার নাম"),
    (ServiceText::LegalBasis, "legal_basis", "সেবার ভিত্তি"),
    (ServiceText::Recipient, "recipient", "সেবাগ্রহীতা"),
];

impl ServiceText {
    /// All of them, in the order in which they are listed.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        TEXTS.into_iter().map(|(text, ..)| text)
    }

    /// Those that stand before the responsible officer in the form with seven columns, then the others.
    #[must_use]
    pub fn is_of_department_form(self) -> bool {
        self <= Self::TimeLimit
    }

    /// The text of a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::all().find(|text| text.key() == key)
    }

    /// The key in `charter.yaml`, in `charter.json` and in templates.
    #[must_use]
    pub fn key(self) -> &'static str {
        TEXTS[self as usize].1
    }

    /// The heading of its column in the official form.
    #[must_use]
    pub fn column(self) -> &'static str {
        TEXTS[self as usize].2
    }

    /// Whether it may be a list of texts.
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self, Self::RequiredDocuments | Self::LegalBasis)
    }

    /// Whether a service in a charter of this form must have it.
    #[must_use]
    pub fn is_needed(self, format: CharterFormat) -> bool {
        match self {
            Self::Name | Self::Fee | Self::TimeLimit => true,
            // What a form does not print it does not ask for.
            Self::DeliveryMethod => format.prints_method(),
            _ => false,
        }
    }
}

/// One text, or a list of them, in both languages; in English as many as in Bangla.
pub type Texts = Localized<Vec<SharedText>>;

/// One row of a table of services.
#[derive(Debug, Clone, Hash)]
pub struct Service {
    /// Names its page and its row.
    pub id: Slug,
    /// Which table it stands in.
    pub kind: ServiceKind,
    /// The responsible post.
    pub responsible: Cell<Slug>,
    /// Files that it offers for download.
    pub forms: Cell<Vec<Form>>,
    /// Where it is written.
    pub origin: Place,
    /// What is written of it, by [`ServiceText`].
    texts: [Option<Cell<Texts>>; TEXTS.len()],
    /// What its fee means.
    fee: Fee,
    /// What its time limit means.
    time_limit: TimeLimit,
}

/// A form that a service offers for download.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Form {
    /// The name of its file: in the office's `files/`, otherwise in the department's.
    pub file: String,
    /// What it is called.
    pub name: Localized<SharedText>,
    /// Where it is written.
    pub origin: Place,
}

impl Service {
    /// A service of which nothing is written yet.
    #[must_use]
    pub fn new(id: Slug, kind: ServiceKind, responsible: Slug, origin: Place) -> Self {
        Self {
            id,
            kind,
            responsible: responsible.into(),
            forms: Vec::new().into(),
            origin,
            texts: Default::default(),
            fee: Fee::Unread,
            time_limit: TimeLimit::default(),
        }
    }

    /// Writes a cell, in place of the one that was there, its English with it.
    pub fn write(&mut self, text: ServiceText, cell: Cell<Texts>) {
        let written = cell.value.bangla.first().map_or("", SharedText::raw);
        match text {
            ServiceText::Fee => self.fee = Fee::read(written),
            ServiceText::TimeLimit => self.time_limit = TimeLimit::read(written),
            _ => {}
        }
        self.texts[text as usize] = Some(cell);
    }

    /// Writes the English of a cell; the translation of nothing says nothing.
    pub fn translate(&mut self, text: ServiceText, english: Vec<SharedText>) {
        if let Some(cell) = &mut self.texts[text as usize] {
            cell.value.english = Some(english);
        }
    }

    /// A cell, where it is written.
    #[must_use]
    pub fn cell(&self, text: ServiceText) -> Option<&Cell<Texts>> {
        self.texts[text as usize].as_ref()
    }

    /// What is written in a cell, in the language of the words of an office.
    #[must_use]
    pub fn texts(&self, text: ServiceText, places: &Places) -> &[SharedText] {
        let cell = self.cell(text);
        cell.map_or(&[], |cell| cell.value.in_language(places.language))
    }

    /// Each text of a cell as an office says it.
    #[must_use]
    pub fn list(&self, text: ServiceText, places: &Places) -> Vec<String> {
        let texts = self.texts(text, places).iter();
        texts.map(|text| text.fill(places).into_owned()).collect()
    }

    /// The text of a cell that holds one, as an office says it.
    #[must_use]
    pub fn text<'a>(&'a self, text: ServiceText, places: &Places) -> Option<Cow<'a, str>> {
        let first = self.texts(text, places).first()?;
        Some(first.fill(places))
    }

    /// Its name as an office says it.
    #[must_use]
    pub fn name(&self, places: &Places) -> Cow<'_, str> {
        self.text(ServiceText::Name, places).unwrap_or_default()
    }

    /// What its fee means.
    #[must_use]
    pub fn fee(&self) -> Fee {
        self.fee
    }

    /// What its time limit means.
    #[must_use]
    pub fn time_limit(&self) -> &TimeLimit {
        &self.time_limit
    }

    /// The keys that an office wrote over the shared service, each with its place.
    pub fn overridden(&self) -> impl Iterator<Item = (&'static str, &Place)> {
        let texts = ServiceText::all().filter_map(|text| Some((text.key(), self.cell(text)?)));
        let texts = texts.map(|(key, cell)| (key, &cell.own));
        let others = [
            ("responsible", &self.responsible.own),
            ("forms", &self.forms.own),
        ];
        texts
            .chain(others)
            .filter_map(|(key, own)| Some((key, own.as_ref()?)))
    }

    /// What its forms are, wherever they are written.
    #[must_use]
    pub fn offers(&self) -> Vec<(&str, &Localized<SharedText>)> {
        let forms = self.forms.value.iter();
        forms.map(|form| (&*form.file, &form.name)).collect()
    }

    /// All that is printed of it in either language, wherever it is written.
    #[must_use]
    pub fn words(&self) -> impl PartialEq + Hash {
        let texts = (self.texts.iter()).map(|cell| cell.as_ref().map(|cell| &cell.value));
        let texts: Vec<_> = texts.collect();
        let forms = self.offers();
        (&self.id, self.kind, &self.responsible.value, texts, forms)
    }
}
