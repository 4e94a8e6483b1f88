// Bangla written the way Bangla readers and programs expect it.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { files, htmlFiles, read } from './site.mjs';

const { onDocuments } = useBrowser();

const isEnglish = (file) => /^([^/]+\/)?en\//.test(file);
const english = htmlFiles.filter(isEnglish);

test('every page says that it is in Bangla, or in English below en/', async () => {
  const languages = await onDocuments(htmlFiles, (html) => tools.parse(html).documentElement.lang);
  none(htmlFiles.flatMap((file, at) => (
    languages[at] === (isEnglish(file) ? 'en' : 'bn') ? [] : [`${file}: <html lang="${languages[at]}">`])));
});

test('on an English page every text in Bangla says so, and nothing else does', async () => {
  if (english.length < 100) throw new Error('The site has hardly any English page.');
  const found = await onDocuments(english, (html) => {
    const document = tools.parse(html);
    const problems = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.data.trim();
      if (!text || element.closest('script')) continue;
      const bangla = /[\u0980-\u09FF]/.test(text);
      const { lang } = element.closest('[lang]');
      // A text that nobody has translated may hold words in Latin letters.
      const alone = !element.closest('.prose[lang]');
      if (bangla ? lang !== 'bn' : lang === 'bn' && alone) {
        problems.push(`${tools.name(element)} has the text “${tools.short(text, 80)}” with lang="${lang}"`);
      }
    }
    return problems;
  });
  none(english.flatMap((file, at) => found[at].map((wrong) => `${file}: ${wrong}`)));
});

test('no Bangla text has Latin digits, except in addresses, file names and codes', async () => {
  const found = await onDocuments(htmlFiles, (html) => {
    // What is written in Latin letters everywhere: e-mail addresses, full
    // addresses, host names (with a path), and file names. Format names (JSON,
    // Atom, WCAG) have no digits of their own; their versions are in Bangla.
    const latin = [
      /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
      /https?:\/\/\S+/g,
      /\b([a-z0-9-]+\.)+[a-z]{2,}(\/[\w./#?=&%-]*)?/gi,
      // What a sheet is called at every printer's.
      /\(A[34]\)/g,
    ];
    const rest = (text) => latin.reduce((left, token) => left.replace(token, ' '), text);
    const document = tools.parse(html);
    const bangla = (element) => element.closest('[lang]')?.lang.split('-')[0] === 'bn';
    const problems = [];

    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!bangla(element) || element.closest('code, script, style')) continue;
      if (/[0-9]/.test(rest(walker.currentNode.data))) {
        problems.push(`${tools.name(element)} has the text “${tools.short(walker.currentNode.data, 80)}”`);
      }
    }
    // Read out by a screen reader, shown as a hint or by the style sheet.
    for (const element of document.querySelectorAll('*')) {
      if (!bangla(element)) continue;
      for (const { name, value } of element.attributes) {
        const read = ['title', 'alt', 'aria-label', 'aria-description', 'data-label', 'placeholder'].includes(name)
          || (name === 'content' && element.getAttribute('name') === 'description');
        if (read && /[0-9]/.test(rest(value))) problems.push(`${tools.name(element)} has ${name}=“${tools.short(value, 80)}”`);
      }
    }
    return problems;
  });
  none(htmlFiles.flatMap((file, at) => found[at].map((wrong) => `${file}: ${wrong}`)));
});

test('every page and data file is in Unicode form NFC', () => {
  none(files.filter((file) => /\.(html|json|xml)$/.test(file)).flatMap((file) => {
    const text = read(file);
    const composed = text.normalize('NFC');
    if (text === composed) return [];
    const at = [...text].findIndex((letter, place) => letter !== [...composed][place]);
    return [`${file}: not NFC near “${[...text].slice(Math.max(0, at - 15), at + 15).join('')}”`];
  }));
});
