// Every link leads somewhere, wherever the site is put.

import { before, test } from 'node:test';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { SUBPATH, useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { serve } from './server.mjs';
import { files, htmlFiles, inPortal, portals, read, site } from './site.mjs';

const { onDocuments } = useBrowser();

/** Each page: its links (attribute, value, element in words) and its ids. */
const pages = new Map();

/** The links between files: pages and pictures, and what style sheets name. */
let inner = [];
let outer = [];

before(async () => {
  const found = await onDocuments(htmlFiles, (html) => {
    const document = tools.parse(html);
    const links = [];
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['href', 'src', 'poster', 'data', 'action', 'cite']) {
        if (element.hasAttribute(name)) {
          links.push({ value: element.getAttribute(name), rel: element.getAttribute('rel') ?? '', element: `${tools.name(element)} ${name}` });
        }
      }
      for (const part of (element.getAttribute('srcset') ?? '').split(',')) {
        const [value] = part.trim().split(/\s+/);
        if (value) links.push({ value, rel: '', element: `${tools.name(element)} srcset` });
      }
    }
    const ids = [...document.querySelectorAll('[id], a[name]')].map((element) => element.id || element.name);
    return { links, ids };
  });
  htmlFiles.forEach((file, at) => pages.set(file, found[at]));

  const all = [...pages].flatMap(([file, { links }]) => links.map((link) => ({ file, ...link })));
  for (const file of files.filter((name) => name.endsWith('.css'))) {
    for (const [, , value] of read(file).matchAll(/(?:url\(\s*|@import\s+)(["']?)([^"')]+)\1/g)) {
      all.push({ file, value, rel: '', element: 'url()' });
    }
  }
  const leadsOut = ({ value }) => /^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith('//');
  inner = all.filter((link) => !leadsOut(link));
  outer = all.filter(leadsOut);
});

const say = ({ file, element, value }, wrong) => `${file}: ${element}=${value} ${wrong}`;

test('the site has links to check', () => {
  none(inner.length > htmlFiles.length ? [] : [`only ${inner.length} links were found in ${htmlFiles.length} pages`]);
});

test('no link starts at the root of the host', () => {
  none([...inner, ...outer]
    .filter(({ value }) => value.startsWith('/'))
    .map((link) => say(link, 'would break under a sub-path and in a folder')));
});

test('links out of the site are https, mailto, tel or geo, and well formed', () => {
  const good = {
    'https:': /^https:\/\/([a-z0-9-]+\.)+[a-z]{2,}(\/\S*)?$/i,
    'mailto:': /^mailto:[^@\s]+@([a-z0-9-]+\.)+[a-z]{2,}$/i,
    'tel:': /^tel:\+?[0-9]+$/,
    'geo:': /^geo:[0-9.]+,[0-9.]+$/,
  };
  none(outer
    .filter(({ value }) => !good[value.slice(0, value.indexOf(':') + 1)]?.test(value))
    .map((link) => say(link, 'is no https:, mailto:, tel: or geo: address')));
});

/** What is wrong with the links of `from`, when a file's address is `address(file)`. */
async function broken(from, address, exists) {
  const known = new Map();
  const problems = [];
  for (const link of inner.filter(({ file }) => from(file))) {
    const url = new URL(link.value, address(link.file));
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = '';
    if (!known.has(url.href)) known.set(url.href, await exists(url));
    if (!known.get(url.href)) {
      problems.push(say(link, `leads nowhere (${url.href})`));
      continue;
    }
    if (!link.value.includes('#')) continue;
    const target = posix.normalize(posix.join(dirname(link.file), link.value.split('#')[0]));
    const page = pages.get(link.value.startsWith('#') ? link.file : target);
    if (page && !page.ids.includes(fragment)) problems.push(say(link, 'names a place which that page does not have'));
  }
  return problems;
}

const answers = async (url) => (await fetch(url, { method: 'HEAD' })).status === 200;

for (const [where, prefix] of [['at the root of a host', '/'], ['under a sub-path', SUBPATH]]) {
  test(`every link and fragment resolves with the site ${where}`, async () => {
    const server = await serve({ [prefix]: site });
    try {
      none(await broken(() => true, (file) => `${server.origin}${prefix}${file}`, answers));
    } finally {
      await server.stop();
    }
  });
}

test('every link and fragment resolves with the site in a folder, without a server', async () => {
  none(await broken(
    () => true,
    (file) => pathToFileURL(join(site, file)).href,
    // A folder's address shows a listing there, not its index.html.
    (url) => existsSync(fileURLToPath(url)) && statSync(fileURLToPath(url)).isFile(),
  ));
});

// This is how an office goes on line: under its own host name, with none of the
// other folders beside it.
test('every link resolves with an office alone on its own host, or on a sub-path of one', async () => {
  const problems = [];
  for (const portal of portals) {
    for (const prefix of ['/', SUBPATH]) {
      const server = await serve({ [prefix]: join(site, portal) });
      try {
        problems.push(...await broken(
          (file) => file.startsWith(`${portal}/`),
          (file) => `${server.origin}${prefix}${file.slice(portal.length + 1)}`,
          answers,
        ));
      } finally {
        await server.stop();
      }
    }
  }
  none(problems);
});

/** The file behind an address of an office's own host. */
function ownFile(portal, url) {
  const path = decodeURIComponent(url.pathname).slice(1);
  return `${portal}/${path === '' || path.endsWith('/') ? `${path}index.html` : path}`;
}

test('full addresses that name the office\'s own host lead to its pages', () => {
  const problems = [];
  for (const link of outer.filter(({ value }) => value.startsWith('https:'))) {
    const url = new URL(link.value);
    if (!portals.includes(url.host)) continue;
    if (!files.includes(ownFile(url.host, url))) problems.push(say(link, 'names a page that is not built'));
  }
  for (const portal of portals) {
    const feed = read(`${portal}/notices/feed.xml`);
    for (const [, value] of feed.matchAll(/href="([^"]+)"/g)) {
      const url = new URL(value);
      if (url.host !== portal || !files.includes(ownFile(portal, url))) {
        problems.push(`${portal}/notices/feed.xml: ${value} names a page that is not built`);
      }
    }
  }
  none(problems);
});

test('the canonical address of a page is its own', () => {
  none(portals.flatMap((portal) => inPortal(portal).flatMap((file) => {
    const own = pages.get(file).links.filter(({ rel }) => rel.split(/\s+/).includes('canonical'));
    if (own.length !== 1) return [`${file} has ${own.length} canonical addresses`];
    const url = new URL(own[0].value);
    return url.host === portal && ownFile(portal, url) === file ? [] : [`${file} calls itself ${own[0].value}`];
  })));
});

test('no id occurs twice on a page', () => {
  none([...pages].flatMap(([file, { ids }]) =>
    [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `${file}: #${id} occurs more than once`)));
});
