import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Round } from '@simpul/contract/clearing/round';
import { call, type Desk, handIn, openDesk, period, takeIn } from '../../../../test/main-job.ts';
import { createWorld, type Person, type World } from '../../../../test/world.ts';

let world: World;
let desk: Desk;
let police: Person;
let unit: Person;
let aid: Person;
beforeAll(async () => {
  world = await createWorld();
  desk = await openDesk(world);
  police = desk.contacts['polda-kaltim-renakta'];
  unit = desk.contacts['uptd-ppa-kaltim'];
  aid = desk.contacts['lbh-kaltim'];
});
afterAll(() => world.close());

const file = (day: string) =>
  Buffer.from(
    [
      'TGL LAPOR;KAB/KOTA;JK;UMUR;NAMA;NIK',
      `${day}/10/2024;Kota Samarinda;P;17;RATNA CONTOH;6472014505070001`,
      `${day}/11/2024;Kota Bontang;L;24;BUDI CONTOH;6474010505000002`,
    ].join('\n'),
  );
const confirm = (p: Person) => call(world, p, 'POST', '/clearing/rows/confirm', { period });
const sign = (p: Person) => call(world, p, 'POST', '/clearing/sign-offs', { period });
const getRound = (id: string, p = desk.steward) => call<Round>(world, p, 'GET', `/clearing/rounds/${id}`);
async function openRound(): Promise<string> {
  const { id } = await call<{ id: string }>(world, desk.steward, 'POST', '/clearing/rounds', { year: 2024 });
  await world.work();
  return id;
}
async function agree(id: string): Promise<Round> {
  const { version } = await getRound(id);
  await call(world, desk.steward, 'POST', `/clearing/rounds/${id}/agree`, { version });
  return getRound(id);
}
/** The earlier row of the police belongs to the quarter before, which they signed too. */
async function splitQuarters(): Promise<void> {
  await world.asOwner(
    "insert into clearing.period (tenant, code, starts, ends) values ('64', '2024-Q3', '2024-07-01', '2024-09-30')",
  );
  await world.asOwner(
    "update clearing.source_row set period = '2024-Q3' where agency = $1 and row_number = 2",
    [police.agency],
  );
  await world.asOwner(
    `insert into clearing.sign_off (id, tenant, agency, period, rows_confirmed, rows_excluded, signed_by)
     values (gen_random_uuid(), '64', $1, '2024-Q3', 1, 0, $2)`,
    [police.agency, police.id],
  );
}

test('CLR-38 an agreed round says who signed and who did not, and keeps saying it', async () => {
  await takeIn(world, police, await handIn(world, police, file('11')));
  await confirm(police);
  await splitQuarters();
  await sign(police);
  // The unit's rows wait for confirmation; of the other agency there is a file that was never taken in.
  await takeIn(world, unit, await handIn(world, unit, file('12')));
  await handIn(world, aid, file('13'));
  const first = await openRound();
  const left = [unit, aid].map((p) => p.agency).sort();
  const agencies = (r: Round) => r.unsigned.map((u) => u.agency).sort();
  expect(agencies(await getRound(first))).toEqual(left);
  const agreed = await agree(first);
  expect(agreed.sources.map((s) => [s.agency, s.signedOff])).toEqual([[police.agency, true]]);
  expect(agencies(agreed)).toEqual(left);
  expect(agreed.unsigned[0]).toMatchObject({ periods: [period], agencyName: expect.stringMatching(/\w/) });
  const lineage = (p: Person) =>
    call<{ items: unknown[]; total: number }>(world, p, 'GET', `/clearing/rounds/${first}/rows?limit=1`);
  expect(await lineage(desk.steward), 'CLR-17').toMatchObject({ items: [{}], total: 2 });
  expect((await lineage(unit)).total).toBe(0);
  expect((await getRound(first, unit)).unsigned.map((u) => u.agency)).toEqual([unit.agency]);

  await call(world, police, 'POST', '/clearing/sign-offs/withdraw', { period, reason: 'berkas menyusul' });
  const second = await openRound();
  const later = await agree(second);
  expect(later.sources.map((s) => [s.agency, s.rows, s.signedOff])).toEqual([[police.agency, 1, false]]);
  expect(agencies(later)).toEqual([...left, police.agency].sort());
  // What was agreed before stays as it was.
  expect((await getRound(first)).sources[0]?.signedOff).toBe(true);
});

test('CLR-38 the record and the report name them, and nobody as a signer who did not sign', async () => {
  await call(world, desk.steward, 'POST', '/reporting/records', { year: 2024 });
  const made = await world.asOwner('select content from reporting.record');
  const content = made[0]?.['content'] as { blocks: unknown; signers: string[] };
  const secretariat = await world.person('tf_secretariat');
  const report = await call<{ id: string }>(world, secretariat, 'POST', '/reporting/reports', { year: 2024 });
  const view = await call(world, secretariat, 'GET', `/reporting/reports/${report.id}`);
  const { items } = await call<{ items: { id: string }[] }>(world, desk.steward, 'GET', '/clearing/rounds');
  const { unsigned } = await getRound(items[0]?.id ?? '');
  expect(unsigned).toHaveLength(3);
  for (const text of [JSON.stringify(content.blocks), JSON.stringify(view)]) {
    const sentence = text.slice(text.indexOf('3 instansi menyerahkan catatan dan belum menandatangani'), -1);
    for (const u of unsigned) expect(sentence.slice(0, 400)).toContain(u.agencyName);
    expect(text).toContain('Belum ditandatangani untuk semua masa');
    expect(text).not.toContain('Ditandatangani kontak data');
    expect(text).not.toContain('Instansi yang kontak datanya menandatangani');
  }
  expect(content.signers).toEqual(['Walidata Gugus Tugas PP-TPPO']);
});

test('CLR-38 a data contact learns of the own periods only', async () => {
  const seen = await world.as(unit, (ctx) =>
    ctx.client.query<{ agency: string }>('select distinct agency from clearing.standing(2024)'),
  );
  expect(seen.rows).toEqual([{ agency: unit.agency }]);
});
