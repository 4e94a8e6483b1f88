//! How much a text may hold. People write far less; whatever is larger was not written by people, and would cost all others
//! time and memory.

/// A page or a notice, in bytes: some ninety thousand Bangla letters, forty printed pages.
pub(super) const MAX_MARKDOWN_BYTES: u64 = 256 << 10;

/// Any other text that people write, in bytes.
pub(super) const MAX_TEXT_BYTES: u64 = 1 << 20;

/// A table holds a row for each office of the country: 36,400 of them fit several times, in bytes.
pub(super) const MAX_TABLE_BYTES: u64 = 32 << 20;

/// A file of a theme, in bytes: a typeface is the largest.
pub(super) const MAX_THEME_BYTES: u64 = 16 << 20;

/// A line, in bytes: some seven thousand Bangla letters without a line break.
pub(super) const MAX_LINE_BYTES: usize = 20 << 10;

/// A line of a table, in bytes: a hundred cells as long as they may be.
pub(super) const MAX_ROW_BYTES: usize = 128 << 10;

/// A title, or a name in a table, in characters.
pub(super) const MAX_TITLE_CHARS: usize = 300;

/// A value of YAML or a cell of a table, in characters.
pub(super) const MAX_VALUE_CHARS: usize = 20_000;

/// Rows of a table: offices of the country fit twice.
pub(super) const MAX_ROWS: usize = 100_000;

/// People of one office: a district office has some sixty.
pub(super) const MAX_PEOPLE: usize = 200;

/// Lines of a table; cells may hold line breaks, and spreadsheets add empty rows.
pub(super) const MAX_LINES_OF_TABLE: usize = 5 * MAX_ROWS;

/// Columns of a table.
pub(super) const MAX_COLUMNS: usize = 100;

/// Files in one folder of an office: a notice on every working day of twenty years.
pub(super) const MAX_ENTRIES: usize = 5_000;

/// The texts in one folder of an office together, in bytes.
pub(super) const MAX_FOLDER_BYTES: usize = 16 << 20;

/// More mistakes than this in one file are not listed one by one.
pub(super) const MAX_MISTAKES: usize = 40;
