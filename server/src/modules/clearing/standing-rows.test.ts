import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Import } from '@simpul/contract/clearing/import';
import type { Pair, PairPage, Round } from '@simpul/contract/clearing/round';
import type { z } from 'zod';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { seedAgencies } from '../agencies/index.ts';
import { takeImportIn } from './intake/accept-import.ts';
import { agreeRound } from './round/agree-round.ts';
import { decidePair } from './round/decide-pair.ts';

const period = '2024-Q4';
const heading = 'TGL LAPOR;KAB/KOTA;JK;UMUR;NAMA;NIK';
const csv = (day: string) =>
  [
    heading,
    `${day}/10/2024;Kota Samarinda;P;17;RATNA CONTOH;6472014505070001`,
    `${day}/11/2024;Kota Bontang;L;24;BUDI CONTOH;6474010505000002`,
  ].join('\n');

let world: World;
let police: Person;
let colleague: Person;
let unit: Person;
let steward: Person;
let secretariat: Person;

async function upload(person: Person, text: string): Promise<string> {
  const boundary = 'batas-uji';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="berkas"\r\ncontent-type: text/csv\r\n\r\n`;
  const response = await world.app.server.inject({
    method: 'POST',
    url: '/api/files',
    payload: `${head}${text}\r\n--${boundary}--\r\n`,
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  expect(response.statusCode, response.body).toBe(200);
  return (response.json() as { id: string }).id;
}
const get = async <T>(p: Person, url: string) => (await world.call(p, 'GET', url)).body as T;
const send = async (p: Person, url: string, body: unknown) => {
  const r = await world.call(p, 'POST', url, body);
  expect(r.status, JSON.stringify(r.body)).toBe(200);
  return r.body as { id: string };
};
async function handIn(p: Person, text: string): Promise<Import> {
  const { id } = await send(p, '/clearing/imports', { file: await upload(p, text), period });
  await world.work();
  const found = await get<Import>(p, `/clearing/imports/${id}`);
  expect(found).toMatchObject({ state: 'checked', rowsWrong: 0 });
  return found;
}
const accept = (p: Person, i: Import) => send(p, `/clearing/imports/${i.id}/accept`, { version: i.version });
const rowsOf = async (p: Person) => {
  const sql = 'select count(*)::int as n from clearing.source_row where agency = $1';
  return Number((await world.asOwner(sql, [p.agency]))[0]?.['n']);
};
/** Rows that raw SQL reaches as that person, or the code of the refusal. */
const reach = (p: Person, sql: string, values: unknown[] = [], purpose?: string): Promise<number | string> =>
  world
    .as(p, async (ctx) => (await ctx.client.query(sql, values)).rowCount ?? 0, purpose)
    .catch((error: { code?: string }) => error.code ?? String(error));

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  await world.asOwner(
    `insert into clearing.period (tenant, code, starts, ends) values ('64', $1, '2024-10-01', '2024-12-31')`,
    [period],
  );
  const agencies = await seedAgencies(world.owner, '64');
  const contactOf = (code: string) => world.person('data_contact', { agency: agencies.get(code) ?? null });
  police = await contactOf('polda-kaltim-renakta');
  colleague = await contactOf('polda-kaltim-renakta');
  unit = await contactOf('uptd-ppa-kaltim');
  steward = await world.person('data_steward', { stepUp: true });
  secretariat = await world.person('tf_secretariat');
});
afterAll(() => world.close());

describe('rows of a period somebody answered for', () => {
  test('CLR-6 a file that was still waiting when the period was signed off is not taken in', async () => {
    const found = await handIn(police, csv('11'));
    await accept(police, found);
    await send(police, '/clearing/sign-offs', { period });
    await world.work();
    expect(await rowsOf(police)).toBe(0);
    const back = await get<Import>(police, `/clearing/imports/${found.id}`);
    expect(back.state).toBe('checked');
    await send(police, '/clearing/sign-offs/withdraw', { period, reason: 'berkas menyusul' });
    await accept(police, back);
    await world.work();
    expect(await rowsOf(police)).toBe(2);
  });

  test('CLR-2 two files with the same rows taken in at the same moment bring them once', async () => {
    const [one, two] = [await handIn(unit, csv('12')), await handIn(unit, csv('12'))];
    await accept(unit, one);
    await accept(unit, two);
    const first = world.as(unit, (ctx) => takeImportIn(ctx, one.id, () => wait(400)));
    await wait(150);
    await Promise.all([first, world.as(unit, (ctx) => takeImportIn(ctx, two.id))]);
    expect(await rowsOf(unit)).toBe(2);
    await world.work();
    expect(await rowsOf(unit)).toBe(2);
  });
});

describe('raw SQL of a data contact', () => {
  test('what was counted of a row, and whose it is, cannot be rewritten', async () => {
    for (const set of [
      "case_data = '{}'",
      'fingerprint = fingerprint',
      `agency = '${unit.agency}'`,
      "period = '2025-Q1'",
    ])
      expect(await reach(police, `update clearing.source_row set ${set}`), set).toBe('42501');
    expect(await reach(police, 'update clearing.source_row set state = state')).toBe(2);
    expect(await reach(police, 'update platform.file set sha256 = sha256')).toBe('42501');
  });

  test('another agency reaches no row, identity, search word, file or import', async () => {
    for (const table of [
      'source_row',
      'row_identity',
      'match_key',
      'import',
      'import_problem',
      'column_mapping',
    ])
      expect(
        await reach(unit, `select 1 from clearing.${table} where agency = $1`, [police.agency]),
        table,
      ).toBe(0);
    expect(await reach(unit, 'select 1 from platform.file where agency = $1', [police.agency])).toBe(0);
    expect(await reach(police, 'select 1 from clearing.row_identity')).toBe(2);
  });

  test('nobody signs off, or queues work, in the name of somebody else', async () => {
    const sign = `insert into clearing.sign_off (id, tenant, agency, period, rows_confirmed, rows_excluded, signed_by)
                  values (gen_random_uuid(), '64', $1, '${period}', 0, 0, $2)`;
    expect(await reach(colleague, sign, [police.agency, police.id])).toBe('42501');
    expect(
      await reach(
        secretariat,
        `insert into platform.job (id, tenant, task, ids, actor) values (gen_random_uuid(), '64', 'uji.uji', '{}', $1)`,
        [police.id],
      ),
    ).toBe('42501');
  });
});

describe('a round', () => {
  let round: Round;
  let pair: Pair;
  const identities = (p: Person, purpose?: string) =>
    reach(p, 'select 1 from clearing.row_identity', [], purpose);

  beforeAll(async () => {
    for (const p of [police, unit]) await send(p, '/clearing/rows/confirm', { period });
  });

  test('CLR-10 does not begin before somebody answers for the rows', async () => {
    const early = await world.call(steward, 'POST', '/clearing/rounds', { year: 2024 });
    expect(early).toMatchObject({ status: 409, body: { params: { reason: 'no_confirmed_rows' } } });
    for (const p of [police, unit]) await send(p, '/clearing/sign-offs', { period });
  });

  test('opens identity to who may reveal it, for that purpose, while it is under review', async () => {
    expect(await identities(steward, 'clearing.review')).toBe(0);
    const { id } = await send(steward, '/clearing/rounds', { year: 2024 });
    await world.work();
    round = await get<Round>(steward, `/clearing/rounds/${id}`);
    expect(round).toMatchObject({ state: 'review', pairs: 2 });
    expect(await identities(steward, 'clearing.review')).toBe(4);
    expect(await identities(steward)).toBe(0);
    expect(await identities(secretariat, 'clearing.review')).toBe(0);
  });

  test('CLR-15 a decision that comes while the round is being agreed waits, and is refused', async () => {
    const pairs = await get<z.infer<typeof PairPage>>(steward, `/clearing/rounds/${round.id}/pairs`);
    for (const { id } of pairs.items) {
      pair = await get<Pair>(steward, `/clearing/pairs/${id}`);
      await send(steward, `/clearing/pairs/${id}/decide`, { decision: 'same', version: pair.version });
    }
    pair = await get<Pair>(steward, `/clearing/pairs/${pair.id}`);
    const { version } = await get<Round>(steward, `/clearing/rounds/${round.id}`);
    let late: Promise<unknown> = Promise.resolve();
    await world.as(steward, async (ctx) => {
      await agreeRound(ctx, { id: round.id, version });
      late = world
        .as(secretariat, (other) =>
          decidePair(other, { id: pair.id, decision: 'different', version: pair.version }),
        )
        .catch((error: unknown) => error);
      await wait(300);
    });
    expect(await late).toMatchObject({ code: 'wrong_state', params: { reason: 'round_not_in_review' } });
    expect((await get<Pair>(steward, `/clearing/pairs/${pair.id}`)).decision).toBe('same');
  });

  test('that was agreed stands still and shows nobody any more', async () => {
    const where = `where round = '${round.id}'`;
    for (const sql of [
      `update clearing.round_row set person = null ${where}`,
      `update clearing.pair set decision = 'different' ${where}`,
      `update clearing.round set differences = null where id = '${round.id}'`,
      `update clearing.round set state = 'review' where id = '${round.id}'`,
      `delete from clearing.round_row ${where}`,
      `delete from clearing.pair ${where}`,
    ])
      expect(await reach(steward, sql), sql).toBe('42501');
    expect(await identities(steward, 'clearing.review')).toBe(0);
    const shown = await world.call(steward, 'GET', `/clearing/pairs/${pair.id}/fields/name`, undefined, {
      'x-purpose': 'clearing.review',
    });
    expect(shown).toMatchObject({ status: 409, body: { params: { reason: 'round_not_in_review' } } });
  });
});
