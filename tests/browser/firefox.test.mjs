// Charter, poster and a notice on paper as Firefox prints them, in which many offices work. Its PDF holds the shapes of Bangla, not
// the letters, so this looks for what stays readable: addresses and numbers, of which every row of the charter has some in
// its last column.

import { before, test } from 'node:test';
import { join } from 'node:path';

import { printInFirefox } from './firefox.mjs';
import { lonely, readPdf, wrongSizes } from './paper.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, FIELD, htmlFiles, site } from './site.mjs';

const CHARTERS = [CONFIRMED, FIELD, `${CONFIRMED}/en`].map((folder) => `${folder}/charter/index.html`);
const POSTERS = [`${CONFIRMED}/poster/index.html`, `${FIELD}/en/poster/index.html`];
const NOTICE = htmlFiles.find((file) => file.startsWith(`${CONFIRMED}/notices/`) && file !== `${CONFIRMED}/notices/index.html`);
const SHEETS = 7;

/** What is Latin in a text, or Bangla digits in a row: addresses and telephones. */
const readable = (text) => text.match(/[a-z0-9._-]+@[a-z0-9.-]+[a-z]|www\.[a-z0-9.-]+[a-z]|[০-৯0-9]{9,}/g) ?? [];

const printed = new Map();

before(async () => {
  const files = [...CHARTERS, ...POSTERS, NOTICE];
  const sheets = await printInFirefox(files.map((file) => join(site, file)), async (page, pdf) => ({
    sheets: readPdf(pdf),
    rows: await page.evaluate(() => [...document.querySelectorAll('main tbody tr')].map((row) => row.textContent)),
    main: await page.evaluate(() => document.querySelector('main').textContent),
  }));
  files.forEach((file, at) => printed.set(file, sheets[at]));
});

const onPaper = (files, look) => none(files.flatMap((file) => look(printed.get(file)).map((wrong) => `${file} by Firefox: ${wrong}`)));

test('Firefox prints the charter on its side, on as few sheets as others', (t) => onPaper(CHARTERS, ({ sheets }) => {
  t.diagnostic(`${sheets.length} sheets`);
  return [...wrongSizes(sheets, 'A4 on its side'), ...(sheets.length <= SHEETS ? [] : [`takes ${sheets.length} sheets`])];
}));

test('Firefox prints the last column of every row of the charter', () => onPaper(CHARTERS, ({ sheets, rows }) => {
  const paper = sheets.map(({ text }) => text).join('\n');
  const wanted = rows.flatMap((row) => readable(row.replace(/\s+/g, '\n')));
  if (wanted.length < rows.length - 8) return [`${wanted.length} addresses and numbers in ${rows.length} rows are too few to tell`];
  const times = (texts, what) => texts.filter((text) => text === what).length;
  return [...new Set(wanted)].filter((what) => paper.split(what).length - 1 < times(wanted, what))
    .map((what) => `${what} is there ${paper.split(what).length - 1} times, not ${times(wanted, what)}`);
}));

test('no heading and no caption of the charter stands alone at the foot of a sheet of Firefox', () => onPaper(CHARTERS, ({ sheets }) => lonely(sheets)));

test('Firefox prints the poster on one A3 sheet and the notice on one A4 sheet', () => {
  onPaper(POSTERS, ({ sheets }) => [...wrongSizes(sheets, 'A3'), ...(sheets.length === 1 ? [] : [`takes ${sheets.length} sheets`])]);
  onPaper([NOTICE], ({ sheets }) => [...wrongSizes(sheets, 'A4'), ...(sheets.length === 1 ? [] : [`takes ${sheets.length} sheets`])]);
});
