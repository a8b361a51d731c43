import fs from 'node:fs';
import path from 'node:path';
import type { AreaDetail } from '@simpul/contract/regions/area';
import type { BpsCrosswalk } from '@simpul/contract/regions/bps';
import type { Problem } from '@simpul/contract/problem';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { getRegencyTable } from './index.ts';

let world: World;
let steward: Person;
beforeAll(async () => {
  world = await createWorld();
  steward = await world.person('data_steward');
});
beforeEach(async () => {
  await world.asOwner('delete from regions.bps_crosswalk');
  await world.asOwner('delete from regions.bps_import');
  await world.asOwner('delete from platform.idempotency');
});
afterAll(() => world.close());

/** Three rows of the trap itself: the digits of one system are another area of the other. */
const good = `kode_kemendagri;kode_bps;nama
64.07;6402;Kutai Barat
64.02;6403;Kab. Kutai Kartanegara
62.10;6211;GUNUNG MAS
64.71;6471;Kota Balikpapan
`;
const send = (csv: string, person = steward) =>
  world.call(person, 'POST', '/regions/bps', { source: 'Tabel buatan untuk uji', asOf: '2025-01-01', csv });
const status = async () =>
  (await world.call(steward, 'GET', '/regions/bps')).body as {
    current: BpsCrosswalk | null;
    abilities: { import: boolean };
  };

test('REG-9 without a crosswalk BPS codes are refused with that reason', async () => {
  expect(await status()).toEqual({ current: null, abilities: { import: true } });
  expect(await world.call(steward, 'GET', '/regions/bps/6402')).toMatchObject({
    status: 409,
    body: { code: 'wrong_state', params: { reason: 'bps_not_loaded' } },
  });
  expect((await world.as(steward, getRegencyTable)).bps).toBeUndefined();
});

test('REG-9 a crosswalk whose names agree is loaded and translates', async () => {
  const made = await send(good);
  expect(made).toMatchObject({ status: 200, body: { version: 1 } });
  expect((await status()).current).toMatchObject({
    source: 'Tabel buatan untuk uji',
    asOf: '2025-01-01',
    rows: 4,
    traps: 3,
    counts: { province: 0, regency: 4, district: 0, village: 0 },
    importedBy: steward.id,
  });
  expect((await world.call(steward, 'GET', '/regions/bps/6402')).body).toEqual({
    bpsCode: '6402',
    code: '64.07',
    name: 'Kabupaten Kutai Barat',
  });
  expect((await world.call(steward, 'GET', '/regions/bps/6499')).status).toBe(404);
  expect(((await world.call(steward, 'GET', '/regions/areas/64.02')).body as AreaDetail).bpsCode).toBe(
    '6403',
  );
  const table = await world.as(steward, getRegencyTable);
  expect(table.bps?.get('6403')).toBe('64.02');
  expect(table.regencies).toHaveLength(514);
  const trail = await world.asOwner(
    "select detail from audit.entry where action = 'regions.bps.import' and outcome = 'done'",
  );
  expect(trail).toEqual([{ detail: { rows: 4, traps: 3, asOf: '2025-01-01' } }]);
});

test('REG-9 one wrong row refuses the file, and every wrong row is named', async () => {
  const r = await send(`code,bps_code_2020,name
64.02,6402,Kutai Barat
62.1,6211,Gunung Mas
64.99,6499,Entah
64.03,6403,Berau
64.03,6405,Berau
64.08,64.08,Kutai Timur
64,6404,Kalimantan Timur
`);
  expect(r.status).toBe(422);
  const problem = r.body as Problem;
  expect(problem.params).toEqual({ problems: 6, rows: 7 });
  expect(problem.errors?.map((e) => `${e.path} ${e.code}`)).toEqual([
    'row.2 bps.name_mismatch',
    'row.3 bps.code_format',
    'row.4 bps.code_unknown',
    'row.6 bps.code_twice',
    'row.7 bps.bps_format',
    'row.8 bps.level',
  ]);
  expect(problem.errors?.[0]).toMatchObject({
    message: expect.stringContaining('64.02 adalah Kabupaten Kutai Kartanegara'),
    params: { row: 2, value: 'Kutai Barat', name: 'Kabupaten Kutai Kartanegara' },
  });
  expect((await status()).current).toBeNull();
});

test('REG-9 a table by bare digits, the trap itself, is refused in every row it gets wrong', async () => {
  const r = await send('kode,bps,nama\n64.02,6402,Kutai Barat\n64.03,6403,Kutai Kartanegara\n');
  expect((r.body as Problem).errors?.map((e) => e.code)).toEqual(['bps.name_mismatch', 'bps.name_mismatch']);
});

test('a file without the columns, or without rows, says what is missing', async () => {
  expect((await send('a,b\n1,2\n')).body).toMatchObject({
    code: 'invalid',
    errors: [{ code: 'bps.columns' }, { code: 'bps.columns' }, { code: 'bps.columns' }],
  });
  expect((await send('kode,bps,nama\n')).body).toMatchObject({ errors: [{ code: 'bps.empty' }] });
  expect((await send('kode,bps,nama\n64.02,"6403,Kutai\n')).status).toBe(422);
});

test('a later import replaces the former as a whole, which stays on record', async () => {
  await send(good);
  await send('kode,bps,nama\n64.71,6471,Balikpapan\n');
  expect((await status()).current?.rows).toBe(1);
  expect((await world.call(steward, 'GET', '/regions/bps/6402')).status).toBe(404);
  const kept = await world.asOwner('select state, rows from regions.bps_import order by imported_at, id');
  expect(kept).toEqual([
    { state: 'replaced', rows: 4 },
    { state: 'current', rows: 1 },
  ]);
});

test('two imports at once leave one crosswalk', async () => {
  await send(good);
  const both = await Promise.all([send(good), send(good)]);
  const statuses = both.map((r) => r.status);
  expect(statuses).toContain(200);
  expect(statuses.every((code) => code === 200 || code === 409)).toBe(true);
  expect(await world.asOwner("select 1 from regions.bps_import where state = 'current'")).toHaveLength(1);
});

test('a repeated key imports once', async () => {
  const key = { 'idempotency-key': 'impor-satu-kali' };
  const body = { source: 'Tabel buatan', asOf: '2025-01-01', csv: good };
  const one = await world.call(steward, 'POST', '/regions/bps', body, key);
  const two = await world.call(steward, 'POST', '/regions/bps', body, key);
  expect(two.body).toEqual(one.body);
  expect(await world.asOwner('select 1 from regions.bps_import')).toHaveLength(1);
});

test('another tenant neither sees nor uses the crosswalk', async () => {
  await send(good);
  const other = await world.person('data_steward', { tenant: '62' });
  expect((await world.call(other, 'GET', '/regions/bps')).body).toMatchObject({ current: null });
  expect((await world.call(other, 'GET', '/regions/bps/6402')).status).toBe(409);
});

const published = path.join(import.meta.dirname, '../../../../../shared/data/geo/regencies.csv');
test.skipIf(!fs.existsSync(published))(
  'the published table of all kab/kota passes the name check',
  async () => {
    const r = await send(fs.readFileSync(published, 'utf8'));
    expect(r).toMatchObject({ status: 200 });
    expect((await status()).current).toMatchObject({ rows: 514, traps: 164 });
  },
);
