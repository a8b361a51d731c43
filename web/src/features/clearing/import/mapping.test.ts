import type { ImportMapping } from '@simpul/contract/clearing/columns';
import { describe, expect, test } from 'vitest';
import {
  changedColumns,
  keepOnly,
  withConstant,
  withDecision,
  withinWidth,
  withoutDecision,
  withTarget,
  withWords,
} from './mapping.ts';

const base: ImportMapping = {
  layout: 'generic',
  columns: [
    { index: 0, target: 'caseNo' },
    { index: 2, target: 'services', flag: 'legal' },
  ],
};

describe('columns', () => {
  test('one column is read otherwise, the others stay, in the order of the file', () => {
    const next = withTarget(base, 1, 'sex');
    expect(next.columns.map((c) => c.index)).toEqual([0, 1, 2]);
    expect(next.columns[2]).toEqual({ index: 2, target: 'services', flag: 'legal' });
    expect(changedColumns(base, next)).toBe(1);
  });
  test('a mark keeps its code only while the column means the same', () => {
    expect(withTarget(base, 2, 'services')).toBe(base);
    expect(withTarget(base, 2, 'modus').columns[1]).toEqual({ index: 2, target: 'modus' });
  });
  test('leaving out removes it', () => {
    expect(withTarget(base, 0, null).columns).toEqual([{ index: 2, target: 'services', flag: 'legal' }]);
    expect(changedColumns(base, withTarget(base, 0, null))).toBe(1);
  });
  test('of two columns with one meaning a person keeps one', () => {
    const twice: ImportMapping = { ...base, columns: [...base.columns, { index: 5, target: 'caseNo' }] };
    expect(keepOnly(twice, 'caseNo', 5).columns.map((c) => c.index)).toEqual([2, 5]);
    expect(withinWidth(twice, 3).columns.map((c) => c.index)).toEqual([0, 2]);
  });
});

describe('decisions', () => {
  test('a cause has one decision, and can be taken back', () => {
    const once = withDecision(base, { code: 'nik_length', field: 'nationalId', act: 'mark_unknown' });
    const again = withDecision(once, { code: 'nik_length', field: 'nationalId', act: 'accept', note: 'x' });
    expect(again.decisions).toEqual([{ code: 'nik_length', field: 'nationalId', act: 'accept', note: 'x' }]);
    const other = withDecision(again, { code: 'nik_length', field: 'identityNumber', act: 'mark_unknown' });
    expect(other.decisions).toHaveLength(2);
    expect(withoutDecision(other, { code: 'nik_length', field: 'nationalId' }).decisions).toHaveLength(1);
  });
});

describe('words and values of the whole file', () => {
  test('words are kept by their spelling, unanswered ones are not', () => {
    const next = withWords(withWords(base, 'sex', { 'Pr.': 'female' }), 'sex', { Cowok: 'male', Lain: '' });
    expect(next.words).toEqual({ sex: { pr: 'female', cowok: 'male' } });
  });
  test('a constant is set and taken back', () => {
    const set = withConstant(base, 'registrationYear', 2024);
    expect(set.constants).toEqual({ registrationYear: 2024 });
    expect(withConstant(set, 'registrationYear', undefined).constants).toEqual({});
  });
});
