// The charter on paper, in both of its forms.
//
// The PDF is the evidence, read back with poppler. Chromium writes the original
// text beside the shaped glyphs (ActualText), so pdftotext gives the Bangla back
// letter by letter; only the spaces differ, as they are guessed from distances.
// So texts are compared without any white space, and otherwise exactly.

import { before, test } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useBrowser } from './browser.mjs';
import { bare, lonely, numbered, readPdf, wrongSizes } from './paper.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, FIELD, FIELD_UNCONFIRMED, read, UNCONFIRMED } from './site.mjs';

const { onPages } = useBrowser();

const OFFICES = [CONFIRMED, UNCONFIRMED, FIELD, FIELD_UNCONFIRMED];
const SHEETS = 7;

// The width of an A4 sheet on its side less the margins of the charter, 279 mm,
// in CSS pixels: the room its layout has on paper.
const PAPER_WIDTH = Math.round((279 / 25.4) * 96);

/** For each office: its sheets (size and text), what the page holds, and its layout on paper. */
const printed = new Map();

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-print-'));
  try {
    await onPages(OFFICES.map((office) => `${office}/charter/index.html`), { width: PAPER_WIDTH }, async (page, file) => {
      const pdf = join(folder, `${file.replaceAll('/', '-')}.pdf`);
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      // What should be there is read from the screen, lest a rule for paper that
      // hides something hide it from this check as well.
      const content = await page.evaluate(() => ({
        tables: tools.all('main table').map((table) => ({
          name: tools.name(table.caption ?? table),
          head: [...(table.tHead?.rows ?? [])].map((row) => row.innerText),
          rows: [...table.tBodies].flatMap((body) => [...body.rows])
            .map((row) => ({ id: row.id, cells: [...row.cells].map((cell) => cell.innerText) })),
        })),
        // All text but the tables', and but what only leads elsewhere.
        texts: tools.all('main :is(h1, h2, h3, caption, dt, dd, p, li, time)')
          .filter((element) => !element.closest('nav, .more') && tools.shown(element) && !tools.unseen(element))
          .map((element) => element.innerText),
        elsewhere: tools.all('nav.menu a, .skip, nav.menu summary, body > footer nav a').map((element) => element.textContent),
        main: document.querySelector('main').textContent,
      }));
      await page.emulateMedia({ media: 'print' });
      const layout = await page.evaluate(() => ({
        width: document.scrollingElement.scrollWidth,
        room: document.scrollingElement.clientWidth,
        breakable: tools.all('main tbody tr').filter((row) => !['avoid', 'avoid-page'].includes(getComputedStyle(row).breakInside)).map(tools.name),
        cramped: tools.all('main td, main th').filter(tools.shown)
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1)
          .map(tools.name),
        // On paper nothing can be followed or folded out.
        useless: tools.all('nav, .skip, summary, body > footer, body > header').filter(tools.shown).map(tools.name),
      }));
      printed.set(file.split('/')[0], { sheets: readPdf(pdf), page: content, layout });
      return [];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What is wrong on the paper of each office, in words. */
const onPaper = (look) => none(OFFICES.flatMap((office) =>
  look(printed.get(office), office).map((wrong) => `${office}/charter on paper: ${wrong}`)));

test(`the charter prints on at most ${SHEETS} sheets`, (t) => onPaper(({ sheets }, office) => {
  t.diagnostic(`${office}: ${sheets.length} sheets`);
  return sheets.length <= SHEETS ? [] : [`takes ${sheets.length} sheets`];
}));

test('every sheet of the charter is A4 on its side, with its number', () => onPaper(({ sheets }) => [
  ...wrongSizes(sheets, 'A4 on its side'), ...numbered(sheets),
]));

test('no heading and no caption of the charter stands alone at the foot of a sheet', () => onPaper(({ sheets }) => lonely(sheets)));

test('every row of the charter is on paper, complete and on one sheet', () => onPaper(({ sheets, page, layout }, office) => {
  const services = JSON.parse(read(`${office}/charter/charter.json`)).services;
  const rows = page.tables.flatMap(({ rows }) => rows);
  return [
    ...services.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => `the charter has no row for the service ${id}`),
    ...rows.flatMap(({ id, cells }) => {
      const text = bare(cells.join(''));
      if (sheets.some((sheet) => sheet.text.includes(text))) return [];
      const split = sheets.map((sheet) => sheet.text).join('').includes(text);
      const lacking = cells.filter((cell) => !sheets.some((sheet) => sheet.text.includes(bare(cell))));
      return [`row ${id || cells[0]} “${cells[1]}” ${split ? 'runs on from one sheet to the next' : `is not complete on any sheet; not found: ${JSON.stringify(lacking)}`}`];
    }),
    ...layout.breakable.map((row) => `${row} may be broken between sheets: break-inside is not avoid`),
  ];
}));

test('each e-mail address and phone number is on paper as often as on the page', () => onPaper(({ sheets, page }) => {
  const paper = sheets.map(({ text }) => text).join('\n');
  const count = (text, what) => text.split(what).length - 1;
  const cells = page.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)).map(bare);
  const found = new Set(cells.flatMap((cell) => cell.match(/[a-z0-9._-]+@[a-z0-9.-]+?\.(com|bd)|[০-৯]{9,}/g) ?? []));
  if (!found.size) return ['no address and no number is in the tables, so nothing was counted'];
  return [...found].flatMap((what) => {
    const wanted = cells.reduce((sum, cell) => sum + count(cell, what), 0);
    return count(paper, what) < wanted ? [`${what} is there ${count(paper, what)} times, not ${wanted}`] : [];
  });
}));

test('every heading, paragraph and signature of the charter is on paper', () => onPaper(({ sheets, page }) => page.texts
  .filter((text) => !sheets.some((sheet) => sheet.text.includes(bare(text))))
  .map((text) => `“${text}” is not on any sheet`)));

test('each sheet with rows of a table carries the heading row of that table', () => onPaper(({ sheets, page }) => page.tables.flatMap((table) => {
  if (!table.head.length) return [`${table.name} has no heading row`];
  const head = bare(table.head.join(''));
  const carriers = sheets.filter(({ text }) => table.rows.some(({ cells }) => text.includes(bare(cells.join('')))));
  return carriers
    .filter(({ text }) => {
      const first = Math.min(...table.rows.map(({ cells }) => text.indexOf(bare(cells.join('')))).filter((at) => at >= 0));
      // The heading of this table just before its first row, not that of the
      // table before it, which may read the same.
      return !text.slice(0, first).endsWith(head);
    })
    .map(({ number }) => `sheet ${number} shows rows of ${table.name} without its heading row before them`);
})));

// Text beyond the edge of a sheet poppler leaves out, so it is missing above.
// This finds what comes before that: a charter shrunk, or a cell overrun.
test('the charter fits the width of its sheets and each cell its text', () => onPaper(({ sheets, layout }) => [
  ...sheets.filter(({ text }) => !text).map(({ number }) => `sheet ${number} is empty`),
  // Chromium shrinks the whole charter when something in it is too wide.
  ...(layout.width > layout.room ? [`needs ${layout.width} px where the sheet has ${layout.room}`] : []),
  ...layout.cramped.map((cell) => `${cell} is too small for its text`),
]));

test('no menu, skip link, header or footer of the site is printed with the charter', () => onPaper(({ sheets, page, layout }) => {
  const main = bare(page.main);
  const paper = sheets.map(({ text }) => text).join('\n');
  // A word of the menu that the charter itself uses proves nothing.
  const telling = [...new Set(page.elsewhere.map(bare))].filter((text) => text && !main.includes(text));
  return [
    ...(telling.length ? [] : ['no text of the menu differs from the charter, so nothing was looked for']),
    ...telling.filter((text) => paper.includes(text)).map((text) => `“${text}” of the menu is printed`),
    ...layout.useless.map((element) => `${element} is printed`),
  ];
}));
