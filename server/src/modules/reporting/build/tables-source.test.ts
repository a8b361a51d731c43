import { expect, test } from 'vitest';
import type { Round } from '@simpul/contract/clearing/round';
import { countRound, type RoundRow } from '../../clearing/round/count-round.ts';
import { remarkOf, sourceLines } from './tables-source.ts';

const rows = (agency: string, count: number, linkable = true): RoundRow[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${agency}${linkable}${i}`,
    agency,
    caseNo: null,
    linkable,
  }));

const lines = (all: RoundRow[]) => {
  const counted = countRound(all, []);
  const sources = counted.sources.map((s) => ({ ...s, agencyName: s.agency, signedOff: true }));
  return sourceLines({ sources } as Round, counted, 4);
};

test('CLR-39 one row without identity leaves its source in the table of those that were compared', () => {
  const found = lines([...rows('a', 12), ...rows('b', 6), ...rows('b', 1, false), ...rows('c', 5, false)]);
  expect(found.map((l) => [l.name, l.victims])).toEqual([
    ['a', 12],
    ['b', 7],
    ['c', 5],
  ]);
  expect(found.map(remarkOf)).toEqual([
    'Ditandatangani kontak data',
    'Ditandatangani kontak data; sebagian tanpa identitas, yang dihitung menurut aturan dan tidak dipadankan',
    'Ditandatangani kontak data; tanpa identitas, dihitung menurut aturan dan tidak dipadankan',
  ]);
  // A small mixed source is hidden, and not alone.
  expect(lines([...rows('a', 12), ...rows('b', 2), ...rows('b', 1, false)]).map((l) => l.victims)).toEqual([
    null,
    null,
  ]);
});

test('CLR-39 a round agreed before that counted so still prints', () => {
  const source = {
    agency: 'a',
    agencyName: 'a',
    rows: 9,
    cases: 9,
    victims: 9,
    onlyHere: 9,
    unlinked: 0,
    signedOff: true,
  };
  const round = { sources: [{ ...source, linked: false }] } as Round;
  expect(sourceLines(round, { cases: 8, victims: 8 }, 4)[0]?.victims).toBe(9);
});
