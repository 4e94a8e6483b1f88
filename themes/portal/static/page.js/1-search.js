// Loads the search when somebody wants to search, and not before: its style, what can be found, and the script that finds.
// All are classic scripts beside the page, so that the same files work on a server and from a disk (file://).
(() => {
  const form = document.querySelector('[role=search]');
  // Read now: later the script that runs is another one. Assets lie one folder below the root, whatever the page.
  const root = new URL('..', document.currentScript.src).href;
  let asked;
  const load = () => {
    if (asked) return;
    asked = window.sanad = { form, root };
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = root + 'assets/find.css';
    document.head.append(style);
    // The field itself says where everything is listed; what can be found lies beside that page.
    for (const file of [new URL('entries.js', form.action), root + 'assets/find.js']) {
      const script = document.createElement('script');
      script.async = false;
      script.src = file;
      document.head.append(script);
    }
  };
  if (!form) return;
  form.addEventListener('focusin', load);
  // Who comes back to a page finds in the field what led away from it.
  const { q } = history.state || {};
  if (q) {
    form.elements.q.value = q;
    form.elements.q.focus({ preventScroll: true });
  }
  // The results were asked for, or the field was faster than this script.
  if (document.getElementById('found') && location.search || form.contains(document.activeElement)) load();
})();
