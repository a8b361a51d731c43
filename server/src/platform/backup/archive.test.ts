import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive, writeArchive } from './archive-file.ts';
import { readParts, writeParts, type ArchiveHeader, type ArchivePart, type Manifest } from './archive.ts';
import {
  newRecoveryKey,
  recipientOf,
  unwrapWithRecovery,
  wrapForRecovery,
  type RecoveryKey,
} from './recovery-key.ts';

let folder: string;
let key: RecoveryKey;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'simpul-archive-'));
  key = await newRecoveryKey();
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const header: ArchiveHeader = {
  format: 1,
  kind: 'data',
  installation: 'a',
  takenAt: '2026-01-02T03:04:05Z',
  migration: '0001_platform.sql',
  tables: ['platform.tenant'],
  sequences: [],
};
interface Content {
  kind: 'table' | 'file';
  name: string;
  columns?: string[];
  chunks: Uint8Array[];
}

async function* partsOf(content: Content[]): AsyncGenerator<ArchivePart> {
  for (const part of content) {
    yield {
      ...part,
      chunks: (async function* () {
        yield* part.chunks;
      })(),
    };
  }
}

async function take(archive: { header: ArchiveHeader; parts: AsyncGenerator<ArchivePart, Manifest> }) {
  const read: { kind: string; name: string; columns?: string[] | undefined; bytes: Buffer }[] = [];
  for (;;) {
    const { value, done } = await archive.parts.next();
    if (done) return { header: archive.header, read, manifest: value };
    const bytes = Buffer.concat(await Array.fromAsync(value.chunks));
    read.push({ kind: value.kind, name: value.name, columns: value.columns, bytes });
  }
}

const twoParts: Content[] = [
  { kind: 'table', name: 'platform.tenant', columns: ['code'], chunks: [Buffer.from('64\n62\n')] },
  { kind: 'file', name: 'files/1', chunks: [Buffer.alloc(3_000_000, 7), Buffer.from('x')] },
];
const archiveFile = async (content = twoParts) => {
  const file = path.join(folder, `${Math.random()}.age`);
  return { file, manifest: await writeArchive(file, key.recipient, header, partsOf(content)) };
};

describe('an archive', () => {
  test('comes back as it went in, with rows counted', async () => {
    const { file, manifest } = await archiveFile();
    const back = await take(await openArchive(file, key.identity));
    expect(back.header).toEqual(header);
    expect(back.manifest).toEqual(manifest);
    expect(manifest.parts.map((part) => [part.name, part.rows, part.bytes])).toEqual([
      ['platform.tenant', 2, 6],
      ['files/1', undefined, 3_000_001],
    ]);
    expect(back.read[0]).toMatchObject({ columns: ['code'], bytes: Buffer.from('64\n62\n') });
    expect(back.read[1]?.bytes.equals(Buffer.concat(twoParts[1]?.chunks ?? []))).toBe(true);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('keeps any parts cut in any chunks, at any cut of the byte stream', async () => {
    const content = fc.array(
      fc.record({
        kind: fc.constantFrom('table' as const, 'file' as const),
        name: fc.string({ minLength: 1, maxLength: 30 }),
        chunks: fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }),
      }),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 500 }), async (parts, step) => {
        const plain = Buffer.concat(await Array.fromAsync(writeParts(header, partsOf(parts))));
        const cut = (async function* () {
          for (let at = 0; at < plain.length; at += step) yield plain.subarray(at, at + step);
        })();
        const back = await take(await readParts(cut));
        expect(back.read.map((part) => [part.kind, part.name, part.bytes.toString('hex')])).toEqual(
          parts.map((part) => [part.kind, part.name, Buffer.concat(part.chunks).toString('hex')]),
        );
      }),
    );
  });

  test('is unreadable without its recovery key, and says so', async () => {
    const { file } = await archiveFile();
    const other = await newRecoveryKey();
    await expect(openArchive(file, other.identity)).rejects.toMatchObject({ code: 'wrong_key' });
    expect(fs.readFileSync(file).includes('platform.tenant')).toBe(false);
  });

  test('is refused when it was cut off, wherever', async () => {
    const { file } = await archiveFile();
    const whole = fs.readFileSync(file);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const cut = path.join(folder, 'cut.age');
      fs.writeFileSync(cut, whole.subarray(0, Math.floor(whole.length * part)));
      const reading = openArchive(cut, key.identity).then(take);
      await expect(reading, `${part}`).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  test('is refused when one byte was flipped, wherever', async () => {
    const { file } = await archiveFile();
    const whole = fs.readFileSync(file);
    // Past the first line, which tells the kind of file.
    for (let at = 30; at < whole.length; at += Math.ceil(whole.length / 40)) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const copy = path.join(folder, 'flipped.age');
      fs.writeFileSync(copy, flipped);
      await expect(openArchive(copy, key.identity).then(take), `byte ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(damaged|wrong_key)$/),
      });
    }
  });

  test('is refused when a part was left out or put in behind its manifest', async () => {
    const plain = await Array.fromAsync(writeParts(header, partsOf(twoParts)));
    const begins = plain.flatMap((bytes, index) => (bytes[0] === 0x42 ? [index] : []));
    const without = plain.toSpliced(begins[0] ?? 0, (begins[1] ?? 0) - (begins[0] ?? 0));
    const twice = [...plain, plain.at(-1) ?? Buffer.alloc(0)];
    for (const bytes of [without, twice, plain.slice(0, -1)]) {
      const stream = (async function* () {
        yield* bytes;
      })();
      await expect(readParts(stream).then(take)).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  test('that fails while being written leaves no file', async () => {
    const file = path.join(folder, 'failed.age');
    const failing = (async function* (): AsyncGenerator<ArchivePart> {
      yield* partsOf(twoParts.slice(0, 1));
      throw new Error('the database went away');
    })();
    await expect(writeArchive(file, key.recipient, header, failing)).rejects.toThrow('went away');
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('failed'))).toEqual([]);
  });

  test('any other file is not taken for one', async () => {
    const file = path.join(folder, 'other');
    fs.writeFileSync(file, 'a letter');
    await expect(openArchive(file, key.identity)).rejects.toMatchObject({ code: 'not_an_archive' });
  });

  test('never holds more than a little of a large file, whoever is slow', async () => {
    const size = 30_000_000;
    const file = path.join(folder, 'large.age');
    const written = () => (fs.existsSync(`${file}.part`) ? fs.statSync(`${file}.part`).size : 0);
    let ahead = 0;
    const large: ArchivePart = {
      kind: 'file',
      name: 'large',
      chunks: (async function* () {
        for (let made = 0; made < size; made += 500_000) {
          ahead = Math.max(ahead, made - written());
          yield randomBytes(500_000);
        }
      })(),
    };
    await writeArchive(
      file,
      key.recipient,
      header,
      (async function* () {
        yield large;
      })(),
    );
    expect(ahead).toBeLessThan(5_000_000);

    const { parts } = await openArchive(file, key.identity);
    let bytes = 0;
    let buffered = Number.POSITIVE_INFINITY;
    for await (const part of parts) {
      for await (const chunk of part.chunks) {
        if (bytes === 0) {
          const before = process.memoryUsage().arrayBuffers;
          await new Promise((resolve) => setTimeout(resolve, 400));
          buffered = process.memoryUsage().arrayBuffers - before;
        }
        bytes += chunk.length;
      }
    }
    expect(bytes).toBe(size);
    expect(buffered).toBeLessThan(8_000_000);
  });
});

describe('the recovery key', () => {
  test('wraps the master key for its holder only', async () => {
    const wrapped = await wrapForRecovery('1 secret', key.recipient);
    expect(await unwrapWithRecovery(wrapped, ` ${key.identity.toLowerCase()}\n`)).toBe('1 secret');
    const other = await newRecoveryKey();
    await expect(unwrapWithRecovery(wrapped, other.identity)).rejects.toMatchObject({ code: 'wrong_key' });
  });

  test('gives its public half; a typing error is noticed', async () => {
    expect(await recipientOf(key.identity)).toBe(key.recipient);
    const last = key.identity.at(-1) === 'Q' ? 'P' : 'Q';
    await expect(recipientOf(key.identity.slice(0, -1) + last)).rejects.toMatchObject({ code: 'wrong_key' });
  });
});
