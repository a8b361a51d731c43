import type { KeyObject } from 'node:crypto';
import { chainMacOf, emptyChain, rowMacOf, sameMac, type Seal } from './chain.ts';
import type { RecordedHead } from './heads.ts';

/**
 * What can be wrong with the trail.
 * changed: a row no longer is what was sealed. removed: a row or its seal is gone. chain_broken: rows were
 * put in another order, slipped in, or sealed without the key. cut_tail and head_mismatch: the recorded
 * heads know a later, or another, chain. unsealed: a row never went through the sealer. backdated: a row
 * claims to be older than seals made before it. old_key and unknown_key: a key version that was retired,
 * or is not in the key source.
 */
export type FindingKind =
  | 'changed'
  | 'removed'
  | 'chain_broken'
  | 'cut_tail'
  | 'head_mismatch'
  | 'unsealed'
  | 'backdated'
  | 'old_key'
  | 'unknown_key';

export interface Finding {
  kind: FindingKind;
  position?: number;
  entryId?: number;
  /** How many rows in a run, for `removed` and `cut_tail`. */
  count?: number;
}

export interface SealedRow extends Seal {
  /** Null when the row of the trail is gone and only its seal is left. */
  fields: readonly (string | null)[] | null;
  keyVersion: number;
  sealedAtUs: number;
  writtenAtUs: number | null;
}

export interface Verdict {
  rows: number;
  findings: Finding[];
  /** More than the list holds, when one fault breaks everything after it. */
  total: number;
}

export interface Verifier {
  push: (row: SealedRow) => void;
  found: (finding: Finding) => void;
  finish: () => Verdict;
}

const listed = 200;
/** A transaction may run this long before its row is sealed; beyond it a row counts as backdated. */
const toleranceUs = 10 * 60 * 1_000_000;

/** Takes sealed rows in order of position, one at a time: a trail of years needs no more memory than a page. */
export function createVerifier(
  keyOf: (version: number) => KeyObject | null,
  heads: readonly RecordedHead[],
): Verifier {
  // A place recorded twice must have had the same head both times: each record counts.
  const expected = Map.groupBy(heads, (head) => head.position);
  const findings: Finding[] = [];
  let total = 0;
  let rows = 0;
  let last = { ...emptyChain, keyVersion: 0, sealedAtUs: 0 };

  const found = (finding: Finding) => {
    total += 1;
    if (findings.length < listed) findings.push(finding);
  };

  return {
    found,
    push(row) {
      const at = { position: row.position, entryId: row.entryId };
      const missing = row.position - last.position - 1;
      if (missing > 0) found({ kind: 'removed', position: last.position + 1, count: missing });
      rows += 1;
      checkRow(row, at);
      for (const { chainMac } of expected.get(row.position) ?? []) {
        if (!sameMac(Buffer.from(chainMac, 'hex'), row.chainMac)) found({ kind: 'head_mismatch', ...at });
      }
      last = row;

      function checkRow({ fields, keyVersion, writtenAtUs }: SealedRow, where: typeof at) {
        const key = keyOf(keyVersion);
        if (!key) return found({ kind: 'unknown_key', ...where });
        if (keyVersion < last.keyVersion) found({ kind: 'old_key', ...where });
        if (fields === null) found({ kind: 'removed', ...where, count: 1 });
        else if (!sameMac(rowMacOf(key, fields), row.rowMac)) found({ kind: 'changed', ...where });
        // Behind a gap the chain so far is unknown; the gap itself is the finding.
        if (missing === 0) {
          const chainMac = chainMacOf(key, { ...row, before: last.chainMac });
          if (!sameMac(chainMac, row.chainMac)) found({ kind: 'chain_broken', ...where });
        }
        if (writtenAtUs !== null && writtenAtUs < last.sealedAtUs - toleranceUs) {
          found({ kind: 'backdated', ...where });
        }
      }
    },
    finish() {
      const latest = heads.reduce((most, head) => Math.max(most, head.position), 0);
      if (latest > last.position) {
        found({ kind: 'cut_tail', position: last.position + 1, count: latest - last.position });
      }
      return { rows, findings, total };
    },
  };
}
