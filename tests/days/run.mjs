// Holds the script that counts working days to the sums of sums.tsv (README.md). node tests/days/run.mjs [SCRIPT]

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';

const here = dirname(fileURLToPath(import.meta.url));
const script = readFileSync(process.argv[2] ?? join(here, '../../themes/portal/static/page.js/3-days.js'), 'utf8');

/** The moment at which a day begins in Dhaka, in milliseconds. */
const midnight = (iso) => Date.parse(iso) - 6 * 3600 * 1000;

/**
 * As much of a page as the script asks for, opened at a moment; gives a function that chooses a day and tells what the page
 * then says.
 */
function page(week, holidays, days, now) {
  const heard = {};
  const status = {};
  const note = { dataset: { last: holidays.at(-1) ?? '' } };
  const input = { value: '', addEventListener: (name, tell) => { heard[name] = tell; } };
  const box = {
    // Months and digits that leave the date as machines write it.
    dataset: {
      week, holidays: holidays.join(' '), months: '01 02 03 04 05 06 07 08 09 10 11 12', digits: '0123456789',
      today: 'today', on: '{date}', by: '{date}', between: '{first}, {last}', same: 'same', say: '{when}: {until}',
    },
    querySelector: (selector) => (selector === 'input' ? input : status),
  };
  const found = { '[data-week]': box, 'dd[data-days]': { dataset: { days } } };
  const document = {
    querySelector: (selector) => found[selector],
    querySelectorAll: (selector) => (selector === '[data-last]' ? [note] : []),
  };
  class Clock extends Date {
    static now() { return now; }
  }
  runInContext(script, createContext({ document, Date: Clock }));
  return (day) => {
    input.value = day;
    heard.input();
    return { said: status.textContent, past: !note.hidden };
  };
}

const written = (iso) => [iso.slice(8).replace(/^0/, ''), iso.slice(5, 7), iso.slice(0, 4)].join(' ');

let week = '';
let holidays = [];
const wrong = [];
let sums = 0;
for (const line of readFileSync(join(here, 'sums.tsv'), 'utf8').split('\n').filter((text) => text && !text.startsWith('#'))) {
  const [applied, limit, due, list, why] = line.split('\t');
  if (applied === '@week') week = limit;
  else if (applied === '@holidays') holidays = limit.split(' ').filter(Boolean);
  else {
    sums += 1;
    const days = [...new Set(due.split(' '))];
    const until = days.length === 1 && days[0] === applied ? 'same' : days.map(written).join(', ');
    // The same from whichever day one looks; the day itself begins at midnight in Dhaka.
    for (const [now, when] of [[midnight(applied) - 1, written(applied)], [midnight(applied), 'today']]) {
      const { said, past } = page(week, holidays, limit, now)(applied);
      const wants = `${when}: ${until}`;
      if (said !== wants) wrong.push(`${applied} and ${limit} (${why}): wants ${wants}, got ${said}`);
      if (past !== (list === 'past')) wrong.push(`${applied} and ${limit} (${why}): is ${past ? '' : 'not '}past the list`);
    }
  }
}
for (const one of wrong) console.error(one);
console.log(`${sums} sums, ${wrong.length} wrong`);
if (wrong.length || sums < 30) process.exitCode = 1;
