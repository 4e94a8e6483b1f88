// A notice that has expired: what its lists make of it from the day after.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { FIELD, read } from './site.mjs';

const { withScripts } = useBrowser();

const LISTS = [`${FIELD}/index.html`, `${FIELD}/notices/index.html`];
const titles = (page) => page.locator('.notices li:visible a').allTextContents();
const visible = (page, selector) => page.locator(`.notices ${selector}`).filter({ visible: true }).count();

test('a notice is on top while it is valid, and loses its place and its mark from the day after', async () => {
  none(await withScripts(LISTS, { width: 360 }, async (page, file) => {
    const [, until] = /data-until="?([0-9-]+)/.exec(read(file));
    const on = async (day) => {
      await page.clock.setFixedTime(new Date(day));
      await page.reload();
      return { first: (await titles(page))[0], shown: (await titles(page)).length, past: await visible(page, '[data-past]'), pinned: await visible(page, '[data-pinned]') };
    };
    const isHome = file === LISTS[0];
    const last = await on(`${until}T08:00:00Z`);
    const after = await on(`${until}T19:00:00Z`);
    const problems = [];
    if (last.past || last.pinned !== 1) problems.push(`on its last day: ${JSON.stringify(last)}`);
    if (after.pinned || after.past !== (isHome ? 0 : 1)) problems.push(`on the day after: ${JSON.stringify(after)}`);
    if (after.first === last.first) problems.push(`“${after.first}” is still on top`);
    if (after.shown !== last.shown) problems.push(`${after.shown} notices, ${last.shown} before`);
    return problems;
  }));
});

test('its own page says that it is over', async () => {
  none(await withScripts([`${FIELD}/notices/over/index.html`], {}, async (page) => {
    const over = () => page.locator('article .due strong').isVisible();
    await page.clock.setFixedTime(new Date('2026-01-01T08:00:00Z'));
    await page.reload();
    const before = await over();
    await page.clock.setFixedTime(new Date('2099-01-01T08:00:00Z'));
    await page.reload();
    return !before && await over() ? [] : ['it does not'];
  }));
});
