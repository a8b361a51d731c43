import { createHmac, type KeyObject } from 'node:crypto';
import type { SourceIdentity } from '@simpul/contract/clearing/row';
import { nameKey } from '@simpul/contract/standards/name';
import { precisionOf } from '@simpul/contract/standards/partial-date';

export const matchBases = ['nik', 'passport', 'name_birth'] as const;
export type MatchBasis = (typeof matchBases)[number];

/** What two rows must share exactly to be proposed, in clear: compared only after unsealing. */
export function exactKeys(identity: SourceIdentity): Partial<Record<MatchBasis, string>> {
  const names = [identity.name, ...identity.aliases].flatMap((n) => (n ? (nameKey(n) ?? []) : []));
  const name = names[0];
  const full = identity.birthDate && precisionOf(identity.birthDate) === 'day';
  return {
    ...(identity.nik ? { nik: identity.nik } : {}),
    ...(identity.passport ? { passport: identity.passport } : {}),
    ...(name && full ? { name_birth: `${name}|${identity.birthDate}` } : {}),
  };
}

/** 32 bits: enough to keep chance meetings rare in a round of 10^5 rows, too few to test a guessed NIK for sure. */
const tokenBytes = 4;

/** Posting words of a row, keyed per tenant and basis; candidates that share one are unsealed and compared. */
export function matchTokens(key: KeyObject, identity: SourceIdentity): Buffer[] {
  return Object.entries(exactKeys(identity)).map(([basis, value]) =>
    createHmac('sha256', key).update(`${basis}\0${value}`).digest().subarray(0, tokenBytes),
  );
}
