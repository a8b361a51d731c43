import { createHash, generateKeySync, randomUUID, type KeyObject } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileError, readableSize } from '../documents/messages.ts';
import { wrappedBytes } from '../crypto/keyring.ts';
import { AppError } from '../errors.ts';
import { fileKinds, headBytes, isUtf16, settleZip, sniffHead, tailBytes, type FileKind } from './kinds.ts';
import {
  chunkBytes,
  damaged,
  header,
  headerStart,
  inPieces,
  openChunk,
  sealChunk,
  sealedChunkBytes,
  wrappedLength,
} from './seal.ts';
import type { FileKeys, FileRules, FileStore, StoredFile } from './store.ts';

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Content sealed aside that waits for its wrapped key: nobody can open it before, and a sweep removes it. */
export interface StagedFile {
  id: string;
  stored: StoredFile;
  temporary: string;
  key: KeyObject;
}

export interface DiskFileStore extends FileStore {
  /** Wraps the key of staged content and gives the file its place. A failure leaves nothing behind. */
  keep(staged: StagedFile): Promise<void>;
  /** Wraps the file's key anew (rotation); the sealed content is copied as it is. */
  rewrap(id: string): Promise<void>;
  /** Removes half-written files that a killed process left; run at start. Answers how many. */
  sweep(olderThanMs: number, now: number): Promise<number>;
}

const reserved = headerStart + wrappedBytes;
const asideOf = (root: string) => join(root, 'tmp');
export const dropStaged = (staged: StagedFile) => rm(staged.temporary, { force: true });

/**
 * Seals content aside while it streams in, with room for the header. No key of the hierarchy, and so no
 * connection, is needed while a slow line sends. A refusal or a broken stream leaves nothing behind.
 */
export async function stageFile(root: string, content: Readable, rules: FileRules): Promise<StagedFile> {
  const id = randomUUID();
  const key = generateKeySync('aes', { length: 256 });
  const intake = takeIn(content, rules);
  try {
    const temporary = await writeAside(root, async (file) => {
      await file.appendFile(Buffer.alloc(reserved));
      let number = 0;
      for await (const { piece, last } of inPieces(intake.bytes(), chunkBytes)) {
        await file.appendFile(sealChunk(key, id, number, last, piece));
        number += 1;
      }
    });
    return { id, stored: { id, ...intake.result() }, temporary, key };
  } catch (error) {
    content.destroy();
    throw error;
  }
}

/** Writes a new file under a random name beside the stored ones, synced; answers where. */
async function writeAside(root: string, fill: (file: FileHandle) => Promise<void>): Promise<string> {
  const aside = asideOf(root);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const temporary = join(aside, randomUUID());
  const file = await open(temporary, 'wx', 0o600);
  try {
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return temporary;
}

/** Sealed files in a directory of this machine: `<root>/ab/<id>`, written aside, synced, then renamed. */
export function openDiskStore(root: string, keys: FileKeys): DiskFileStore {
  const aside = asideOf(root);
  const pathOf = (id: string): string => {
    if (!idShape.test(id)) throw new AppError('not_found');
    return join(root, id.slice(0, 2), id);
  };

  /** Gives a file that is complete its place; what is found under an id is always whole. */
  async function moveIn(temporary: string, id: string): Promise<void> {
    const path = pathOf(id);
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(temporary, path);
    await syncDirectory(dirname(path));
    if (made) await syncDirectory(root);
  }

  async function keep(staged: StagedFile): Promise<void> {
    try {
      const start = header(await keys.wrapKey(staged.key, staged.id));
      if (start.length !== reserved) throw new Error('a wrapped key has another length than expected');
      const file = await open(staged.temporary, 'r+');
      try {
        await file.write(start, 0, start.length, 0);
        await file.sync();
      } finally {
        await file.close();
      }
      await moveIn(staged.temporary, staged.id);
    } catch (error) {
      await dropStaged(staged);
      throw error;
    }
  }

  async function put(content: Readable, rules: FileRules): Promise<StoredFile> {
    const staged = await stageFile(root, content, rules);
    await keep(staged);
    return staged.stored;
  }

  async function openSealed(id: string): Promise<{ file: FileHandle; key: KeyObject; start: number }> {
    const file = await open(pathOf(id), 'r').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new AppError('not_found') : error;
    });
    try {
      const start = await readExactly(file, 0, headerStart);
      const wrapped = await readExactly(file, headerStart, wrappedLength(start));
      return { file, key: await unwrapped(keys, wrapped, id), start: headerStart + wrapped.length };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async function get(id: string): Promise<Readable> {
    const sealed = await openSealed(id);
    return Readable.from(unsealed(id, sealed), { objectMode: false });
  }

  async function rewrap(id: string): Promise<void> {
    const { file, key, start } = await openSealed(id);
    try {
      const temporary = await writeAside(root, async (target) => {
        await target.appendFile(header(await keys.wrapKey(key, id)));
        for await (const piece of file.createReadStream({ start, autoClose: false }))
          await target.appendFile(piece as Buffer);
      });
      await moveIn(temporary, id);
    } finally {
      await file.close();
    }
  }

  async function sweep(olderThanMs: number, now: number): Promise<number> {
    const names = await readdir(aside).catch(() => []);
    let removed = 0;
    for (const name of names) {
      const path = join(aside, name);
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs < olderThanMs) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  return { put, keep, get, rewrap, sweep, remove: async (id) => rm(pathOf(id), { force: true }) };
}

async function* unsealed(id: string, sealed: { file: FileHandle; key: KeyObject; start: number }) {
  const { file, key, start } = sealed;
  try {
    const stream = file.createReadStream({ start, autoClose: false });
    let number = 0;
    for await (const { piece, last } of inPieces(stream, sealedChunkBytes)) {
      const content = openChunk(key, id, number, last, piece);
      number += 1;
      if (content.length > 0) yield content;
    }
  } finally {
    await file.close();
  }
}

/** Looks at the content while it passes: size, kind, hash. Throws in mid-stream when a rule is broken. */
function takeIn(content: AsyncIterable<Uint8Array>, rules: FileRules) {
  const hash = createHash('sha256');
  let length = 0;
  let tail = Buffer.alloc(0);
  let kind: FileKind | 'zip' | undefined;
  let wide = false;
  let head: Buffer[] = [];
  const recognise = async (whole: boolean) => {
    if (length === 0) throw fileError('invalid', 'file.empty');
    const beginning = Buffer.concat(head);
    kind = (await sniffHead(beginning, whole, rules.allow)).kind;
    wide = isUtf16(beginning);
    head = [];
  };
  async function* bytes() {
    for await (const piece of content) {
      length += piece.length;
      if (length > rules.maxBytes)
        throw fileError('too_large', 'file.too_large', { limit: readableSize(rules.maxBytes) });
      hash.update(piece);
      const chunk = Buffer.from(piece);
      if (kind === undefined) {
        head.push(chunk);
        if (length >= headBytes) await recognise(false);
      } else if (kind === 'csv' && !wide && chunk.includes(0)) {
        throw fileError('unsupported_media', 'csv.binary');
      }
      if (kind === undefined || kind === 'zip') {
        const joined = Buffer.concat([tail, chunk]);
        tail = joined.subarray(Math.max(0, joined.length - tailBytes));
      }
      yield piece;
    }
    if (kind === undefined) await recognise(true);
    if (kind === 'zip') kind = settleZip(tail, length, rules.allow);
  }
  const result = () => {
    if (kind === undefined || kind === 'zip') throw new Error('result() before the content has passed');
    return { kind, mime: fileKinds[kind].mime, bytes: length, sha256: hash.digest('hex') };
  };
  return { bytes, result };
}

/** A key that does not open means a moved or changed file, unless the key hierarchy itself says why. */
async function unwrapped(keys: FileKeys, wrapped: Buffer, id: string): Promise<KeyObject> {
  try {
    return await keys.unwrapKey(wrapped, id);
  } catch (error) {
    throw error instanceof AppError ? error : damaged();
  }
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw damaged();
  return buffer;
}

async function syncDirectory(path: string): Promise<void> {
  // Windows cannot open a directory; there the rename is durable by itself.
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
