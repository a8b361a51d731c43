import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceCase } from '@simpul/contract/clearing/row';
import type { Round } from '@simpul/contract/clearing/round';
import { call, type Desk, handIn, openDesk, period, takeIn } from '../../../../test/main-job.ts';
import { createWorld, type Person, type World } from '../../../../test/world.ts';
import { AppError } from '../../../platform/errors.ts';
import { areas, today } from '../import/fixtures.ts';
import { type Changes, correctedCase } from './corrected-case.ts';

const adult: SourceCase = {
  reportDate: '2024-10-11',
  incidentDate: '2023-12',
  countingYear: 2024,
  yearBasis: 'police',
  placeCode: '64.72',
  role: 'victim',
  sex: 'female',
  ageMin: 24,
  ageMax: 24,
  child: 'no',
  exploitation: ['sexual'],
  labourSectors: [],
  charges: [],
  services: [],
};
const { ageMin: _min, ageMax: _max, ...ageless } = adult;

function correct(changes: Changes, data: SourceCase = adult, birthDate?: string) {
  try {
    return { done: correctedCase(data, changes, { birthDate, areas, today }), refused: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { done: undefined, refused: error.errors.map((e) => `${e.path} ${e.code}`) };
  }
}

describe('CLR-37 a corrected row', () => {
  test('is a child by its new age, and says so only where both agree', () => {
    expect(correct({ age: 15 }).done).toMatchObject({ ageMin: 15, ageMax: 15, child: 'yes' });
    expect(correct({ age: 15, child: 'yes' }).done?.child).toBe('yes');
    expect(correct({ age: 15, child: 'no' }).refused).toEqual(['changes.child child_age_mismatch']);
    expect(correct({ child: 'yes' }).refused).toEqual(['changes.child child_age_mismatch']);
    expect(correct({ child: 'unknown' }).refused).toEqual(['changes.child child_age_mismatch']);
    expect(correct({ sex: 'male' }).done).toMatchObject({ ageMin: 24, child: 'no', sex: 'male' });
  });

  test('without an age keeps the answer, takes the age of the birth date, and narrows a range', () => {
    const cleared = correct({ age: null }).done;
    expect(cleared).toMatchObject({ child: 'no' });
    expect(cleared?.ageMin).toBeUndefined();
    expect(correct({ age: null }, adult, '2010-01-05').done).toMatchObject({ ageMin: 13, child: 'yes' });
    expect(correct({ child: 'unknown' }, { ...ageless, child: 'no' }).done?.child).toBe('unknown');
    const open: SourceCase = { ...adult, ageMin: 15, ageMax: 19, child: 'uncertain' };
    expect(correct({ child: 'yes' }, open).done).toMatchObject({ ageMin: 15, ageMax: 17, child: 'yes' });
  });

  test('has an age that fits the date of birth', () => {
    expect(correct({ age: 15 }, adult, '2000-02-01').refused).toEqual(['changes.age age_birth_mismatch']);
    expect(correct({ age: 23 }, adult, '2000-02-01').done?.ageMin).toBe(23);
    expect(correct({ sex: 'male' }, adult, '1980-02-01').refused).toEqual([]);
  });

  test('counts in a year of one of its dates, by that date', () => {
    expect(correct({ countingYear: 2023 }).done).toMatchObject({ countingYear: 2023, yearBasis: 'offence' });
    expect(correct({ countingYear: 2024 }).done?.yearBasis).toBe('police');
    expect(correct({ countingYear: 2019 }).refused).toEqual(['changes.countingYear year_not_of_row']);
    expect(correct({ countingYear: 2031 }).refused).toEqual(['changes.countingYear date_future']);
  });

  test('has kab/kota for places, and every mistake is named at once', () => {
    expect(correct({ placeCode: '64.71', originCode: null }).done?.placeCode).toBe('64.71');
    expect(correct({ placeCode: null }).done?.placeCode).toBeNull();
    expect(correct({ placeCode: '64', originCode: '99.99', countingYear: 2019 }).refused).toEqual([
      'changes.originCode area_unknown',
      'changes.placeCode area_too_coarse',
      'changes.countingYear year_not_of_row',
    ]);
  });
});

describe('CLR-37 on its way to the figure', () => {
  let world: World;
  let desk: Desk;
  let contact: Person;
  beforeAll(async () => {
    world = await createWorld();
    desk = await openDesk(world);
    contact = desk.contacts['polda-kaltim-renakta'];
  });
  afterAll(() => world.close());

  test('columns and case agree, the refusal names the field, and the figure by child is right', async () => {
    const text = [
      'TGL LAPOR;KAB/KOTA;JK;UMUR;NAMA;TGL LAHIR',
      '11/10/2024;Kota Samarinda;P;24;RATNA CONTOH;',
      '12/10/2024;Kota Samarinda;P;30;WATI CONTOH;03/04/1994',
    ].join('\n');
    await takeIn(world, contact, await handIn(world, contact, Buffer.from(text)));
    const { items } = await call<{ items: { id: string; rowNumber: number; version: number }[] }>(
      world,
      contact,
      'GET',
      '/clearing/rows',
    );
    const [young, born] = items;
    const fix = (row: typeof young, changes: object) =>
      world.call(contact, 'POST', `/clearing/rows/${row?.id}/correct`, {
        changes,
        reason: 'salah ketik di berkas',
        version: row?.version,
      });
    expect(await fix(born, { age: 15 })).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path: 'changes.age', code: 'age_birth_mismatch' }] },
    });
    expect((await fix(young, { age: 15, countingYear: 2024 })).status).toBe(200);
    const rows = await world.asOwner(
      `select child, age_min, case_data->>'child' as said, case_data->>'ageMin' as age, year_basis = case_data->>'yearBasis' as basis
         from clearing.source_row where state = 'confirmed'`,
    );
    expect(rows).toEqual([{ child: 'yes', age_min: 15, said: 'yes', age: '15', basis: true }]);

    await call(world, contact, 'POST', '/clearing/rows/confirm', { period });
    await call(world, contact, 'POST', '/clearing/sign-offs', { period });
    const { id } = await call<{ id: string }>(world, desk.steward, 'POST', '/clearing/rounds', {
      year: 2024,
    });
    await world.work();
    const { version } = await call<Round>(world, desk.steward, 'GET', `/clearing/rounds/${id}`);
    await call(world, desk.steward, 'POST', `/clearing/rounds/${id}/agree`, { version });
    const figures = await world.asOwner(
      "select dimensions->>'child' as child, value::int from figures.figure where round = $1 and dimensions ? 'child' order by 1",
      [id],
    );
    expect(figures).toEqual([
      { child: 'no', value: 1 },
      { child: 'yes', value: 1 },
    ]);
  });
});
