import { createHash, hash } from 'node:crypto';
import { spellingKey } from '@simpul/contract/standards/code-lists';
import { nameKey } from '@simpul/contract/standards/name';
import type { SourceRow } from '@simpul/contract/clearing/row';
import type { CompiledMapping } from './compile-mapping.ts';
import type { FoundHeader, RawRow } from './find-header.ts';
import { matchHeading } from './headings.ts';
import { clean, headingKey } from './text.ts';

/**
 * Recognises the same kind of file again: its headings, in order, without case and punctuation. No personal data.
 * The columns a corrected-file download adds do not make it another kind.
 */
export const headerFingerprint = (header: FoundHeader): string =>
  createHash('sha256')
    .update(
      header.headings
        .filter((h) => matchHeading(h.own)?.leftOut !== 'own_column')
        .map((h) => `${headingKey(h.group)}/${headingKey(h.own)}`)
        .join('|'),
    )
    .digest('hex');

/** A keyed hash (HMAC under a key of the tenant). A plain hash of a NIK would be no protection. */
export type Hmac = (text: string) => string;

/** The same row in a file that is sent again, whatever order its columns have by then. */
export function rowFingerprints(mapping: CompiledMapping, hmac: Hmac): (row: RawRow) => string {
  const columns = mapping.columns
    .map(({ target, flag, index }) => ({ start: `${target}${flag ? `:${flag}` : ''}=`, index }))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  // In order already, unless several columns stand for the same: then their values decide.
  const settled = new Set(columns.map((c) => c.start)).size === columns.length;
  return ({ cells }) => {
    const parts = columns.map(({ start, index }) => start + clean(cells[index] ?? '').toLowerCase());
    return hmac(`row\n${(settled ? parts : parts.toSorted()).join('\n')}`);
  };
}

/**
 * Fingerprints of the rows of one file. A row that names somebody is the same row wherever it is equal to the letter.
 * Rows that name nobody may be equal and still be different people: the second of them is told from the first by its
 * number among the equal ones, which a file sent again has too, in whatever order.
 */
export function createFingerprints(mapping: CompiledMapping, hmac: Hmac) {
  const equal = new Map<string, number>();
  const fingerprintOf = rowFingerprints(mapping, hmac);
  return (row: RawRow, source: SourceRow): string => {
    const text = fingerprintOf(row);
    if (namesSomebody(source)) return text;
    const key = text.slice(0, 24);
    const number = (equal.get(key) ?? 0) + 1;
    equal.set(key, number);
    return number === 1 ? text : hmac(`row\n${text}\n${number}`);
  };
}

const namesSomebody = ({ identity }: SourceRow): boolean =>
  identity !== null &&
  [identity.name, identity.initials, identity.nik, identity.passport, identity.aliases[0]].some(
    (word) => word !== undefined,
  );

/**
 * The same person in the same case twice in one file. `undefined` where the row does not say enough of the person to
 * tell two apart: rows without identity are never called duplicates.
 */
export function personInCase({ identity, case: c }: SourceRow): string | undefined {
  if (!identity) return undefined;
  const name = identity.name === undefined ? undefined : nameKey(identity.name);
  const number = identity.nik ?? identity.passport;
  const person =
    number ??
    (name && c.caseNo
      ? `${name}|${identity.birthDate ?? ''}`
      : name && identity.birthDate
        ? `${name}|${identity.birthDate}`
        : undefined);
  if (person === undefined) return undefined;
  // Shortens only: it lives no longer than the row's own text does, in the memory of one pass over the file.
  return hash('sha256', `${spellingKey(c.caseNo ?? '')}\n${c.role}\n${person}`, 'base64');
}
