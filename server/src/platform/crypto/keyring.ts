import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { encodeParts } from './encode.ts';
import { KeyError } from './key-error.ts';

/**
 * A key wrapped by another: `1 | version of the wrapping key (u32) | IV (12) | key (32) | tag (16)`.
 * What the key is for is bound into it as associated data, so a wrapped key copied onto another row is refused.
 */
export type WrappedKey = Uint8Array;

export const dataKeyKinds = ['person', 'case', 'row', 'file', 'tokens'] as const;
export type DataKeyKind = (typeof dataKeyKinds)[number];

/** What a wrapped key is for: a tenant's own key, or the data key of one subject of that tenant. */
export interface KeyPurpose {
  tenant: string;
  kind: 'tenant' | DataKeyKind;
  id: string;
}

export interface VersionedKey {
  version: number;
  key: KeyObject;
}

const format = 1;
const ivBytes = 12;
const keyBytes = 32;
const tagBytes = 16;
const headBytes = 5;
/** Length of every wrapped key. */
export const wrappedBytes = headBytes + ivBytes + keyBytes + tagBytes;

export function newKey(): KeyObject {
  const bytes = randomBytes(keyBytes);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

export function wrapKey(wrapping: VersionedKey, key: KeyObject, purpose: KeyPurpose): WrappedKey {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(format, 0);
  head.writeUInt32BE(wrapping.version, 1);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', wrapping.key, iv).setAAD(associated(head, purpose));
  const plain = key.export();
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  plain.fill(0);
  return Buffer.concat([head, iv, body, cipher.getAuthTag()]);
}

/** Opens a wrapped key; `wrappingKey` answers with the version it was wrapped under. */
export function unwrapKey(
  wrappingKey: (version: number) => KeyObject,
  wrapped: WrappedKey,
  purpose: KeyPurpose,
): KeyObject {
  const version = wrappedVersion(wrapped);
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  const head = bytes.subarray(0, headBytes);
  const iv = bytes.subarray(headBytes, headBytes + ivBytes);
  const body = bytes.subarray(headBytes + ivBytes, wrappedBytes - tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(version), iv)
    .setAAD(associated(head, purpose))
    .setAuthTag(bytes.subarray(wrappedBytes - tagBytes));
  try {
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    const key = createSecretKey(plain);
    plain.fill(0);
    return key;
  } catch {
    throw new KeyError(
      'unwrap_failed',
      `The ${purpose.kind} key does not open: it was changed, belongs elsewhere, or was wrapped by another key.`,
    );
  }
}

/** The version of the wrapping key, readable without any key: rotation finds what is left to re-wrap by it. */
export function wrappedVersion(wrapped: WrappedKey): number {
  if (wrapped.length !== wrappedBytes || wrapped[0] !== format) {
    throw new KeyError('unwrap_failed', 'These bytes are not a wrapped key of a known format.');
  }
  return Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength).readUInt32BE(1);
}

/** Rotation: the same key under a newer wrapping key. Nothing that the key sealed is touched. */
export function rewrapKey(
  wrappingKey: (version: number) => KeyObject,
  newWrapping: VersionedKey,
  wrapped: WrappedKey,
  purpose: KeyPurpose,
): WrappedKey {
  return wrapKey(newWrapping, unwrapKey(wrappingKey, wrapped, purpose), purpose);
}

function associated(head: Uint8Array, purpose: KeyPurpose): Buffer {
  return encodeParts(['simpul-key', head, purpose.tenant, purpose.kind, purpose.id]);
}
