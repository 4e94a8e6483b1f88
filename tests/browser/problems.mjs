// Saying what is wrong.

import assert from 'node:assert/strict';

const SHOWN = 40;

// The same fault often sits on every page: one line for it, with the number of
// places, reads better than eighty. Faults are the same when they differ only in
// the page (before the first ": ") and in the text they quote.
const fault = (problem) => problem.replace(/^.*?: /, '').replace(/“[^”]*”/g, '');

/** Fails with the whole list, so that one run names every place to mend. */
export function none(problems) {
  if (!problems.length) return;
  const groups = new Map();
  for (const problem of problems) {
    const key = fault(problem);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const lines = [...groups.values()].map(([first, ...others]) =>
    (others.length ? `${first} (and ${others.length} more like it)` : first));
  const more = lines.length > SHOWN ? `\n  … and ${lines.length - SHOWN} more` : '';
  assert.fail(`${problems.length} found:\n  ${lines.slice(0, SHOWN).join('\n  ')}${more}`);
}
