import { ArchiveError } from './archive-error.ts';

/** Inside the encryption an archive is a row of frames: `type (1 byte) | length (u32) | payload`. */
export const frameTypes = { header: 0x48, begin: 0x42, data: 0x44, end: 0x45, manifest: 0x4d } as const;
export type FrameType = keyof typeof frameTypes;

export interface Frame {
  type: FrameType;
  payload: Buffer;
}

export const magic = Buffer.from('SIMPUL-BACKUP 1\n');
const headBytes = 5;
/** Writers cut at a quarter of this; a longer frame is damage, not data, and is not waited for. */
const longest = 4 * 1024 * 1024;
export const dataFrameBytes = 1024 * 1024;

const names = new Map<number, FrameType>(
  (Object.keys(frameTypes) as FrameType[]).map((name) => [frameTypes[name], name]),
);

export function frame(type: FrameType, payload: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(headBytes + payload.length);
  out.writeUInt8(frameTypes[type], 0);
  out.writeUInt32BE(payload.length, 1);
  out.set(payload, headBytes);
  return out;
}

export const jsonFrame = (type: FrameType, value: unknown): Buffer =>
  frame(type, Buffer.from(JSON.stringify(value), 'utf8'));

/** Small chunks together, large ones apart: one frame for each 64 KiB or so, none above `dataFrameBytes`. */
export async function* evenChunks(
  chunks: AsyncIterable<Uint8Array>,
  target = 64 * 1024,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += dataFrameBytes) {
      const part = chunk.subarray(at, at + dataFrameBytes);
      if (size > 0 && size + part.length > dataFrameBytes) {
        yield Buffer.concat(held);
        [held, size] = [[], 0];
      }
      held.push(part);
      size += part.length;
    }
    if (size < target) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Cuts a stream of bytes into frames; the stream must begin with `magic` and end with a whole frame. */
export async function* readFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of bytes) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    if (!begun) {
      if (held.length < magic.length) continue;
      if (!held.subarray(0, magic.length).equals(magic)) {
        throw new ArchiveError('unsupported', 'This file is not a Simpul backup of a known format.');
      }
      held = held.subarray(magic.length);
      begun = true;
    }
    for (;;) {
      if (held.length < headBytes) break;
      const length = held.readUInt32BE(1);
      const type = names.get(held.readUInt8(0));
      if (!type || length > longest) throw new ArchiveError('damaged', 'The backup is damaged inside.');
      if (held.length < headBytes + length) break;
      yield { type, payload: held.subarray(headBytes, headBytes + length) };
      held = held.subarray(headBytes + length);
    }
  }
  if (!begun || held.length > 0) throw new ArchiveError('damaged', 'The backup ends too early.');
}
