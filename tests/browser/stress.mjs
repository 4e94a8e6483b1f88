// Content as large as an office's ever gets, and as badly shaped: sixty services, one of them with papers that fill a column, forty
// notices, twenty-five pictures, tables of ten columns, words of sixty letters. Two departments, one in either form of the
// charter, each with an office that has everything and one that has nobody. Names and numbers are made up.
//
// npm run stress -- OUTDIR builds it, for people to look at.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { landscape } from './drawing.mjs';
import { sanad } from './programs.mjs';

export const FULL = 'stress.dighalgaon.dhanshiri.gov.bd';
export const FULL_FIELD = 'field.dighalgaon.dhanshiri.gov.bd';
export const VACANT = 'stress.notunhat.dhanshiri.gov.bd';
/** A word as it comes from names of files. */
export const WORD = 'আবেদন_ফরম_২০২৬_চূড়ান্ত_সংশোধিত_কপি_উপজেলা_কার্যালয়_নমুনাপুর';

const SERVICES = { citizen: 40, institutional: 12, internal: 8 };
const NOTICES = 40;
const PICTURES = 25;

const digits = (number) => String(number).replace(/\d/g, (digit) => '০১২৩৪৫৬৭৮৯'[digit]);
const range = (count) => Array.from({ length: count }, (_, at) => at);

const SUBJECTS = ['প্রতিবন্ধী ব্যক্তিদের সুবর্ণ নাগরিক কার্ড প্রদান', 'ঋণ মঞ্জুর', 'দুঃস্থ ও অসহায় রোগীদের চিকিৎসা সহায়তা প্রদানের আবেদন গ্রহণ ও অগ্রায়ণ',
  'নিবন্ধন', 'বয়স্ক ভাতাভোগীর ব্যাংক হিসাব অথবা মোবাইল ব্যাংকিং হিসাব পরিবর্তন সংক্রান্ত আবেদন নিষ্পত্তিকরণ', 'তথ্য প্রদান', 'প্রশিক্ষণ'];
const PAPERS = ['আবেদনপত্র (নির্ধারিত ফরমে)', 'জাতীয় পরিচয়পত্রের সত্যায়িত কপি', 'পাসপোর্ট আকারের ৩ কপি রঙিন ছবি', 'চেয়ারম্যান প্রদত্ত নাগরিকত্ব সনদ',
  'চিকিৎসকের প্রত্যয়নপত্র', 'আয়ের সনদ (প্রযোজ্য ক্ষেত্রে)', 'জমির দলিলের অনুলিপি', 'হালনাগাদ খাজনা পরিশোধের রসিদ', 'ব্যাংক হিসাব বিবরণী', 'অঙ্গীকারনামা',
  'দুইজন জামিনদারের সম্মতিপত্র', 'বিদ্যুৎ বিলের কপি', 'প্রকল্প প্রস্তাব', 'পূর্ববর্তী ঋণ পরিশোধের প্রমাণপত্র', 'মৃত্যু নিবন্ধন সনদ (প্রযোজ্য ক্ষেত্রে)'];
const TIMES = ['৭ কার্যদিবস', '৩০ কার্যদিবস', 'তাৎক্ষণিক', '১৫ কার্যদিবস', 'বরাদ্দ প্রাপ্তি সাপেক্ষে সর্বোচ্চ ৯০ কার্যদিবস'];
const FEES = ['বিনামূল্যে', 'বিনামূল্যে', '৫০ টাকা', 'বিনামূল্যে', 'ঋণের পরিমাণের ওপর ১০% সার্ভিস চার্জ'];

function charter(format) {
  let at = 0;
  const service = () => {
    const n = at++;
    const papers = n === 3 ? PAPERS : range(1 + n % 4).map((one) => PAPERS[(n + one) % PAPERS.length]);
    return [
      `    - id: service-${n + 1}`,
      `      name: "${SUBJECTS[n % SUBJECTS.length]}${n === 5 ? ` ${WORD}` : ''} (${digits(n + 1)})"`,
      '      delivery_method: সরাসরি/ ডাকযোগে/ ই-মেইল/ দাপ্তরিক ওয়েবসাইট',
      '      required_documents:', ...papers.map((paper) => `        - ${paper}`),
      '      available_at: উপজেলা কার্যালয় ও দাপ্তরিক ওয়েবসাইট',
      `      fee: ${FEES[n % FEES.length]}`,
      `      time_limit: ${TIMES[n % TIMES.length]}`,
      '      responsible: officer',
      ...(format === 'field' ? ['      branch: সামাজিক নিরাপত্তা ও প্রতিবন্ধী সেবা শাখা'] : []),
    ].join('\n');
  };
  const tables = Object.entries(SERVICES).map(([kind, count]) => `  ${kind}:\n${range(count).map(service).join('\n')}`);
  return `approved_on: 2026-07-01
format: ${format}
vision: সবার জন্য উন্নত ও যত্নশীল সমাজ।
mission: সামাজিক সুরক্ষা, ক্ষমতায়ন ও উন্নয়নের মাধ্যমে পিছিয়ে পড়া জনগোষ্ঠীর জীবনমান উন্নয়ন।
services:
${tables.join('\n')}
subordinate_offices: not-applicable
expectations:
  - স্বয়ংসম্পূর্ণ আবেদন জমা প্রদান
  - সাক্ষাতের জন্য নির্ধারিত সময়ের পূর্বেই উপস্থিত থাকা
grievance:
  - when: দায়িত্বপ্রাপ্ত কর্মকর্তা সমাধান দিতে ব্যর্থ হলে
    whom: অভিযোগ নিষ্পত্তি কর্মকর্তা (অনিক)
    contact: district.grievance_officer
    time_limit: ৩০ কার্যদিবস
  - when: অভিযোগ নিষ্পত্তি কর্মকর্তা নির্দিষ্ট সময়ে সমাধান দিতে ব্যর্থ হলে
    whom: আপিল কর্মকর্তা
    designation: অতিরিক্ত পরিচালক (প্রশাসন ও প্রাতিষ্ঠানিক সেবা)
    phone: +৮৮০ ২৪১০২৪০৭০
    email: additional.director.administration@stress.gov.bd
    host: www.stress.gov.bd
    time_limit: ২০ কার্যদিবস
  - when: আপিল কর্মকর্তা নির্দিষ্ট সময়ে সমাধান দিতে ব্যর্থ হলে
    whom: মন্ত্রিপরিষদ বিভাগের অভিযোগ ব্যবস্থাপনা সেল
    address: অভিযোগ গ্রহণ কেন্দ্র, ৫ নম্বর গেট, বাংলাদেশ সচিবালয়, ঢাকা
    host: www.grs.gov.bd
    time_limit: ৬০ কার্যদিবস
signature:
  post: officer
  place: উপজেলা কার্যালয়, {upazila}, {district}।
`;
}

const HEADS = ['ক্রম', 'কর্মকর্তা বা কর্মচারীর নাম', 'পদবি', 'শাখা', 'মোবাইল নম্বর', 'ই-মেইল', 'কক্ষ', 'যোগদানের তারিখ', 'নিজ জেলা', 'মন্তব্য'];
const staff = (n) => [digits(n), 'মোছাঃ নমুনা আক্তার জাহান', 'উপজেলা সহকারী কর্মকর্তা', 'প্রশাসন ও হিসাব শাখা', '০১৭০০-০০০০০০',
  'assistant.officer.dighalgaon@stress.gov.bd', digits(200 + n), '১৫-০৭-২০২৪', 'নারায়ণগঞ্জ', 'প্রেষণে নিয়োজিত'];
const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (rows, rule = rows[0].map(() => '---')) => [line(rows[0]), line(rule), ...rows.slice(1).map(line)].join('\n');

/** A page with all that Markdown can do, and too much of it. */
const PROSE = `কার্যালয়ের সবকিছু *এক পাতায়*, যা **সবার** জানা দরকার। ঠিকানা: https://example.gov.bd/a/very/long/way/to/a/file/that/nobody/has/named/with/care/form_final_2026.pdf

## কর্মকর্তা ও কর্মচারীবৃন্দ

${table([HEADS, ...range(12).map((n) => staff(n + 1))], ['---:', '---', '---', '---', ':---:', '---', '---:', '---:', '---', '---'])}

## প্রশিক্ষণের সময়সূচি

${table([['তারিখ', 'বিষয়', 'স্থান'], ['৩০-০৬-২০২৬', 'প্রশিক্ষণের উদ্বোধন ও পরিচিতি, অংশগ্রহণকারী নিবন্ধন এবং ল্যাব ব্যবহারের নিয়মাবলি', 'উপজেলা পরিষদ মিলনায়তন']])}

### ব্যয়

${table([['খাত', 'টাকা'], ['আপ্যায়ন', '১২,০০০/-'], ['যাতায়াত', '৮,৫০০/-']], ['---', '---:'])}

## নিয়মাবলি

1. আবেদনপত্র নির্ধারিত ফরমে জমা দিতে হবে।
2. ${WORD}
3. অন্য কোনোভাবে জমা দেওয়া আবেদন গ্রহণ করা হবে না।

> আবেদন জমা দেওয়ার শেষ তারিখ ৩১ ডিসেম্বর ২০২৬।

\`\`\`
sanad build --content content --out public --compress gzip,br --office dighalgaon.dhanshiri --jobs 4 && rclone sync public remote:portal
\`\`\`
`;

const TITLES = ['২০২৬-২৭ অর্থবছরের বার্ষিক কর্মসম্পাদন চুক্তির আওতায় উপজেলা পর্যায়ের সকল কার্যালয়ের অংশগ্রহণে সেবা সহজীকরণ বিষয়ক দিনব্যাপী কর্মশালার প্রশিক্ষণার্থী মনোনয়ন প্রসঙ্গে',
  'ছুটির নোটিশ', WORD, 'দরপত্র বিজ্ঞপ্তি: কম্পিউটার ও আনুষঙ্গিক সামগ্রী ক্রয়'];

function office(folder, gallery) {
  for (const name of ['notices', 'pages', 'files']) mkdirSync(join(folder, name), { recursive: true });
  const put = (name, text) => writeFileSync(join(folder, name), text);
  const bangla = (title, more, body) => `---\ntitle: "${title}"\n${more}---\n\n${body}\n`;
  for (const n of range(NOTICES)) {
    const day = `2026-${String(1 + n % 11).padStart(2, '0')}-${String(1 + n % 28).padStart(2, '0')}`;
    const pinned = n % 20 === 10 ? 'pinned: true\n' : '';
    const summary = n % 3 ? '' : 'summary: মনোনীত প্রশিক্ষণার্থীদের তালিকা ও প্রয়োজনীয় নির্দেশনা।\n';
    put(`notices/notice-${n + 1}.md`, bangla(TITLES[n % TITLES.length], `date: ${day}\n${pinned}${summary}`, n ? 'সংশ্লিষ্ট সবাইকে অবহিত করা হলো।' : PROSE));
  }
  for (const n of range(12)) {
    put(`pages/menu-${n + 1}.md`, bangla(n === 4 ? WORD : `${SUBJECTS[n % 4]} ${digits(n + 1)}`, 'menu: true\n', 'পাতাটির লেখা।'));
  }
  put('pages/everything.md', bangla('যা যা লেখা যায়', '', PROSE));
  put('pages/one-long-word.md', bangla(WORD, '', WORD));
  const pictures = range(gallery ? PICTURES : 0).map((n) => {
    put(`files/day-${n}.png`, landscape(n, 320, n % 7 === 3 ? 420 : 240));
    return `![ছবি ${digits(n + 1)}](/files/day-${n}.png${n % 6 ? '' : ` "${TITLES[0]}"`})`;
  });
  if (gallery) put('pages/gallery.md', bangla('ছবির গ্যালারি', '', pictures.join('\n')));
  for (const name of ['budget-10.xlsx', 'budget-2.xlsx', 'application_form_final_corrected_copy_of_the_upazila_office_2026.pdf']) put(`files/${name}`, 'নমুনা');
}

const PORTAL = `state: গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
theme: portal
languages: [bn, en]
weekend: [friday, saturday]
hours:
  opens: "09:00"
  closes: "17:00"
hotlines:
${[['999', 'জরুরি সেবা'], ['109', 'নারী ও শিশু নির্যাতন প্রতিরোধ'], ['105', 'জাতীয় পরিচয়পত্র'], ['333', 'সরকারি তথ্য ও সেবা'], ['106', 'দুর্নীতি দমন কমিশনে অভিযোগ'],
    ['16123', 'কৃষি কল সেন্টার'], ['1098', 'শিশু সহায়তা'], ['16430', 'আইনগত সহায়তা']]
    .map(([number, label]) => `  - number: "${number}"\n    label: ${label}\n    checked_on: 2026-11-23`).join('\n')}
links:
  - label: অভিযোগ প্রতিকার ব্যবস্থা (GRS)
    url: https://www.grs.gov.bd
  - label: জাতীয় তথ্য বাতায়ন
    url: https://bangladesh.gov.bd
en:
  state: Government of the People’s Republic of Bangladesh
`;

function department(folder, host, format) {
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const put = (name, text) => writeFileSync(join(folder, name), text);
  put('department.yaml', `name: দুর্যোগ ব্যবস্থাপনা, সমাজসেবা ও প্রতিবন্ধী কল্যাণ অধিদপ্তর
ministry: সমাজকল্যাণ ও দুর্যোগ ব্যবস্থাপনা মন্ত্রণালয়
host: www.${host}.gov.bd
office_name: উপজেলা সমাজসেবা ও প্রতিবন্ধী কল্যাণ কর্মকর্তার কার্যালয়
posts:
  - id: officer
    name: উপজেলা সমাজসেবা ও প্রতিবন্ধী কল্যাণ কর্মকর্তা
menu: [home, about, services, charter, officers, notices, downloads, grievance, contact]
en:
  name: Department of Disaster Management, Social Services and Welfare of Persons with Disabilities
  ministry: Ministry of Social Welfare
  office_name: Office of the Upazila Social Services and Disability Welfare Officer
`);
  put('districts.csv', `id,name,division,office,host,designation,phone,email,office_en,designation_en${format === 'field' ? ',room,code' : ''}
dhanshiri,ধানসিঁড়ি,ঢাকা,জেলা সমাজসেবা কার্যালয় ধানসিঁড়ি,www.${host}.dhanshiri.gov.bd,উপপরিচালক,+৮৮০ ২৪৭৬৫০০০০,deputy.director.dhanshiri@${host}.gov.bd,"District Office, Dhanshiri",Deputy Director${format === 'field' ? ',৪১২,০০' : ''}
`);
  put('offices.csv', `id,upazila,officer,post,phone,email,verified_on
dighalgaon.dhanshiri,দীঘলগাঁও দক্ষিণ সুন্দরপুর,মোছাঃ নমুনা আক্তার জাহান সিদ্দিকা চৌধুরী,officer,০১৭০০০০০০০০,upazila.social.services.dighalgaon@${host}.gov.bd,2026-06-30
notunhat.dhanshiri,নতুনহাট,,officer,,,
`);
  put('charter.yaml', charter(format));
  for (const [name, title] of [['about', 'কার্যালয় সম্পর্কে'], ['accessibility', 'প্রবেশগম্যতা'], ['privacy', 'গোপনীয়তা'], ['how-to-complain', 'কীভাবে অভিযোগ জানাবেন']]) {
    put(`pages/${name}.md`, `---\ntitle: ${title}\n---\n\n{office}, {upazila}।\n`);
  }
  office(join(folder, 'offices/dighalgaon.dhanshiri'), format === 'department');
  mkdirSync(join(folder, 'offices/notunhat.dhanshiri'), { recursive: true });
  writeFileSync(join(folder, 'offices/notunhat.dhanshiri/office.yaml'), 'vacant: true\n');
}

/** Writes the content and builds its portals below `folder`; gives the folder of the portals. */
export function stress(folder) {
  const content = join(folder, 'content');
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, 'portal.yaml'), PORTAL);
  department(join(content, 'stress'), 'stress', 'department');
  department(join(content, 'field'), 'field', 'field');
  const themes = join(resolve(dirname(fileURLToPath(import.meta.url)), '../..'), 'themes');
  execFileSync(...sanad('build', '--quiet', '--content', content, '--themes', themes, '--out', join(folder, 'site')), { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return join(folder, 'site');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(stress(resolve(process.argv[2] ?? 'stress')));
