import type { PairPattern } from '@simpul/contract/clearing/round';
import { exactKeys, type MatchBasis, matchBases } from './match-keys.ts';
import { pairPattern, patternScore, type Side } from './pattern.ts';

export interface Proposal {
  a: string;
  b: string;
  basis: MatchBasis;
  pattern: PairPattern;
  score: number;
}
/** What proposes pairs of rows that may speak of one person. The linkage engine takes this place later. */
export interface Proposer {
  /** Name and version, kept with each round. */
  name: string;
  /** `candidates`: pairs of row ids that share a posting word; `sides`: their unsealed rows. */
  propose: (
    candidates: readonly (readonly [string, string])[],
    sides: ReadonlyMap<string, Side>,
  ) => Proposal[];
}

/** Exact equality of NIK, else passport, else normalised name with full birth date. */
export const exactProposer: Proposer = {
  name: 'exact-1',
  propose: (candidates, sides) =>
    candidates.flatMap(([a, b]) => {
      const x = sides.get(a);
      const y = sides.get(b);
      if (!x || !y) return [];
      const kx = exactKeys(x.identity);
      const ky = exactKeys(y.identity);
      const basis = matchBases.find((k) => kx[k] !== undefined && kx[k] === ky[k]);
      if (!basis) return [];
      const pattern = pairPattern(x, y);
      return [{ a, b, basis, pattern, score: patternScore(pattern) }];
    }),
};
