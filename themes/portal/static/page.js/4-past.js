// What a day makes untrue that nobody has written again: a charter that was to be brought up to date, a notice that was to be
// valid until then. The generator knows no day, so pages say when, and this says that it is over.
(() => {
  // Dhaka's day, six hours ahead of Greenwich.
  const today = new Date(Date.now() + 6 * 36e5).toISOString().slice(0, 10);
  // The second sentence in the place of the first, or where there is none.
  for (const line of document.querySelectorAll('[data-due]')) {
    if (line.dataset.due < today) for (const text of line.children) text.hidden = !text.hidden;
  }

  for (const list of document.querySelectorAll('.notices')) {
    const notices = [...list.children];
    const isPast = (notice) => notice.dataset.until < today;
    if (!notices.some(isPast)) continue;
    const first = list.dataset.first;
    // What is pinned stands on top while it is valid. Where there is room for a few, what is valid comes before what is not.
    const rank = (notice) => (isPast(notice) ? first ? 0 : 1 : notice.querySelector('[data-pinned]') ? 2 : 1);
    const day = (notice) => notice.querySelector('time').dateTime;
    notices.sort((one, other) => rank(other) - rank(one) || (day(one) < day(other) ? 1 : day(one) > day(other) ? -1 : 0));
    notices.forEach((notice, at) => {
      for (const word of notice.querySelectorAll('[data-pinned], [data-past]')) {
        word.hidden = isPast(notice) === 'pinned' in word.dataset;
      }
      notice.hidden = first && at >= first;
    });
    list.append(...notices);
  }
})();
