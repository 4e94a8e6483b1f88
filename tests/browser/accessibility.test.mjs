// What axe can tell about WCAG 2.2 A and AA, in both colour schemes and on both
// ends of the widths. Its "best practices" are printed, not held against a page.

import { test } from 'node:test';

import { BINDING, putAxe } from './axe.mjs';
import { useBrowser, withTimers } from './browser.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, pageTypes, servicePages } from './site.mjs';

const { onPages } = useBrowser();

/**
 * Runs axe on the page and returns the kind, the rule and what is wrong for each finding. The dark scheme differs from the
 * light one in colours alone, so there the rules about colours are asked and no other.
 */
async function examine(page, { ofColours }) {
  await page.evaluate(() => {
    for (const details of tools.all('details')) details.open = true;
  });
  return withTimers(page, async () => {
    await putAxe(page);
    return page.evaluate(async ([tags, ofColours]) => {
      const colours = axe.getRules(tags).filter((rule) => rule.tags.includes('cat.color')).map(({ ruleId }) => ruleId);
      const results = await axe.run(document, {
        runOnly: ofColours ? colours : [...tags, 'best-practice'],
        resultTypes: ['violations', 'incomplete'],
      });
      const list = (kind, rules) => rules.flatMap(({ id, help, tags: has, nodes }) => nodes.map((node) => {
        const element = document.querySelector(node.target[0]);
        const why = [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ');
        return {
          kind: kind ?? (has.some((tag) => tags.includes(tag)) ? 'violation' : 'advice'),
          rule: id,
          text: `${element ? tools.name(element) : node.target} breaks ${id} (${help}): ${why}`,
        };
      }));
      return [...list(null, results.violations), ...list('unsure', results.incomplete)];
    }, [BINDING, ofColours]);
  });
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing against WCAG 2.2 AA in ${colorScheme} colours on a ${width} px screen`, async (t) => {
      const notes = new Map();
      none(await onPages(pageTypes, { width, colorScheme }, async (page, file) => {
        const findings = await examine(page, { ofColours: colorScheme === 'dark' });
        for (const { kind, rule, text } of findings.filter((finding) => finding.kind !== 'violation')) {
          const key = `${kind}: ${rule}`;
          notes.set(key, [...(notes.get(key) ?? []), `${file}: ${text}`]);
        }
        return findings.filter(({ kind }) => kind === 'violation').map(({ text }) => text);
      }));
      for (const [key, [first, ...others]] of notes) t.diagnostic(`${key}, ${others.length + 1} times, as in ${first}`);
    });
  }
}

// Colours of their own stand on paper: a number in white on a tint would be lost on it.
test('what is printed can be read', async () => {
  const pages = ['', 'en/'].flatMap((folder) => ['index', 'charter/index', 'poster/index', 'contact/index', 'grievance/index']
    .map((name) => `${CONFIRMED}/${folder}${name}.html`));
  none(await onPages([...pages, ...servicePages(CONFIRMED).slice(0, 1)], { width: 1280 }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return withTimers(page, async () => {
      await putAxe(page);
      return page.evaluate(async () => {
        const { violations } = await axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } });
        return violations.flatMap(({ nodes }) => nodes.map((node) => `${node.target}: ${node.any.map(({ message }) => message).join('; ')}`));
      });
    });
  }));
});
