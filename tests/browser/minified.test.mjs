// What the minifier takes out may be missed by nobody: with it and without it a
// page says the same, leads to the same places, and looks the same to a screen reader.

import { after, test } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { launch } from './browser.mjs';
import { none } from './problems.mjs';
import { build, quickPages, site } from './site.mjs';

const plain = build('--no-minify');
const browser = await launch();
after(() => browser.close());

/** Everything in a page that a reader can notice. */
async function seen(page, folder, file) {
  await page.goto(pathToFileURL(join(folder, file)).href);
  const { text, links } = await page.evaluate(() => ({
    text: document.body.innerText.replace(/\s+/g, ' ').trim(),
    links: [...document.querySelectorAll('[href], [src]')].map((element) => [
      element.tagName, element.getAttribute('href') ?? element.getAttribute('src'), element.textContent.trim(),
    ].join(' ')).sort(),
  }));
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const told = nodes
    .filter(({ ignored, role }) => !ignored && !['InlineTextBox', 'StaticText'].includes(role?.value))
    .map(({ role, name, properties }) => JSON.stringify([
      role?.value, (name?.value ?? '').replace(/\s+/g, ' ').trim(),
      (properties ?? []).filter(({ name }) => name !== 'url').map(({ name, value }) => [name, value.value ?? null]),
    ]));
  return { text, links, told };
}

test('with and without the minifier a page says, links and tells screen readers the same', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const wrong = [];
  for (const file of quickPages) {
    const [small, large] = [await seen(page, site, file), await seen(page, plain, file)];
    if (small.text.length < 50 || small.told.length < 5) wrong.push(`${file} says next to nothing`);
    if (small.text !== large.text) wrong.push(`${file} says something else: ${difference(small.text.split(' '), large.text.split(' '))}`);
    if (small.links.join() !== large.links.join()) wrong.push(`${file} links something else: ${difference(small.links, large.links)}`);
    if (small.told.join() !== large.told.join()) wrong.push(`${file} tells screen readers something else: ${difference(small.told, large.told)}`);
  }
  none(wrong);
});

function difference(one, other) {
  const at = one.findIndex((item, index) => item !== other[index]);
  const from = Math.max(0, at - 3);
  return `${one.slice(from, at + 3)} | ${other.slice(from, at + 3)}`;
}
