import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';

let world: World;
let around: string;
beforeAll(async () => {
  around = fs.mkdtempSync(path.join(tmpdir(), 'simpul-web-'));
  const folder = path.join(around, 'dist');
  fs.mkdirSync(path.join(folder, 'assets'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>halaman</title>');
  fs.writeFileSync(path.join(folder, 'assets/a-1b2c.js'), 'export {}');
  fs.writeFileSync(path.join(folder, '.built-from'), 'hash');
  fs.writeFileSync(path.join(around, 'secret.txt'), 'rahasia');
  world = await createWorld({ web: folder });
});
afterAll(async () => {
  await world.close();
  fs.rmSync(around, { recursive: true });
});

const get = (url: string, accept = '*/*') =>
  world.app.server.inject({ method: 'GET', url, headers: { accept } });

test('files of the web app come as they are, hashed ones to be kept for good', async () => {
  const script = await get('/assets/a-1b2c.js');
  expect([script.statusCode, script.body]).toEqual([200, 'export {}']);
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(script.headers['content-type']).toMatch(/javascript/);
});

test('the first page, and any address of the web app, answer with the page, never kept', async () => {
  for (const url of ['/', '/kliring/impor/baru']) {
    const page = await get(url, 'text/html');
    expect([url, page.statusCode, page.headers['cache-control']]).toEqual([url, 200, 'no-cache']);
    expect(page.body).toContain('halaman');
  }
});

test('what is no page is not found, hidden files and files around the folder neither', async () => {
  for (const url of [
    '/assets/none.js',
    '/.built-from',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/api/tidak-ada',
  ]) {
    const answer = await get(url);
    expect([url, answer.statusCode]).toEqual([url, expect.toBeOneOf([400, 403, 404])]);
    expect(answer.body).not.toMatch(/rahasia|halaman|hash/);
  }
  expect((await get('/api/tidak-ada', 'text/html')).statusCode).toBe(404);
});
