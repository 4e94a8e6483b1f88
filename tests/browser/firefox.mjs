// Debian's Firefox, driven over WebDriver BiDi, which needs no driver of its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

import { firefoxProgram } from './programs.mjs';

/**
 * Prints each of the files in one Firefox, as its menu does with "100 %" and the size that the page asks for. Gives what `look(page, pdf)` says of
 * each, in order.
 */
export async function printInFirefox(files, look) {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-firefox-'));
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxProgram(), headless: true });
  try {
    const page = await browser.newPage();
    const said = [];
    for (const [at, file] of files.entries()) {
      const pdf = join(folder, `${at}.pdf`);
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      said.push(await look(page, pdf));
    }
    return said;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
