import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { fulfilClearingDuties, fulfilReportDuty } from './fulfil-turns.ts';
import { runDailyDuties } from './jobs.ts';

let world: World;
let secretariat: Person;
let steward: Person;
beforeAll(async () => {
  world = await createWorld(); // Wednesday 25 November 2026
  secretariat = await world.person('tf_secretariat');
  steward = await world.person('data_steward');
  await world.as(secretariat, runDailyDuties);
});
afterAll(() => world.close());

const statusOf = async (kind: string) =>
  (
    await world.asOwner(
      'select subject_id, status from duties.deadline where kind = $1 order by subject_id',
      [kind],
    )
  ).map((d) => `${String(d['subject_id'])} ${String(d['status'])}`);

test('DUT-45 a round closes quarters that have begun, and the round before the report once its year is over', async () => {
  expect(await statusOf('clearing_round')).toEqual(['2026-Q4 open']);
  await world.as(steward, (ctx) => fulfilClearingDuties(ctx, { year: 2027, number: 1 }));
  expect(await statusOf('clearing_round')).toEqual(['2026-Q4 open']);
  await world.as(steward, (ctx) => fulfilClearingDuties(ctx, { year: 2026, number: 1 }));
  expect(await statusOf('clearing_round')).toEqual(['2026-Q4 done']);
  expect(await statusOf('clearing_before_report')).toEqual(['2026 open']);
});

test('DUT-45 what was done before stays as it is, and a closed turn does not come back', async () => {
  const events = () =>
    world.asOwner("select count(*)::int as n from duties.deadline_event where act = 'complete'");
  const before = await events();
  await world.as(steward, (ctx) => fulfilClearingDuties(ctx, { year: 2026, number: 2 }));
  await world.as(secretariat, runDailyDuties);
  expect(await events()).toEqual(before);
  expect(await statusOf('clearing_round')).toEqual(['2026-Q4 done']);
});

test('DUT-45 the duty to report is closed by who signs and by nobody who merely calls', async () => {
  const member = await world.person('tf_member');
  await world.as(member, (ctx) => fulfilReportDuty(ctx, { year: 2026, number: 'x' }));
  expect(await statusOf('january_report')).toEqual(['2026 open']);
  const chair = await world.person('tf_chair');
  await world.as(chair, (ctx) => fulfilReportDuty(ctx, { year: 2026, number: '1/GT-TPPO/2027' }));
  expect(await statusOf('january_report')).toEqual(['2026 done']);
  expect((await world.call(chair, 'GET', '/duties/tasks')).body).toMatchObject({ items: [] });
});
