// The service worker of a portal: keeps its files, shows a copy when there is no network, and says so in the page. The
// generator writes this into the portal's sw.js, behind what is the portal's own:
// sanad.files   [path, digest] of what is to be kept, what helps most first
// sanad.words   what it says, by the folder whose pages speak the language ('' is the portal itself)
(() => {
  const { files, words } = self.sanad;
  const digests = new Map(files);
  const scope = new URL('.', location).href;
  // Several portals may live at one origin. The number changes with the form of what is kept.
  const NAME = 'sanad 1 ' + scope;
  const KEPT = 'X-Sanad-Kept';
  const DIGEST = 'X-Sanad-Digest';
  // A page that was looked at since the list was written: nobody knows whether it is newer than that.
  const SEEN = 'seen';
  const MISSING = '404.html';
  // In few rows, so that a slow line has room for what somebody looks at.
  const ROWS = 4;
  const DHAKA = 6 * 3600 * 1000;

  // Whether nothing is to be kept any more.
  let gone = false;

  const opened = () => caches.open(NAME);
  const address = (path) => scope + path.split('/').map(encodeURIComponent).join('/');
  const found = (path) => caches.match(address(path), { cacheName: NAME, ignoreVary: true });

  // The path of a file of this portal; nothing for any other address.
  const within = (url) => {
    const [whole] = url.split(/[?#]/);
    if (!whole.startsWith(scope)) return undefined;
    try {
      return decodeURIComponent(whole.slice(scope.length)).replace(/(^|\/)$/, '$1index.html');
    } catch (fault) {
      return undefined;
    }
  };

  const keep = async (path, answer, digest) => {
    const headers = new Headers(answer.headers);
    headers.set(KEPT, Date.now());
    headers.set(DIGEST, digest);
    // The body is unpacked by now.
    headers.delete('Content-Encoding');
    headers.delete('Content-Length');
    const copy = new Response(await answer.blob(), { headers });
    if (!gone) await (await opened()).put(address(path), copy);
  };
  const isWhole = (answer) => answer.status === 200 && answer.type === 'basic' && !answer.redirected;

  // Fetches what is missing; with a new list also what is different in it. What did not change is not asked for again.
  const fill = async (isNew) => {
    if (navigator.connection && navigator.connection.saveData) return;
    const waiting = files.slice();
    let whole = true;
    const renew = async (path, digest) => {
      const old = await found(path);
      const known = old && old.headers.get(DIGEST);
      if (known === digest || !isNew && known === SEEN) return;
      // The cache of the browser may hold an old page, but never another file under a name with a digest.
      const cache = path.startsWith('assets/') ? 'default' : 'no-cache';
      const answer = await fetch(address(path), { cache, priority: 'low' }).catch(() => undefined);
      // Some servers send this page only with the status that it speaks of.
      const isMissingPage = answer && path === MISSING && answer.status === 404;
      if (answer && (isWhole(answer) || isMissingPage)) await keep(path, answer, digest);
      else whole = false;
    };
    const row = async () => {
      while (waiting.length) await renew(...waiting.shift());
    };
    await Promise.all(Array.from({ length: ROWS }, row));
    // Until all is there an old page may still need its old style.
    if (whole) await sweep();
  };

  // Removes what is no longer to be kept, and what was kept in an older form.
  const sweep = async () => {
    const cache = await opened();
    const wanted = new Set(files.map(([path]) => address(path)));
    for (const { url } of await cache.keys()) {
      if (!wanted.has(url)) await cache.delete(url, { ignoreVary: true });
    }
    for (const name of await caches.keys()) {
      if (name !== NAME && name.startsWith('sanad ') && name.endsWith(' ' + scope)) await caches.delete(name);
    }
  };

  // Once each time that the browser starts this script: mends what failed, or goes when the portal has no worker any more.
  let tended;
  const tend = async () => {
    const { status } = await fetch(location.href, { method: 'HEAD', cache: 'no-cache' });
    if (status !== 404 && status !== 410) return fill(false);
    gone = true;
    await self.registration.unregister();
    return caches.delete(NAME);
  };

  // Text → HTML.
  const safe = (text) => text.replace(/[&<>"]/g, (sign) => '&#' + sign.charCodeAt() + ';');

  const speech = (path) => {
    const folders = Object.keys(words).filter((folder) => path.startsWith(folder));
    return words[folders.sort((a, b) => b.length - a.length)[0]];
  };

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name]);

  // A text with the moment at which something was kept, as clocks and calendars show it in Bangladesh.
  const dated = (text, time, say) => {
    const at = new Date(time + DHAKA);
    const hour = at.getUTCHours();
    const part = [4, 6, 12, 15, 18, 20].filter((begins) => begins <= hour).length;
    const digits = (number) => String(number).replace(/\d/g, (digit) => say.digits[digit]);
    const date = [digits(at.getUTCDate()), say.months[at.getUTCMonth()], digits(at.getUTCFullYear())].join(' ');
    const minute = digits(String(at.getUTCMinutes()).padStart(2, '0'));
    return filled(text, { date, time: filled(say.time, { part: say.parts[part], hour: digits(hour % 12 || 12), minute }) });
  };

  // A page with a notice at its top. Its first sentence is another one when the network is back, the second stays true.
  const noticed = (html, text, url, say) => {
    const link = ' <a href="' + safe(url) + '">' + safe(say.again) + '</a>';
    const notice = '<div class="note offline"><div class="wrap"><p role="status"><span>' + safe(say.now)
      + '</span><span hidden>' + safe(say.back) + '</span> ' + safe(text) + link + '</p></div></div>';
    // Behind the link that skips what all pages have, which is the first that a keyboard must reach.
    return html.replace(/<body[^>]*>(\s*<a [^>]*skip.*?<\/a>)?/, (start) => start + notice);
  };

  const copied = async (copy, path, url) => {
    const say = speech(path);
    const text = dated(say.copy, Number(copy.headers.get(KEPT)), say);
    return new Response(noticed(await copy.text(), text, url, say), { headers: copy.headers });
  };

  // The page for what is missing, for any address: that it is not kept is all that is known of it.
  const unknown = async (url) => {
    const copy = await found(MISSING);
    if (!copy) return Response.error();
    // There is one such page, in the language of the portal itself.
    const say = speech(MISSING);
    // Some servers have put a base into it already. Links count from the portal's root.
    let html = (await copy.text()).replace(/<base[^>]*>/, '').replace(/404\.html#/g, '#');
    html = html.replace(/\s(?:href|src|action)=["']?(?!["'#/]|[a-z]+:)/g, (start) => start + scope);
    for (const [from, to] of say.instead) html = html.split(from).join(safe(to));
    return new Response(noticed(html, say.missing, url, say), { status: 503, headers: copy.headers });
  };

  // The network's answer; the copy only when there is none.
  const newest = async (event, path) => {
    const { request } = event;
    const cache = request.cache === 'reload' ? 'reload' : 'no-cache';
    const answer = await fetch(request, { cache }).catch(() => undefined);
    if (answer && answer.status < 500) {
      if (!tended && request.mode === 'navigate') event.waitUntil(tended = tend().catch(() => {}));
      if ((answer.status === 404 || answer.status === 410) && path !== MISSING) {
        event.waitUntil(opened().then((cache) => cache.delete(address(path), { ignoreVary: true })));
      } else if (isWhole(answer) && digests.has(path) && !new URL(request.url).search) {
        event.waitUntil(keep(path, answer.clone(), SEEN).catch(() => {}));
      }
      return answer;
    }
    const copy = await found(path);
    if (copy) return path.endsWith('.html') ? copied(copy, path, request.url) : copy;
    if (answer) return answer;
    return request.mode === 'navigate' ? unknown(request.url) : Response.error();
  };

  // A file whose name carries a digest is never old. Of a picture only the smallest size is kept, which stands for all.
  const asset = async (event, path) => {
    const copy = await found(path);
    if (copy) return copy;
    const answer = await fetch(event.request).catch(() => undefined);
    if (answer) {
      const digest = digests.get(path);
      if (digest && isWhole(answer)) event.waitUntil(keep(path, answer.clone(), digest).catch(() => {}));
      return answer;
    }
    const [, start, end] = path.match(/^(assets\/pictures\/.+-)\d+(\..+)$/) || [];
    const other = start && files.find(([name]) => name.startsWith(start) && name.endsWith(end));
    return other && await found(other[0]) || Response.error();
  };

  addEventListener('install', (event) => {
    self.skipWaiting();
    // What could not be fetched or has no room must not keep the rest from being there.
    event.waitUntil(fill(true).catch(() => {}));
  });
  addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
  addEventListener('fetch', (event) => {
    const { request } = event;
    const path = !gone && request.method === 'GET' && !request.headers.has('range') ? within(request.url) : undefined;
    if (!path) return;
    if (path.startsWith('assets/')) {
      if (digests.has(path) || path.startsWith('assets/pictures/')) event.respondWith(asset(event, path));
    } else if (request.mode === 'navigate' || digests.has(path)) {
      event.respondWith(newest(event, path));
    }
  });
})();
