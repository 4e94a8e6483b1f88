// Tools for the code that looks at a page from inside.
//
// `install` is sent to the page as text, so it can use nothing of this module.

export function install() {
  const short = (text, length = 40) => {
    const line = (text ?? '').replace(/\s+/g, ' ').trim();
    return line.length > length ? `${line.slice(0, length)}…` : line;
  };

  /** An element in words: the way to it and the start of its text. */
  const name = (element) => {
    const steps = [];
    for (let at = element; at && at.nodeType === 1 && steps.length < 4; at = at.parentElement) {
      const classes = [...at.classList].map((one) => `.${one}`).join('');
      steps.unshift(at.localName + (at.id ? `#${at.id}` : '') + classes);
      if (at.id) break;
    }
    const text = short(element.textContent);
    return `<${steps.join(' > ')}>${text ? ` “${text}”` : ''}`;
  };

  /** Is it on the page? A link inside a closed menu is not. */
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  /** Kept for screen readers only, by the usual trick of clipping a box to nothing? */
  const unseen = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const { clip, clipPath, overflowX, position } = getComputedStyle(at);
      if (position !== 'absolute' && position !== 'fixed') continue;
      if (/^inset\((50|100)%\)$/.test(clipPath) || /^rect\(([01]px,? ?){4}\)$/.test(clip)) return true;
      if (overflowX === 'hidden' && at.offsetWidth <= 1 && at.offsetHeight <= 1) return true;
    }
    return false;
  };

  const all = (selector = '*') => [...document.querySelectorAll(selector)];

  /** The text nodes that one can see, with the element each lies in. */
  const texts = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && shown(node.parentElement) && !unseen(node.parentElement)) found.push(node);
    }
    return found;
  };

  /** What keyboard users should reach, in the order of the document. */
  const stops = () =>
    all('a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]')
      .filter((element) => element.tabIndex >= 0 && !element.disabled && shown(element));

  /**
   * Waits until a picture is there; gives what the browser says when it cannot be shown. A decoding that is under way is
   * given up when the browser chooses among the sizes anew, so it is asked for a second time.
   */
  const decoded = async (image) => {
    const once = () => image.decode().then(() => undefined, (fault) => fault);
    const fault = await once() && await once();
    return fault && `${fault.message} (${image.currentSrc}, ${image.naturalWidth} px wide)`;
  };

  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

  globalThis.tools = { short, name, shown, unseen, all, texts, stops, decoded, parse };
}
