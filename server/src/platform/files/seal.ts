import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { fileError } from '../documents/messages.ts';

/**
 * The sealed file: header, then the content in chunks, each AES-256-GCM under the file's own key. The nonce is
 * the chunk's number with a flag on the last one (the STREAM construction, Hoang, Reyhanitabar, Rogaway and
 * Vizar 2015), so chunks cannot be dropped, doubled, exchanged or cut off at the end. A key seals one file once,
 * therefore a counter is nonce enough.
 */
export const chunkBytes = 64 * 1024;
const tagBytes = 16;
export const sealedChunkBytes = chunkBytes + tagBytes;

const magic = Buffer.from('SMPF');
const version = 1;
export const headerStart = magic.length + 3;

export function header(wrapped: Uint8Array): Buffer {
  const start = Buffer.alloc(headerStart);
  magic.copy(start);
  start.writeUInt8(version, 4);
  start.writeUInt16BE(wrapped.length, 5);
  return Buffer.concat([start, wrapped]);
}

/** Length of the wrapped key that follows the start of the header. */
export function wrappedLength(start: Buffer): number {
  const good =
    start.length === headerStart && start.subarray(0, 4).equals(magic) && start.readUInt8(4) === version;
  if (!good) throw damaged();
  return start.readUInt16BE(5);
}

export const damaged = () => fileError('unavailable', 'file.damaged');

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 7);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

const algorithm = 'aes-256-gcm';
const associated = (id: string): Buffer => Buffer.from(`simpul-file|${version}|${id}`);

export function sealChunk(
  key: KeyObject,
  id: string,
  number: number,
  last: boolean,
  content: Uint8Array,
): Buffer {
  const cipher = createCipheriv(algorithm, key, nonce(number, last)).setAAD(associated(id));
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

export function openChunk(key: KeyObject, id: string, number: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) throw damaged();
  const at = sealed.length - tagBytes;
  const decipher = createDecipheriv(algorithm, key, nonce(number, last), { authTagLength: tagBytes });
  decipher.setAAD(associated(id)).setAuthTag(sealed.subarray(at));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, at)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

/** Cuts a stream of any pieces into pieces of `size`; the last one is shorter and says so. */
export async function* inPieces(source: AsyncIterable<Uint8Array>, size: number) {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    held.push(piece);
    length += piece.length;
    if (length <= size) continue;
    const all = Buffer.concat(held);
    let at = 0;
    // A full piece is given out only when more follows: the last piece must carry the flag.
    for (; length - at > size; at += size) yield { piece: all.subarray(at, at + size), last: false };
    held = [all.subarray(at)];
    length -= at;
  }
  yield { piece: Buffer.concat(held), last: true };
}
