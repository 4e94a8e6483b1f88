// Reading a printed page back from its PDF, with poppler.

import { execFileSync } from 'node:child_process';

import { pdfinfoProgram, pdftotextProgram } from './programs.mjs';

/** Text without any white space: in a PDF, spaces are guessed from distances. */
export const bare = (text) => text.normalize('NFC').replace(/[\s\u200b\u00ad]+/g, '');

/**
 * The sheets of a PDF: number, size in points, and text. "-raw" keeps the order in which the page was painted, in which the
 * cells of a row follow one another; the default order mixes the columns. `lines` are those of the page, `text` is bare.
 */
export function readPdf(file) {
  const info = execFileSync(pdfinfoProgram(), ['-f', '1', '-l', '-1', file], { encoding: 'utf8' });
  const count = Number(/^Pages:\s+(\d+)/m.exec(info)[1]);
  const sizes = [...info.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gm)];
  return Array.from({ length: count }, (_, at) => {
    const only = ['-f', String(at + 1), '-l', String(at + 1)];
    const text = execFileSync(pdftotextProgram(), ['-raw', ...only, file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return {
      number: at + 1,
      width: Number(sizes[at][1]),
      height: Number(sizes[at][2]),
      lines: text.split('\n').map((line) => line.trim()).filter(Boolean),
      text: bare(text),
    };
  });
}

const SIZES = { A4: [595.28, 841.89], 'A4 on its side': [841.89, 595.28], A3: [841.89, 1190.55] };

/** Which sheets are no `size`, in words. Firefox counts in whole points. */
export const wrongSizes = (sheets, size) => sheets
  .filter(({ width, height }) => Math.abs(width - SIZES[size][0]) > 1 || Math.abs(height - SIZES[size][1]) > 1)
  .map(({ number, width, height }) => `sheet ${number} is ${width} × ${height} pt, not ${size}`);

/** The numbers of sheets at the foot, "২ / ৬". */
const NUMBER = /^[\d০-৯]+ ?\/ ?[\d০-৯]+$/;

export const numbered = (sheets) => sheets.filter(({ lines }) => !lines.some((line) => NUMBER.test(line)))
  .map(({ number }) => `sheet ${number} has no number`);

/**
 * Sheets of the charter whose last line is a heading, a caption or the row of column numbers: all begin with a number of the
 * form, which every browser leaves readable.
 */
export const lonely = (sheets) => sheets.flatMap(({ number, lines }) => {
  const last = lines.filter((line) => !NUMBER.test(line)).at(-1) ?? '';
  return /^[\d০-৯]\.([\d০-৯]\))? |^\([\d১২৩]\) \(/.test(last) ? [`sheet ${number} ends with “${last}”, which belongs to the next one`] : [];
});
