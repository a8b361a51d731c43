import { describe, expect, test } from 'vitest';
import { compared, countAgreements, differingParts, nextPair, readShape } from './pair-words.ts';

const marked = (a: string, b: string) =>
  differingParts(a, b)
    .map((p) => (p.differs ? `[${p.text.trim()}]` : p.text))
    .join(' ')
    .replaceAll(/ +/g, ' ')
    .trim();

describe('what differs is marked, nothing else', () => {
  test('one word of a date or a shape', () => {
    expect(marked('11 Agu 2026', '14 Agu 2026')).toBe('[14] Agu 2026');
    expect(marked('2 kata, 13 huruf', '2 kata, 12 huruf')).toBe('2 kata, [12] huruf');
    expect(marked('30 Jul 2026', '2 Agu 2026')).toBe('[2 Agu] 2026');
  });
  test('other words altogether', () => {
    expect(marked('Penggunaan tenaga kerja', 'Eksploitasi seksual')).toBe('[Eksploitasi seksual]');
    expect(marked('sama', 'sama')).toBe('sama');
  });
  test('the text stays as it was', () => {
    for (const [a, b] of [
      ['11 Agu 2026', '14 Sep 2026'],
      ['a b', 'a c'],
    ] as const)
      expect(differingParts(a, b).reduce((all, p) => all + p.text, '')).toBe(b);
  });
});

test('shapes are read, and a value that is none is not taken for one', () => {
  expect(readShape('2w13l')).toEqual({ kind: 'words', words: 2, letters: 13 });
  expect(readShape('16d')).toEqual({ kind: 'signs', signs: 16 });
  expect(readShape('ym')).toEqual({ kind: 'date', precision: 'ym' });
  expect(readShape('3201010101010001')).toBeUndefined();
});

test('fields nobody filled in count for nothing', () => {
  const p = (agreement: 'equal' | 'close' | 'different' | 'missing', a: string | null, b: string | null) => ({
    field: 'x',
    agreement,
    a,
    b,
  });
  expect(
    countAgreements(
      [
        p('equal', '1', '1'),
        p('close', '1', '2'),
        p('different', '1', '3'),
        p('missing', '1', null),
        p('missing', null, null),
      ],
      false,
    ),
  ).toEqual({ equal: 1, unequal: 2, missing: 1 });
});

test('the next pair is the next number, then the first again; the one before likewise', () => {
  const open = [3, 5, 9].map((number) => ({ id: `p${number}`, number }));
  expect(nextPair(open, undefined)?.number).toBe(3);
  expect(nextPair(open, { id: 'p5', number: 5 })?.number).toBe(9);
  expect(nextPair(open, { id: 'p9', number: 9 })?.number).toBe(3);
  expect(nextPair(open, { id: 'x', number: 4 })?.number).toBe(5);
  expect(nextPair(open, { id: 'p5', number: 5 }, -1)?.number).toBe(3);
  expect(nextPair(open, { id: 'p3', number: 3 }, -1)?.number).toBe(9);
  expect(nextPair([{ id: 'p3', number: 3 }], { id: 'p3', number: 3 })).toBeUndefined();
});

test('case numbers are compared within one agency only', () => {
  const pattern = [{ field: 'caseNo', agreement: 'different' as const, a: 'A/1', b: 'B/7' }];
  expect(compared(pattern, false).map((p) => p.agreement)).toEqual(['apart']);
  expect(compared(pattern, true).map((p) => p.agreement)).toEqual(['different']);
  expect(countAgreements(pattern, false).unequal).toBe(0);
});
