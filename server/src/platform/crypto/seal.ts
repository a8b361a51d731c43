import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { encodeParts } from './encode.ts';
import type { VersionedKey } from './keyring.ts';
import { KeyError } from './key-error.ts';

/** Where a sealed value lives. Moved to another row, column, table or tenant it does not open. */
export interface SealPlace {
  table: string;
  column: string;
  rowId: string;
  tenant: string;
}

/** `1 | version of the data key (u16) | IV (12) | ciphertext | tag (16)`. */
export type Sealed = Uint8Array;

const format = 1;
const headBytes = 3;
const ivBytes = 12;
const tagBytes = 16;
/** Values are padded to this length, so that the size of a row does not tell the length of a name. */
const block = 64;

/** Seals any JSON value. */
export function seal(key: VersionedKey, place: SealPlace, value: unknown): Sealed {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) {
    throw new KeyError('not_sealable', `${place.table}.${place.column}: only JSON values can be sealed.`);
  }
  const plain = Buffer.from(text, 'utf8');
  // Space after a JSON value means nothing to JSON.parse.
  const padded = Buffer.alloc(Math.ceil(plain.length / block) * block, ' ');
  plain.copy(padded);
  return sealBytes(key, place, padded);
}

export function open(key: VersionedKey, place: SealPlace, sealed: Sealed): unknown {
  return JSON.parse(openBytes(key, place, sealed).toString('utf8')) as unknown;
}

export function sealBytes(key: VersionedKey, place: SealPlace, plain: Uint8Array): Sealed {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(format, 0);
  head.writeUInt16BE(key.version, 1);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key.key, iv).setAAD(associated(head, place));
  return Buffer.concat([head, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function openBytes(key: VersionedKey, place: SealPlace, sealed: Sealed): Buffer {
  const version = sealedVersion(sealed);
  if (version !== key.version) {
    throw new KeyError(
      'open_failed',
      `${place.table}.${place.column} was sealed by version ${version} of its key.`,
    );
  }
  const bytes = view(sealed);
  const head = bytes.subarray(0, headBytes);
  const body = bytes.subarray(headBytes + ivBytes, bytes.length - tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(headBytes, headBytes + ivBytes))
    .setAAD(associated(head, place))
    .setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new KeyError(
      'open_failed',
      `${place.table}.${place.column} does not open: it was changed, moved here from elsewhere, or its key is another.`,
    );
  }
}

/** Which version of its data key sealed this value, readable without the key. */
export function sealedVersion(sealed: Sealed): number {
  if (sealed.length < headBytes + ivBytes + tagBytes || sealed[0] !== format) {
    throw new KeyError('open_failed', 'These bytes are not a sealed value of a known format.');
  }
  return view(sealed).readUInt16BE(1);
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function associated(head: Uint8Array, place: SealPlace): Buffer {
  return encodeParts(['simpul-seal', head, place.table, place.column, place.rowId, place.tenant]);
}
