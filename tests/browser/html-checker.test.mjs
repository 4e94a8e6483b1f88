// The Nu HTML checker on every page of two offices, in both forms of the charter, the directory, the report of a check and the styles.

import { test } from 'node:test';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { javaProgram } from './programs.mjs';
import { none } from './problems.mjs';
import {
  CONFIRMED, DIRECTORIES, FIELD, FIELD_UNCONFIRMED, files, inPortal, reportPages, site, UNCONFIRMED,
} from './site.mjs';

const run = promisify(execFile);
const jar = join(createRequire(import.meta.url).resolve('vnu-jar/package.json'), '../build/dist/vnu.jar');

test('the Nu HTML checker finds no error in any page or style sheet', async (t) => {
  const checked = [
    ...DIRECTORIES,
    ...inPortal(CONFIRMED),
    ...inPortal(UNCONFIRMED),
    ...inPortal(FIELD),
    ...inPortal(FIELD_UNCONFIRMED),
    ...reportPages,
    ...files.filter((file) => file.endsWith('.css')),
  ];
  const command = ['-jar', jar, '--also-check-css', '--format', 'json', '--stdout', ...checked.map((file) => join(site, file))];
  // It ends with 1 when there are errors; the list is on standard output all the
  // same. Anything that is not such a list is a failure of the checker itself.
  const { stdout } = await run(javaProgram(), command, { maxBuffer: 1 << 28 })
    .catch((error) => (error.stdout?.startsWith('{') ? error : Promise.reject(error)));
  const { messages } = JSON.parse(stdout);

  const say = ({ url, lastLine, lastColumn, message, extract }) =>
    `${url ? relative(site, fileURLToPath(url)) : '?'}: ${message} (line ${lastLine}, column ${lastColumn}) “${(extract ?? '').replace(/\s+/g, ' ')}”`;
  const errors = messages.filter(({ type }) => type !== 'info');
  for (const note of messages.filter(({ type }) => type === 'info')) t.diagnostic(`${note.subType ?? 'note'}: ${say(note)}`);
  t.diagnostic(`${checked.length} files checked`);
  none(errors.map(say));
});
