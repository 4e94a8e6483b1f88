// What a page asks for and holds while it loads. What it weighs is for budgets.test.mjs.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import {
  DIRECTORIES, htmlFiles, inPortal, missingPages, pageTypes, portals, quickPages, read, servicePages, UNCONFIRMED,
} from './site.mjs';

const { onPages, onDocuments } = useBrowser();

/** Everything the page asks for and everything it complains of. */
function listen(page) {
  const heard = { requests: [], complaints: [] };
  page.on('request', (request) => heard.requests.push(request.url()));
  page.on('requestfailed', (request) => {
    const error = request.failure()?.errorText;
    // Aborted is what our own going on to the next page does to a late icon.
    if (error !== 'net::ERR_ABORTED') heard.complaints.push(`${request.url()} failed: ${error}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) heard.complaints.push(`${response.url()} answered ${response.status()}`);
  });
  page.on('console', (message) => heard.complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.complaints.push(`page error: ${error.message}`));
  return heard;
}

test('every office has every page the suite is meant to look at', () => {
  none(missingPages());
});

// Every page once; a page of each type where only the address is another.
const every = [...new Set([...quickPages, ...inPortal(UNCONFIRMED)])];

for (const [mode, pages, where, scripts = false] of [
  ['root', every, 'at the root of a host'],
  // The policy allows no script: a page that held one would hear of it here.
  ['root', pageTypes, 'at the root of a host in a browser that runs scripts', true],
  ['subpath', pageTypes, 'under a sub-path'],
  ['file', pageTypes, 'from a folder without a server'],
]) {
  test(`every page loads ${where} without a complaint and without leaving its host`, async () => {
    const heard = new Map();
    none(await onPages(
      pages,
      { mode, width: 360, scripts, prepare: (page, file) => heard.set(file, listen(page)) },
      async (page, file) => {
        const { requests, complaints } = heard.get(file);
        const home = new URL(page.url());
        const away = requests.filter((url) => {
          const { protocol, host } = new URL(url);
          return protocol !== 'data:' && (protocol !== home.protocol || host !== home.host);
        });
        // A style sheet that did not arrive leaves the browser's own look.
        const sheets = await page.evaluate(() => document.styleSheets.length);
        return [
          ...complaints,
          ...away.map((url) => `asks for ${url}, away from its host`),
          ...(sheets ? [] : ['no style sheet was applied']),
        ];
      },
    ));
  });
}

test('no page holds a script beside the one that waits, an inline style or a form beside the search', async () => {
  const found = await onDocuments(htmlFiles, (html) => {
    const problems = [];
    for (const element of tools.parse(html).querySelectorAll('*')) {
      const wrong = (what) => problems.push(`${tools.name(element)} ${what}`);
      // A data block: no browser runs it, and the test below holds it to being data.
      if (element.matches('script[type="application/ld+json"]') && element.attributes.length === 1) continue;
      const search = element.matches('form[role=search][action$="index.html"]:not([method])')
        || element.matches('head > script[defer][src*="assets/page."]:empty');
      if (!search && ['script', 'style', 'iframe', 'object', 'embed', 'form', 'base'].includes(element.localName)) {
        wrong('has no place on these pages');
      }
      if (element.matches('meta[http-equiv]')) wrong('acts on the page by http-equiv');
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) wrong(`has the event attribute ${name}`);
        if (name === 'style') wrong('has a style attribute');
        if (/^\s*(javascript|vbscript|data):/i.test(value)) wrong(`has ${name}=${value.slice(0, 40)}`);
      }
    }
    for (const one of ['form', 'script[src]']) {
      const count = tools.parse(html).querySelectorAll(one).length;
      if (count !== 1) problems.push(`has ${count} times <${one}>`);
    }
    return problems;
  });
  none(htmlFiles.flatMap((file, at) => found[at].map((wrong) => `${file}: ${wrong}`)));
});

// That the policy of ./server.mjs, which allows no script at all, lets them be
// is tested above.
test('what pages say of office and services for search engines is data and nothing else', async () => {
  const blocks = await onDocuments(htmlFiles, (html) =>
    [...tools.parse(html).querySelectorAll('script:not([src])')].map((element) => element.textContent));
  const wrong = htmlFiles.flatMap((file, at) => blocks[at].flatMap((text) => {
    if (/[<>&]/.test(text)) return [`${file}: a data block holds a sign that could end it`];
    try {
      const data = JSON.parse(text);
      return data['@context'] === 'https://schema.org' && data['@type'] ? [] : [`${file}: a data block says not what it is`];
    } catch (error) {
      return [`${file}: a data block is no JSON: ${error.message}`];
    }
  }));
  const expected = portals.flatMap((portal) => ['index.html', 'contact/index.html'].map((page) => `${portal}/${page}`)
    .concat(servicePages(portal)));
  const lacking = expected.filter((file) => blocks[htmlFiles.indexOf(file)].length !== 1);
  none([...wrong, ...lacking.map((file) => `${file} does not have one data block`)]);
});

test('each of the services of an office has a page of its own', () => {
  none(portals.flatMap((portal) => {
    const services = JSON.parse(read(`${portal}/charter/charter.json`)).services;
    const pages = servicePages(portal);
    return services
      .map(({ id }) => `${portal}/services/${id}/index.html`)
      .filter((file) => !pages.includes(file))
      .map((file) => `${file} is not built`);
  }));
});
