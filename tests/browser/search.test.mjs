// The search as a citizen uses it: while typing, by keyboard and screen reader,
// from a disk, with scripts switched off. How well it finds is for tests/search.

import { test } from 'node:test';

import { axeOn } from './axe.mjs';
import { useBrowser } from './browser.mjs';
import { none } from './problems.mjs';
import { CONFIRMED, DIRECTORIES, FIELD, UNCONFIRMED } from './site.mjs';

const { withScripts } = useBrowser();

const HOME = `${CONFIRMED}/index.html`;
const CHARTER = `${CONFIRMED}/charter/index.html`;
const RESULTS = `${CONFIRMED}/site-map/index.html`;

/** Types into the field as a person does, and waits for the list. */
async function type(page, text) {
  await page.locator('form input').focus();
  await page.waitForFunction(() => document.querySelector('form input').getAttribute('role') === 'combobox');
  await page.keyboard.type(text);
}

const options = (page) => page.locator('[role=option]').allTextContents();
const active = (page) => page.evaluate(() => {
  const id = document.querySelector('form input').getAttribute('aria-activedescendant');
  return id && document.getElementById(id).textContent;
});

test('nothing but the small script is loaded until the field is used, and then each file once', async () => {
  none(await withScripts([HOME, ...DIRECTORIES], {}, async (page, file, heard) => {
    const problems = [];
    const loaded = () => heard.requests.filter((url) => url.endsWith('.js')).map((url) => url.replace(/.*\//, ''));
    if (loaded().length !== 1) problems.push(`loads ${loaded().join(' ')} before anybody searches`);
    await type(page, 'র');
    await page.locator('form button').focus();
    await page.locator('form input').focus();
    const scripts = loaded().map((name) => name.replace(/\.[0-9a-f]{8}\./, '.')).sort();
    if (scripts.join(' ') !== 'entries.js find.js page.js') problems.push(`loads ${scripts.join(' ')}`);
    return problems;
  }));
});

for (const mode of ['root', 'subpath', 'file']) {
  test(`results appear while somebody types (${mode})`, async () => {
    none(await withScripts([HOME, CHARTER, `${CONFIRMED}/services/ict-advice/index.html`, `${CONFIRMED}/404.html`], { mode }, async (page) => {
      const problems = [];
      await type(page, 'চার');
      let list = await options(page);
      if (!list[0]?.includes('সিটিজেনস চার্টার')) problems.push(`চার gives ${list.join(' | ')}`);
      await page.keyboard.type('্টার অনু');
      list = await options(page);
      if (!list[0]?.includes('চার্টার অনুমোদিত')) problems.push(`চার্টার অনু gives ${list.join(' | ')}`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/notices\/charter-approved\/index\.html$/);
      return problems;
    }));
  });
}

test('the English mirror finds its own pages, and says in which language a result is', async () => {
  none(await withScripts([`${CONFIRMED}/en/index.html`, `${CONFIRMED}/en/services/ict-advice/index.html`], {}, async (page) => {
    const problems = [];
    const expect = (is, what) => { if (!is) problems.push(what); };
    await type(page, 'সানজিদা');
    expect(await page.locator('[role=option] [lang=bn]').count() === 1, 'a Bangla name does not say that it is one');
    await page.locator('form input').fill('');
    await page.keyboard.type('training');
    const list = await options(page);
    expect(list.length > 3 && /^Training .*Citizen services/.test(list[0]), `training gives ${list.join(' | ')}`);
    expect(await page.locator('[role=option] [lang=bn]').count() === 0, 'an English title says that it is Bangla');
    await page.waitForFunction(() => /^\d+ found$/.test(document.querySelector('form [role=status]').textContent));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/services\/outsourcing-training\/index\.html$/);
    return problems;
  }));
});

test('arrows choose, Enter opens, Escape closes and then clears, and the focus stays in the field', async () => {
  none(await withScripts([HOME], {}, async (page) => {
    const problems = [];
    const expect = (is, what) => { if (!is) problems.push(what); };
    const field = page.locator('form input');
    const expanded = () => field.getAttribute('aria-expanded');
    await type(page, 'প্রশিক্ষণ');
    const list = await options(page);
    expect(await expanded() === 'true', 'the field does not say that the list is open');
    expect(await active(page) === null, 'something is chosen before anybody chose');
    await page.keyboard.press('ArrowDown');
    expect(await active(page) === list[0], 'Down does not choose the first');
    await page.keyboard.press('ArrowUp');
    expect(await active(page) === null, 'Up from the first does not go back to the field');
    await page.keyboard.press('ArrowUp');
    expect(await active(page) === list.at(-1), 'Up from the field does not choose the last');
    await page.keyboard.press('ArrowDown');
    expect(await active(page) === null, 'Down from the last does not go back to the field');
    await page.keyboard.press('ArrowDown');
    const selected = await page.locator('[aria-selected=true]').count();
    expect(selected === 1, `${selected} options are selected`);
    expect(await page.evaluate(() => document.activeElement.matches('form input')), 'the focus left the field');
    await page.keyboard.press('Escape');
    expect(await expanded() === 'false' && !await page.locator('.finds').isVisible(), 'Escape does not close the list');
    expect(await field.inputValue() === 'প্রশিক্ষণ', 'the first Escape clears the field');
    await page.keyboard.press('Escape');
    expect(await field.inputValue() === '', 'the second Escape does not clear the field');
    await page.keyboard.type('আউটসোর্সিং');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(!await page.locator('.finds').isVisible(), 'the list stays open behind the focus');
    await field.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/services\/outsourcing-training\/index\.html$/);
    return problems;
  }));
});

test('the number of results is said in Bangla when the typing pauses', async () => {
  none(await withScripts([HOME], {}, async (page) => {
    const problems = [];
    const said = page.locator('form [role=status]');
    // The page's clock stands still, for a busy machine makes pauses of its own.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await type(page, 'ল্যাব');
    if (await said.textContent() !== '') problems.push('says something at every letter');
    await page.clock.runFor(5_000);
    if (await said.textContent() !== '৩টি ফলাফল পাওয়া গেছে'.normalize('NFC')) problems.push(`says ${await said.textContent()}`);
    return problems;
  }));
});

test('where nothing is found, it says so and offers all services and the phone', async () => {
  none(await withScripts([HOME, `${UNCONFIRMED}/index.html`], {}, async (page) => {
    const problems = [];
    await type(page, 'পাসপোর্ট <qzx>');
    const text = await page.locator('.finds p').textContent();
    if (!text.startsWith('“পাসপোর্ট <qzx>”')) problems.push(`says ${text}`);
    const ways = await page.locator('[role=option]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    if (!/services\/index\.html$/.test(ways[0])) problems.push(`the first way leads to ${ways[0]}`);
    if (!/^tel:\+880\d+$/.test(ways[1])) problems.push(`the second way leads to ${ways[1]}`);
    return problems;
  }));
});

test('whole words are marked, so that no letter loses its signs', async () => {
  none(await withScripts([HOME], {}, async (page) => {
    const problems = [];
    for (const [typed, mark] of [['সেব', 'সেবাসমূহ'], ['প্রশ', 'প্রশিক্ষণ'], ['krishi', undefined], ['lab', 'ল্যাবের'], ['কোভিড ১৯', 'কোভিড']]) {
      await page.locator('form input').fill('');
      await type(page, typed);
      const marks = await page.locator('[role=option] mark').allTextContents();
      if (marks[0] !== mark) problems.push(`${typed} marks ${marks.join(' | ')}`);
    }
    return problems;
  }));
});

test('the page of results lists all of them as links, and the field keeps what was typed', async () => {
  none(await withScripts([RESULTS], { query: '?q=%E0%A6%AA%E0%A7%8D%E0%A6%B0%E0%A6%A6%E0%A6%BE%E0%A6%A8' }, async (page) => {
    const problems = [];
    await page.waitForSelector('#found li');
    if (await page.locator('form input').inputValue() !== 'প্রদান') problems.push('the field does not hold the question');
    const links = await page.locator('#found li a').count();
    if (links <= 8) problems.push(`only ${links} results are listed`);
    if (await page.locator('.finds').isVisible()) problems.push('the list over the page is open though nobody types');
    return problems;
  }));
});

test('the page of results is called so where there is a question, in both languages, and names the list below it', async () => {
  none(await withScripts([RESULTS, `${CONFIRMED}/en/site-map/index.html`], { query: '?q=training' }, async (page, file) => {
    const problems = [];
    const expect = (is, what) => { if (!is) problems.push(what); };
    await page.waitForSelector('#found li');
    const [name, list] = file === RESULTS ? ['অনুসন্ধান', 'সাইট ম্যাপ'] : ['Search results', 'Site map'];
    const text = (selector) => page.locator(selector).textContent();
    expect((await page.title()).startsWith(`${name} | `), `the title is ${await page.title()}`);
    expect(await text('h1') === name, `the heading is ${await text('h1')}`);
    expect(await text('.crumbs [aria-current]') === name, `the trail ends in ${await text('.crumbs [aria-current]')}`);
    expect(await text('#found + h2') === list, `below the results stands ${await text('#found + h2')}`);
    return [...problems, ...await axeOn(page)];
  }));
  none(await withScripts([RESULTS], {}, async (page) => (await page.locator('h1').textContent() === 'সাইট ম্যাপ' ? [] : ['without a question it is no longer the site map'])));
});

for (const mode of ['root', 'file']) {
  test(`who comes back finds the question and its results again (${mode})`, async () => {
    none(await withScripts([HOME], { mode }, async (page) => {
      const problems = [];
      const expect = (is, what) => { if (!is) problems.push(what); };
      const value = () => page.locator('form input').inputValue();
      await type(page, 'সাইবার');
      await page.locator('[role=option]').first().click();
      await page.waitForURL(/cyber-security-awareness/);
      await page.goBack();
      await page.waitForSelector('[role=option]');
      expect(await value() === 'সাইবার', `the field of the page holds ${await value()}`);
      expect((await options(page))[0].includes('সাইবার'), 'the list is gone');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await page.waitForURL(/[?]q=/);
      await page.locator('#found a').first().click();
      await page.waitForURL(/cyber-security-awareness/);
      await page.goBack();
      await page.waitForSelector('#found a');
      expect(new URL(page.url()).searchParams.get('q') === 'সাইবার', `the address is ${page.url()}`);
      expect(await value() === 'সাইবার', `the field of the results holds ${await value()}`);
      return problems;
    }));
  });
}

test('Enter without a choice leads to the page of results, and so does the last line of a long list', async () => {
  none(await withScripts([HOME], {}, async (page) => {
    await type(page, 'প্রদান');
    const last = page.locator('[role=option]').last();
    const problems = /^সব [০-৯]+টি ফলাফল দেখুন$/.test(await last.textContent()) ? [] : [`the last line is ${await last.textContent()}`];
    await page.keyboard.press('Enter');
    await page.waitForURL(/site-map\/index\.html\?q=/);
    await page.waitForSelector('#found li');
    return problems;
  }));
});

test('without scripts the same field leads to a page that lists everything', async () => {
  none(await withScripts([HOME], { javaScriptEnabled: false }, async (page) => {
    const problems = [];
    await page.locator('form input').fill('প্রশিক্ষণ');
    await page.locator('form button').click();
    await page.waitForURL(/site-map\/index\.html\?q=/);
    for (const address of ['../services/outsourcing-training/index.html', '../notices/charter-approved/index.html', '../officers/index.html', '../privacy/index.html']) {
      if (!await page.locator(`main a[href="${address}"]`).count()) problems.push(`${address} is not listed`);
    }
    if (!await page.locator('noscript p').count()) problems.push('nothing says how to search by hand');
    return problems;
  }));
});

test('the directory finds offices, also typed in Latin letters, and opens one', async () => {
  none(await withScripts(['index.html'], {}, async (page) => {
    const problems = [];
    await type(page, 'rupgonj');
    const list = await options(page);
    // The same upazila in two departments.
    if (list.length !== 2 || list.some((one) => !one.includes('রূপগঞ্জ'))) problems.push(`rupgonj gives ${list.join(' | ')}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => [CONFIRMED, FIELD].some((host) => url.pathname.endsWith(`/${host}/index.html`)));
    return problems;
  }));
});

test('the directory in English finds offices in either script, and leads to their English pages', async () => {
  none(await withScripts(['en/index.html'], {}, async (page) => {
    const problems = [];
    for (const query of ['rupgonj', 'Rupganj Narayanganj', 'রূপগঞ্জ']) {
      await type(page, query);
      const list = await options(page);
      if (list.length !== 2 || list.some((one) => !one.includes('Rupganj'))) problems.push(`${query} gives ${list.join(' | ')}`);
      await page.locator('form input').fill('');
    }
    await type(page, 'rupganj');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => [CONFIRMED, FIELD].some((host) => url.pathname.endsWith(`/${host}/en/index.html`)));
    return problems;
  }));
});

for (const [width, colorScheme] of [[320, 'light'], [1280, 'light'], [360, 'dark']]) {
  test(`axe finds nothing against WCAG 2.2 AA in the open list (${width} px, ${colorScheme})`, async () => {
    none(await withScripts([HOME, ...DIRECTORIES], { width, colorScheme }, async (page, file) => {
      await type(page, file === HOME ? 'প্রশিক্ষণ' : 'রূপগঞ্জ');
      await page.keyboard.press('ArrowDown');
      const found = await axeOn(page);
      await page.locator('form input').fill('পাসপোর্ট');
      return [...found, ...await axeOn(page)];
    }));
  });

  test(`the open list lies within a ${width} px screen (${colorScheme}), and its lines are big enough to touch`, async () => {
    none(await withScripts([HOME, ...DIRECTORIES], { width, colorScheme }, async (page, file) => {
      await type(page, file === HOME ? 'প্রশিক্ষণ' : 'রূপগঞ্জ');
      await page.keyboard.press('ArrowDown');
      return page.evaluate(() => {
        const problems = [];
        const { scrollWidth, clientWidth } = document.scrollingElement;
        if (scrollWidth > clientWidth) problems.push(`scrolls sideways: ${scrollWidth} px in ${clientWidth} px`);
        const box = document.querySelector('.finds').getBoundingClientRect();
        if (box.left < 0 || box.right > clientWidth) problems.push(`reaches from ${box.left} to ${box.right} px`);
        const targets = [...document.querySelectorAll('[role=option], form input, form button')];
        for (const target of targets) {
          const { height } = target.getBoundingClientRect();
          if (height < 44) problems.push(`<${target.localName}> is ${height} px high`);
        }
        return problems;
      });
    }));
  });
}
