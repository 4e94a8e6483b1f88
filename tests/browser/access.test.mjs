// Whoever reads without our style, without pictures, with a screen reader, with stronger contrast or without motion: nothing is
// missing, nothing is said twice, and everything has a name in the language of the page.

import { test } from 'node:test';

import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import {
  CONFIRMED, FIELD, pageTypes, read, servicePages,
} from './site.mjs';

const { onPages } = useBrowser();

const SERVICE = servicePages(CONFIRMED).find((file) => !file.includes('/en/') && read(file).includes('<dd data-days'));
const inEnglish = (file) => file.replace('/', '/en/');

/** Runs in the page: takes all styles away. */
function bare() {
  for (const sheet of document.styleSheets) sheet.disabled = true;
}

test('without style everything is there, in the same order, and style hides nothing that is said twice in a row', async () => {
  none(await onPages(pageTypes, { width: 360 }, async (page) => {
    const texts = () => page.evaluate(() => tools.texts().map((node) => node.data.replace(/\s+/g, ' ').trim()));
    const styled = await texts();
    await page.evaluate(bare);
    const plain = await texts();
    const problems = [];
    // What is seen with style is seen without it, in the same order; without it there may be more.
    let at = 0;
    for (const text of styled) {
      const found = plain.indexOf(text, at);
      if (found < 0) { problems.push(`“${text}” is lost or stands elsewhere`); break; }
      at = found + 1;
    }
    // An office is called as its upazila is: that the style does not hide.
    const doubled = (all) => all.filter((text, nth) => text.length > 3 && text === all[nth + 1]);
    const known = doubled(styled);
    problems.push(...doubled(plain).filter((text) => !known.includes(text)).map((text) => `“${text}” is said twice in a row`));
    return problems;
  }));
});

test('without style a numbered list bears no second number, and what is folded away can be opened', async () => {
  none(await onPages(pageTypes, { width: 360 }, async (page) => {
    await page.evaluate(bare);
    return page.evaluate(() => [
      ...tools.all('ol > li').filter((item) => /^\s*[0-9০-৯]+[.)।]/.test(item.textContent)).map((item) => `${tools.name(item)} has a number of its own`),
      ...tools.all('details').filter((one) => !one.querySelector('summary')?.textContent.trim()).map((one) => `${tools.name(one)} does not say how to open it`),
      ...tools.all('td[data-label]').filter((cell) => !cell.closest('table').tHead).map((cell) => `${tools.name(cell)} says only by style what it is`),
    ]);
  }));
});

test('on a telephone the text is read from top to bottom in the order of the document', async () => {
  none(await onPages(pageTypes, { width: 360 }, (page) => page.evaluate(() => {
    // The number of a row stands in its corner, whatever comes first.
    const blocks = tools.all('main :is(h1, h2, h3, p, li, td, dt, dd, figure)')
      .filter((one) => tools.shown(one) && !tools.unseen(one) && !one.matches('.serial'));
    return blocks.slice(1).flatMap((block, nth) => {
      const [before, here] = [blocks[nth].getBoundingClientRect(), block.getBoundingClientRect()];
      return here.bottom < before.top ? [`${tools.name(block)} stands above ${tools.name(blocks[nth])}`] : [];
    });
  })));
});

test('without pictures each says what it shows, unless it only adorns', async () => {
  let seen = 0;
  const pages = [...pageTypes, `${FIELD}/gallery/index.html`];
  none(await onPages(pages, { width: 360, prepare: (page) => page.route(/\.(png|jpe?g|webp|svg)$/, (route) => route.abort()) }, async (page) => {
    const shown = await page.locator('main img').count();
    seen += shown;
    return page.evaluate(() => [
      ...tools.all('img').filter((image) => !image.hasAttribute('alt')).map((image) => `${image.src} has no alt`),
      // Beside it stands what it leads to.
      ...tools.all('img[alt=""]').filter((image) => !image.parentElement.textContent.trim()).map((image) => `${image.src} says nothing, and nothing stands beside it`),
      ...tools.all('a').filter((link) => !link.innerText.trim() && !link.querySelector('img[alt]:not([alt=""])') && tools.shown(link))
        .map((link) => `${tools.name(link)} has no words without pictures`),
      ...tools.all('main svg').filter((image) => !image.closest('[aria-hidden=true]') && !image.getAttribute('aria-label') && !image.querySelector('title')
        && !image.parentElement.textContent.trim()).map((image) => `${tools.name(image)} has no name`),
      ...(document.scrollingElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []),
    ]);
  }));
  if (seen < 10) none([`only ${seen} pictures were looked at`]);
});

const KINDS = ['link', 'button', 'searchbox', 'textbox', 'Date', 'combobox', 'navigation', 'main', 'banner', 'contentinfo', 'search',
  'region', 'table', 'heading', 'DisclosureTriangle', 'image'];
// These stand alone on a page, or are named by what they are.
const NAMELESS = ['main', 'banner', 'contentinfo', 'search'];

/** What a screen reader is told: role, name and language of all that can be used or jumped to. */
async function told(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const wanted = nodes.filter(({ ignored, role }) => !ignored && KINDS.includes(role?.value));
  const found = [];
  for (const { role, name, backendDOMNodeId } of wanted) {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId, returnByValue: true,
      functionDeclaration: `function () {
        const own = [...this.querySelectorAll('[lang]')].some((one) => one.lang !== this.closest('[lang]').lang);
        return { lang: this.closest('[lang]').lang, mixed: own };
      }`,
    });
    found.push({ role: role.value, name: name?.value ?? '', ...result.value });
  }
  await session.detach();
  return found;
}

const BANGLA = /[\u0980-\u09FF]/;
// Addresses and file names are the same in both languages.
const isAddress = (name) => /^[\w.@+/:-]+\.[\w./-]+$/.test(name);

const READ = [`${CONFIRMED}/index.html`, SERVICE, `${CONFIRMED}/grievance/index.html`];

for (const [language, pages] of [['bn', READ], ['en', READ.map(inEnglish)]]) {
  test(`a screen reader is told names in the language of the page (${language}), scripts on`, async () => {
    none(await onPages(pages, { scripts: true }, async (page) => (await told(page)).flatMap(({ role, name, lang, mixed }) => {
      if (!name) return NAMELESS.includes(role) ? [] : [`a ${role} has no name`];
      if (isAddress(name) || mixed) return [];
      const isBangla = BANGLA.test(name);
      return isBangla === (lang === 'bn') ? [] : [`the ${role} “${name}” is not in the language it says, ${lang}`];
    })));
  });
}

/** What the search's field and button and the menu are called. */
const OUTLINE = {
  bn: { field: 'কী খুঁজছেন?', search: 'খুঁজুন', menu: 'প্রধান মেনু' },
  en: { field: 'Search for', search: 'Search', menu: 'Main menu' },
};

for (const [language, pages] of [['bn', READ], ['en', READ.map(inEnglish)]]) {
  test(`a screen reader finds the landmarks and fields of home, service and grievance (${language})`, async () => {
    none(await onPages(pages, { scripts: true }, async (page, file) => {
      const all = await told(page);
      const said = (role) => all.filter((one) => one.role === role).map(({ name }) => name);
      const { field, search, menu } = OUTLINE[language];
      const isCounted = !/\.gov\.bd\/(en\/)?index\.html$/.test(file);
      const wanted = { banner: 1, main: 1, contentinfo: 1, search: 1, searchbox: 1, Date: isCounted ? 1 : 0 };
      return [
        ...Object.entries(wanted).filter(([role, count]) => said(role).length !== count)
          .map(([role, count]) => `${said(role).length} times ${role}, not ${count}`),
        ...(said('searchbox')[0] === field ? [] : [`the search is called “${said('searchbox')[0]}”`]),
        ...(said('button').includes(search) ? [] : [`no button “${search}” among ${said('button').join(', ')}`]),
        ...(said('navigation')[0] === menu ? [] : [`the menu is called “${said('navigation')[0]}”`]),
        ...(new Set(said('navigation')).size === said('navigation').length ? [] : ['two ways through the page have one name']),
      ];
    }));
  });
}

test('who asks for more contrast gets text and lines as dark as the text, and enough of it', async () => {
  for (const colorScheme of ['light', 'dark']) {
    none(await onPages([READ[0], READ[1]], { colorScheme, contrast: 'more' }, (page) => page.evaluate(() => {
      const colour = (selector, what) => getComputedStyle(document.querySelector(selector))[what];
      const ink = colour('body', 'color');
      return [['.muted', 'color'], ['.menu', 'borderTopColor'], ['.brand span', 'color']]
        .filter(([selector, what]) => document.querySelector(selector) && !document.querySelector(selector).closest('.card') && colour(selector, what) !== ink)
        .map(([selector, what]) => `${selector} has ${what} ${colour(selector, what)}, not ${ink}`);
    })));
  }
});

test('with colours of the reader’s own, buttons and cards still have an edge', async () => {
  none(await onPages([READ[0], SERVICE], { forcedColors: 'active' }, (page) => page.evaluate(() => {
    const named = tools.all('.call, .promise, .ring, form[role=search]').filter(tools.shown);
    const bare = named.filter((one) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(one);
      return borderTopStyle === 'none' || parseFloat(borderTopWidth) === 0 || borderTopColor === backgroundColor;
    });
    return [...(named.length ? [] : ['nothing was looked at']), ...bare.map((one) => `${tools.name(one)} has no edge`)];
  })));
});

test('nothing on any page moves by itself, so nobody must ask for less motion', async () => {
  none(await onPages(pageTypes, { scripts: true }, (page) => page.evaluate(() => {
    const moving = (style) => style.animationName !== 'none' || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
    const found = tools.all('*').filter((one) => [null, '::before', '::after'].some((pseudo) => moving(getComputedStyle(one, pseudo))));
    return [
      ...found.map((one) => `${tools.name(one)} moves`),
      ...(document.getAnimations().length ? ['something is being animated'] : []),
      ...(getComputedStyle(document.documentElement).scrollBehavior === 'auto' ? [] : ['the page scrolls smoothly']),
      ...tools.all('marquee, blink, video, audio, [autoplay]').map((one) => `${tools.name(one)} plays`),
    ];
  })));
});
