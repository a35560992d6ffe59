/** @file A small server of static files, for `npm start`, `npm run preview` and the browser tests. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { contentSecurityPolicy } from './contentSecurityPolicy.mjs';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a folder on this machine only.
 *
 * @param {string} folder what is served
 * @param {{ port?: number; base?: string }} [options] the port (a free one when it is 0 or left out), and the path, with a slash at both ends, under which the folder appears
 * @returns {Promise<{ address: string; close: () => Promise<void> }>} where it is served, once it is; and how to end it
 */
export function serve(folder, { port = 0, base = '/' } = {}) {
  const server = createServer((request, response) => answer(request, response, folder, base));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ address: `http://localhost:${bound.port}${base}`, close: () => close(server) });
    });
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} folder
 * @param {string} base
 */
function answer(request, response, folder, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD are answered.');
  const file = fileOf(request.url ?? '/', folder, base);
  const status = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  if (file === undefined || status === undefined || !status.isFile())
    return refuse(response, 404, 'There is no such file.');
  response.writeHead(200, {
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': status.size,
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': /[\\/]assets[\\/].*-[\w-]{8}\.\w+$/.test(file)
      ? 'max-age=31536000, immutable'
      : 'no-cache',
    // A sandboxed frame has an origin of its own: it is given these files, which are no secret, only so.
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * The file that a request asks for; nothing when it is outside the folder.
 *
 * @param {string} url
 * @param {string} folder
 * @param {string} base
 */
function fileOf(url, folder, base) {
  const asked = decode(url.replace(/[?#].*$/, ''));
  if (asked === undefined || !asked.startsWith(base) || asked.includes('\0')) return undefined;
  const inside = asked.slice(base.length);
  const file = path.resolve(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
  return file.startsWith(path.resolve(folder) + path.sep) ? file : undefined;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
function refuse(response, status, message) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${message}\n`);
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
