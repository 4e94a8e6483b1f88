// `sanad serve` as an author sees it: an edit appears, a mistake lies over the last good page and goes when mended.

import { after, afterEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launch } from './browser.mjs';
import { sanad } from './programs.mjs';
import { CONFIRMED } from './site.mjs';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'sanad-preview-'));
const content = join(folder, 'content');
cpSync(join(repository, 'content'), content, { recursive: true });
const notice = join(content, 'doict/offices/rupganj.narayanganj/notices/charter-approved.md');
const charter = join(content, 'doict/charter.yaml');

const preview = spawn(
  ...sanad('serve', '--lang', 'bn', '--port', '0', '--content', content, '--themes', join(repository, 'themes')),
  // A group of its own, so that what cargo started ends with it.
  { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
);
const origin = await new Promise((found, failed) => {
  let said = '';
  preview.stdout.on('data', (text) => {
    said += text;
    const address = said.match(/http:\/\/[\d.]+:\d+/);
    if (address) found(address[0]);
  });
  preview.on('exit', () => failed(new Error(`the preview ended: ${said}`)));
});
const browser = await launch();

after(async () => {
  await browser.close();
  process.kill(-preview.pid, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

// What one test wrote is no matter of the next, also when it failed half way.
const whole = new Map([notice, charter].map((file) => [file, readFileSync(file, 'utf8')]));
afterEach(() => {
  for (const [file, text] of whole) {
    if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
});

function edit(file, from, to) {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${file} holds ${from}`);
  writeFileSync(file, text.replace(from, to));
}

async function open(path, options = {}) {
  const page = await browser.newPage(options);
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}/${path}`);
  return { page, complaints };
}

const overlay = (page) => page.locator('sanad-mistakes details');

/** A picture for whoever wants to look: SANAD_SHOTS names a folder. */
async function shoot(page, name) {
  if (process.env.SANAD_SHOTS) await page.screenshot({ path: join(process.env.SANAD_SHOTS, `${name}.png`) });
}

test('an edit appears in the open page by itself', async () => {
  const { page, complaints } = await open(`${CONFIRMED}/notices/charter-approved/index.html`);
  edit(notice, '\n---\n\n', '\n---\n\nএইমাত্র লেখা।\n\n');
  await page.getByText('এইমাত্র লেখা।').waitFor();
  edit(notice, 'এইমাত্র লেখা।\n\n', '');
  await page.getByText('এইমাত্র লেখা।').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, [], 'nothing breaks the content policy');
});

test('a mistake lies over the last good page and goes when it is mended', async () => {
  const { page, complaints } = await open(`${CONFIRMED}/index.html`, { viewport: { width: 1280, height: 800 } });
  const heading = await page.locator('h1').textContent();
  edit(notice, 'title:', 'titel:');
  edit(charter, 'vision:', 'visoin:');
  // A build that began between the two edits may tell of the first alone, and of the second file as half written.
  await overlay(page).filter({ hasText: 'titel' }).filter({ hasText: 'visoin' }).waitFor();
  const text = await overlay(page).locator('pre').innerText();
  assert.match(text, /ভুল\[unknown-key\].*`visoin`/s);
  assert.match(text, /charter\.yaml:\d+:\d+/);
  assert.ok(!text.includes('\u001b'), 'no escape sequences');
  assert.equal(await page.locator('h1').textContent(), heading, 'the page is there');
  await shoot(page, 'mistakes-desktop');

  const phone = await open(`${CONFIRMED}/index.html`, { viewport: { width: 360, height: 740 } });
  await overlay(phone.page).waitFor();
  await shoot(phone.page, 'mistakes-phone');
  await overlay(phone.page).locator('summary').click();
  assert.equal(await overlay(phone.page).locator('pre').isVisible(), false, 'it can be folded away');
  await shoot(phone.page, 'mistakes-folded');

  edit(charter, 'visoin:', 'vision:');
  await page.waitForFunction(() => {
    const panel = document.querySelector('sanad-mistakes');
    return panel?.shadowRoot.textContent.includes('titel') && !panel.shadowRoot.textContent.includes('visoin');
  });
  edit(notice, 'titel:', 'title:');
  await overlay(page).waitFor({ state: 'detached' });
  await overlay(phone.page).waitFor({ state: 'detached' });
  assert.deepEqual([...complaints, ...phone.complaints], []);
});

test('the preview leaves no service worker in the browser', async () => {
  const { page, complaints } = await open(`${CONFIRMED}/index.html`);
  // Where pages register one, it is after a moment of rest.
  await page.evaluate(() => new Promise((done) => { requestIdleCallback(() => setTimeout(done, 500)); }));
  assert.deepEqual(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.equal((await fetch(`${origin}/${CONFIRMED}/sw.js`)).status, 404, 'one that another server left there goes');
  assert.deepEqual(complaints, []);
});

test('the preview opens at the directory of offices, and its links lead to the portals', async () => {
  const { page } = await open('');
  await page.locator(`a[href*="${CONFIRMED}"]`).first().click();
  await page.waitForURL(new RegExp(CONFIRMED));
  assert.ok(await page.locator('script[src="/.sanad/preview.js"]').count());
});
