import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedErrors, buildSpellingIndex, findNear } from './spelling.ts';

/** Optimal string alignment, written out as in the textbook, to check the walk against. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j += 1) (d[0] as number[])[j] = j;
  const at = (i: number, j: number) => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let v = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        v = Math.min(v, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = v;
    }
  return at(a.length, b.length);
}

const indexOf = (keys: string[]) =>
  buildSpellingIndex([...new Set(keys)].sort().map((key) => ({ province: '64', key })));
const keysOf = (keys: string[], text: string) => findNear(indexOf(keys), text).map((n) => n.key);

test('REG-6 a missing, doubled, wrong or exchanged letter still finds the name', () => {
  const names = [
    'samarinda',
    'sambas',
    'samboja',
    'sanga sanga',
    'tenggarong',
    'tenggarong seberang',
    'sepaku',
  ];
  expect(keysOf(names, 'samarnda')[0]).toBe('samarinda');
  expect(keysOf(names, 'samarrinda')[0]).toBe('samarinda');
  expect(keysOf(names, 'samarenda')[0]).toBe('samarinda');
  expect(keysOf(names, 'samairnda')[0]).toBe('samarinda');
  expect(keysOf(names, 'sepkau')[0]).toBe('sepaku');
  expect(keysOf(names, 'sangasanga')[0]).toBe('sanga sanga');
  expect(keysOf(names, 'tenggaron sebrang')[0]).toBe('tenggarong seberang');
  expect(keysOf(names, 'jakarta')).toEqual([]);
});

test('REG-6 a beginning with an error and a later word are found, after whole names', () => {
  const names = ['penajam', 'penajam paser utara', 'paser', 'paser belengkong', 'tanah paser'];
  expect(findNear(indexOf(names), 'penajem').map((n) => n.part)).toEqual(['whole', 'prefix']);
  expect(keysOf(names, 'paser')).toEqual(['paser', 'paser belengkong', 'tanah paser', 'penajam paser utara']);
});

test('entries that share a finished beginning are all found', () => {
  const names = ['sepaku', 'sepaku satu', 'sepaku sate', 'sepaku sungai dua', 'sepaku sungai tiga'];
  expect(keysOf(names, 'sepaku').sort()).toEqual([...names].sort());
});

test('the province narrows, the home province wins among equals', () => {
  const index = buildSpellingIndex([
    { province: '33', key: 'sukamaju' },
    { province: '64', key: 'sukamaju' },
  ]);
  expect(findNear(index, 'sukamju', { home: '64' }).map((n) => n.province)).toEqual(['64', '33']);
  expect(findNear(index, 'sukamju', { province: '33' }).map((n) => n.province)).toEqual(['33']);
});

test('the walk finds exactly what comparing one by one finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k', ' '), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), word, (keys, text) => {
      const k = allowedErrors(text.length);
      const unique = [...new Set(keys)].sort();
      const expected = unique.flatMap((key) => {
        const whole = distance(text, key);
        if (whole <= k) return [`${key} whole ${whole}`];
        const prefix = Math.min(
          ...[...Array(key.length + 1).keys()].map((n) => distance(text, key.slice(0, n))),
        );
        return prefix <= k ? [`${key} prefix ${prefix}`] : [];
      });
      const found = findNear(indexOf(keys), text, { limit: 1000 })
        .filter((n) => n.part !== 'word')
        .map((n) => `${n.key} ${n.part} ${n.distance}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 400 },
  );
});
