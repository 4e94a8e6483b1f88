// Finding the programs the checks need.
//
// A check that cannot run is a failed check, never a skipped one: a suite that
// quietly does less on a poorer machine says "all well" when nobody looked.

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The full path of the first of `names` found on PATH, or of the file which the
 * environment variable `variable` points at.
 */
export function program(names, { variable, install }) {
  const chosen = variable && process.env[variable];
  if (chosen) {
    if (runnable(chosen)) return chosen;
    throw new Error(`${variable} is set to ${chosen}, which cannot be run.`);
  }
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      if (folder && runnable(file)) return file;
    }
  }
  const how = variable ? `, or point ${variable} at it` : '';
  throw new Error(`No ${names.join(' / ')} on PATH: install ${install}${how}.`);
}

export const chromiumProgram = () =>
  program(['chromium', 'chromium-browser', 'google-chrome'], {
    variable: 'CHROMIUM',
    install: 'Chromium (Debian: chromium)',
  });

export const firefoxProgram = () =>
  program(['firefox-esr', 'firefox'], { variable: 'FIREFOX', install: 'Firefox (Debian: firefox-esr)' });

export const javaProgram = () =>
  program(['java'], { variable: 'JAVA', install: 'Java 11 or newer (Debian: default-jre-headless)' });

const poppler = { install: 'poppler (Debian: poppler-utils)' };
export const pdfinfoProgram = () => program(['pdfinfo'], poppler);
export const pdftoppmProgram = () => program(['pdftoppm'], poppler);
export const pdftotextProgram = () => program(['pdftotext'], poppler);

/**
 * What runs the program under test with these arguments, as `[file, arguments]`: the program that SANAD points at, or else
 * cargo, which makes it first.
 */
export function sanad(...words) {
  if (process.env.SANAD) return [program(['sanad'], { variable: 'SANAD' }), words];
  const cargo = program(['cargo'], { variable: 'CARGO', install: 'Rust' });
  return [cargo, ['run', '-q', '--manifest-path', join(repository, 'Cargo.toml'), '--', ...words]];
}
