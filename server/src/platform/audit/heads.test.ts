import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendHead, readHeads, type RecordedHead } from './heads.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'simpul-heads-'));
  file = path.join(folder, 'audit', 'heads.jsonl');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const head = (position: number): RecordedHead => ({
  position,
  chainMac: position.toString(16).padStart(64, '0'),
  at: '2026-01-02T03:04:05Z',
});

test('heads are appended for the owner only and read back in order', () => {
  expect(readHeads(file)).toEqual([]);
  appendHead(file, head(3));
  appendHead(file, head(9));
  expect(readHeads(file)).toEqual([head(3), head(9)]);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});

test('a line cut at any byte by a power failure does not hide the heads before or after it', () => {
  const line = JSON.stringify(head(9));
  for (let at = 0; at < line.length; at++) {
    fs.rmSync(file, { force: true });
    appendHead(file, head(3));
    fs.appendFileSync(file, line.slice(0, at));
    appendHead(file, head(12));
    expect(readHeads(file), `cut at ${at}`).toEqual([head(3), head(12)]);
  }
});

test('a line that was edited is refused by its number', () => {
  appendHead(file, head(3));
  fs.appendFileSync(file, '{"position":4,"chainMac":"zz","at":"x"}\n');
  expect(() => readHeads(file)).toThrow('line 2');
});
