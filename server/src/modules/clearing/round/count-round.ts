/**
 * What a round agrees on. Persons are groups of rows joined by "same" decisions; cases are groups of rows
 * joined by a shared person or by one case number of one agency (the counting rule printed under the figure).
 */
import { components } from '../match/components.ts';

export interface RoundRow {
  id: string;
  agency: string;
  caseNo: string | null;
  linkable: boolean;
}
export interface CountedRound {
  person: Map<string, string>;
  case: Map<string, string>;
  victims: number;
  cases: number;
  sources: {
    agency: string;
    rows: number;
    victims: number;
    cases: number;
    onlyHere: number;
    /** Whether any of its rows can be compared with those of others. */
    linked: boolean;
    /** Rows without identity: counted for the source alone. */
    unlinked: number;
  }[];
}

const caseKey = (r: RoundRow) => (r.caseNo === null ? null : `${r.agency} ${r.caseNo}`);

function* sharedBy(
  rows: readonly RoundRow[],
  keyOf: (r: RoundRow) => string | null,
): Generator<[string, string]> {
  const first = new Map<string, string>();
  for (const r of rows) {
    const key = keyOf(r);
    if (key === null) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, r.id);
    else yield [known, r.id];
  }
}

const distinct = (values: Iterable<string | undefined>) => new Set(values).size;

/** @param same pairs of row ids decided as the same person. */
export function countRound(
  rows: readonly RoundRow[],
  same: readonly (readonly [string, string])[],
): CountedRound {
  const linkable = rows.filter((r) => r.linkable);
  const ids = linkable.map((r) => r.id);
  const person = components(ids, same);
  const links = [...sharedBy(linkable, (r) => person.get(r.id) ?? null), ...sharedBy(linkable, caseKey)];
  const caseOf = components(ids, links);
  const agencies = [...new Set(rows.map((r) => r.agency))].sort();
  const holders = new Map<string, Set<string>>();
  for (const r of linkable) {
    const p = person.get(r.id) ?? r.id;
    holders.set(p, (holders.get(p) ?? new Set()).add(r.agency));
  }
  const sources = agencies.map((agency) => {
    const own = rows.filter((r) => r.agency === agency);
    const persons = new Set(own.filter((r) => r.linkable).map((r) => person.get(r.id) ?? r.id));
    const unlinked = own.filter((r) => !r.linkable).length;
    return {
      agency,
      rows: own.length,
      // As the source itself counts: its rows, and its own case numbers (a row without one is a case).
      victims: persons.size + unlinked,
      cases: distinct(own.map((r) => r.caseNo ?? r.id)),
      onlyHere: [...persons].filter((p) => holders.get(p)?.size === 1).length,
      linked: unlinked < own.length,
      unlinked,
    };
  });
  return {
    person,
    case: caseOf,
    victims: distinct(person.values()),
    cases: distinct(caseOf.values()),
    sources,
  };
}

/** Pairs decided as different whose rows fell into one person all the same, through others. */
export function contradictions(
  person: ReadonlyMap<string, string>,
  different: readonly { number: number; a: string; b: string }[],
): number[] {
  return different
    .filter((d) => person.has(d.a) && person.get(d.a) === person.get(d.b))
    .map((d) => d.number)
    .sort((a, b) => a - b);
}
