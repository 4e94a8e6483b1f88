// The site under test: where it lies and which pages it has.

import { execFileSync } from 'node:child_process';
import {
  cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { landscape, letter } from './drawing.mjs';
import { sanad } from './programs.mjs';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** An office whose data the office itself has confirmed, with a notice. */
export const CONFIRMED = 'doict.rupganj.narayanganj.gov.bd';

/** An office with unconfirmed data and no notices. */
export const UNCONFIRMED = 'doict.bandar.narayanganj.gov.bd';

// The same two offices in the department made up below, whose charter has the
// form of field offices, with eight columns.
export const FIELD = CONFIRMED.replace('doict.', 'field.');
export const FIELD_UNCONFIRMED = UNCONFIRMED.replace('doict.', 'field.');

/**
 * The content of the project, and its department once more in the form of field
 * offices, with something made up in everything that the form adds.
 */
function content(folder) {
  cpSync(join(repository, 'content'), folder, { recursive: true });
  cpSync(join(folder, 'doict'), join(folder, 'field'), { recursive: true });
  const edit = (name, changes) => {
    const file = join(folder, 'field', name);
    const before = readFileSync(file, 'utf8');
    const after = changes.reduce((text, [from, to]) => text.replace(from, to), before);
    if (after === before) throw new Error(`${name} is not what the edits below were written for.`);
    writeFileSync(file, after);
  };
  edit('charter.yaml', [
    [/^format: department/m, 'format: field'],
    [/^( +)(responsible: .*)$/gm, '$1$2\n$1branch: নমুনা প্রশিক্ষণ ও সেবা শাখা'],
  ]);
  edit('districts.csv', [[/(?<=.)$/gm, ',৪১২,০০'], [',৪১২,০০', ',room,code']]);
  edit('offices.csv', [
    [/(?<=.)$/gm, ',,'],
    [',,', ',room,code'],
    [/^(rupganj.*),,$/m, '$1,২০৫,০০০০'],
  ]);
  pictures(join(folder, 'field/offices/rupganj.narayanganj'));
  notices(join(folder, 'field/offices/rupganj.narayanganj/notices'));
  return folder;
}

/** A notice on top that is valid for some days, and others behind it. */
function notices(folder) {
  const put = (name, title, front) => writeFileSync(
    join(folder, `${name}.md`),
    `---\ntitle: ${title}\n${front}---\n\nবিস্তারিত জানতে কার্যালয়ে যোগাযোগ করুন।\n`,
  );
  put('over', 'প্রশিক্ষণের আবেদন আহ্বান', 'date: 2026-01-05\npinned: true\nexpires_on: 2026-02-10\n');
  for (const day of [11, 12, 13]) put(`other-${day}`, `অফিস আদেশ ${day.toLocaleString('bn')}`, `date: 2026-01-${day}\n`);
}

/** Pages of an office that show pictures: one alone, one with its words, several in a row. */
function pictures(office) {
  mkdirSync(join(office, 'files'), { recursive: true });
  mkdirSync(join(office, 'pages'), { recursive: true });
  const put = (name, bytes) => writeFileSync(join(office, 'files', name), bytes);
  for (let seed = 0; seed < 10; seed += 1) {
    const [width, height] = seed === 3 ? [900, 1200] : [1280, 960];
    put(`day-${seed}.png`, landscape(seed, width, height));
  }
  put('order.png', letter(1240, 1754));
  const shown = ['নদীর ঘাটে একটি নৌকা', 'বিকেলের নদী', 'দূরে সবুজ পাহাড়', 'পালতোলা নৌকা', 'নদীর ওপর ভোরের আলো', 'শান্ত দুপুর',
    'শেষ বিকেলে উপজেলার সবচেয়ে বড় নদীর পাড়ে প্রশিক্ষণার্থীরা'];
  const row = shown.map((text, seed) => `![${text}](/files/day-${seed}.png)`).join('\n');
  const title = 'নদীর পাড়ে একদিন';
  writeFileSync(
    join(office, 'pages/gallery.md'),
    `---\ntitle: ${title}\n---\n\nকার্যালয়ের উদ্যোগে আয়োজিত ভ্রমণের কয়েকটি ছবি।\n\n${row}\n\nছবিতে ক্লিক করলে বড় আকারে দেখা যায়।\n\n`
      + `- ![বিকেলের নদী](/files/day-7.png)\n- ![দূরে সবুজ পাহাড়](/files/day-8.png)\n- ![শান্ত দুপুর](/files/day-9.png "ভ্রমণের শেষ দিন")\n`,
  );
  writeFileSync(
    join(office, 'pages/picture.md'),
    '---\ntitle: নদীর ঘাট\n---\n\nঘাটটি উপজেলা কার্যালয় থেকে হেঁটে পাঁচ মিনিটের পথ।\n\n'
      + '![নদীর ঘাটে একটি নৌকা](/files/day-0.png "ঘাটে বাঁধা নৌকা")\n\nঅফিস আদেশটি নিচে দেওয়া হলো।\n\n'
      + '![অফিস আদেশ](/files/order.png)\n\nআদেশটি সবার জন্য প্রযোজ্য।\n',
  );
}

// The pages of `check --report`, which no public server has; here they lie beside the portals.
const REPORT = 'report';

/** Builds the site into a folder of its own, which goes when the tests end. */
export function build(...flags) {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-site-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');
  content(join(folder, 'content'));
  // From inside the folder, for a report names files by the way that somebody has given.
  const themes = join(repository, 'themes');
  const run = (...words) => execFileSync(...sanad(...words, '--themes', themes), {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  run('build', '--quiet', '--out', site, ...flags);
  run('check', '--report', join(site, REPORT), '--today', '2026-11-24');
  return site;
}

/** The folder of the built site: SANAD_SITE if given, else a fresh build. */
export const site = process.env.SANAD_SITE ? resolve(process.env.SANAD_SITE) : build();

if (!existsSync(join(site, 'index.html'))) {
  throw new Error(`${site} holds no built site: there is no index.html in it.`);
}

/** Every file of the site, as a path relative to the site's folder. */
export const files = readdirSync(site, { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => statSync(join(site, file)).isFile())
  .sort();

const pages = files.filter((file) => file.endsWith('.html'));
const isReport = (file) => file.startsWith(`${REPORT}/`);

/** What the public sees. */
export const htmlFiles = pages.filter((file) => !isReport(file));

/** What whoever telephones the offices sees: the first page and those of districts. */
export const reportPages = pages.filter(isReport);

/** The directory of all offices, in Bangla and in English. */
export const DIRECTORIES = ['index.html', 'en/index.html'];

/** The folders of the offices. */
export const portals = htmlFiles
  .filter((file) => /^[^/]+\/index\.html$/.test(file) && !DIRECTORIES.includes(file))
  .map((file) => dirname(file));

export const read = (file) => readFileSync(join(site, file), 'utf8');
export const size = (file) => statSync(join(site, file)).size;

export const inPortal = (portal) => htmlFiles.filter((file) => file.startsWith(`${portal}/`));

const isService = (file) => /\/services\/[^/]+\/index\.html$/.test(file);
const isNotice = (file) => /\/notices\/[^/]+\/index\.html$/.test(file);

/** The pages of the single services of an office. */
export const servicePages = (portal) => inPortal(portal).filter(isService);

/** The lightest, the middle and the heaviest: they differ most from each other. */
function three(pages) {
  const bySize = [...pages].sort((a, b) => size(a) - size(b));
  return [...new Set([bySize[0], bySize[Math.floor(bySize.length / 2)], bySize.at(-1)])];
}

// The pages every office is bound to have. They are listed so that a page which
// is no longer built fails the suite, instead of being a page less to check.
const EVERY_OFFICE = [
  'index.html', '404.html', ...[
    'about', 'accessibility', 'charter', 'contact', 'downloads', 'expectations', 'grievance',
    'how-to-complain', 'notices', 'officers', 'poster', 'privacy', 'services', 'site-map', 'vision-mission',
  ].map((name) => `${name}/index.html`),
];

/** What the site lacks, in words; empty for a whole site. */
export function missingPages() {
  const missing = DIRECTORIES.filter((file) => !files.includes(file)).map((file) => `${file} is not built`);
  for (const portal of new Set([...portals, CONFIRMED, UNCONFIRMED, FIELD, FIELD_UNCONFIRMED])) {
    for (const page of [...EVERY_OFFICE, 'charter/charter.json', 'notices/feed.xml', 'qr.svg', 'robots.txt']) {
      if (!files.includes(`${portal}/${page}`)) missing.push(`${portal}/${page} is not built`);
    }
    if (!servicePages(portal).length) missing.push(`${portal} has no page of a service`);
  }
  if (reportPages.length < 2) missing.push('the report of a check has no page of a district');
  if (!inPortal(CONFIRMED).some(isNotice)) missing.push(`${CONFIRMED} has no page of a notice`);
  return missing;
}

// Taken from what is built, not from the list above: a new type of page is
// checked from its first day on.
const ofConfirmed = [
  ...inPortal(CONFIRMED).filter((file) => !isService(file) && !isNotice(file)),
  ...inPortal(CONFIRMED).filter(isNotice).slice(0, 1),
];

const ofUnconfirmed = ['index.html', 'charter/index.html', 'contact/index.html', 'notices/index.html',
  'officers/index.html'].map((page) => `${UNCONFIRMED}/${page}`);

// Only what the form of field offices changes: the charter and the services; and the pages with pictures.
const ofField = [
  `${FIELD}/gallery/index.html`,
  `${FIELD}/picture/index.html`,
  `${FIELD}/charter/index.html`,
  ...three(servicePages(FIELD)).slice(-1),
  `${FIELD_UNCONFIRMED}/charter/index.html`,
  ...three(servicePages(FIELD_UNCONFIRMED)).slice(-1),
];

/** One page of each type, with a few services: for the checks that take time. */
export const pageTypes = [
  ...DIRECTORIES,
  ...ofConfirmed,
  ...three(servicePages(CONFIRMED)),
  ...ofUnconfirmed,
  ...three(servicePages(UNCONFIRMED)).slice(-1),
  ...ofField,
  ...reportPages,
].filter((file) => pages.includes(file));

/** One page of each type, with every service: for the checks that are quick. */
export const quickPages = [...new Set([...pageTypes, ...servicePages(CONFIRMED)])];
