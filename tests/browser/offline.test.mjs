// A portal without a network: the whole office is there after one visit, says of what day it is, and no old page is ever
// shown while a newer one is to be had.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import {
  cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { axeOn } from './axe.mjs';
import { launch } from './browser.mjs';
import { install } from './inpage.mjs';
import { none } from './problems.mjs';
import { serve } from './server.mjs';
import {
  CONFIRMED, FIELD, UNCONFIRMED, inPortal, site,
} from './site.mjs';

const browser = await launch();
after(() => browser.close());

/** The file of a portal that tells its worker what to keep. */
const WORKER = 'sw.js';

/** The portals on a server of their own, in a folder that may be changed, and somebody who looks at them. */
async function visit(t, { answer, ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-offline-'));
  for (const part of [CONFIRMED, UNCONFIRMED, FIELD, 'index.html', 'assets', 'entries.js']) {
    cpSync(join(site, part), join(folder, part), { recursive: true });
  }
  const server = await serve({ '/': folder }, { answer });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    // A picture that found no room is missed, and its page says what it shows.
    if (!findsNoRoom(message.location().url)) complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  t.after(async () => {
    await context.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const address = (path) => `${server.origin}/${path}`;
  return {
    server, context, page, complaints, address,
    open: (path, options) => page.goto(address(path), { waitUntil: 'load', ...options }),
    edit: (path, from, to) => {
      const text = readFileSync(join(folder, path), 'utf8');
      assert.match(text, new RegExp(from), `${path} holds ${from}`);
      writeFileSync(join(folder, path), text.replace(new RegExp(from), to));
    },
    remove: (path) => unlinkSync(join(folder, path)),
    /** Opens a page of a portal and waits until the portal is kept. */
    async keep(path = `${CONFIRMED}/index.html`) {
      await this.open(path);
      await page.evaluate(() => navigator.serviceWorker.ready);
    },
    /** Ends the worker, as browsers do after half a minute; the next page starts it again. */
    async restWorkers() {
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
  };
}

const notice = (page) => page.locator('.offline');

/** The addresses that are kept, without the server's name. */
const kept = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return lists.flat().map(({ url }) => decodeURIComponent(new URL(url).pathname.slice(1))).sort();
});

const registrations = (page) => page.evaluate(async () =>
  (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname));

/** What a portal's list says is to be kept. */
const listed = (portal) => [...readFileSync(join(site, portal, WORKER), 'utf8').matchAll(/^\["([^"]+)","/gm)]
  .map(([, path]) => `${portal}/${path}`);

/** Whether an address is that of a picture of which no size is to be kept. */
function findsNoRoom(address) {
  const [, portal, picture] = address.match(/\/([^/]+)\/(assets\/pictures\/[^/]+-)\d+\.[^/]+$/) ?? [];
  return Boolean(picture) && !listed(portal).some((path) => path.startsWith(`${portal}/${picture}`));
}

/** Today in Dhaka as people write it there. */
function today() {
  return new Intl.DateTimeFormat('bn-BD-u-nu-beng', { timeZone: 'Asia/Dhaka', day: 'numeric', month: 'long', year: 'numeric' })
    .formatToParts(Date.now()).filter(({ type }) => type !== 'literal').map(({ value }) => value).join(' ').normalize('NFC');
}

/** A picture for whoever wants to look: SANAD_SHOTS names a folder. */
async function shoot(page, name) {
  if (process.env.SANAD_SHOTS) await page.screenshot({ path: join(process.env.SANAD_SHOTS, `${name}.png`) });
}

for (const [portal, first] of [[CONFIRMED, 'index.html'], [FIELD, 'services/ict-advice/index.html'], [UNCONFIRMED, '']]) {
  test(`after one visit every page of ${portal} opens without a server and says of what day it is`, async (t) => {
    const look = await visit(t, { deviceScaleFactor: 2 });
    await look.keep(`${portal}/${first}`);
    assert.deepEqual(await kept(look.page), listed(portal).sort());
    assert.deepEqual(look.complaints, []);
    await look.server.goAway();
    const problems = [];
    for (const file of inPortal(portal)) {
      const answer = await look.open(file);
      const text = await notice(look.page).innerText();
      const isEnglish = file.includes('/en/');
      // A megabyte is kept at most, the pages of the other language last: of the fullest portal not all of them.
      if (isEnglish && portal === FIELD && answer.status() === 503) {
        look.complaints.splice(0);
        continue;
      }
      if (answer.status() !== 200) problems.push(`${file}: answers ${answer.status()}`);
      const day = isEnglish
        ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Dhaka' }).format()
        : today();
      const hour = isEnglish
        ? / at \d{1,2}:\d\d [ap]m\./
        : /(রাত|ভোর|সকাল|দুপুর|বিকেল|সন্ধ্যা) [১-৯][০-২]?:[০-৫][০-৯]\)/;
      if (!text.includes(day)) problems.push(`${file}: says “${text}”`);
      if (!hour.test(text)) problems.push(`${file}: says no hour: “${text}”`);
      await look.page.evaluate(install);
      problems.push(...await look.page.evaluate(async (name) => {
        const faults = [];
        if ([...document.styleSheets].some((sheet) => !sheet.cssRules.length)) faults.push(`${name}: has no style`);
        if (!document.styleSheets.length) faults.push(`${name}: has no style`);
        for (const image of document.querySelectorAll('main img')) {
          // Pictures come behind the pages of both languages, and not all of many find room.
          if (!await caches.match(image.currentSrc.replace(/-\d+\./, '-480.'))) continue;
          image.loading = 'eager';
          const fault = await tools.decoded(image);
          if (fault) faults.push(`${name}: does not show a picture: ${fault}`);
        }
        if (document.documentElement.scrollWidth > innerWidth) faults.push(`${name}: is too wide`);
        return faults;
      }, file));
      problems.push(...look.complaints.splice(0).map((complaint) => `${file}: ${complaint}`));
    }
    none(problems);
    await look.open(`${portal}/${first}`);
    await shoot(look.page, `offline-${portal.split('.')[1]}`);
    none((await axeOn(look.page)).map((fault) => `light: ${fault}`));
    await look.page.keyboard.press('Tab');
    assert.equal(await look.page.evaluate(() => document.activeElement.className), 'skip', 'the skip link stays first');
    await look.page.emulateMedia({ colorScheme: 'dark' });
    await shoot(look.page, `offline-${portal.split('.')[1]}-dark`);
    none((await axeOn(look.page)).map((fault) => `dark: ${fault}`));
    // A folder without the name of its page is the same page, whatever is asked of it.
    for (const path of [`${portal}/charter/`, `${portal}/charter/?from=sms#services`, `${portal}/`]) {
      assert.equal((await look.open(path)).status(), 200, path);
      assert.equal(await notice(look.page).count(), 1, path);
    }
  });
}

/** As plain files, and as servers send the page for what is missing: never with status 200, and with a base (README). */
const MISSING = { 'as it is': {}, 'with a base': { status: 404 } };

for (const [how, missing] of Object.entries(MISSING)) test(`what is not kept is said to be so, at any depth, and leads to what is (404.html ${how})`, async (t) => {
  const file = `${CONFIRMED}/404.html`;
  const look = await visit(t, { answer: (path) => (path === `/${file}` ? missing : {}) });
  if (missing.status) look.edit(file, '<head>', "<head><base href='/elsewhere/'>");
  if (missing.status) look.edit(file, 'href=#page:main', 'href=404.html#page:main');
  await look.keep();
  await look.server.goAway();
  for (const path of ['no-such-page', 'services/no-such/page/at-all.html', 'files/form.pdf']) {
    const answer = await look.open(`${CONFIRMED}/${path}`);
    assert.equal(answer.status(), 503);
    assert.match(await notice(look.page).innerText(), /কোনো কপি সংরক্ষিত নেই/);
    assert.match(await look.page.locator('main').innerText(), /পাতাটি এখন দেখানো যাচ্ছে না/);
    assert.ok(!(await look.page.content()).includes('ঠিকানাটি ভুল'), 'nobody knows whether the address is wrong');
    await shoot(look.page, 'offline-unknown');
    none((await axeOn(look.page)).map((fault) => `${path}: ${fault}`));
    await look.page.locator('.skip').press('Enter');
    assert.equal(new URL(look.page.url()).pathname, `/${CONFIRMED}/${path}`, 'a link within the page stays in it');
    await look.page.locator('main a[href$="services/index.html"]').click();
    await look.page.waitForURL(look.address(`${CONFIRMED}/services/index.html`));
  }
});

test('no old page is shown while the server answers, whatever the browser has kept', async (t) => {
  // A server that lets browsers keep pages for an hour.
  const answer = () => ({ headers: { 'Cache-Control': 'max-age=3600' } });
  const look = await visit(t, { answer });
  const charter = `${CONFIRMED}/charter/index.html`;
  await look.keep(charter);
  await look.open(`${CONFIRMED}/index.html`);
  for (const change of ['প্রথম বদল', 'দ্বিতীয় বদল']) {
    look.edit(charter, '<h1[^>]*>[^<]*', `<h1>${change}`);
    await look.open(charter);
    assert.equal(await look.page.locator('h1').innerText(), change);
    assert.equal(await notice(look.page).count(), 0);
    // By a link, and by going back to it.
    await look.page.locator('.brand').click();
    await look.page.waitForURL(/\/index\.html$/);
    await look.page.goBack();
    assert.equal(await look.page.locator('h1').innerText(), change);
  }
  await look.server.goAway();
  await look.open(charter);
  assert.equal(await look.page.locator('h1').innerText(), 'দ্বিতীয় বদল', 'the copy is the newest that was seen');
});

test('as soon as the network is back the notice says so and leads to the newest page', async (t) => {
  const look = await visit(t);
  await look.keep();
  await look.context.setOffline(true);
  await look.server.goAway();
  await look.open(`${CONFIRMED}/contact/index.html`);
  const kept = await notice(look.page).innerText();
  assert.ok(kept.startsWith('এখন পোর্টালের সঙ্গে সংযোগ নেই। আপনি এই পাতার একটি সংরক্ষিত কপি দেখছেন (সংরক্ষণের সময়: '), kept);
  look.edit(`${CONFIRMED}/contact/index.html`, '<h1[^>]*>[^<]*', '<h1>নতুন পাতা');
  await look.server.comeBack();
  await look.context.setOffline(false);
  await look.page.getByText('সংযোগ ফিরে এসেছে।').waitFor();
  assert.equal(await notice(look.page).innerText(), kept.replace('এখন পোর্টালের সঙ্গে সংযোগ নেই।', 'সংযোগ ফিরে এসেছে।'));
  await shoot(look.page, 'offline-back');
  await notice(look.page).getByRole('link').click();
  await look.page.getByRole('heading', { name: 'নতুন পাতা' }).waitFor();
  assert.equal(await notice(look.page).count(), 0);
});

test('of a new version only what changed is fetched, and what it does not list goes', async (t) => {
  const look = await visit(t);
  await look.keep();
  const page = `${CONFIRMED}/officers/index.html`;
  look.edit(page, '<h1[^>]*>[^<]*', '<h1>নতুন কর্মকর্তা');
  look.edit(`${CONFIRMED}/${WORKER}`, '(\\["officers/index.html",")[0-9a-f]+', '$10000000000000000');
  look.edit(`${CONFIRMED}/${WORKER}`, '\\["privacy/index.html","[0-9a-f]+"\\],\\n', '');
  look.server.asked.length = 0;
  const changed = look.page.evaluate(() => new Promise((done) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true });
  }));
  await look.page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.update()));
  await changed;
  assert.deepEqual(look.server.asked, [`/${CONFIRMED}/${WORKER}`, `/${page}`]);
  await look.server.goAway();
  await look.open(page);
  assert.equal(await look.page.locator('h1').innerText(), 'নতুন কর্মকর্তা');
  assert.ok(!(await kept(look.page)).includes(`${CONFIRMED}/privacy/index.html`));
  assert.equal((await look.open(`${CONFIRMED}/privacy/index.html`)).status(), 503);
});

test('one file that cannot be had keeps no other away, and is fetched when it can', async (t) => {
  let broken = true;
  const file = `${CONFIRMED}/grievance/index.html`;
  const look = await visit(t, { answer: (path) => (broken && path === `/${file}` ? { status: 500 } : {}) });
  await look.keep();
  assert.deepEqual(await kept(look.page), listed(CONFIRMED).filter((path) => path !== file).sort());
  broken = false;
  await look.restWorkers();
  await look.open(`${CONFIRMED}/index.html`);
  await look.page.waitForFunction(async (path) => Boolean(await caches.match(path)), `/${file}`);
});

test('a server that is at fault is no newer page; a page that was withdrawn is not kept', async (t) => {
  let fault;
  const look = await visit(t, { answer: () => (fault ? { status: fault } : {}) });
  await look.keep();
  fault = 502;
  assert.equal((await look.open(`${CONFIRMED}/officers/index.html`)).status(), 200);
  assert.equal(await notice(look.page).count(), 1);
  assert.equal((await look.open(`${CONFIRMED}/no-such-page`)).status(), 404, 'what is not kept is answered as the server does');
  fault = undefined;
  look.remove(`${CONFIRMED}/officers/index.html`);
  assert.equal((await look.open(`${CONFIRMED}/officers/index.html`)).status(), 404);
  await look.server.goAway();
  assert.equal((await look.open(`${CONFIRMED}/officers/index.html`)).status(), 503);
});

test('a redirect of the server is followed, and the page behind it is kept under its own name', async (t) => {
  const from = `/${CONFIRMED}/charter`;
  const headers = { Location: `${from}/` };
  const look = await visit(t, { answer: (path) => (path === from ? { status: 301, headers } : {}) });
  await look.keep();
  assert.equal((await look.open(from.slice(1))).status(), 200);
  assert.equal(new URL(look.page.url()).pathname, `${from}/`);
  assert.equal(await notice(look.page).count(), 0);
  assert.deepEqual(await kept(look.page), listed(CONFIRMED).sort());
});

test('the search finds without a server', async (t) => {
  const look = await visit(t);
  await look.keep();
  await look.server.goAway();
  await look.open(`${CONFIRMED}/charter/index.html`);
  const field = look.page.locator('form input');
  await field.focus();
  await look.page.waitForFunction(() => document.querySelector('form input').getAttribute('role') === 'combobox');
  await look.page.keyboard.type('প্রশিক্ষণ');
  assert.ok((await look.page.locator('[role=option]').count()) > 0);
  await look.page.keyboard.press('Enter');
  await look.page.waitForURL(/site-map\/index\.html\?q=/);
  await look.page.locator('#found li').first().waitFor();
  assert.equal(await notice(look.page).count(), 1);
  assert.deepEqual(look.complaints, []);
});

test('two portals of one server are kept apart', async (t) => {
  const look = await visit(t);
  await look.keep(`${CONFIRMED}/index.html`);
  await look.keep(`${UNCONFIRMED}/index.html`);
  assert.deepEqual((await registrations(look.page)).sort(), [`/${CONFIRMED}/`, `/${UNCONFIRMED}/`].sort());
  assert.deepEqual(await kept(look.page), [...listed(CONFIRMED), ...listed(UNCONFIRMED)].sort());
  look.remove(`${UNCONFIRMED}/${WORKER}`);
  await look.restWorkers();
  await look.open(`${UNCONFIRMED}/contact/index.html`);
  await look.page.waitForFunction(async () => (await caches.keys()).length === 1);
  assert.deepEqual(await kept(look.page), listed(CONFIRMED).sort());
  await look.server.goAway();
  assert.equal((await look.open(`${CONFIRMED}/index.html`)).status(), 200);
});

test('a worker whose portal has none any more goes, and nothing of it stays', async (t) => {
  const look = await visit(t);
  await look.keep();
  look.remove(`${CONFIRMED}/${WORKER}`);
  await look.restWorkers();
  await look.open(`${CONFIRMED}/index.html`);
  await look.page.waitForFunction(async () => !(await caches.keys()).length
    && !(await navigator.serviceWorker.getRegistrations()).length);
});

test('nothing is kept from a disk, by the directory of all offices, or for who saves data', async (t) => {
  const look = await visit(t);
  for (const path of [pathToFileURL(join(site, CONFIRMED, 'index.html')).href, look.address('index.html')]) {
    await look.page.goto(path, { waitUntil: 'load' });
    await look.page.waitForTimeout(1500);
    assert.deepEqual(look.complaints, []);
  }
  assert.deepEqual(await registrations(look.page), []);
  await look.context.addInitScript(() => {
    Object.defineProperty(navigator.connection, 'saveData', { get: () => true });
  });
  await look.open(`${CONFIRMED}/index.html`);
  await look.page.waitForTimeout(1500);
  assert.deepEqual(await registrations(look.page), []);
  assert.ok(!look.server.asked.some((path) => path.endsWith(WORKER)));
});

test('a page is there with four requests before the worker asks for anything, and nothing moves', async (t) => {
  const look = await visit(t);
  await look.page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.moved += value; }))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await look.keep();
  const first = look.server.asked.indexOf(`/${CONFIRMED}/${WORKER}`);
  const before = new Set(look.server.asked.slice(0, first));
  assert.ok(first > 0 && before.size <= 4, [...before].join(' '));
  assert.equal(await look.page.evaluate(() => window.moved), 0);
  // Later too: style and scripts come from the copy, and the worker asks only whether it is still there.
  await look.restWorkers();
  look.server.asked.length = 0;
  await look.open(`${CONFIRMED}/contact/index.html`);
  await look.page.waitForTimeout(1500);
  assert.ok(look.server.asked.length <= 4, look.server.asked.join(' '));
  await look.server.goAway();
  await look.open(`${CONFIRMED}/charter/index.html`);
  assert.equal(await notice(look.page).count(), 1);
  assert.ok(await look.page.evaluate(() => window.moved) < 0.01, 'the notice is there from the beginning');
});
