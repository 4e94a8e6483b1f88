// Holds the search to the finding set (README.md): builds the pages, reads the indexes that the build wrote, asks every
// query and prints the score. Needs Node and Cargo, no browser. node tests/search/run.mjs [-v]

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';

import { sanad } from '../browser/programs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repository = resolve(here, '../..');
const REQUIRED = 0.97;
const PORTAL = 'doict.rupganj.narayanganj.gov.bd';
const SAMPLE = 'doict.araihazar.narayanganj.gov.bd';

const folder = mkdtempSync(join(tmpdir(), 'sanad-search-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const rows = (name) => readFileSync(join(here, name), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.replace(/\\u([0-9A-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16))).split('\t'));

/** Builds content into a folder of its own; the program is compiled when it is not yet. */
function build(name, content) {
  const out = join(folder, name);
  execFileSync(...sanad('build', '--quiet', '--content', content, '--out', out), { cwd: repository, stdio: 'inherit' });
  return out;
}

/** The content of the project with an office in every upazila of the country. */
function country() {
  const content = join(folder, 'content');
  cpSync(join(repository, 'content'), content, { recursive: true });
  rmSync(join(content, 'doict/offices'), { recursive: true });
  const upazilas = rows('upazilas.tsv');
  const districts = new Map(upazilas.map(([id, , district, division]) => [id.split('.')[1], [district, division]]));
  const table = (header, lines) => `${[header, ...lines].join('\n')}\n`;
  writeFileSync(join(content, 'doict/districts.csv'), table('id,name,division,office',
    [...districts].map(([id, [district, division]]) => `${id},${district},${division},জেলা কার্যালয় ${district}`)));
  writeFileSync(join(content, 'doict/offices.csv'), table('id,upazila', upazilas.map(([id, name]) => `${id},${name}`)));
  return content;
}

/** The content of the project with an office of made-up people, notices and pages. */
function madeUp() {
  const content = join(folder, 'made-up-content');
  cpSync(join(repository, 'content'), content, { recursive: true });
  cpSync(join(here, 'made-up'), join(content, 'doict/offices/araihazar.narayanganj'), { recursive: true });
  const change = (file, from, to) => {
    const text = readFileSync(join(content, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} no longer holds ${from}`);
    writeFileSync(join(content, file), text.replace(from, to));
  };
  change('doict/offices.csv', 'araihazar.narayanganj,আড়াইহাজার,,assistant-programmer,,,',
    'araihazar.narayanganj,আড়াইহাজার,নমুনা আক্তার,assistant-programmer,০১৭০০-০০০১২৩,araihazar.office@dept.example,2026-10-01');
  change('portal.yaml', 'hotlines:\n', 'hotlines:\n  - number: "333"\n    label: সরকারি তথ্য ও সেবা\n    checked_on: 2026-11-23\n');
  return content;
}

/** The search with an index: the very scripts that a browser loads. */
function search(site, portal, index) {
  const assets = join(site, portal, 'assets');
  const script = readdirSync(assets).find((file) => /^find\..*\.js$/.test(file));
  const context = createContext({ sanad: {} });
  runInContext(index, context);
  runInContext(readFileSync(join(assets, script), 'utf8'), context);
  const find = (query) => [...context.sanad.find(query)].map(({ entry, score }) => ({ title: entry.title, page: entry.address.replace(/\/$/, ''), score }));
  find.fold = context.sanad.fold;
  return find;
}

/** Whether an answer is what was asked for. */
function answers(want, found) {
  const [kind, pages = ''] = want.split(' ');
  const wanted = pages.split('|');
  const among = (list) => list.some(({ page }) => wanted.includes(page));
  switch (kind) {
    case 'first': return among(found.slice(0, 1));
    case 'top': return among(found.slice(0, 3));
    case 'nothing': return found.length === 0;
    case 'without': return !among(found);
    case 'yes': return found.length > 0;
    case 'no': return found.length === 0;
    default: throw new Error(`unknown wish: ${want}`);
  }
}

const site = build('site', join(repository, 'content'));
const large = build('large', country());
const sample = build('sample', madeUp());
const portal = search(site, PORTAL, readFileSync(join(site, PORTAL, 'site-map/entries.js'), 'utf8'));
const english = search(site, PORTAL, readFileSync(join(site, PORTAL, 'en/site-map/entries.js'), 'utf8'));
const office = search(sample, SAMPLE, readFileSync(join(sample, SAMPLE, 'site-map/entries.js'), 'utf8'));
const directory = search(large, '.', readFileSync(join(large, 'entries.js'), 'utf8'));
const byId = (found) => found.map(({ page, ...rest }) => ({ ...rest, page: page.replace(/^doict\.(.*)\.gov\.bd$/, '$1') }));
const words = readFileSync(join(site, PORTAL, 'site-map/entries.js'), 'utf8');
const single = (title) => search(site, PORTAL, words
  .replace(/"entries":\[[^]*\],"place"/, `"entries":[[0,${JSON.stringify(title)},"-/"]],"place"`));

const asked = [
  ...rows('portal.tsv').map(([form, query, want]) => ({ set: 'portal', form, query, want, found: portal(query) })),
  ...rows('made-up.tsv').map(([form, query, want]) => ({ set: 'made-up', form, query, want, found: office(query) })),
  ...rows('english.tsv').map(([form, query, want]) => ({ set: 'english', form, query, want, found: english(query) })),
  ...rows('directory.tsv').map(([form, query, want]) => ({ set: 'directory', form, query, want, found: byId(directory(query)) })),
  ...rows('words.tsv').map(([query, title, want]) => ({ set: 'words', form: want, query, want, title, found: single(title)(query) })),
];

const groups = new Map();
for (const one of asked) {
  one.right = answers(one.want, one.found);
  for (const name of [`${one.set}`, `${one.set}: ${one.form}`]) {
    const group = groups.get(name) ?? { right: 0, all: 0 };
    group.all += 1;
    group.right += one.right ? 1 : 0;
    groups.set(name, group);
  }
}
for (const { set, query, want, title, found } of asked.filter(({ right }) => !right)) {
  const got = found.slice(0, 3).map(({ page, score }) => `${page} ${score.toFixed(0)}`).join(', ');
  console.log(`  ${set}: ${query}  wants ${want}${title ? ` of ${title}` : ''}  got ${got || 'nothing'}`);
}
for (const [name, { right, all }] of groups) console.log(`${name}: ${right} of ${all}`);

const start = process.hrtime.bigint();
const typed = rows('directory.tsv').flatMap(([, query]) => Array.from(query, (_, at) => query.slice(0, at + 1)));
typed.forEach(directory);
console.log(`directory: ${(Number(process.hrtime.bigint() - start) / 1e6 / typed.length).toFixed(2)} ms a key, ${typed.length} keys`);

// Two laws of the fold, by which spellings are one. What is folded stays as it is: so it cannot matter how often, or on which
// side, it was done. And whichever of two spellings stands in a title, the other finds it.
const broken = [];
let seed = 1;
const draw = (list) => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return list[(seed >> 8) % list.length];
};
const SIGNS = [...'অআইঈউঊঋএঐওঔকখঙঞণতৎদনমযরলবশষসহািীুূৃেৈোৌ্্্ঁংঃ়', 'য়', 'ড়', 'Y', '্য', '্যা', '্ব', 'অ্যা', 'এ্যা'];
const folded = Array.from({ length: 20000 }, (_, length) => Array.from({ length: length % 9 + 1 }, () => draw(SIGNS)).join(''));
for (const word of [...folded, ...rows('words.tsv').flatMap(([query, title]) => [query, title])]) {
  const once = portal.fold(word);
  if (portal.fold(once) !== once) broken.push(`the fold of ${word} is ${once}, and of that ${portal.fold(once)}`);
}
const SPELLINGS = [['অ্যা', 'এ'], ['অ্যা', 'এ্যা'], ['্যা', 'ে'], ['্যা', 'া'], ['ি', 'ী'], ['ু', 'ূ'], ['ণ', 'ন'], ['স', 'শ'], ['স', 'ষ'], ['জ', 'য'], ['ড়', 'র'], ['ং', 'ঙ'], ['ৎ', 'ত্'], ['ঁ', '']];
for (const title of ['অ্যাকাউন্টেন্ট', 'অ্যাসেসমেন্ট', 'ম্যানেজমেন্ট', 'ল্যাবরেটরি', 'ক্যালেন্ডার', 'প্ল্যাটফর্ম', 'পরিষ্কার', 'জাতীয়', 'ভূমিহীন', 'কৃষাণী', 'গড়মিল', 'রংধনু', 'উৎপাদন', 'কাঁচামাল']) {
  for (const [one, other] of SPELLINGS.filter(([sign]) => title.includes(sign) && !(sign === '্যা' && title.startsWith('অ্যা')))) {
    const variant = title.replaceAll(one, other);
    if (!single(title)(variant).length) broken.push(`${variant} does not find ${title}`);
    if (!single(variant)(title).length) broken.push(`${title} does not find ${variant}`);
  }
}
broken.slice(0, 20).forEach((one) => console.error(one));
if (broken.length) process.exitCode = 1;

const right = asked.filter((one) => one.right).length;
console.log(`${right} of ${asked.length} queries answered: ${(100 * right / asked.length).toFixed(1)} %`);
if (right < REQUIRED * asked.length) {
  console.error(`at least ${100 * REQUIRED} % must be`);
  process.exitCode = 1;
}
