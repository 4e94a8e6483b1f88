// The report of a check on paper: whoever telephones ticks it off. What holds for every page is tested with every page.

import { test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useBrowser } from './browser.mjs';
import { pdfinfoProgram, pdftotextProgram } from './programs.mjs';
import { none } from './problems.mjs';
import { reportPages } from './site.mjs';

const { onPages } = useBrowser();

const A4_WIDTH = 595.28;
const bare = (text) => text.normalize('NFC').replace(/[\s\u200b\u00ad]+/g, '');

test('the report prints on A4 with every office, number and finding that is on the screen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-report-'));
  try {
    none(await onPages(reportPages, {}, async (page, file) => {
      const pdf = join(folder, `${file.replaceAll('/', '-')}.pdf`);
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      const width = Number(/^Page size:\s+([\d.]+)/m.exec(execFileSync(pdfinfoProgram(), [pdf], { encoding: 'utf8' }))[1]);
      const paper = bare(execFileSync(pdftotextProgram(), ['-raw', pdf, '-'], { encoding: 'utf8' }));
      const texts = await page.evaluate(() => tools.all('main :is(h1, h2, h3, .call strong, .concerns b, th, .tally dd)')
        .filter((one) => tools.shown(one)).map((one) => one.textContent));
      return [
        ...(Math.abs(width - A4_WIDTH) < 1 ? [] : [`is ${width} pt wide`]),
        ...(texts.length > 5 ? [] : ['hardly anything was looked for']),
        ...texts.filter((text) => !paper.includes(bare(text))).map((text) => `“${text}” is not on paper`),
      ];
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
