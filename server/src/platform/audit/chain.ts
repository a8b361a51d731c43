import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { encodeParts } from '../crypto/encode.ts';

/**
 * The chain over the audit trail. Each committed row gets a place, an HMAC of its fields, and an HMAC of
 * place, time, row and the chain so far. The key never reaches the database, so whoever can change rows
 * there, the owner included, cannot make the chain fit again.
 */
export interface AuditRow {
  entryId: number;
  /** Every column as text in a fixed order (audit.fields_of). */
  fields: readonly (string | null)[];
}

export interface Seal {
  position: number;
  entryId: number;
  rowMac: Uint8Array;
  chainMac: Uint8Array;
}

export interface ChainHead {
  position: number;
  chainMac: Uint8Array;
}

export const emptyChain: ChainHead = { position: 0, chainMac: Buffer.alloc(32) };

export function rowMacOf(key: KeyObject, fields: readonly (string | null)[]): Buffer {
  return createHmac('sha256', key)
    .update(encodeParts(['simpul-audit-row/1', ...fields]))
    .digest();
}

interface Link {
  position: number;
  entryId: number;
  sealedAtUs: number;
  before: Uint8Array;
  rowMac: Uint8Array;
}

export function chainMacOf(key: KeyObject, link: Link): Buffer {
  const { position, entryId, sealedAtUs, before, rowMac } = link;
  return createHmac('sha256', key)
    .update(
      encodeParts([
        'simpul-audit-chain/1',
        String(position),
        String(entryId),
        String(sealedAtUs),
        before,
        rowMac,
      ]),
    )
    .digest();
}

/** Seals rows in the given order behind `head`. */
export function sealRows(
  key: KeyObject,
  head: ChainHead,
  rows: readonly AuditRow[],
  sealedAtUs: number,
): { seals: Seal[]; head: ChainHead } {
  let { position, chainMac } = head;
  const seals = rows.map(({ entryId, fields }) => {
    position += 1;
    const rowMac = rowMacOf(key, fields);
    chainMac = chainMacOf(key, { position, entryId, sealedAtUs, before: chainMac, rowMac });
    return { position, entryId, rowMac, chainMac };
  });
  return { seals, head: { position, chainMac } };
}

export function sameMac(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
