import { createHmac, type KeyObject } from 'node:crypto';
import { deriveKey } from './master-key.ts';
import { grams, nameWords, soundKeys, spellingKey } from './name-words.ts';

/**
 * Search tokens of a name: short keyed values that many names share on purpose, stored as posting rows
 * (tenant, token, person) and compared with `=` only. What they leak, measured:
 * docs/decisions/0010-name-search-by-keyed-postings.md.
 */
export const tokenKinds = ['spelling', 'sound', 'gram'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Kind in the upper bits, truncated HMAC in the lower: fits a smallint. */
export type NameToken = number;

/** Bits kept of each HMAC. Fewer bits hide more and find worse; the 26^3 runs of three letters would fit in 15. */
export const tokenBits = { spelling: 12, sound: 12, gram: 10 } as const satisfies Record<TokenKind, number>;
const kindShift = 12;
/** What one shared token says about two names; a rare run of letters less than a whole word. */
const weights = { spelling: 4, sound: 3, gram: 1 } as const satisfies Record<TokenKind, number>;

/** The key of one column: equal names in two columns, or at two tenants, share no token. */
export function tokenKey(tenantTokens: KeyObject, column: string): KeyObject {
  return deriveKey(tenantTokens, `simpul/tokens/1/${column}`);
}

/** Sorted, without repetition. The names of one person (aliases too) go in together. */
export function nameTokens(key: KeyObject, ...names: string[]): NameToken[] {
  const tokens = new Set<NameToken>();
  for (const name of names) {
    for (const word of nameWords(name)) {
      const spelled = spellingKey(word);
      const sounds = soundKeys(word);
      tokens.add(token(key, 'spelling', spelled));
      for (const sound of sounds) tokens.add(token(key, 'sound', sound));
      for (const gram of grams(sounds[0] ?? spelled)) tokens.add(token(key, 'gram', gram));
    }
  }
  return [...tokens].sort((a, b) => a - b);
}

export function tokenKind(value: NameToken): TokenKind {
  const kind = tokenKinds[value >> kindShift];
  if (!kind) throw new RangeError(`${value} is not a name token`);
  return kind;
}

/**
 * Weight of what a stored name shares with the query, from 0 to 1 (all of the query's tokens are there).
 * It ranks candidates; whether one is right is seen only after unsealing.
 */
export function sharedWeight(query: readonly NameToken[], stored: ReadonlySet<NameToken>): number {
  let all = 0;
  let shared = 0;
  for (const value of query) {
    const weight = weights[tokenKind(value)];
    all += weight;
    if (stored.has(value)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

/** Candidates by falling weight; equal weights keep the order of their ids, so that pages do not jump. */
export function rankCandidates<Id extends string>(
  query: readonly NameToken[],
  postings: Iterable<{ id: Id; token: NameToken }>,
  { limit = 50, least = 0.15 }: { limit?: number; least?: number } = {},
): { id: Id; weight: number }[] {
  const stored = new Map<Id, Set<NameToken>>();
  for (const { id, token: value } of postings) {
    const found = stored.get(id);
    if (found) found.add(value);
    else stored.set(id, new Set([value]));
  }
  return [...stored]
    .map(([id, tokens]) => ({ id, weight: sharedWeight(query, tokens) }))
    .filter((candidate) => candidate.weight >= least)
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

function token(key: KeyObject, kind: TokenKind, text: string): NameToken {
  const mac = createHmac('sha256', key).update(`${kind}\0${text}`).digest();
  const value = mac.readUInt16BE(0) & ((1 << tokenBits[kind]) - 1);
  return (tokenKinds.indexOf(kind) << kindShift) | value;
}
