// What Lighthouse says of home, charter and a service on a telephone: a report to read, not a gate, for on a busy machine its
// clock tells more of the machine than of the page. It fails only when it cannot run. Chromium and the server are our own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import lighthouse from 'lighthouse';

import { chromiumProgram } from './programs.mjs';
import { serve } from './server.mjs';
import { CONFIRMED, servicePages, site } from './site.mjs';

const PORT = 9333;
const service = servicePages(CONFIRMED).find((file) => !file.includes('/en/'));
const PAGES = [`${CONFIRMED}/index.html`, `${CONFIRMED}/charter/index.html`, service];

// The portal at the root of its host, as it is in public; robots.txt and links then say what they mean.
const server = await serve({ '/': join(site, CONFIRMED) }, { packed: true });
const folder = mkdtempSync(join(tmpdir(), 'sanad-lighthouse-'));
const browser = await chromium.launchPersistentContext(folder, {
  executablePath: chromiumProgram(),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${PORT}`],
});
try {
  for (const page of PAGES) {
    const path = page.slice(CONFIRMED.length + 1).replace(/index\.html$/, '');
    const { lhr } = await lighthouse(`${server.origin}/${path}`, { port: PORT, output: 'json', logLevel: 'error' });
    if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
    const scores = Object.values(lhr.categories).map(({ title, score }) => `${title} ${score === null ? '–' : Math.round(score * 100)}`);
    console.log(`/${path}: ${scores.join(', ')}`);
    for (const { title, auditRefs } of Object.values(lhr.categories)) {
      const lost = auditRefs.filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1);
      for (const { id } of lost) {
        const { title: what, displayValue = '' } = lhr.audits[id];
        console.log(`  ${title}: ${what} ${displayValue}`.trimEnd());
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
