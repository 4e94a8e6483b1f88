// What people ask first is seen without scrolling, on a phone of 360 by 640 pixels.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, UNCONFIRMED, inPortal, servicePages } from './site.mjs';

const { onPages } = useBrowser();

const PHONE = { width: 360, height: 640 };
const HOMES = [CONFIRMED, UNCONFIRMED].flatMap((portal) => [`${portal}/index.html`, `${portal}/en/index.html`]);
// A name of three lines leaves no room; the others do. In letters.
const SHORT = 45;

// What is said of an office that nobody has confirmed comes first, and the button may follow the screen.
for (const [portal, last] of [[CONFIRMED, '.quick .call'], [UNCONFIRMED, '.quick .facts']]) {
  test(`fee and time of a service are on the first screen (${portal}, down to ${last})`, async () => {
    none(await onPages(servicePages(portal), PHONE, (page) => page.evaluate(([most, last]) => {
      if (document.querySelector('h1').textContent.length > most) return [];
      const end = document.querySelector(last).getBoundingClientRect().bottom;
      return end > innerHeight ? [`${last} ends at ${Math.round(end)} px`] : [];
    }, [SHORT, last])));
  });
}

test('the head of a page takes less than half of the screen', async () => {
  none(await onPages(inPortal(CONFIRMED), PHONE, (page) => page.evaluate(() => {
    const { bottom } = document.querySelector('.menu').getBoundingClientRect();
    return bottom < innerHeight / 2 ? [] : [`the head ends at ${Math.round(bottom)} px`];
  })));
});

test('the first page leads to the charter from its first screen', async () => {
  none(await onPages(HOMES, PHONE, (page) => page.evaluate(() => {
    const link = document.querySelector('main a[href="charter/index.html"]');
    const bottom = link ? link.getBoundingClientRect().bottom : Infinity;
    return bottom <= innerHeight ? [] : [`the link ends at ${bottom} px`];
  })));
});
