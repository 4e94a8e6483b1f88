// Says until when a service must be given and a grievance settled, counted from today or from a day that somebody chooses.
// All words stand in the page; without this script it names the number of days alone.
(() => {
  // Days are numbers, from 1 January 1970 on. Today is Dhaka's day, six hours ahead of Greenwich.
  const DAY = 864e5;
  const today = Math.floor((Date.now() + DAY / 4) / DAY);
  const number = (iso) => Date.parse(iso) / DAY;
  const all = (selector) => [...document.querySelectorAll(selector)];

  const box = document.querySelector('[data-week]');
  if (!box) return;
  const words = box.dataset;
  const closed = words.holidays.split(' ').map(number);
  const service = document.querySelector('dd[data-days]');
  const limits = all('.limit');
  // Without a limit that can be counted, or a day on which offices are open, there is nothing to say.
  if (!(service || limits[0].dataset.days) || !words.week.includes('1')) return;

  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, word) => values[word]);
  const written = (day) => {
    const date = new Date(day * DAY);
    const text = date.getUTCDate() + ' ' + words.months.split(' ')[date.getUTCMonth()] + ' ' + date.getUTCFullYear();
    return text.replace(/\d/g, (digit) => words.digits[digit]);
  };
  // The week begins with Sunday; 1 January 1970 was a Thursday.
  const isOpen = (day) => words.week[(day + 4) % 7] === '1' && !closed.includes(day);
  // The n-th working day after a day; at once is the same day, or the next on which offices are open.
  const after = (day, count) => {
    if (count === 0) while (!isOpen(day)) day += 1;
    for (; count > 0; count -= isOpen(day)) day += 1;
    return day;
  };
  // The first and the last day of a limit: 5, 1-7, or 30d, which are days of the calendar.
  const span = (limit, from) => {
    const [least, most] = limit.match(/\d+/g).map((count) => (limit.endsWith('d') ? from + +count : after(from, +count)));
    return [least, most || least];
  };

  const field = box.querySelector('input');
  const [note] = all('[data-last]');
  // Where the list of holidays is not said to be complete, the moon may add some.
  const [moon] = all('[data-complete]');
  const [shut] = all('.shut');
  const status = box.querySelector('[role=status]');
  const show = () => {
    const from = number(field.value);
    // Holidays of years far away stand in no list.
    if (Math.abs(from - today) > 731) {
      status.textContent = words.far;
      if (shut) shut.textContent = '';
      note.hidden = true;
      if (moon) moon.hidden = true;
      for (const limit of limits) limit.lastElementChild.textContent = '';
      return;
    }
    const when = from === today ? words.today : fill(words.on, { date: written(from) });
    let [first, last] = service ? span(service.dataset.days, from) : [];
    let end = service ? last : from;
    let counted = true;
    for (const limit of limits) {
      counted = counted && limit.dataset.days;
      if (counted) [, end] = span(limit.dataset.days, end);
      limit.lastElementChild.textContent = counted ? fill(words.by, { date: written(end) }) : '';
    }
    if (!service) first = last = end;
    const until = last === from ? words.same
      : fill(first < last ? words.between : words.by, { date: written(last), first: written(first), last: written(last) });
    status.textContent = fill(words.say, { when, until });
    if (shut) shut.textContent = isOpen(from) ? '' : fill(words.shut, { when });
    // A day that has passed before the first holiday that is listed is before the list.
    const before = from < today && from < closed[0];
    if (moon) moon.hidden = !before && end <= number(moon.dataset.complete);
    note.hidden = end <= number(note.dataset.last);
  };

  for (const limit of limits) {
    const line = document.createElement('span');
    line.className = 'line';
    limit.append(line);
  }
  for (const hidden of all('.counted')) hidden.hidden = false;
  field.value = new Date(today * DAY).toISOString().slice(0, 10);
  // A day half typed says nothing yet, and what was said stays.
  field.addEventListener('input', () => { if (field.value >= '1971') show(); });
  show();
})();
