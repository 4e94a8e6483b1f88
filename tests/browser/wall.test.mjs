// The sheet for the wall, and the code that leads from paper to the portal, read
// back from the printed page as a telephone would.

import { test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

import { useBrowser } from './browser.mjs';
import { pdfinfoProgram, pdftoppmProgram, pdftotextProgram } from './programs.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, FIELD, portals, read, UNCONFIRMED } from './site.mjs';

const { onPages } = useBrowser();

const A3 = { width: 841.89, height: 1190.55 };
const POINTS_PER_MM = 72 / 25.4;
// Signs are readable from 200 times the height of their letters or a little
// more: type of 6 mm and up for 1.5 m.
const HEADING_MM = 6;

const bare = (text) => text.normalize('NFC').replace(/[\s\u200b\u00ad]+/g, '');

/** Prints each page and gives `look` the PDF as well; a browser without scripts must print the same. */
async function printed(files, scripts, look) {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-wall-'));
  try {
    return await onPages(files, { scripts }, async (page, file) => {
      const pdf = join(folder, `${file.replaceAll('/', '-')}.pdf`);
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      return look(page, file, pdf);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the code on the first sheet says; null when there is none that can be read. */
function scanned(pdf) {
  // As a telephone of little resolution sees it, from as far as the whole sheet fits its picture.
  execFileSync(pdftoppmProgram(), ['-png', '-singlefile', '-r', '120', pdf, pdf]);
  const { data, width, height } = PNG.sync.read(readFileSync(`${pdf}.png`));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

for (const scripts of [true, false]) {
  test(`the code on the printed charter and poster leads to the portal, scripts ${scripts ? 'on' : 'off'}`, async () => {
    const pages = [CONFIRMED, UNCONFIRMED, FIELD].flatMap((office) => [`${office}/charter/index.html`, `${office}/poster/index.html`]);
    none(await printed(pages, scripts, async (page, file, pdf) => {
      const [office] = file.split('/');
      let said = scanned(pdf);
      if (said === null) {
        // Chromium fetches what was put off when printing begins; on a machine that is very busy the first print may be
        // made before it has come. Then the second must have it.
        await page.pdf({ path: pdf, preferCSSPageSize: true });
        said = scanned(pdf);
      }
      const beneath = bare(execFileSync(pdftotextProgram(), ['-l', '1', pdf, '-'], { encoding: 'utf8' }));
      return [
        ...(said === `https://${office}/` ? [] : [`its code says ${said}`]),
        ...(beneath.includes(office) ? [] : ['the address is not beside the code in letters']),
      ];
    }));
  });
}

test('the poster of every office prints on one A3 sheet in both languages, with all that is on it', async () => {
  const posters = portals.flatMap((portal) => ['', 'en/'].map((folder) => `${portal}/${folder}poster/index.html`));
  none(await printed(posters, true, async (page, file, pdf) => {
    const info = execFileSync(pdfinfoProgram(), [pdf], { encoding: 'utf8' });
    const count = Number(/^Pages:\s+(\d+)/m.exec(info)[1]);
    const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info).map(Number);
    const paper = bare(execFileSync(pdftotextProgram(), ['-raw', pdf, '-'], { encoding: 'utf8' }));
    const services = JSON.parse(read(`${file.split('/')[0]}/charter/charter.json`)).services;
    // Of the two sentences of a charter's day one is hidden.
    const texts = await page.evaluate(() => tools.all('.poster :is(caption, tbody td, h1, h2, p, .call strong)').map((element) => (element.matches('.due') ? element.innerText : element.textContent)));
    return [
      ...(count === 1 ? [] : [`takes ${count} sheets`]),
      ...(Math.abs(width - A3.width) < 1 && Math.abs(height - A3.height) < 1 ? [] : [`is ${width} × ${height} pt`]),
      ...services.map(({ name }) => name).filter(() => !file.includes('/en/')).concat(texts)
        .filter((text) => !paper.includes(bare(text)))
        .map((text) => `“${text}” is not on the sheet`),
    ];
  }));
});

test('the headings and the number to call can be read from 1.5 m', async () => {
  none(await onPages([`${CONFIRMED}/poster/index.html`], {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const sizes = await page.evaluate(() => tools.all('.poster :is(h1, h2, caption, .name, .call strong)')
      .map((element) => ({ what: tools.name(element), points: parseFloat(getComputedStyle(element).fontSize) * 0.75 })));
    if (sizes.length < 7) return ['headings are missing'];
    return sizes.filter(({ points }) => points / POINTS_PER_MM < HEADING_MM)
      .map(({ what, points }) => `${what} is set in ${points} pt only`);
  }));
});
