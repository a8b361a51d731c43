import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainMacOf, emptyChain, rowMacOf, sealRows } from './chain.ts';
import type { RecordedHead } from './heads.ts';
import { createVerifier, type FindingKind, type SealedRow } from './verifier.ts';

const key = createSecretKey(Buffer.alloc(32, 1));
const wrongKey = createSecretKey(Buffer.alloc(32, 2));
const second = 1_000_000;
const start = 1_700_000_000 * second;

const fields = fc.array(fc.option(fc.string({ maxLength: 12 }), { nil: null }), {
  minLength: 3,
  maxLength: 6,
});
const trail = fc.array(fields, { minLength: 3, maxLength: 20 });

/** Seals in batches of three, as the sealer does. */
function sealed(rows: (string | null)[][]): SealedRow[] {
  const out: SealedRow[] = [];
  let head = emptyChain;
  for (let at = 0; at < rows.length; at += 3) {
    const part = rows.slice(at, at + 3).map((values, n) => ({ entryId: 100 + at + n, fields: values }));
    const sealedAtUs = start + at * second;
    const done = sealRows(key, head, part, sealedAtUs);
    head = done.head;
    for (const [n, seal] of done.seals.entries()) {
      const row = part[n];
      if (row)
        out.push({
          ...seal,
          fields: row.fields,
          keyVersion: 1,
          sealedAtUs,
          writtenAtUs: sealedAtUs - second,
        });
    }
  }
  return out;
}

function headOf(rows: SealedRow[]): RecordedHead[] {
  const last = rows.at(-1);
  if (!last) return [];
  const chainMac = Buffer.from(last.chainMac).toString('hex');
  return [{ position: last.position, chainMac, at: '2026-01-01T00:00:00Z' }];
}

function kinds(rows: SealedRow[], heads: RecordedHead[] = []): FindingKind[] {
  const verifier = createVerifier((version) => (version <= 2 ? key : null), heads);
  for (const row of rows) verifier.push(row);
  return verifier.finish().findings.map((finding) => finding.kind);
}

/** Gives every property a whole trail, its heads and one place in it that is not the last. */
function planted(check: (rows: SealedRow[], heads: RecordedHead[], at: number) => void) {
  fc.assert(
    fc.property(trail, fc.nat(), (values, n) => {
      const rows = sealed(values);
      check(rows, headOf(rows), n % (rows.length - 1));
    }),
  );
}
const pick = (rows: SealedRow[], at: number): SealedRow => {
  const row = rows[at];
  if (!row) throw new RangeError(`no row ${at}`);
  return row;
};

describe('the verifier', () => {
  test('finds nothing in a trail nobody touched', () => {
    planted((rows, heads) => {
      expect(kinds(rows, heads)).toEqual([]);
    });
  });

  test('finds a changed field, also one moved into its neighbour', () => {
    planted((rows, heads, at) => {
      const row = pick(rows, at);
      const [first = null, ...rest] = row.fields ?? [];
      const changed = { ...row, fields: [`${first ?? ''}x`, ...rest] };
      expect(kinds(rows.with(at, changed), heads)).toEqual(['changed']);
      expect(rowMacOf(key, ['a', 'bc'])).not.toEqual(rowMacOf(key, ['ab', 'c']));
      expect(rowMacOf(key, [null])).not.toEqual(rowMacOf(key, ['']));
    });
  });

  test('finds a removed row: with its seal, without it, and with the rest renumbered', () => {
    planted((rows, heads, at) => {
      expect(kinds(rows.toSpliced(at, 1), heads)).toEqual(['removed']);
      expect(kinds(rows.with(at, { ...pick(rows, at), fields: null }), heads)).toEqual(['removed']);
      const renumbered = rows.toSpliced(at, 1).map((row, n) => ({ ...row, position: n + 1 }));
      expect(kinds(renumbered, heads)).toContain('chain_broken');
    });
  });

  test('finds two rows that changed places', () => {
    planted((rows, heads, at) => {
      const [one, two] = [pick(rows, at), pick(rows, at + 1)];
      const swapped = rows
        .with(at, { ...two, position: one.position })
        .with(at + 1, { ...one, position: two.position });
      expect(kinds(swapped, heads)).toContain('chain_broken');
      const contents = rows
        .with(at, { ...one, fields: two.fields, entryId: two.entryId })
        .with(at + 1, { ...two, fields: one.fields, entryId: one.entryId });
      expect(kinds(contents, heads)).toContain('chain_broken');
    });
  });

  test('finds a chain recomputed without the key, from any row on', () => {
    planted((rows, heads, at) => {
      let before = at === 0 ? emptyChain.chainMac : pick(rows, at - 1).chainMac;
      const forged = rows.map((row, n) => {
        if (n < at) return row;
        const content = n === at ? ['forged'] : (row.fields ?? []);
        const rowMac = rowMacOf(wrongKey, content);
        const chainMac = chainMacOf(wrongKey, { ...row, before, rowMac });
        before = chainMac;
        return { ...row, fields: content, rowMac, chainMac };
      });
      expect(kinds(forged)).toContain('changed');
      expect(kinds(forged)).toContain('chain_broken');
      expect(kinds(forged, heads)).toContain('head_mismatch');
    });
  });

  test('finds a cut tail by the recorded heads, and by nothing else', () => {
    planted((rows, heads, at) => {
      const cut = rows.slice(0, at + 1);
      expect(kinds(cut)).toEqual([]);
      expect(kinds(cut, heads)).toEqual(['cut_tail']);
    });
  });

  test('finds another seal time, a row backdated behind earlier seals, an unknown and a retired key', () => {
    planted((rows, heads, at) => {
      const row = pick(rows, at + 1);
      const shifted = { ...row, sealedAtUs: row.sealedAtUs + 1 };
      expect(kinds(rows.with(at + 1, shifted), heads)).toContain('chain_broken');
      expect(kinds(rows.with(at + 1, { ...row, writtenAtUs: start - 3600 * second }), heads)).toEqual([
        'backdated',
      ]);
      expect(kinds(rows.with(at + 1, { ...row, keyVersion: 3 }))).toContain('unknown_key');
      expect(kinds(rows.with(at, { ...pick(rows, at), keyVersion: 2 }))).toContain('old_key');
    });
  });

  test('lists a bounded number of findings and counts all', () => {
    const rows = sealed(Array.from({ length: 500 }, (_, n) => [String(n)]));
    const verifier = createVerifier(() => wrongKey, []);
    for (const row of rows) verifier.push(row);
    const verdict = verifier.finish();
    expect(verdict).toMatchObject({ rows: 500, total: 1000 });
    expect(verdict.findings).toHaveLength(200);
  });
});
