import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictions, countRound, type RoundRow } from './count-round.ts';

const row = (id: string, agency: string, caseNo: string | null = null, linkable = true): RoundRow => ({
  id,
  agency,
  caseNo,
  linkable,
});

test('CLR-20 a person known to three sources counts once (invariant 11)', () => {
  const counted = countRound(
    [row('1', 'a', 'A1'), row('2', 'b', 'B1'), row('3', 'c', 'C1'), row('4', 'a', 'A1')],
    [
      ['1', '2'],
      ['2', '3'],
    ],
  );
  expect(counted.victims).toBe(2);
  expect(counted.cases).toBe(1);
  expect(counted.sources).toEqual([
    { agency: 'a', rows: 2, victims: 2, cases: 1, onlyHere: 1, linked: true, unlinked: 0 },
    { agency: 'b', rows: 1, victims: 1, cases: 1, onlyHere: 0, linked: true, unlinked: 0 },
    { agency: 'c', rows: 1, victims: 1, cases: 1, onlyHere: 0, linked: true, unlinked: 0 },
  ]);
});

test('CLR-21 the same case number of two agencies does not join two cases', () => {
  expect(countRound([row('1', 'a', '7'), row('2', 'b', '7')], []).cases).toBe(2);
});

test('CLR-22 rows without identity are counted for their source and never linked', () => {
  const counted = countRound(
    [row('1', 'a', 'A1'), row('2', 'x', null, false), row('3', 'x', null, false)],
    [],
  );
  expect(counted.victims).toBe(1);
  expect(counted.sources[1]).toMatchObject({ rows: 2, victims: 2, linked: false, unlinked: 2 });
});

test('CLR-39 one row without identity does not set a source apart from the others', () => {
  const counted = countRound([row('1', 'a', 'A1'), row('2', 'a', null, false), row('3', 'b', 'B1')], []);
  expect(counted).toMatchObject({ victims: 2, cases: 2 });
  expect(counted.sources[0]).toMatchObject({ rows: 2, victims: 2, linked: true, unlinked: 1 });
});

test('CLR-23 a pair decided as different inside one group is named', () => {
  const { person } = countRound(
    [row('1', 'a'), row('2', 'b'), row('3', 'c')],
    [
      ['1', '2'],
      ['2', '3'],
    ],
  );
  expect(contradictions(person, [{ number: 9, a: '1', b: '3' }])).toEqual([9]);
  expect(contradictions(person, [{ number: 9, a: '1', b: 'unknown' }])).toEqual([]);
});

test('persons found by joining equal a plain flood over the same links', () => {
  const links = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 25 });
  fc.assert(
    fc.property(links, (pairs) => {
      const rows = Array.from({ length: 15 }, (_x, i) => row(String(i), `g${i % 3}`));
      const counted = countRound(
        rows,
        pairs.map(([a, b]) => [String(a), String(b)] as const),
      );
      const group = rows.map((_r, i) => i);
      for (let round = 0; round < 15; round++)
        for (const [a, b] of pairs) {
          const low = Math.min(group[a] ?? 0, group[b] ?? 0);
          group[a] = low;
          group[b] = low;
        }
      expect(counted.victims).toBe(new Set(group).size);
    }),
  );
});
