/** @file The server of static files answers as a web host would, and gives nothing from outside its folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../src/cli/setUp/contentSecurityPolicy.mjs';
import { serve } from '../../../src/cli/setUp/server.mjs';

let folder = '';
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'served-'));
  const files = [
    'index.html',
    'a.js',
    'a.wasm',
    'app.webmanifest',
    'a b é.json',
    'unknown.xyz',
    'in/index.html',
  ];
  mkdirSync(path.join(folder, 'dist/in'), { recursive: true });
  for (const file of files) writeFileSync(path.join(folder, 'dist', file), `text of ${file}`);
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  server = await serve(path.join(folder, 'dist'), { base: '/a/b/' });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The status of an answer to a path that is sent as it is, without the client tidying it. */
function statusOf(rawPath: string, method = 'GET'): Promise<number | undefined> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: rawPath, method }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('serve', () => {
  it('takes a free port and tells the address with the sub-folder', () => {
    expect(server.address).toMatch(/^http:\/\/localhost:\d+\/a\/b\/$/);
  });

  it.each([
    ['', 'text/html; charset=utf-8', 'text of index.html'],
    ['?x=1', 'text/html; charset=utf-8', 'text of index.html'],
    ['in/', 'text/html; charset=utf-8', 'text of in/index.html'],
    ['a.js', 'text/javascript; charset=utf-8', 'text of a.js'],
    ['a.wasm', 'application/wasm', 'text of a.wasm'],
    ['app.webmanifest', 'application/manifest+json; charset=utf-8', 'text of app.webmanifest'],
    ['a%20b%20%C3%A9.json', 'application/json; charset=utf-8', 'text of a b é.json'],
    ['unknown.xyz', 'application/octet-stream', 'text of unknown.xyz'],
  ])('answers "%s" as %s', async (file, type, text) => {
    const answer = await fetch(server.address + file);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(await answer.text()).toBe(text);
  });

  it.each([
    '/',
    '/a/b',
    '/a/b/none.js',
    '/a/b/in',
    '/a/b/../secret.txt',
    '/a/b/..%2f..%2fsecret.txt',
    '/a/b/%00',
    '/a/b/%zz',
  ])('answers %s with 404', async (rawPath) => {
    expect(await statusOf(rawPath)).toBe(404);
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const answer = await fetch(`${server.address}a.js`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await statusOf('/a/b/a.js', 'POST')).toBe(405);
  });

  it('says when a port is taken', async () => {
    const port = Number(new URL(server.address).port);
    await expect(serve(folder, { port })).rejects.toThrow(/EADDRINUSE/);
  });
});
