// Content as large and as badly shaped as an office's ever gets (stress.mjs), on phones, screens and paper.

import { after, before, test } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { launch } from './browser.mjs';
import { printInFirefox } from './firefox.mjs';
import { readPdf, wrongSizes } from './paper.mjs';
import { none } from './problems.mjs';
import { FULL, FULL_FIELD, stress, VACANT } from './stress.mjs';

const PAGES = [
  ...['index.html', 'en/index.html', '404.html', ...['charter', 'contact', 'downloads', 'everything', 'gallery', 'grievance', 'menu-5', 'notices',
    'officers', 'one-long-word', 'poster', 'services', 'services/service-4', 'services/service-6', 'site-map'].map((page) => `${page}/index.html`),
  'notices/notice-1/index.html', 'notices/notice-3/index.html'].map((page) => `${FULL}/${page}`),
  `${FULL_FIELD}/charter/index.html`, `${VACANT}/index.html`, `${VACANT}/contact/index.html`,
];
const POSTERS = [FULL, FULL_FIELD, `${FULL}/en`].map((folder) => `${folder}/poster/index.html`);
/** The two charters, and what they may take: sixty services of six to eight lines each. */
const CHARTERS = [FULL, FULL_FIELD].map((folder) => `${folder}/charter/index.html`);
const SHEETS = 16;

const folder = mkdtempSync(join(tmpdir(), 'sanad-stress-'));
let site;
let browser;
before(async () => {
  site = stress(folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (file) => pathToFileURL(join(site, file)).href;

async function onPages(files, width, look) {
  const page = await browser.newPage({ viewport: { width, height: 740 } });
  const found = [];
  for (const file of files) {
    await page.goto(at(file));
    found.push(...(await look(page, file)).map((wrong) => `${file} [${width} px]: ${wrong}`));
  }
  await page.close();
  none(found);
}

for (const width of [320, 360, 1280]) {
  test(`long names, long words and wide tables push no page sideways at ${width} px`, () => onPages(PAGES, width, async (page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    return wide > width ? [`is ${wide} px wide`] : [];
  }));
}

for (const width of [320, 1280]) {
  test(`no word of a table in a text is cut in the middle at ${width} px`, () => onPages([`${FULL}/everything/index.html`], width, (page) => page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.prose'), NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest('table') ? 1 : 3));
    const cut = [];
    let words = 0;
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/[^\s-]+/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        words += 1;
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) cut.push(`“${word[0]}” is cut`);
      }
    }
    return words > 100 ? cut : [`${words} words were found in tables`];
  })));
}

test('a tap on the middle of the word that opens the menu opens it', () => onPages([`${FULL}/index.html`, `${FULL}/en/index.html`], 360, async (page) => {
  await page.locator('nav.menu summary').click({ timeout: 5000 });
  return await page.evaluate(() => document.querySelector('nav.menu details').open) ? [] : ['the menu stays closed'];
}));

test('sixty services are two A3 sheets on the wall at most and no more sheets of the charter than they need, in Chromium and Firefox', async () => {
  const look = (file, sheets) => (file.includes('poster')
    ? [...wrongSizes(sheets, 'A3'), ...(sheets.length <= 2 ? [] : [`takes ${sheets.length} sheets`])]
    : [...wrongSizes(sheets, 'A4 on its side'), ...(sheets.length <= SHEETS ? [] : [`takes ${sheets.length} sheets`])]);
  const files = [...POSTERS, ...CHARTERS];
  const pdf = join(folder, 'page.pdf');
  await onPages(files, 1280, async (page, file) => {
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    return look(file, readPdf(pdf));
  });
  const said = await printInFirefox(files.map((file) => join(site, file)), (page, printed) => readPdf(printed));
  none(said.flatMap((sheets, index) => look(files[index], sheets).map((wrong) => `${files[index]} by Firefox: ${wrong}`)));
});

test('a list of the staff with ten columns is on paper whole', () => onPages([`${FULL}/everything/index.html`], 1280, async (page) => {
  const pdf = join(folder, 'page.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const paper = readPdf(pdf).map(({ text }) => text).join('');
  const last = paper.split('প্রেষণেনিয়োজিত'.normalize('NFC')).length - 1;
  return last === 12 ? [] : [`the last column is there ${last} times, not 12`];
}));
