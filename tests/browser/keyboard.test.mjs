// Everything works with the keyboard alone, and one sees where one is.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import {
  CONFIRMED, pageTypes, read, servicePages, UNCONFIRMED,
} from './site.mjs';

const { onPages } = useBrowser();

/** Runs in the page: where the focus is now, and whether one can see it. */
function here() {
  const element = document.activeElement;
  if (!element || element === document.body) return { at: -1, text: 'the page itself', problems: [], scroller: false };

  const problems = [];
  const wrong = (what) => problems.push(`${tools.name(element)} ${what}`);
  // The search draws one line around its field and its button.
  const ring = element.matches('form input') && getComputedStyle(element).outlineStyle === 'none' ? element.closest('form') : element;
  const style = getComputedStyle(ring);
  const clear = (colour) => /^rgba\(.*, 0\)$/.test(colour) || colour === 'transparent';
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && !clear(style.outlineColor);
  // On the calendar of a field for a day the browser draws its own line.
  const isCalendar = element.type === 'date' && !element.matches(':focus-visible');
  if (!outlined && !isCalendar) wrong(`shows no focus: outline ${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`);

  const { innerWidth, innerHeight } = window;
  const boxes = [...element.getClientRects()];
  const inside = boxes.filter((box) => box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight);
  if (!inside.length) {
    wrong('has the focus outside the window');
  } else {
    // Some point of it must be its own: the middle and near the corners.
    const points = inside.flatMap((box) => [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + 2, box.top + 2], [box.right - 2, box.top + 2], [box.left + 2, box.bottom - 2], [box.right - 2, box.bottom - 2],
    ]);
    const own = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element === top || element.contains(top));
    });
    if (!own) wrong(`is covered by ${tools.name(document.elementFromPoint(...points[0]) ?? document.body)}`);
  }

  // An outline lies outside its element; a box that cuts off its contents cuts
  // it off as well.
  const reach = parseFloat(style.outlineOffset) + 1;
  for (let box = element.parentElement; outlined && box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (![overflowX, overflowY].some((overflow) => ['hidden', 'clip'].includes(overflow))) continue;
    const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
    if (inner.left - reach < outer.left || inner.right + reach > outer.right
      || inner.top - reach < outer.top || inner.bottom + reach > outer.bottom) {
      wrong(`has its outline cut off by ${tools.name(box)}`);
    }
  }

  // The outline against what it is drawn on (WCAG 1.4.11: 3 to 1).
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (...layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of layers) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  if (outlined) {
    const layers = [];
    for (let box = parseFloat(style.outlineOffset) < 0 ? element : element.parentElement; box; box = box.parentElement) {
      layers.unshift(getComputedStyle(box).backgroundColor);
    }
    const [ground, line] = [luminance('Canvas', ...layers), luminance('Canvas', ...layers, style.outlineColor)];
    const ratio = (Math.max(ground, line) + 0.05) / (Math.min(ground, line) + 0.05);
    if (ratio < 3) wrong(`has an outline of only ${ratio.toFixed(2)} to 1 against its ground`);
  }

  return {
    at: globalThis.expected.indexOf(element),
    text: tools.name(element),
    problems,
    isDay: element.type === 'date',
    // Chromium lets the keyboard stop at a box with a scroll bar of its own.
    scroller: element.tabIndex < 0 && element.scrollWidth > element.clientWidth,
  };
}

/** Presses Tab from the top of the page to its end. */
async function walk(page) {
  const expected = await page.evaluate(() => {
    globalThis.expected = tools.stops();
    return globalThis.expected.map(tools.name);
  });
  if (!expected.length) return ['nothing on the page can take the focus'];
  const problems = [];
  for (let at = 0; at < expected.length; at++) {
    await page.keyboard.press('Tab');
    let stop = await page.evaluate(here);
    if (stop.scroller) {
      await page.keyboard.press('Tab');
      stop = await page.evaluate(here);
    }
    problems.push(...stop.problems);
    // A field for a day has a stop for each of its parts, and one for its calendar.
    for (let part = 0; stop.at === at - 1 && stop.isDay && part < 4; part++) {
      await page.keyboard.press('Tab');
      stop = await page.evaluate(here);
      problems.push(...stop.problems);
    }
    if (stop.at !== at) {
      // From here on every stop would be one off: once is enough.
      problems.push(`Tab ${at + 1} should reach ${expected[at]} but reaches ${stop.text}`);
      break;
    }
  }
  // Nothing holds the focus: the way back is as open as the way on.
  if (!problems.length && expected.length > 1) {
    await page.keyboard.press('Shift+Tab');
    const back = await page.evaluate(here);
    if (back.at !== expected.length - 2 && !back.scroller) problems.push(`Shift+Tab from the last stop reaches ${back.text}, not ${expected.at(-2)}`);
  }
  return problems;
}

// With scripts the days of a service and of a grievance have a field.
const COUNTING = ['', 'en/'].flatMap((folder) => [
  `${CONFIRMED}/${folder}grievance/index.html`,
  servicePages(CONFIRMED).find((file) => file.includes('/en/') === Boolean(folder) && read(file).includes('<dd data-days')),
]);

const FEW = ['index.html', `${CONFIRMED}/index.html`, `${CONFIRMED}/charter/index.html`, `${CONFIRMED}/grievance/index.html`,
  `${CONFIRMED}/services/index.html`, `${UNCONFIRMED}/contact/index.html`, `${UNCONFIRMED}/index.html`];

for (const [pages, options] of [
  [pageTypes, { width: 1280 }],
  [pageTypes, { width: 320, height: 640 }],
  // 1280 × 1024 at 400 %: little room, so whatever sticks to an edge would cover.
  [FEW, { width: 320, height: 256 }],
  [FEW, { width: 1280, colorScheme: 'dark' }],
  [COUNTING, { width: 1280, scripts: true }],
  [COUNTING, { width: 320, height: 256, scripts: true }],
]) {
  const { width, height = 800, colorScheme = 'light', scripts = false } = options;
  test(`Tab reaches everything in order and visibly at ${width} × ${height} px in ${colorScheme} colours, scripts ${scripts ? 'on' : 'off'}`, async () => {
    none(await onPages(pages, options, walk));
  });
}

for (const width of [320, 1280]) {
  test(`the first stop is a link to the main text that leads there on a ${width} px screen`, async () => {
    none(await onPages(pageTypes, { width }, async (page) => {
      const problems = [];
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => {
        const link = document.activeElement;
        const box = link.getBoundingClientRect();
        return {
          name: tools.name(link),
          href: link.getAttribute('href'),
          whole: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
        };
      });
      if (first.href !== '#page:main') return [`the first stop is ${first.name}, not a link to #page:main`];
      if (!first.whole) problems.push(`${first.name} has the focus but is not wholly in view`);
      await page.keyboard.press('Enter');
      const landed = await page.evaluate(() => {
        const main = document.activeElement;
        return { main: main.id === 'page:main', name: tools.name(main), top: main.getBoundingClientRect().top, height: innerHeight };
      });
      if (!landed.main) return [...problems, `the link to the main text leads to ${landed.name}`];
      if (landed.top >= landed.height) problems.push('the main text is out of view after the jump');
      await page.keyboard.press('Tab');
      const beyond = await page.evaluate(() => {
        const after = document.activeElement;
        const main = document.querySelector('main');
        return { name: tools.name(after), back: Boolean(main.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_PRECEDING) && after !== document.body };
      });
      if (beyond.back) problems.push(`Tab goes back to ${beyond.name} after the jump to the main text`);
      return problems;
    }));
  });
}

test('on a 320 px screen Enter and Space open and close the menu, and its links are reached when open', async () => {
  none(await onPages(pageTypes.filter((file) => file.includes('.gov.bd/')), { width: 320, height: 640 }, async (page) => {
    const problems = [];
    const isOpen = () => page.evaluate(() => document.querySelector('nav.menu details').open);
    for (let presses = 0; presses < 10; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement.matches('nav.menu summary'))) break;
    }
    if (!await page.evaluate(() => document.activeElement.matches('nav.menu summary'))) return ['ten Tabs do not reach <summary> of the menu'];
    if (await isOpen()) problems.push('the menu is open from the start');
    for (const [key, open] of [['Enter', true], ['Enter', false], ['Space', true], ['Space', false], ['Enter', true]]) {
      await page.keyboard.press(key);
      if (await isOpen() !== open) return [...problems, `${key} does not ${open ? 'open' : 'close'} the menu`];
    }
    const links = await page.evaluate(() => {
      globalThis.expected = tools.all('nav.menu details a').filter(tools.shown);
      return globalThis.expected.map(tools.name);
    });
    if (!links.length) return [...problems, 'the open menu shows no links'];
    for (let at = 0; at < links.length; at++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(here);
      problems.push(...stop.problems);
      if (stop.at !== at) return [...problems, `Tab in the open menu should reach ${links[at]} but reaches ${stop.text}`];
    }
    return problems;
  }));
});
