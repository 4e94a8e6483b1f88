// Has the portal kept for when there is no network, once the page is there and nothing else is to be done. The directory
// of all offices has no worker, and the preview (`sanad serve`) must leave none behind; from a disk there is no need.
(() => {
  const root = new URL('..', document.currentScript.src).href;
  const worker = navigator.serviceWorker;
  const saves = navigator.connection && navigator.connection.saveData;
  // The notice over a page that was kept holds what to say when the network comes back.
  const notice = document.querySelector('.offline p');
  if (notice) {
    addEventListener('online', () => {
      for (const text of notice.querySelectorAll('span')) text.hidden = !text.hidden;
    }, { once: true });
  }
  if (!worker || saves || !root.startsWith('http') || document.querySelector('[data-directory], [data-portal]')) return;
  const idle = window.requestIdleCallback || ((act) => setTimeout(act, 1000));
  addEventListener('load', () => idle(() => worker.register(root + 'sw.js').catch(() => {})));
})();
