// Everything can be read and touched: nothing is lost at the edges, on a narrow
// screen or with wide text, and neither lines nor targets are too tight.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, pageTypes, quickPages } from './site.mjs';

const { onPages } = useBrowser();

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

/** Runs in the page: targets too small for a finger (WCAG 2.5.8; for calls, 44 px high). */
function small(must) {
  const problems = [];
  const boxes = (selector) => tools.all(selector).filter(tools.shown)
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const { element, box } of boxes('nav.menu a, nav.menu summary, footer a, .call, .ring, .hotlines a')) {
    if (box.width < 24 || box.height < 24) {
      problems.push(`${tools.name(element)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px, less than 24 × 24`);
    }
  }
  for (const { element, box } of boxes('.call, .ring')) {
    if (box.height < 44) problems.push(`${tools.name(element)} is ${box.height.toFixed(1)} px high, less than 44`);
  }
  // Without these the selectors above have gone stale and check nothing.
  for (const selector of must) if (!boxes(selector).length) problems.push(`no ${selector} is shown`);
  return problems;
}

const MUST = { [`${CONFIRMED}/index.html`]: ['nav.menu a', 'footer a', '.call', '.ring', '.hotlines a'] };

const surveys = new Map();

/** All of the above on every page at one width: laying a page out costs more than looking at it. */
function survey(width) {
  if (!surveys.has(width)) {
    surveys.set(width, (async () => {
      const found = { sideways: [], lost: [], tight: [], small: [] };
      await onPages(quickPages, { width }, async (page, file) => {
        await page.evaluate(open);
        const looks = [[sideways], [lost], [tight], [small, MUST[file] ?? []]];
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
  test(`menu, call buttons and footer links are big enough to touch on ${screen}`, async () => none((await survey(width)).small));
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
