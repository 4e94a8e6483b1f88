// Pictures of every page type, for people to look at; no test compares them.
// npm run screenshots -- OUTDIR (a new temporary folder if left out)

import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { launch } from './browser.mjs';
import { serve } from './server.mjs';
import { pageTypes, site } from './site.mjs';

const out = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'sanad-screenshots-')));
mkdirSync(out, { recursive: true });

const fileName = (file) => file.replace(/(\/?index)?\.html$/, '').replaceAll('/', '_') || 'directory';

const server = await serve({ '/': site });
const browser = await launch();
try {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      for (const file of pageTypes) {
        await page.goto(`${server.origin}/${file}`);
        await page.screenshot({ path: join(out, `${fileName(file)}.${width}.${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
  }
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const file of pageTypes.filter((name) => /\/(charter|poster)\/index\.html$/.test(name))) {
    await page.goto(`${server.origin}/${file}`);
    await page.pdf({ path: join(out, `${fileName(file)}.pdf`), preferCSSPageSize: true });
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(out);
