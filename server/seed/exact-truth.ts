import { nameKey } from '@simpul/contract/standards/name';
import type { Province, RowTruth } from './province.ts';

export interface PairCount {
  /** Proposed and right: both rows are about one person. */
  right: number;
  /** Proposed and wrong: the rows look alike but are about two people. */
  wrong: number;
}
export interface ExactTruth {
  rows: number;
  /** Distinct people the rows are about. */
  people: number;
  /** Pairs of rows about one person, whether found or not. */
  truePairs: number;
  found: { nik: PairCount; passport: PairCount; nameAndBirth: PairCount; any: PairCount };
  /** Distinct people that remain when every right proposal is accepted and every wrong one refused. */
  peopleAfterReview: number;
  /** The same when every proposal is accepted unseen: what clearing without a person would give. */
  peopleIfAllAccepted: number;
}
export interface ExactOptions {
  /** Which rows take part; all of them, suspects included, when left out. */
  rows?: (row: RowTruth) => boolean;
  /** What makes two names equal; the contract's rule when left out. */
  nameKey?: (name: string) => string | undefined;
}

/** Union of row numbers, the plain way. */
function components(size: number, pairs: readonly (readonly [number, number])[]): number {
  const group = Array.from({ length: size }, (_, i) => i);
  for (const [a, b] of pairs) {
    const [keep, drop] = [group[a], group[b]];
    if (keep !== drop && keep !== undefined)
      for (let i = 0; i < size; i += 1) if (group[i] === drop) group[i] = keep;
  }
  return new Set(group).size;
}

/**
 * What exact comparison can find in the invented rows, by comparing every row with every other. It shares no code with
 * the clearing module (only the contract's rule of what a name is), so tests can expect its numbers.
 */
export function exactTruth(province: Province, options: ExactOptions = {}): ExactTruth {
  const keyOf = options.nameKey ?? nameKey;
  const rows = province.truth.rows.filter(options.rows ?? (() => true));
  const keys = rows.map((r) => keyOf(r.written.name));
  const none = (): PairCount => ({ right: 0, wrong: 0 });
  const found = { nik: none(), passport: none(), nameAndBirth: none(), any: none() };
  const right: [number, number][] = [];
  const all: [number, number][] = [];
  let truePairs = 0;
  for (const [i, a] of rows.entries())
    for (let j = i + 1; j < rows.length; j += 1) {
      const b = rows[j];
      if (!b) continue;
      const same = a.personId === b.personId;
      if (same) truePairs += 1;
      const count = (kind: PairCount) => (same ? (kind.right += 1) : (kind.wrong += 1));
      const nik = a.written.nik !== '' && a.written.nik === b.written.nik;
      const passport = a.written.passport !== '' && a.written.passport === b.written.passport;
      const named = keys[i] !== undefined && keys[i] === keys[j];
      const nameAndBirth =
        named && a.written.birthDate !== null && a.written.birthDate === b.written.birthDate;
      if (nik) count(found.nik);
      if (passport) count(found.passport);
      if (nameAndBirth) count(found.nameAndBirth);
      if (!nik && !passport && !nameAndBirth) continue;
      count(found.any);
      all.push([i, j]);
      if (same) right.push([i, j]);
    }
  return {
    rows: rows.length,
    people: new Set(rows.map((r) => r.personId)).size,
    truePairs,
    found,
    peopleAfterReview: components(rows.length, right),
    peopleIfAllAccepted: components(rows.length, all),
  };
}
