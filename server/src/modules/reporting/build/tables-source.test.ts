import { expect, test } from 'vitest';
import type { Round } from '@simpul/contract/clearing/round';
import { remarkOf, sourceLines } from './tables-source.ts';

type Source = Round['sources'][number];
/** A source with so many victims of its own, and so many rows without identity beside them. */
const source = (agency: string, identified: number, unlinked = 0): Source => ({
  agency,
  agencyName: agency,
  rows: identified + unlinked,
  cases: identified + unlinked,
  victims: identified + unlinked,
  onlyHere: identified,
  linked: identified > 0,
  unlinked,
  signedOff: true,
});
/** Nobody stands in two sources: the agreed number is that of the identified. */
const lines = (...sources: Source[]) => {
  const agreed = sources.reduce((n, s) => n + s.victims - s.unlinked, 0);
  return sourceLines({ sources } as Round, { cases: agreed, victims: agreed }, 4);
};

test('CLR-39 one row without identity leaves its source in the table of those that were compared', () => {
  const found = lines(source('a', 12), source('b', 6, 1), source('c', 0, 5));
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
  expect(lines(source('a', 12), source('b', 2, 1)).map((l) => l.victims)).toEqual([null, null]);
});

test('CLR-39 a round agreed before that counted so still prints', () => {
  const round = { sources: [{ ...source('a', 9), linked: false }] } as Round;
  expect(sourceLines(round, { cases: 8, victims: 8 }, 4)[0]?.victims).toBe(9);
});
