// A server of static files, for 127.0.0.1 only.
//
// It sends the strictest policy a page without scripts can live under. Whatever
// a page should not do (an inline style, a script, a picture or a type face from
// elsewhere, a form) the browser refuses, and says so on its console.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

export const POLICY = [
  "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "base-uri 'none'",
  "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

// A service worker fetches what it keeps; no page of ours fetches anything.
const WORKER_POLICY = `${POLICY}; connect-src 'self'`;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** What the servers of README say of a file that they send packed. */
const asHosted = (path) => ({
  'Content-Security-Policy': WORKER_POLICY,
  'Content-Encoding': 'gzip',
  'Cache-Control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

async function locate(folder, path) {
  const file = normalize(join(folder, path));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return file;
  return null;
}

/**
 * Serves each folder of `mounts` ({ '/': folder, '/some/path/': folder }) under
 * its path; the longest path wins. `answer(path)` may give the status and headers
 * that stand instead of the usual ones; `packed` sends files as README's servers do, packed and to be kept. Returns its origin, the paths that were
 * asked for, and ways to go away for a while and to stop it.
 */
export async function serve(mounts, { answer = () => ({}), packed = false } = {}) {
  const paths = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    asked.push(path);
    response.setHeader('Content-Security-Policy', path.endsWith('/sw.js') ? WORKER_POLICY : POLICY);
    const { status = 200, headers = {} } = answer(path);
    if (headers.Location) {
      response.writeHead(status, headers).end();
      return;
    }
    const mount = paths.find((prefix) => path.startsWith(prefix));
    const within = mount && path.slice(mount.length);
    const file = mount && (await locate(mounts[mount], within === '' || within.endsWith('/') ? `${within}index.html` : within));
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
      return;
    }
    const type = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' };
    const bytes = await readFile(file);
    response.writeHead(status, { ...type, ...(packed ? asHosted(path) : {}), ...headers });
    response.end(request.method === 'HEAD' ? undefined : packed ? gzipSync(bytes) : bytes);
  });
  const listen = (port) => new Promise((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address();
  const stop = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${port}`, asked, stop, goAway: stop, comeBack: () => listen(port) };
}
