import type { SourceCase } from '@simpul/contract/clearing/row';
import { describe, expect, test } from 'vitest';
import { changesOf, draftOf, fieldOfPath, problemsOf, withAge } from './correct-row.ts';

const row: SourceCase = {
  countingYear: 2024,
  yearBasis: 'report',
  placeCode: '64.72',
  role: 'victim',
  sex: 'female',
  ageMin: 17,
  ageMax: 17,
  child: 'yes',
  exploitation: ['sexual'] as unknown as SourceCase['exploitation'],
  labourSectors: [],
  charges: [],
  services: [],
};

describe('a correction', () => {
  test('sends only what was changed', () => {
    const draft = draftOf(row);
    expect(changesOf(row, draft)).toEqual({});
    expect(changesOf(row, { ...draft, age: '18', child: 'no' })).toEqual({ age: 18, child: 'no' });
    expect(changesOf(row, { ...draft, placeCode: null, age: '' })).toEqual({ placeCode: null, age: null });
  });
  test('an age known as a range is not taken for a number', () => {
    expect(draftOf({ ...row, ageMin: 13, ageMax: 17 }).age).toBe('');
  });
  test('CLR-37 child or adult follows the age that is typed', () => {
    const draft = draftOf(row);
    expect(changesOf(row, withAge(draft, '24'))).toEqual({ age: 24, child: 'no' });
    expect(withAge(withAge(draft, '24'), '').child).toBe('no');
    expect(['changes.countingYear', 'changes.age', 'changes.child'].map(fieldOfPath)).toEqual([
      'year',
      'age',
      'child',
    ]);
  });
  test('says what is missing', () => {
    const draft = draftOf(row);
    expect(problemsOf(row, draft, 'ok ya').map((p) => p.key)).toEqual(['nothing']);
    expect(problemsOf(row, { ...draft, age: '170', year: '24' }, '').map((p) => p.key)).toEqual([
      'age',
      'year',
      'reason',
    ]);
    expect(problemsOf(row, { ...draft, sex: 'male' }, 'salah ketik')).toEqual([]);
  });
});
