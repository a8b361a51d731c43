import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropHalfFilled, whileMarked } from './half-filled.ts';

let home: string;
beforeEach(() => {
  home = fs.mkdtempSync(path.join(tmpdir(), 'simpul-half-'));
  fs.mkdirSync(path.join(home, 'pg'));
  fs.mkdirSync(path.join(home, 'files/64'), { recursive: true });
  for (const file of ['pg/PG_VERSION', 'files/64/sealed', 'audit-heads.jsonl', 'master.key', 'demo-password'])
    fs.writeFileSync(path.join(home, file), 'x');
});
afterEach(() => fs.rmSync(home, { recursive: true }));

const left = () => fs.readdirSync(home).toSorted();
const interrupted = () =>
  whileMarked(home, () => Promise.reject(new Error('killed'))).catch((error: Error) => error.message);

test('a demonstration filled to its end stays as it is', async () => {
  await whileMarked(home, async () => {});
  const before = left();
  expect(dropHalfFilled(home, { external: false })).toBe(false);
  expect(left()).toEqual(before);
  expect(before).toContain('pg');
});

test('what an interrupted filling left is thrown away, key and password stay', async () => {
  expect(await interrupted()).toBe('killed');
  expect(dropHalfFilled(home, { external: false })).toBe(true);
  expect(left()).toEqual(['demo-password', 'master.key']);
});

test('a filling that is still going on is left alone', async () => {
  await interrupted();
  const socket = fs.mkdtempSync(path.join(tmpdir(), 'simpul-half-socket-'));
  fs.writeFileSync(path.join(home, 'pg/postmaster.pid'), [process.pid, '', '', 5432, socket, ''].join('\n'));
  expect(dropHalfFilled(home, { external: false })).toBe(false);
  expect(left()).toContain('pg');
  expect(left()).toContain('filling');
  fs.rmSync(socket, { recursive: true });
});

test('an external database is not ours to drop: the error says what to do', async () => {
  await interrupted();
  expect(() => dropHalfFilled(home, { external: true })).toThrow(/Make its database anew/);
  expect(left()).toContain('filling');
});
