// What a page may cost whoever reads it on a cheap phone: bytes, requests, and a layout that stays where it is. All scripts of
// a portal together are weighed in tests/behaviour/offline.rs.

import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { dirname, join } from 'node:path';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import {
  CONFIRMED, htmlFiles, pageTypes, portals, quickPages, read, reportPages, servicePages,
} from './site.mjs';

const { onPages, onDocuments } = useBrowser();

const KILOBYTE = 1024;
const LEVEL = 6;

/** The most that any page may weigh, packed: with its style sheet, and with all that it asks for. Upper limits, not aims. */
const LIMIT = 14 * KILOBYTE;
const LIMIT_OF_ALL = 18 * KILOBYTE;

/** Kinds of pages, for the figures of README; the first that fits counts. */
const KINDS = [
  [/^field\..*\/charter\/index\.html$/, 'charter in the form with eight columns'],
  [/\/charter\/index\.html$/, 'charter'],
  [/\.gov\.bd\/(en\/)?index\.html$/, 'home'],
  [/\/services\/[^/]+\/index\.html$/, 'service'],
  [/\/(site-map|poster|gallery)\/index\.html$/, 'site map, poster, gallery'],
  [/^report\//, 'report of a check'],
  [/./, 'every other page'],
];

// The page, its style, its icon, and the small script that waits. The code for the printed charter is asked for only when it is
// printed; a browser without scripts puts nothing off, lest it tell what was looked at.
const REQUESTS = 4;

// Below this nobody sees anything move; "good" in the usual measure is 0.1.
const SHIFT = 0.01;

test('every page weighs little with its style, and with all that it asks for, packed', async (t) => {
  const pages = [...htmlFiles, ...reportPages];
  const parts = await onDocuments(pages, (html) => {
    const page = tools.parse(html);
    const named = (selector, attribute) => [...page.querySelectorAll(selector)].map((one) => one.getAttribute(attribute));
    return { sheets: named('link[rel~=stylesheet]', 'href'), others: [...named('link[rel~=icon]', 'href'), ...named('script[src]', 'src')] };
  });
  const known = new Map();
  const packed = (file) => {
    if (!known.has(file)) known.set(file, gzipSync(read(file), { level: LEVEL }).length);
    return known.get(file);
  };
  const heaviest = new Map();
  const problems = pages.flatMap((file, at) => {
    const { sheets, others } = parts[at];
    const weigh = (names) => names.reduce((sum, name) => sum + packed(join(dirname(file), name)), 0);
    const weight = packed(file) + weigh(sheets);
    const all = weight + weigh(others);
    const [, kind] = KINDS.find(([pattern]) => pattern.test(file));
    if (weight > (heaviest.get(kind)?.weight ?? 0)) heaviest.set(kind, { file, weight, all });
    return [
      ...(sheets.length === 1 ? [] : [`${file}: has ${sheets.length} style sheets`]),
      ...(weight > LIMIT ? [`${file}: weighs ${weight} bytes, ${weight - LIMIT} too many`] : []),
      ...(all > LIMIT_OF_ALL ? [`${file}: weighs ${all} bytes with all that it asks for, ${all - LIMIT_OF_ALL} too many`] : []),
    ];
  });
  for (const [kind, { file, weight, all }] of heaviest) t.diagnostic(`${kind}: ${weight} bytes, ${all} with all: ${file}`);
  none([...problems, ...(heaviest.size === KINDS.length ? [] : ['there are kinds of pages that no longer exist'])]);
});

const homesAndCharters = portals.flatMap((portal) => [`${portal}/index.html`, `${portal}/charter/index.html`]);

for (const scripts of [true, false]) {
  test(`no page needs more than ${REQUESTS} requests, pictures in its text apart, scripts ${scripts ? 'on' : 'off'}`, async () => {
    const heard = new Map();
    const prepare = (page, file) => {
      heard.set(file, new Set());
      page.on('request', (request) => heard.get(file).add(request.url()));
    };
    const pages = [...new Set([...quickPages, ...homesAndCharters])];
    none(await onPages(pages, { width: 360, scripts, prepare }, async (page, file) => {
      // The browser asks for the icon when it likes, often after the page has loaded, so it is counted from the document.
      const icons = await page.evaluate(() => tools.all('link[rel~=icon]').map((link) => link.href));
      const all = new Set([...heard.get(file), ...icons]);
      // Pictures that somebody put into a text are the text; pictures.test.mjs weighs them.
      const asked = [...all].filter((url) => !url.includes('/assets/pictures/'));
      return asked.length > REQUESTS ? [`${asked.length} requests: ${asked.join(' ')}`] : [];
    }));
  });
}

test('no script stands in the way of a page', async () => {
  const pages = [...quickPages, ...reportPages];
  const blocking = await onDocuments(pages, (html) => [...tools.parse(html).querySelectorAll('script[src]')]
    .filter((script) => !script.defer && !script.async && script.type !== 'module').map(tools.name));
  none(pages.flatMap((file, at) => blocking[at].map((script) => `${file}: ${script} must load before the page is shown`)));
});

// With scripts the days are counted, which shows what was hidden.
const counting = [`${CONFIRMED}/index.html`, `${CONFIRMED}/charter/index.html`, `${CONFIRMED}/grievance/index.html`,
  ...servicePages(CONFIRMED).slice(0, 3)];

for (const [pages, width, scripts] of [[pageTypes, 360, false], [pageTypes, 1280, false], [counting, 360, true], [counting, 1280, true]]) {
  test(`nothing shifts while a page loads on a ${width} px screen, scripts ${scripts ? 'on' : 'off'}`, async () => {
    // On a slow network the script comes when the page is already being read.
    const prepare = scripts && ((page) => page.route(/\/page\.\w+\.js$/, async (route) => {
      await new Promise((done) => { setTimeout(done, 300); });
      await route.continue();
    }));
    none(await onPages(pages, { width, scripts, prepare }, async (page) => {
      // What the script changed last is measured when it is drawn.
      if (scripts) await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))); }));
      const { shift, moved } = await page.evaluate(() => {
        const observer = new PerformanceObserver(() => {});
        observer.observe({ type: 'layout-shift', buffered: true });
        const entries = observer.takeRecords();
        const element = (node) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement);
        const moves = entries.flatMap(({ sources }) => sources.map(({ node, previousRect: from, currentRect: to }) =>
          `${element(node) ? tools.name(element(node)) : 'something'} from ${from.x},${from.y} to ${to.x},${to.y}`));
        return { shift: entries.reduce((sum, entry) => sum + entry.value, 0), moved: moves };
      });
      return shift > SHIFT ? [`the layout shifts by ${shift.toFixed(3)}: ${moved.join('; ')}`] : [];
    }));
  });
}
