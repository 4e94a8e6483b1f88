// Everything can be read and touched: nothing is lost at the edges, on a narrow
// screen or with wide text, and neither lines nor targets are too tight.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, pageTypes, quickPages, read, servicePages } from './site.mjs';

const { onPages } = useBrowser();

// What a reader sets who needs letters twice as large: not the zoom, which enlarges everything, but the size of text.
const large = useBrowser(['--blink-settings=defaultFontSize=32']);

/** Runs in the page: what sticks out sideways. */
function sideways() {
  const problems = [];
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth > clientWidth) problems.push(`scrolls sideways: ${scrollWidth} px wide in ${clientWidth} px`);
  // Where the page hides what sticks out, it does not scroll, and the text is
  // lost all the same. A box with a scroll bar of its own may hold wide things.
  const scrolls = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  for (const node of tools.texts()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const out = [...range.getClientRects()].find((box) => box.right > clientWidth + 1 || box.left < -1);
    if (out && !scrolls(node.parentElement)) {
      problems.push(`${tools.name(node.parentElement)} has text from ${Math.round(out.left)} to ${Math.round(out.right)} px on ${clientWidth} px`);
    }
  }
  return problems;
}

/** Runs in the page: what a box cuts off, and text that lies over other text. */
function lost() {
  const problems = [];
  for (const element of tools.all('body *').filter((one) => tools.shown(one) && !tools.unseen(one))) {
    const style = getComputedStyle(element);
    const cut = (overflow) => ['hidden', 'clip'].includes(overflow);
    // The way back up shortens the title that stands whole in the heading.
    const heading = document.querySelector('h1');
    if (heading && element.matches('.crumbs [aria-current]') && element.textContent === heading.textContent) continue;
    // One pixel is what rounding of fractions may cost.
    if (cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
      problems.push(`${tools.name(element)} cuts off ${element.scrollWidth - element.clientWidth} px at the side`);
    }
    if (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
      problems.push(`${tools.name(element)} cuts off ${element.scrollHeight - element.clientHeight} px at the bottom`);
    }
    if (style.webkitLineClamp !== 'none') problems.push(`${tools.name(element)} cuts its text after ${style.webkitLineClamp} lines`);
  }
  const lines = tools.texts().flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width && box.height).map((box) => ({ node, box }));
  }).sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length && lines[j].box.top < lines[i].box.bottom; j++) {
      const [a, b] = [lines[i].box, lines[j].box];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // A line of text is taller than its letters, so lines may share a margin.
      if (lines[i].node !== lines[j].node && across > 2 && down > Math.min(a.height, b.height) / 2) {
        problems.push(`${tools.name(lines[i].node.parentElement)} lies over ${tools.name(lines[j].node.parentElement)}`);
      }
    }
  }
  return problems;
}

/** Runs in the page: opens what can be opened, so that it is looked at too. */
function open() {
  for (const details of tools.all('details')) details.open = true;
}

/**
 * Runs in the page: the spacing of WCAG 1.4.12. A sheet made in the page is let
 * through by the policy, which forbids only sheets that come with the document.
 */
function space() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5em !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }
  `);
  document.adoptedStyleSheets = [sheet];
}

/** Runs in the page: Bangla lines set so close that signs above and below the letters collide. */
function tight() {
  const BANGLA = /[\u0980-\u09FF]/;
  const problems = [];
  const look = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    // "normal" is a number of the font's own, not one anybody chose.
    const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    if (!(ratio >= 1.495)) {
      problems.push(`${tools.name(element)}${pseudo ?? ''} has line-height ${style.lineHeight} at font-size ${style.fontSize}`);
    }
  };
  for (const element of new Set(tools.texts().filter((node) => BANGLA.test(node.data)).map((node) => node.parentElement))) {
    look(element);
  }
  for (const element of tools.all('body *').filter(tools.shown)) {
    for (const pseudo of ['::before', '::after']) {
      if (BANGLA.test(getComputedStyle(element, pseudo).content)) look(element, pseudo);
    }
  }
  return problems;
}

/** Runs in the page: targets too small for a finger (WCAG 2.5.8; what people come for, 44 px high as in 2.5.5). */
function small({ must, main }) {
  const problems = [];
  // A link that covers all of its box is as large as that box.
  const target = (element) => (getComputedStyle(element, '::after').position === 'absolute' ? element.offsetParent : element);
  const boxes = (selector) => tools.all(selector).filter(tools.shown)
    .map((element) => ({ element, box: target(element).getBoundingClientRect() }));
  for (const { element, box } of boxes('nav.menu a, nav.menu summary, footer a, .call, .ring, .hotlines a')) {
    if (box.width < 24 || box.height < 24) {
      problems.push(`${tools.name(element)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px, less than 24 × 24`);
    }
  }
  for (const { element, box } of boxes(main)) {
    if (box.height < 44) problems.push(`${tools.name(element)} is ${box.height.toFixed(1)} px high, less than 44`);
  }
  // Without these the selectors above have gone stale and check nothing.
  for (const selector of must) if (!boxes(selector).length) problems.push(`no ${selector} is shown`);
  return problems;
}

// What people come for: to call, to search, to find their way, to read in their language, to open a service, to count days.
const MAIN = '.call, .ring, form input, form button, nav.menu summary, .menu a, .state a, .services a, .tiles a, .offices a, [type=date]';

const MUST = {
  [`${CONFIRMED}/index.html`]: ['nav.menu a', 'footer a', '.call', '.ring', '.hotlines a', 'form input', 'form button', '.state a', '.services a', '.tiles a'],
  'index.html': ['.offices a', 'form input'],
};

const surveys = new Map();

/** All of the above on every page at one width: laying a page out costs more than looking at it. */
function survey(width) {
  if (!surveys.has(width)) {
    surveys.set(width, (async () => {
      const found = { sideways: [], lost: [], tight: [], small: [] };
      await onPages(quickPages, { width }, async (page, file) => {
        await page.evaluate(open);
        const looks = [[sideways], [lost], [tight], [small, { must: MUST[file] ?? [], main: MAIN }]];
        for (const [look, ...given] of looks) {
          const problems = await page.evaluate(look, ...given);
          found[look.name].push(...problems.map((wrong) => `${file} [${width} px]: ${wrong}`));
        }
      });
      return found;
    })());
  }
  return surveys.get(width);
}

const SCREENS = [
  [320, 'a 320 px screen, which is also 1280 px at 400 %'], [360, 'a 360 px screen'], [1280, 'a 1280 px screen'],
];

for (const [width, screen] of SCREENS) {
  test(`no page scrolls sideways or lets text stick out on ${screen}`, async () => none((await survey(width)).sideways));
  test(`no text is cut off or lies over other text on ${screen}`, async () => none((await survey(width)).lost));
  test(`Bangla text has a line height of at least 1.5 on ${screen}`, async () => none((await survey(width)).tight));
  test(`links and fields are big enough to touch on ${screen}`, async () => none((await survey(width)).small));
}

for (const width of [320, 1280]) {
  test(`wider spacing of text (WCAG 1.4.12) loses nothing on a ${width} px screen`, async () => {
    none(await onPages(pageTypes, { width }, async (page) => {
      await page.evaluate(open);
      await page.evaluate(space);
      const spaced = await page.evaluate(() => getComputedStyle(document.querySelector('h1')).letterSpacing !== 'normal');
      return [
        ...(spaced ? [] : ['the spacing was not applied, so nothing was checked']),
        ...await page.evaluate(sideways),
        ...await page.evaluate(lost),
      ];
    }));
  });
}

/** Runs in the page: numbers to call, and fees of one word, that stand on two lines. */
function broken() {
  const words = tools.all('.ring, .call, .quick dd').filter(tools.shown).flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }).filter((node) => /^[^\s/]+$/.test(node.data.trim()));
  return words.filter((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return new Set([...range.getClientRects()].map((line) => Math.round(line.bottom))).size > 1;
  }).map((node) => `${tools.name(node.parentElement)} is broken in two`);
}

for (const [width, height] of [[360, 740], [1280, 1024]]) {
  test(`text twice as large by the reader's own setting loses nothing on a ${width} px screen`, async () => {
    none(await large.onPages(pageTypes, { width, height }, async (page) => {
      await page.evaluate(open);
      const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      return [
        ...(size === 36 ? [] : [`the text is ${size} px high, so the setting was not heeded`]),
        ...await page.evaluate(sideways),
        ...await page.evaluate(lost),
        ...await page.evaluate(broken),
      ];
    }));
  });
}

// What a script shows: the days of a service and of a grievance, and that the charter is overdue, in both languages.
const COUNTING = ['', 'en/'].flatMap((folder) => [
  `${CONFIRMED}/${folder}grievance/index.html`,
  `${CONFIRMED}/${folder}charter/index.html`,
  ...servicePages(CONFIRMED)
    .filter((file) => file.includes('/en/') === Boolean(folder) && read(file).includes('<dd data-days')).slice(0, 2),
]);

for (const [width, height, screen, { onPages: look }] of [
  [320, 256, '1280 × 1024 px at 400 %', { onPages }],
  [1280, 1024, 'a screen with text twice as large', large],
]) {
  test(`nothing is lost of what a script shows on ${screen}`, async () => {
    let fields = 0;
    // Past the last holiday all of it shows.
    const prepare = (page) => page.addInitScript(() => { Date.now = () => Date.UTC(2028, 0, 3, 8); });
    none(await look(COUNTING, { width, height, scripts: true, prepare }, async (page) => {
      const shown = await page.locator('[data-week] input:visible').count();
      fields += shown;
      return [
        ...(await page.locator('[data-due]:visible').count() || page.url().includes('grievance') ? [] : ['does not say that the charter is overdue']),
        ...await page.evaluate(sideways),
        ...await page.evaluate(lost),
        ...await page.evaluate(small, { must: [], main: MAIN }),
      ];
    }));
    if (fields !== 6) none([`${fields} fields for a day were shown, not 6`]);
  });
}
