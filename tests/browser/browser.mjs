// One browser for each file of tests, with the scripts of the pages switched off, but for the tests of the search.

import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { install } from './inpage.mjs';
import { chromiumProgram } from './programs.mjs';
import { serve } from './server.mjs';
import { read, site } from './site.mjs';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// Two cores are what the suite is meant for; a page waits for the disk and the
// protocol often enough that three at a time keep them busy.
const AT_ONCE = 3;

export const SUBPATH = '/some/path/';

export const launch = (flags = []) => chromium.launch({ executablePath: chromiumProgram(), args: [...FLAGS, ...flags] });

/**
 * Runs `work(item, worker)` over `items`, a few at a time, with the workers that
 * `hire` makes; the results keep their order.
 */
async function inTurn(items, hire, work) {
  const results = new Array(items.length);
  let next = 0;
  const run = async () => {
    const worker = await hire();
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at], worker);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, run));
  return results;
}

/**
 * Lets timers run while `work` does, for the tools that need them (axe).
 *
 * With scripts off, `page.evaluate` still answers, but timers and frames never
 * fire. The page has been read with scripts off by then, so no script of its own
 * can start any more. The first `true` is needed because this session has not
 * set anything yet, and Chromium takes a `false` that changes nothing for done.
 */
export async function withTimers(page, work) {
  const session = await page.context().newCDPSession(page);
  const disabled = (value) => session.send('Emulation.setScriptExecutionDisabled', { value });
  await disabled(true);
  await disabled(false);
  try {
    return await work();
  } finally {
    await disabled(true);
    await session.detach();
  }
}

/** A browser and a server for the tests of one file: started when first asked for, stopped at the end. `flags` are the browser's. */
export function useBrowser(flags) {
  let started;
  const start = () => (started ??= Promise.all([launch(flags), serve({ '/': site, [SUBPATH]: site })]));

  after(async () => {
    const [browser, server] = started ? await started : [];
    await browser?.close();
    await server?.stop();
  });

  const address = async (file, mode = 'root') => {
    if (mode === 'file') return pathToFileURL(join(site, file)).href;
    const [, server] = await start();
    return `${server.origin}${mode === 'subpath' ? SUBPATH : '/'}${file}`;
  };

  /**
   * Opens each of `files` and collects what `look(page, file)` finds wrong with
   * it. Each finding comes back with the page and the circumstances before it.
   */
  async function onPages(files, { width = 1280, height = 800, colorScheme = 'light', contrast = null, forcedColors = null, mode = 'root', scripts = false, prepare } = {}, look) {
    const [browser] = await start();
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width, height },
      colorScheme,
      contrast,
      forcedColors,
    });
    try {
      // A new tab costs more than the page in it, so each worker keeps its tab.
      const findings = await inTurn(files, () => context.newPage(), async (file, page) => {
        if (prepare) {
          // An icon the last page asked for late must not count for this one.
          page.removeAllListeners();
          await page.goto('about:blank');
          await prepare(page, file);
        }
        await page.goto(await address(file, mode), { waitUntil: 'load' });
        await page.evaluate(install);
        const found = (await look(page, file)) ?? [];
        return found.map((wrong) => `${file} [${width} px, ${colorScheme}, ${mode}]: ${wrong}`);
      });
      return findings.flat();
    } finally {
      await context.close();
    }
  }

  /**
   * Reads HTML with the browser's own parser, without showing it: `look` runs
   * inside the browser on the text of each file (`tools.parse` makes it a document).
   */
  async function onDocuments(files, look) {
    const [browser] = await start();
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.evaluate(install);
      const results = [];
      for (const file of files) results.push(await page.evaluate(look, read(file)));
      return results;
    } finally {
      await context.close();
    }
  }

  /**
   * Opens each of `files` in a tab of its own with the page's scripts on; `query`
   * goes behind its address. What `look(page, file, heard)` finds wrong comes back
   * as from `onPages`, with everything that the browser complains of.
   */
  async function withScripts(files, { width = 1280, height = 800, colorScheme = 'light', mode = 'root', query = '', javaScriptEnabled = true }, look) {
    const [browser] = await start();
    const findings = await inTurn(files, async () => null, async (file) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      const heard = { requests: [], complaints: [] };
      page.on('request', (request) => heard.requests.push(request.url()));
      page.on('console', (message) => heard.complaints.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.complaints.push(`page error: ${error.message}`));
      page.setDefaultTimeout(10_000);
      try {
        await page.goto(await address(file, mode) + query, { waitUntil: 'load' });
        const found = [...await look(page, file, heard), ...heard.complaints];
        return found.map((wrong) => `${file} [${width} px, ${colorScheme}, ${mode}]: ${wrong}`);
      } finally {
        await context.close();
      }
    });
    return findings.flat();
  }

  return { onPages, onDocuments, withScripts };
}
