// A server of static files, for 127.0.0.1 only.
//
// It sends the strictest policy a page without scripts can live under. Whatever
// a page should not do (an inline style, a script, a picture or a type face from
// elsewhere, a form) the browser refuses, and says so on its console.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

export const POLICY = [
  "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "base-uri 'none'",
  "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

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

async function locate(folder, path) {
  const file = normalize(join(folder, path));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return file;
  return null;
}

/**
 * Serves each folder of `mounts` ({ '/': folder, '/some/path/': folder }) under
 * its path; the longest path wins. Returns its origin and a way to stop it.
 */
export async function serve(mounts) {
  const paths = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const mount = paths.find((prefix) => path.startsWith(prefix));
    const within = mount && path.slice(mount.length);
    const file = mount && (await locate(mounts[mount], within === '' || within.endsWith('/') ? `${within}index.html` : within));
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(request.method === 'HEAD' ? undefined : await readFile(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}
