import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { openDiskStore } from './disk.ts';
import { sealedChunkBytes } from './seal.ts';
import type { FileKeys, FileRules } from './store.ts';

/** A key hierarchy of one level, enough to see that the store asks for the right thing. */
function keysUnder(master: KeyObject): FileKeys {
  return {
    wrapKey: (key, id) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(Buffer.from(id));
      // As long as a key of the real hierarchy.
      return Buffer.concat([
        Buffer.alloc(5),
        iv,
        cipher.update(key.export()),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    unwrapKey: (wrapped, id) => {
      const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(5, 17));
      decipher.setAAD(Buffer.from(id)).setAuthTag(wrapped.subarray(-16));
      return createSecretKey(Buffer.concat([decipher.update(wrapped.subarray(17, -16)), decipher.final()]));
    },
  };
}

let root: string;
const master = createSecretKey(randomBytes(32));
const keys = keysUnder(master);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'simpul-files-'));
});
afterEach(async () => rm(root, { recursive: true, force: true }));

const csv: FileRules = { allow: ['csv', 'xlsx'], maxBytes: 10_000_000 };
const stream = (content: Uint8Array, size = 10_000) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
    })(),
  );
const table = (bytes: number) =>
  Buffer.from('kode;jumlah\n64.71;3\n'.repeat(Math.ceil(bytes / 20)).slice(0, bytes));
const filesLeft = async () =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile())
    .map((e) => e.name);
async function refusal(doing: Promise<unknown>): Promise<AppError> {
  const error = await doing.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused as expected: ${String(error)}`);
  return error;
}
const whyRefused = async (content: Uint8Array, rules = csv) =>
  (await refusal(openDiskStore(root, keys).put(stream(content), rules))).errors[0]?.code;

describe('round trip', () => {
  test.each([1, 65_535, 65_536, 65_537, 131_072, 200_001])('%i bytes', async (size) => {
    const store = openDiskStore(root, keys);
    const content = table(size);
    const stored = await store.put(stream(content), csv);
    expect(stored).toMatchObject({ kind: 'csv', mime: 'text/csv', bytes: size });
    expect(stored.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(await buffer(await store.get(stored.id))).toEqual(content);
  });

  test('on disk: a random name, unreadable content, for the owner only, nothing half-written', async () => {
    const { id } = await openDiskStore(root, keys).put(stream(table(1000)), csv);
    expect(await filesLeft()).toEqual([id]);
    const path = join(root, id.slice(0, 2), id);
    expect((await readFile(path)).includes('jumlah')).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('remove, twice; then the file is not found', async () => {
    const store = openDiskStore(root, keys);
    const { id } = await store.put(stream(table(1000)), csv);
    await store.remove(id);
    await store.remove(id);
    expect((await refusal(store.get(id))).code).toBe('not_found');
    expect((await refusal(store.get('../../etc/passwd'))).code).toBe('not_found');
    expect((await refusal(store.remove('../x'))).code).toBe('not_found');
  });

  test('rewrap: opens under the new keys only', async () => {
    const next = keysUnder(createSecretKey(randomBytes(32)));
    const content = table(150_000);
    const { id } = await openDiskStore(root, keys).put(stream(content), csv);
    await openDiskStore(root, { wrapKey: next.wrapKey, unwrapKey: keys.unwrapKey }).rewrap(id);
    expect(await buffer(await openDiskStore(root, next).get(id))).toEqual(content);
    expect((await refusal(openDiskStore(root, keys).get(id))).errors[0]?.code).toBe('file.damaged');
  });
});

describe('a changed file is noticed', () => {
  const size = 65_536 * 3 + 100;
  async function change(mend: (sealed: Buffer, start: number) => Buffer) {
    const store = openDiskStore(root, keys);
    const { id } = await store.put(stream(table(size)), csv);
    const path = join(root, id.slice(0, 2), id);
    const sealed = await readFile(path);
    const start = sealed.length - (3 * sealedChunkBytes + 116);
    await writeFile(path, mend(sealed, start));
    return refusal((async () => buffer(await store.get(id)))());
  }
  const cut = (sealed: Buffer, from: number, to: number) =>
    Buffer.concat([sealed.subarray(0, from), sealed.subarray(to)]);

  test.each<[string, (sealed: Buffer, start: number) => Buffer]>([
    ['cut between two chunks', (s, start) => s.subarray(0, start + 2 * sealedChunkBytes)],
    ['cut inside a chunk', (s, start) => s.subarray(0, start + sealedChunkBytes + 5)],
    ['cut after the header', (s, start) => s.subarray(0, start)],
    ['cut inside the header', (s) => s.subarray(0, 5)],
    ['a chunk taken out', (s, start) => cut(s, start + sealedChunkBytes, start + 2 * sealedChunkBytes)],
    ['something added', (s) => Buffer.concat([s, Buffer.from('x')])],
    [
      'two chunks exchanged',
      (s, start) => {
        const [a, b] = [start, start + sealedChunkBytes];
        return Buffer.concat([
          s.subarray(0, a),
          s.subarray(b, b + sealedChunkBytes),
          s.subarray(a, b),
          s.subarray(b + sealedChunkBytes),
        ]);
      },
    ],
    [
      'one bit turned',
      (s, start) => {
        const at = start + 70_000;
        s.writeUInt8(s.readUInt8(at) ^ 1, at);
        return s;
      },
    ],
    ['another magic', (s) => Buffer.concat([Buffer.from('XXXX'), s.subarray(4)])],
  ])('%s', async (_what, mend) => {
    const error = await change(mend);
    expect([error.code, error.errors[0]?.code]).toEqual(['unavailable', 'file.damaged']);
  });

  test('a sealed file under the name of another does not open', async () => {
    const store = openDiskStore(root, keys);
    const one = await store.put(stream(table(100)), csv);
    const two = await store.put(stream(table(200)), csv);
    const path = (id: string) => join(root, id.slice(0, 2), id);
    await writeFile(path(two.id), await readFile(path(one.id)));
    expect((await refusal(store.get(two.id))).errors[0]?.code).toBe('file.damaged');
  });
});

describe('refused while streaming, leaving nothing', () => {
  afterEach(async () => {
    const left = await filesLeft();
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
  });

  test('too large: stops at the limit without reading on', async () => {
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          given += 1;
          yield table(20_000);
        }
      })(),
    );
    const error = await refusal(openDiskStore(root, keys).put(endless, { ...csv, maxBytes: 100_000 }));
    expect([error.code, error.errors[0]?.code]).toEqual(['too_large', 'file.too_large']);
    expect(given).toBeLessThan(30);
    expect(endless.destroyed).toBe(true);
  });

  test('a stream that breaks', async () => {
    const broken = Readable.from(
      (function* () {
        yield table(100_000);
        throw new Error('connection lost');
      })(),
    );
    await expect(openDiskStore(root, keys).put(broken, csv)).rejects.toThrow('connection lost');
  });

  test('a kind that is not allowed, whatever its name says', async () => {
    const pdf = Buffer.from(
      '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj <</Type/Catalog>> endobj\n'.repeat(20),
      'latin1',
    );
    expect(await whyRefused(pdf)).toBe('file.kind_not_allowed');
    expect(await whyRefused(table(100), { allow: ['pdf'], maxBytes: 1000 })).toBe('file.kind_not_allowed');
    expect(await whyRefused(Buffer.from('<!DOCTYPE html><script>1</script>'))).toBe('file.kind_unknown');
    expect(await whyRefused(Buffer.from('TGL LAPOR;JK\n11/10/2024;P\n', 'utf16le'))).toBe('file.text_odd');
    expect(await whyRefused(Buffer.from('TGL LAPOR;JK\n11/10/2024;P\0\n'))).toBe('file.text_odd');
    expect(await whyRefused(Buffer.from([1, 2, 3, 0, 5, 0, 7]))).toBe('file.kind_unknown');
    expect(await whyRefused(Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]))).toBe(
      'file.kind_not_allowed',
    );
    expect(await whyRefused(Buffer.alloc(0))).toBe('file.empty');
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    expect(await whyRefused(ole)).toBe('xlsx.legacy');
  });

  test('text that turns binary after its beginning', async () => {
    expect(await whyRefused(Buffer.concat([table(70_000), Buffer.from([0, 1, 2]), table(70_000)]))).toBe(
      'csv.binary',
    );
  });

  test('a zip that is no office file, a macro, and a Word file where Excel is asked', async () => {
    const zip = async (names: string[]) => {
      const made = new JSZip();
      for (const name of names) made.file(name, randomBytes(100));
      return made.generateAsync({ type: 'nodebuffer' });
    };
    const types = '[Content_Types].xml';
    expect(await whyRefused(await zip(['a.txt']))).toBe('file.kind_not_allowed');
    expect(await whyRefused(await zip([types, 'xl/workbook.xml', 'xl/vbaProject.bin']))).toBe('file.macros');
    expect(await whyRefused(await zip([types, 'word/document.xml']))).toBe('file.kind_not_allowed');
  });
});

test('recognises an office file by its content, and UTF-16 text beyond its beginning', async () => {
  const store = openDiskStore(root, keys);
  const made = new JSZip();
  for (const name of ['x.bin', '[Content_Types].xml', 'xl/workbook.xml'])
    made.file(name, randomBytes(90_000));
  const zip = await made.generateAsync({ type: 'nodebuffer' });
  expect((await store.put(stream(zip), csv)).kind).toBe('xlsx');
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table(150_000).toString(), 'utf16le')]);
  expect((await store.put(stream(wide), csv)).kind).toBe('csv');
});

test('sweeps what a killed process left half-written, and only that', async () => {
  const store = openDiskStore(root, keys);
  const { id } = await store.put(stream(table(100)), csv);
  await writeFile(join(root, 'tmp', 'left-behind'), 'x');
  expect(await store.sweep(60_000, Date.now())).toBe(0);
  expect(await store.sweep(60_000, Date.now() + 120_000)).toBe(1);
  expect(await filesLeft()).toEqual([id]);
});
