import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Import } from '@simpul/contract/clearing/import';
import type { Pair, Round } from '@simpul/contract/clearing/round';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { seedAgencies } from '../agencies/index.ts';

const examples = path.join(import.meta.dirname, '../../../../examples');
const period = '2024-Q4';

let world: World;
let police: Person;
let unit: Person;
let steward: Person;
let outsider: Person;

async function upload(person: Person, file: string): Promise<string> {
  const boundary = 'batas-uji';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="berkas"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(head),
    fs.readFileSync(path.join(examples, file)),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const response = await world.app.server.inject({
    method: 'POST',
    url: '/api/files',
    payload,
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  expect(response.statusCode, response.body).toBe(200);
  return (response.json() as { id: string }).id;
}

const get = async <T>(p: Person, url: string) => {
  const r = await world.call(p, 'GET', url);
  expect(r.status, JSON.stringify(r.body)).toBe(200);
  return r.body as T;
};
const send = (p: Person, url: string, body: unknown, method: 'POST' | 'PUT' = 'POST') =>
  world.call(p, method, url, body);

/** Hands a file in and answers the question of the code system, as a person would on the page. */
async function handIn(p: Person, file: string): Promise<Import> {
  const made = await send(p, '/clearing/imports', { file: await upload(p, file), period });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { id } = made.body as { id: string };
  await world.work();
  const first = await get<Import>(p, `/clearing/imports/${id}`);
  if (first.state === 'checked') return first;
  const mapping = { ...first.mapping, codeSystem: 'kemendagri' };
  const mapped = await send(p, `/clearing/imports/${id}/mapping`, { mapping, version: first.version }, 'PUT');
  expect(mapped.status, JSON.stringify(mapped.body)).toBe(200);
  await world.work();
  return get<Import>(p, `/clearing/imports/${id}`);
}

async function takeIn(p: Person, found: Import): Promise<Import> {
  const accepted = await send(p, `/clearing/imports/${found.id}/accept`, { version: found.version });
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(200);
  await world.work();
  return get<Import>(p, `/clearing/imports/${found.id}`);
}

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
  unit = await contactOf('uptd-ppa-kaltim');
  steward = await world.person('data_steward');
  outsider = await world.person('tf_member');
});
afterAll(() => world.close());

describe('from agency files to the agreed figure', () => {
  test('CLR-1 a clean file is recognised, checked, taken in and sealed', async () => {
    const found = await handIn(police, 'polda-tw4-2024.csv');
    expect(found).toMatchObject({ state: 'checked', rowsWrong: 0, refusals: [] });
    expect(found.rowsReady).toBeGreaterThan(5);
    const done = await takeIn(police, found);
    expect(done.state).toBe('accepted');
    const rows = await world.asOwner('select count(*)::int as n from clearing.source_row where import = $1', [
      found.id,
    ]);
    expect(rows[0]?.['n']).toBe(found.rowsReady);
  });

  test('CLR-2 the same file again adds nothing', async () => {
    const again = await handIn(police, 'polda-tw4-2024.csv');
    expect(again.rowsReady).toBe(0);
    expect(again.rowsKnown).toBe(again.rowsTotal);
    expect(again.sameFileAs).not.toBeNull();
    expect(again.can.accept).toBe(false);
    const refused = await send(police, `/clearing/imports/${again.id}/accept`, { version: again.version });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', params: { reason: 'no_new_rows' } },
    });
  });

  test('CLR-36 an import taken in by mistake is taken back whole, and can be handed in again', async () => {
    const [before] = (
      await get<{ items: { id: string; version: number; state: string }[] }>(
        police,
        `/clearing/imports?period=${period}&state=accepted`,
      )
    ).items;
    const taken = await get<Import>(police, `/clearing/imports/${before?.id ?? ''}`);
    expect(taken.can.withdraw).toBe(true);
    const withdraw = (p: Person, reason: string) =>
      send(p, `/clearing/imports/${taken.id}/withdraw`, { version: taken.version, reason });
    expect((await withdraw(unit, 'Bukan milik kami')).status).toBe(404);
    expect((await withdraw(police, '')).status).toBe(422);
    expect((await withdraw(police, 'Salah triwulan')).status).toBe(200);
    expect((await withdraw(police, 'Salah triwulan')).status).toBe(409);
    const rows = await world.asOwner(
      'select distinct state, state_reason from clearing.source_row where import = $1',
      [taken.id],
    );
    expect(rows).toEqual([{ state: 'superseded', state_reason: 'Salah triwulan' }]);
    expect(await get<Import>(police, `/clearing/imports/${taken.id}`)).toMatchObject({
      state: 'cancelled',
      can: { withdraw: false, cancel: false },
    });
    const again = await takeIn(police, await handIn(police, 'polda-tw4-2024.csv'));
    expect(again).toMatchObject({ state: 'accepted', rowsReady: taken.rowsReady, sameFileAs: null });
  });

  test('CLR-3 a file full of mistakes is named row by row and nothing of it is taken in', async () => {
    const found = await handIn(unit, 'penuh-kesalahan.csv');
    expect(found.rowsWrong).toBeGreaterThan(5);
    expect(found.groups.length).toBeGreaterThan(5);
    const refused = await send(unit, `/clearing/imports/${found.id}/accept`, { version: found.version });
    expect(refused).toMatchObject({ status: 409, body: { params: { reason: 'rows_wrong' } } });
    const problems = await get<{ items: { row: number; column: string }[]; total: number }>(
      unit,
      `/clearing/imports/${found.id}/problems?limit=200`,
    );
    expect(problems.items.every((p) => p.row > 1)).toBe(true);
    await send(unit, `/clearing/imports/${found.id}/cancel`, { version: found.version });
    const rows = await world.asOwner('select count(*)::int as n from clearing.source_row where agency = $1', [
      unit.agency,
    ]);
    expect(rows[0]?.['n']).toBe(0);
  });

  test('CLR-4 the layout is remembered: the code system is not asked twice', async () => {
    const made = await send(police, '/clearing/imports', {
      file: await upload(police, 'polda-tw4-2024.csv'),
      period,
    });
    await world.work();
    const found = await get<Import>(police, `/clearing/imports/${(made.body as { id: string }).id}`);
    expect(found.state).toBe('checked');
    await send(police, `/clearing/imports/${found.id}/cancel`, { version: found.version });
  });

  test('CLR-5 another agency does not learn that the import exists', async () => {
    const mine = await get<{ items: { id: string }[] }>(police, '/clearing/imports');
    const [first] = mine.items;
    expect((await world.call(unit, 'GET', `/clearing/imports/${first?.id}`)).status).toBe(404);
    expect((await get<{ items: unknown[] }>(unit, '/clearing/rows')).items).toEqual([]);
    expect((await world.call(outsider, 'GET', '/clearing/rows')).status).toBe(403);
  });

  test('CLR-6 sign-off waits for every row to be confirmed', async () => {
    await takeIn(unit, await handIn(unit, 'simfoni-tw4-2024.xlsx'));
    const early = await send(unit, '/clearing/sign-offs', { period });
    expect(early).toMatchObject({ status: 409, body: { params: { reason: 'rows_unconfirmed' } } });
    for (const p of [police, unit]) {
      expect((await send(p, '/clearing/rows/confirm', { period })).status).toBe(200);
      expect((await send(p, '/clearing/sign-offs', { period })).status).toBe(200);
    }
    const [row] = (await get<{ items: { id: string; version: number }[] }>(unit, '/clearing/rows')).items;
    const frozen = await send(unit, `/clearing/rows/${row?.id}/exclude`, {
      reason: 'uji',
      version: row?.version,
    });
    expect(frozen).toMatchObject({ status: 409, body: { params: { reason: 'period_signed' } } });
  });

  test('CLR-7 identity of the own rows needs a purpose and a step-up, tokens never reach it', async () => {
    const [row] = (await get<{ items: { id: string }[] }>(unit, '/clearing/rows')).items;
    const bare = await world.call(unit, 'GET', `/clearing/rows/${row?.id}/identity`);
    expect([401, 403]).toContain(bare.status);
  });

  test('CLR-10 to CLR-16 a round proposes, a steward decides, undoes and agrees', async () => {
    const opened = await send(steward, '/clearing/rounds', { year: 2024 });
    expect(opened.status, JSON.stringify(opened.body)).toBe(200);
    const { id } = opened.body as { id: string };
    await world.work();
    let round = await get<Round>(steward, `/clearing/rounds/${id}`);
    expect(round.state).toBe('review');
    expect(round.pairs).toBeGreaterThan(0);
    const open = await get<{ items: { id: string; clear: boolean }[] }>(
      steward,
      `/clearing/rounds/${id}/pairs?limit=200`,
    );
    const pair = await get<Pair>(steward, `/clearing/pairs/${open.items[0]?.id}`);
    const name = pair.pattern.find((p) => p.field === 'name');
    expect(name?.masked).toBe(true);
    expect(name?.a).toMatch(/^\d+w\d+l$/);

    const early = await send(steward, `/clearing/rounds/${id}/agree`, { version: round.version });
    expect(early).toMatchObject({ status: 409, body: { params: { reason: 'pairs_open' } } });
    expect(
      (await send(police, `/clearing/pairs/${pair.id}/decide`, { decision: 'same', version: 1 })).status,
    ).toBe(403);

    const unsure = await send(steward, `/clearing/pairs/${pair.id}/decide`, {
      decision: 'unsure',
      version: pair.version,
    });
    expect(unsure.status).toBe(422);
    const decided = await send(steward, `/clearing/pairs/${pair.id}/decide`, {
      decision: 'same',
      version: pair.version,
    });
    expect(decided.status).toBe(200);
    const stale = await send(steward, `/clearing/pairs/${pair.id}/decide`, {
      decision: 'different',
      version: pair.version,
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale_version' } });
    const undone = await send(steward, `/clearing/pairs/${pair.id}/undo`, { version: pair.version + 1 });
    expect(undone.status).toBe(200);

    const rest = await get<{ items: { id: string }[] }>(steward, `/clearing/rounds/${id}/pairs?limit=200`);
    for (const { id: one } of rest.items) {
      const { version } = await get<Pair>(steward, `/clearing/pairs/${one}`);
      expect(
        (await send(steward, `/clearing/pairs/${one}/decide`, { decision: 'same', version })).status,
      ).toBe(200);
    }
    round = await get<Round>(steward, `/clearing/rounds/${id}`);
    const turn = (kind: string, of: string) =>
      world.asOwner(
        `insert into duties.deadline (id, tenant, kind, subject_kind, subject_id, subject_label, holder_role, parameter_key,
           parameter_origin, parameter_version, basis, mark, unit, direction, anchor_at, due_at, due_date, status, set_by, set_at)
         values (gen_random_uuid(), '64', $1, 'period', $2, $2, 'data_steward', 'clearing.quarterly', 'reference', 1, 'uji',
           'stated', 'fixed_date', 'after', now(), now(), current_date, 'open', $3, now())`,
        [kind, of, steward.id],
      );
    await turn('clearing_round', '2024-Q4');
    await turn('clearing_round', '2025-Q1');
    await turn('clearing_before_report', '2024');
    expect((await send(steward, `/clearing/rounds/${id}/agree`, { version: round.version })).status).toBe(
      200,
    );
    const left = await world.asOwner(
      `select d.subject_id, d.status, e.reason from duties.deadline d left join duties.deadline_event e on e.deadline = d.id
        where d.kind like 'clearing%' order by d.kind, d.subject_id`,
    );
    const done = { status: 'done', reason: 'round_agreed:1/2024' };
    expect(left, 'CLR-25').toEqual([
      { subject_id: '2024', ...done },
      { subject_id: '2024-Q4', ...done },
      { subject_id: '2025-Q1', status: 'open', reason: null },
    ]);
    round = await get<Round>(steward, `/clearing/rounds/${id}`);
    expect(round.state).toBe('agreed');

    const victims = await world.asOwner(
      "select count(*)::int as n from clearing.source_row where state = 'confirmed' and role = 'victim' and counting_year = 2024",
    );
    const merged = await world.asOwner(
      `select count(*)::int as n from (select distinct person from clearing.round_row where round = $1 and person is not null) p`,
      [id],
    );
    expect(round.agreed?.victims).toBe(merged[0]?.['n']);
    expect(round.agreed?.victims).toBeLessThan(Number(victims[0]?.['n']));
    const figures = await world.asOwner(
      "select value from figures.figure where round = $1 and measure = 'victims' and dimensions = '{}'",
      [id],
    );
    expect(Number(figures[0]?.['value'])).toBe(round.agreed?.victims);
    const byForm = await world.asOwner(
      `select k as dimension, sum(f.value)::int as n from figures.figure f, jsonb_object_keys(f.dimensions) k
        where f.round = $1 group by 1`,
      [id],
    );
    expect(byForm.length).toBe(4);
    for (const d of byForm) expect(d['n'], String(d['dimension'])).toBe(round.agreed?.victims);
  });

  test('CLR-17 whoever may see rows opens the ones behind the figure, others see none', async () => {
    const { items } = await get<{ items: { id: string }[] }>(steward, '/clearing/rounds');
    const id = items[0]?.id;
    const all = await get<{ items: unknown[] }>(steward, `/clearing/rounds/${id}/rows?limit=200`);
    const own = await get<{ items: unknown[] }>(police, `/clearing/rounds/${id}/rows?limit=200`);
    const none = await get<{ items: unknown[] }>(outsider, `/clearing/rounds/${id}/rows?limit=200`);
    expect(all.items.length).toBeGreaterThan(own.items.length);
    expect(own.items.length).toBeGreaterThan(0);
    expect(none.items).toEqual([]);
  });

  test('CLR-18 a decision holds in the next round of the year and the earlier figure is superseded', async () => {
    const opened = await send(steward, '/clearing/rounds', { year: 2024 });
    await world.work();
    const { id } = opened.body as { id: string };
    const round = await get<Round>(steward, `/clearing/rounds/${id}`);
    expect(round.decided).toBe(round.pairs);
    expect((await send(steward, `/clearing/rounds/${id}/agree`, { version: round.version })).status).toBe(
      200,
    );
    const valid = await world.asOwner(
      "select count(*)::int as n from figures.figure where year = 2024 and measure = 'victims' and dimensions = '{}' and superseded_at is null",
    );
    expect(valid[0]?.['n']).toBe(1);
  });

  test('no name or NIK of a file is readable anywhere in the tables of clearing, audit and jobs', async () => {
    const text = fs.readFileSync(path.join(examples, 'polda-tw4-2024.csv'), 'utf8');
    const niks = [...text.matchAll(/\b\d{16}\b/g)].map((m) => m[0]);
    expect(niks.length).toBeGreaterThan(3);
    const tables = await world.asOwner(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('clearing', 'audit', 'platform', 'figures')",
    );
    for (const { name } of tables) {
      const dump = await world.asOwner(
        `select coalesce(string_agg(t::text, E'\\n'), '') as all from ${String(name)} t`,
      );
      for (const nik of niks)
        expect(String(dump[0]?.['all']).includes(nik), `${String(name)} holds a NIK`).toBe(false);
    }
  });
});
