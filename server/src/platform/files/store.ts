import type { KeyObject } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FileKind } from './kinds.ts';

/** What may come in: the kinds by content (never by name) and the size. */
export interface FileRules {
  allow: readonly FileKind[];
  maxBytes: number;
}

export interface StoredFile {
  /** Random; also the only name the file has on disk. */
  id: string;
  kind: FileKind;
  mime: string;
  bytes: number;
  /** SHA-256 of the content as it came in, in hex. */
  sha256: string;
}

export interface FileStore {
  /** Seals the content while it streams in. A refusal or a broken stream leaves nothing behind. */
  put(content: Readable, rules: FileRules): Promise<StoredFile>;
  /** The content, each piece authenticated before it is given out; a cut or changed file ends in an error. */
  get(id: string): Promise<Readable>;
  /** Removing what is not there is no error: a repeated removal must succeed. */
  remove(id: string): Promise<void>;
}

/**
 * Wraps and unwraps the key of one file. The id is bound in as additional data, so that a wrapped key copied
 * to another file does not open it. The key hierarchy behind it belongs to platform/crypto.
 */
export interface FileKeys {
  wrapKey(key: KeyObject, id: string): Uint8Array | Promise<Uint8Array>;
  unwrapKey(wrapped: Uint8Array, id: string): KeyObject | Promise<KeyObject>;
}
