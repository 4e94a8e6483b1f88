// Builds the site once and runs every test file on that one copy, two at a time.
// Arguments go on to Node's test runner: npm test -- --test-name-pattern=print

import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { site } from './site.mjs';

const runner = spawn(
  process.execPath,
  ['--test', '--test-concurrency=2', '--test-reporter=spec', ...process.argv.slice(2)],
  {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...process.env, SANAD_SITE: site },
    stdio: 'inherit',
  },
);
runner.on('exit', (code) => process.exit(code ?? 1));
