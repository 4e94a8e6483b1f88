// Pages with pictures: what a phone asks for, and that nothing moves while it comes.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { FIELD, files, size } from './site.mjs';

const { onPages } = useBrowser();

// Ten pictures on a screen of a cheap phone, all scrolled to.
const TEN_PICTURES = 200 * 1024;

const PAGES = [`${FIELD}/gallery/index.html`, `${FIELD}/picture/index.html`];

/** Scrolls to every picture and waits until it is there; gives what stands against it. */
async function reach(page) {
  const faults = [];
  for (const picture of await page.locator('main img').all()) {
    await picture.scrollIntoViewIfNeeded();
    const fault = await picture.evaluate((image) => tools.decoded(image));
    if (fault) faults.push(`does not show a picture: ${fault}`);
  }
  return faults;
}

test('a phone never asks for an original, and ten pictures weigh little', async (t) => {
  const asked = new Map();
  const prepare = (page, file) => {
    asked.set(file, new Set());
    page.on('request', (request) => asked.get(file).add(decodeURI(new URL(request.url()).pathname)));
  };
  none(await onPages(PAGES, { width: 360, prepare }, async (page, file) => {
    const unseen = await reach(page);
    const pictures = [...asked.get(file)].filter((path) => /\.(jpg|png|webp)$/.test(path));
    const weight = pictures.reduce((sum, path) => sum + size(path.slice(1)), 0);
    t.diagnostic(`${file}: ${pictures.length} pictures, ${weight} bytes`);
    return [
      ...unseen,
      ...(pictures.length ? [] : ['no picture was asked for']),
      ...pictures.filter((path) => !path.includes('/assets/pictures/')).map((path) => `asks for ${path}`),
      ...(weight > TEN_PICTURES ? [`its pictures weigh ${weight} bytes`] : []),
    ];
  }));
  none(files.filter((file) => /files\/.*\.(png|jpg)$/.test(file)).map((file) => `${file} is an original`));
});

for (const width of [360, 1280]) {
  test(`nothing moves when pictures come on a ${width} px screen, and none is wider than the text`, async () => {
    none(await onPages(PAGES, { width }, async (page) => {
      const places = () => page.locator('main *:not(link)').evaluateAll((all) => all.map((element) => {
        const { x, y, width: wide, height } = element.getBoundingClientRect();
        return { name: tools.name(element), place: [x, y + scrollY, wide, height] };
      }));
      const before = await places();
      const unseen = await reach(page);
      const after = await places();
      const wide = await page.locator('main img').evaluateAll((all) => all
        .filter((image) => image.getBoundingClientRect().right
          > image.closest('.prose').getBoundingClientRect().right + 0.5)
        .map((image) => `${image.alt} is wider than the text`));
      // A part of a pixel comes from scrolling to it.
      const moved = after.filter(({ place }, at) => place
        .some((side, nth) => Math.abs(side - before[at].place[nth]) > 0.9));
      return [...unseen, ...wide, ...moved.map(({ name, place }) => `${name} moved to ${place}`)];
    }));
  });
}

test('only the first picture of a page comes before the reader does', async () => {
  none(await onPages(PAGES, { width: 360 }, async (page) => {
    const lazy = await page.locator('main img').evaluateAll((all) => all.map((image) => image.loading));
    const expected = lazy.map((_, at) => (at ? 'lazy' : 'auto'));
    return lazy.join() === expected.join() ? [] : [`the pictures are ${lazy.join(' ')}`];
  }));
});
