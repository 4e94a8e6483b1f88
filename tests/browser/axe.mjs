// What axe finds, for every file of tests that asks it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that a page is held to: WCAG 2.2 A and AA. */
export const BINDING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Puts axe into a page, as `axe`. */
export const putAxe = (page) => page.evaluate(source);

/** What axe finds on a page against WCAG 2.2 A and AA. */
export async function axeOn(page) {
  await putAxe(page);
  return page.evaluate(async (tags) => {
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${target} breaks ${id} (${help})`));
  }, BINDING);
}
