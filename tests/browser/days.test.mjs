// Until when: what the pages of services and of the grievance say once their script counts days. The sums themselves are for
// tests/days.

import { test } from 'node:test';

import { axeOn } from './axe.mjs';
import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, read, servicePages } from './site.mjs';

const { onPages, withScripts } = useBrowser();

const GRIEVANCE = `${CONFIRMED}/grievance/index.html`;
const HOME = `${CONFIRMED}/index.html`;
const POSTER = `${CONFIRMED}/poster/index.html`;
const CHARTER = `${CONFIRMED}/charter/index.html`;
const days = (file) => /<dd data-days="?([0-9d-]+)/.exec(read(file))?.[1];
// Five working days; and a limit in words alone.
const inBangla = servicePages(CONFIRMED).filter((file) => !file.includes('/en/'));
const COUNTED = inBangla.find((file) => days(file) === '5');
const IN_WORDS = inBangla.find((file) => !days(file));

/** Loads the page again on a day; nine in the evening of Greenwich is three in the morning in Dhaka. */
async function on(page, day) {
  await page.clock.setFixedTime(new Date(day));
  await page.reload();
}

const status = (page) => page.locator('[data-week] [role=status]').textContent();
const limits = (page) => page.locator('.limit').allTextContents();
const shown = (page, selector) => page.locator(selector).first().isVisible();

/** What is not as it should be. */
const differs = (what, is, wanted) => (is === wanted ? [] : [`${what} is “${is}”, wanted “${wanted}”`]);

for (const mode of ['root', 'subpath', 'file']) {
  test(`a service says by which day it is due, counted from today or from a chosen day (${mode})`, async () => {
    none(await withScripts([COUNTED], { mode, width: 360 }, async (page) => {
      // Tuesday; the first of the five is Wednesday, Friday and Saturday are off.
      await on(page, '2026-11-24T08:00:00Z');
      const today = await status(page);
      const field = page.getByLabel('আবেদনের তারিখ');
      const chosen = await field.inputValue();
      await field.fill('2026-12-15');
      const later = await status(page);
      return [
        ...differs('the field', chosen, '2026-11-24'),
        ...differs('today', today, 'আজ আবেদন করলে ১ ডিসেম্বর ২০২৬ তারিখের মধ্যে সেবা পাওয়ার কথা।'),
        // Victory Day is no working day.
        ...differs('a chosen day', later, '১৫ ডিসেম্বর ২০২৬ তারিখে আবেদন করলে ২৩ ডিসেম্বর ২০২৬ তারিখের মধ্যে সেবা পাওয়ার কথা।'),
      ];
    }));
  });
}

test('today is the day in Dhaka', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    await on(page, '2026-11-24T21:00:00Z');
    return differs('the field', await page.getByLabel('আবেদনের তারিখ').inputValue(), '2026-11-25');
  }));
});

test('the tiers of a service say until when, each counted from the end of the one before', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    await on(page, '2026-11-24T08:00:00Z');
    const said = await limits(page);
    return ['নিষ্পত্তির সময়সীমা: ৩০ কার্যদিবস১৩ জানুয়ারি ২০২৭ তারিখের মধ্যে', 'নিষ্পত্তির সময়সীমা: ২০ কার্যদিবস১০ ফেব্রুয়ারি ২০২৭ তারিখের মধ্যে',
      'নিষ্পত্তির সময়সীমা: ৬০ কার্যদিবস৯ মে ২০২৭ তারিখের মধ্যে'].flatMap((wanted, at) => differs(`tier ${at + 1}`, said[at], wanted));
  }));
});

test('the page of grievances counts its tiers from the day of the complaint', async () => {
  none(await withScripts([GRIEVANCE], { width: 360 }, async (page) => {
    await on(page, '2026-11-24T08:00:00Z');
    await page.getByLabel('অভিযোগের তারিখ').fill('2027-01-03');
    const said = await limits(page);
    return [
      ...differs('tier 1', said[0], 'নিষ্পত্তির সময়সীমা: ৩০ কার্যদিবস১৪ ফেব্রুয়ারি ২০২৭ তারিখের মধ্যে'),
      ...differs('the whole', await status(page), '৩ জানুয়ারি ২০২৭ তারিখে অভিযোগ করলে সব ধাপ মিলিয়ে ৮ জুন ২০২৭ তারিখের মধ্যে নিষ্পত্তি হওয়ার কথা।'),
    ];
  }));
});

test('a sum past the last holiday says so, and one before it does not', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    await on(page, '2026-11-24T08:00:00Z');
    const before = await shown(page, '[data-last]');
    await page.getByLabel('আবেদনের তারিখ').fill('2027-12-20');
    return [...differs('the note before', before, false), ...differs('the note after', await shown(page, '[data-last]'), true)];
  }));
});

test('a day on which offices are closed says so, and a working day does not', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    const said = [];
    for (const day of ['2026-11-28T08:00:00Z', '2026-12-16T08:00:00Z', '2026-11-24T08:00:00Z']) {
      await on(page, day);
      said.push(await page.locator('.shut').textContent());
    }
    return ['আজ কার্যালয় বন্ধ।', 'আজ কার্যালয় বন্ধ।', ''].flatMap((wanted, at) => differs(`day ${at + 1}`, said[at], wanted));
  }));
});

test('a year far away is refused in words, and the days of the tiers are taken back', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    await on(page, '2026-11-24T08:00:00Z');
    await page.getByLabel('আবেদনের তারিখ').fill('1999-01-01');
    const said = await status(page);
    return [...differs('the answer', said.startsWith('এত দূরের তারিখ'), true),
      ...differs('a tier', await page.locator('.limit > .line').first().textContent(), '')];
  }));
});

test('where the list is not said to be complete, the moon is spoken of', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    await on(page, '2026-11-24T08:00:00Z');
    const before = await shown(page, '[data-complete]');
    await page.locator('[data-complete]').evaluate((note) => { note.dataset.complete = '2027-12-31'; });
    await page.getByLabel('আবেদনের তারিখ').fill('2026-11-25');
    return [...differs('the note', before, true), ...differs('the note in a complete list', await shown(page, '[data-complete]'), false)];
  }));
});

test('a field that is emptied leaves what was said', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    await on(page, '2026-11-24T08:00:00Z');
    const before = await status(page);
    await page.getByLabel('আবেদনের তারিখ').fill('');
    return differs('the sentence', await status(page), before);
  }));
});

test('the field is as high as a finger', async () => {
  none(await withScripts([COUNTED, GRIEVANCE], { width: 320 }, async (page) => {
    const { width, height } = await page.locator('[data-week] input').boundingBox();
    return height >= 44 && width >= 120 ? [] : [`the field is ${width} by ${height} px`];
  }));
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing against WCAG 2.2 AA in what the script shows, in ${colorScheme} colours`, async () => {
    none(await withScripts([COUNTED, GRIEVANCE, CHARTER], { width: 320, colorScheme }, async (page) => {
      // Past the last holiday all of it shows.
      await on(page, '2028-01-03T08:00:00Z');
      return axeOn(page);
    }));
  });
}

test('the field is reached by keyboard, and what it says is announced', async () => {
  none(await withScripts([COUNTED], {}, async (page) => {
    const field = page.getByLabel('আবেদনের তারিখ');
    await page.locator('[data-week]').evaluate((box) => { box.tabIndex = -1; box.focus(); });
    await page.keyboard.press('Tab');
    const reached = await field.evaluate((input) => input === document.activeElement);
    return [...differs('the field in focus', reached, true), ...differs('places that are announced', await page.getByRole('status').count(), 1)];
  }));
});

test('a limit in words asks for no day', async () => {
  none(await withScripts([IN_WORDS], {}, async (page) => differs('fields', await page.locator('[type=date]').count(), 0)));
});

test('wherever the day of the charter stands it is said to be overdue from the day after, and nothing moves', async () => {
  none(await withScripts([HOME, CHARTER, POSTER, COUNTED, IN_WORDS], { width: 360 }, async (page) => {
    const [, due] = /data-due="?([0-9-]+)/.exec(await page.content());
    const end = () => page.locator('footer').evaluate((foot) => foot.getBoundingClientRect().top);
    await on(page, `${due}T08:00:00Z`);
    const [last, before] = [await shown(page, '[data-due] strong'), await end()];
    await on(page, `${due}T19:00:00Z`);
    return [
      ...differs('the note on the last day', last, false),
      ...differs('the note on the day after', await shown(page, '[data-due] strong'), true),
      ...differs('what it says else', await shown(page, '[data-due] span'), false),
      ...differs('the place of the foot', await end(), before),
    ];
  }));
});

test('an overdue charter says so on paper', async () => {
  none(await withScripts([CHARTER, POSTER], {}, async (page) => {
    await on(page, '2099-01-01T08:00:00Z');
    await page.emulateMedia({ media: 'print' });
    return differs('the note on paper', await shown(page, '[data-due] strong'), true);
  }));
});

test('neither calculator nor what it reckons is printed', async () => {
  none(await withScripts([COUNTED, GRIEVANCE], {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return [...differs('the calculator on paper', await shown(page, '[data-week]'), false),
      ...differs('the day of a tier on paper', await shown(page, '.limit span'), false)];
  }));
});

test('without scripts a service names its limit, and asks and promises nothing else', async () => {
  none(await onPages([COUNTED, GRIEVANCE, CHARTER], {}, async (page, file) => page.evaluate((counted) => [
    ...tools.all('.counted, [data-due] strong').filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => `${tools.name(one)} shows`),
    ...(counted && !document.querySelector('dd[data-days]').textContent.includes('কার্যদিবস') ? ['the limit is not named'] : []),
  ], file === COUNTED)));
});
