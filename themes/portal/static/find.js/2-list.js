// Shows what was found: while somebody types, as a list below the field (a combobox as the ARIA Authoring Practices have
// it: the focus stays in the field, arrows choose, Enter opens, Escape closes); and on the page that the field leads to,
// as plain links. All words come from the index; titles are put in as text, never as HTML.
(() => {
  if (typeof document === 'undefined') return;
  const { form, root, index, find } = sanad;
  if (!index) return;
  const field = form.elements.q;
  const say = index.words;
  const SHOWN = 8;
  // A screen reader hears the number when the typing pauses, not at every letter.
  const PAUSE = 600;

  // A portal in English has its own index, and counts in its own digits.
  const digits = (number) => index.folder ? number : String(number).replace(/\d/g, (digit) => String.fromCharCode(0x9e6 + Number(digit)));
  const counted = (text, number) => text.replace('{count}', digits(number));
  const make = (name, attributes, ...inside) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...inside.filter((one) => one !== undefined));
    return element;
  };
  // Pages in English lie in a folder of each portal, and so of each that the directory finds.
  const folder = index.folder || '';
  const way = (address) => root + (index.upazilas ? address + folder : folder + address).split('/').map(encodeURIComponent).join('/') + (/\/$/.test(address) ? 'index.html' : '');

  // A title with the words that were found; whole words, so that no letter is cut from its signs.
  const marked = (title, marks) => {
    const parts = [];
    let from = 0;
    for (const { at, end } of marks) {
      if (at < from) continue;
      parts.push(title.slice(from, at), make('mark', {}, title.slice(at, end)));
      from = end;
    }
    // On a portal in English what nobody has translated is found too; a screen reader must know which is which.
    return make('span', { lang: /[ঀ-৾]/.test(title) ? 'bn' : 'en' }, ...parts, title.slice(from));
  };
  const link = ({ entry: { kind, title, address, detail }, marks }) => make('a', { href: way(address) }, marked(title, marks), ' ',
    make('small', {}, [index.upazilas ? '' : index.kinds[kind], detail].filter(Boolean).join(' · ')));
  // What helps when nothing was found: the list of all services, and somebody to ask.
  const help = () => [
    say.services && make('a', { href: way('services/') }, say.services),
    index.phone && make('a', { href: 'tel:' + index.phone[0] }, say.call + ': ', make('strong', {}, index.phone[1])),
  ].filter(Boolean);
  const nothing = (query) => say.none.replace('{query}', () => query);

  const text = make('p', { hidden: '' });
  const list = make('div', { role: 'listbox', id: 'finds', 'aria-label': say.list });
  const box = make('div', { class: 'finds', hidden: '' }, text, list);
  const status = make('p', { role: 'status', class: 'unheard' });
  form.append(box, status);
  const set = (name, value) => (value ? field.setAttribute(name, value) : field.removeAttribute(name));
  set('role', 'combobox');
  set('aria-autocomplete', 'list');
  set('aria-controls', 'finds');
  set('aria-expanded', 'false');
  set('autocomplete', 'off');

  let chosen = -1;
  let timer;
  const choose = (at) => {
    const options = list.children;
    chosen = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
    [...options].forEach((option, number) => option.setAttribute('aria-selected', String(number === chosen)));
    set('aria-activedescendant', chosen < 0 ? '' : options[chosen].id);
    if (chosen >= 0) options[chosen].scrollIntoView({ block: 'nearest' });
  };
  const show = (is) => {
    box.hidden = !is;
    set('aria-expanded', String(is));
    if (!is) choose(-1);
  };
  const announce = (words) => {
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = words; }, PAUSE);
  };
  const update = () => {
    const query = field.value.trim();
    const found = query ? find(query) : [];
    if (!query && history.state) history.replaceState(null, '');
    const options = found.slice(0, SHOWN).map(link);
    if (found.length > SHOWN) {
      const all = new URL(form.action);
      all.search = new URLSearchParams({ q: query });
      options.push(make('a', { href: all.href, class: 'all' }, counted(say.all, found.length)));
    }
    if (query && !found.length) options.push(...help());
    options.forEach((option, at) => {
      Object.entries({ role: 'option', id: 'find-' + at, tabindex: -1 }).forEach(([key, value]) => option.setAttribute(key, value));
    });
    list.replaceChildren(...options);
    const none = query && !found.length ? nothing(query) + ' ' + say.advice : '';
    text.hidden = !none;
    text.textContent = none;
    choose(-1);
    show(Boolean(query) && form.contains(document.activeElement));
    // A list without options is none.
    list.hidden = !options.length;
    if (!options.length) set('aria-expanded', 'false');
    announce(query && (found.length ? counted(say.count, found.length) : none));
  };

  field.addEventListener('input', update);
  field.addEventListener('focus', () => { if (field.value) update(); });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const open = !box.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (!open) update();
      if (!list.children.length) return;
      choose(chosen < 0 && step < 0 ? list.children.length - 1 : chosen + step);
    } else if (event.key === 'Enter' && open && chosen >= 0) {
      list.children[chosen].click();
    } else if (event.key === 'Escape' && open) {
      show(false);
    } else {
      return;
    }
    event.preventDefault();
  });
  // Of what was typed the page's own place in the history keeps a note, and the browser that place.
  box.addEventListener('click', () => history.replaceState({ q: field.value }, ''));
  // A click on a result must not take the focus first, or the list would be gone before it.
  box.addEventListener('mousedown', (event) => event.preventDefault());
  form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) show(false); });

  // The page that the field leads to: it is called so, and what else it holds keeps its name below what was found.
  const rename = (name) => {
    const heading = document.querySelector('h1');
    place.after(make('h2', {}, heading.textContent));
    document.title = document.title.replace(heading.textContent, name);
    [heading, document.querySelector('.crumbs [aria-current]')].filter(Boolean).forEach((one) => { one.textContent = name; });
  };
  const place = document.getElementById('found');
  const query = place && new URLSearchParams(location.search).get('q');
  if (query && query.trim()) {
    const found = find(query);
    field.value = field.value || query;
    if (place.dataset.title) rename(place.dataset.title);
    const title = found.length ? '“' + query + '”: ' + counted(say.count, found.length) : nothing(query);
    const items = (found.length ? found.map(link) : help()).map((one) => make('li', {}, one));
    place.append(make('h2', {}, title), ...(found.length ? [] : [make('p', {}, say.advice)]), make('ul', {}, ...items));
    announce(title);
  }
  if (document.activeElement === field && field.value) update();
})();
