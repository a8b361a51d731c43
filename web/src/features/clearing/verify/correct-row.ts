import type { SourceCase } from '@simpul/contract/clearing/row';
import { isChild } from '@simpul/contract/standards/age';

/** The correction form as it is typed; empty text is "not stated". */
export interface Draft {
  placeCode: string | null;
  sex: string;
  age: string;
  child: SourceCase['child'];
  form: string;
  victimStatus: string;
  legalStage: string;
  year: string;
}

export const draftOf = (c: SourceCase): Draft => ({
  placeCode: c.placeCode,
  sex: c.sex,
  age: c.ageMin !== undefined && c.ageMin === c.ageMax ? String(c.ageMin) : '',
  child: c.child,
  form: c.exploitation[0] ?? 'unknown',
  victimStatus: c.victimStatus ?? '',
  legalStage: c.legalStage ?? '',
  year: String(c.countingYear),
});

const ageOk = (text: string) => text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 120);
const yearOk = (text: string) => /^20\d\d$/.test(text.trim());

/** Whether somebody is a child follows from the age that was typed; the answer stays while no age says otherwise. */
export function withAge(d: Draft, age: string): Draft {
  if (!/^\d{1,3}$/.test(age.trim())) return { ...d, age };
  const years = Number(age);
  return { ...d, age, child: isChild({ min: years, max: years }) };
}

export type Changes = Partial<{
  placeCode: string | null;
  sex: SourceCase['sex'];
  age: number | null;
  child: SourceCase['child'];
  form: SourceCase['exploitation'][number];
  victimStatus: NonNullable<SourceCase['victimStatus']> | null;
  legalStage: NonNullable<SourceCase['legalStage']> | null;
  countingYear: number;
}>;

/** Only what differs from the row; the server writes the rest on from it. */
export function changesOf(c: SourceCase, d: Draft): Changes {
  const before = draftOf(c);
  const changed = <K extends keyof Draft>(key: K) => d[key] !== before[key];
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    ...(changed('placeCode') ? { placeCode: d.placeCode } : {}),
    ...(changed('sex') ? { sex: d.sex as SourceCase['sex'] } : {}),
    ...(changed('age') ? { age: d.age.trim() === '' ? null : Number(d.age) } : {}),
    ...(changed('child') ? { child: d.child } : {}),
    ...(changed('form') ? { form: d.form as SourceCase['exploitation'][number] } : {}),
    ...(changed('victimStatus')
      ? { victimStatus: orNull(d.victimStatus) as NonNullable<SourceCase['victimStatus']> | null }
      : {}),
    ...(changed('legalStage')
      ? { legalStage: orNull(d.legalStage) as NonNullable<SourceCase['legalStage']> | null }
      : {}),
    ...(changed('year') ? { countingYear: Number(d.year) } : {}),
  };
}

const fieldOf: Readonly<Record<string, string>> = { placeCode: 'place', countingYear: 'year' };
/** Field of the form that a refusal of the server names, `changes.countingYear` or so. */
export const fieldOfPath = (path: string): string => {
  const name = path.replace(/^changes\./, '');
  return fieldOf[name] ?? name;
};

export type Problem = { field: 'age' | 'year' | 'reason'; key: 'age' | 'year' | 'reason' | 'nothing' };

export function problemsOf(c: SourceCase, d: Draft, reason: string): Problem[] {
  const found: Problem[] = [];
  if (!ageOk(d.age)) found.push({ field: 'age', key: 'age' });
  if (!yearOk(d.year)) found.push({ field: 'year', key: 'year' });
  if (found.length === 0 && Object.keys(changesOf(c, d)).length === 0)
    found.push({ field: 'age', key: 'nothing' });
  if (reason.trim().length < 3) found.push({ field: 'reason', key: 'reason' });
  return found;
}
