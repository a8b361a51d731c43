import type { AgencyDetail, AgencyRow } from '@simpul/contract/agencies/agency';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { agencyNames, findAgencyByCode } from './index.ts';

let world: World;
let secretary: Person;
beforeAll(async () => {
  world = await createWorld();
  secretary = await world.person('tf_secretariat');
});
beforeEach(async () => {
  for (const table of ['service_unit', 'service_area', 'agency_name', 'agency'])
    await world.asOwner(`delete from agencies.${table}`);
});
afterAll(() => world.close());

const dinas = {
  code: 'dinas-uji',
  name: 'Dinas Uji Coba Provinsi Kalimantan Timur',
  shortName: 'Disuji Kaltim',
  type: 'social_office',
  level: 'province',
  sector: 'regional_government',
  areaCode: '64',
  serviceAreas: ['64'],
  from: '2017-01-01',
  basis: 'Perda uji 1/2016',
};
const post = (url: string, body: object, person = secretary) => world.call(person, 'POST', url, body);
const create = async (more: object = {}) =>
  (await post('/agencies', { ...dinas, ...more })).body as { id: string };
const get = async (id: string, on?: string) =>
  (await world.call(secretary, 'GET', `/agencies/${id}${on === undefined ? '' : `?on=${on}`}`))
    .body as AgencyDetail;
const list = async (query = '', person = secretary) =>
  (await world.call(person, 'GET', `/agencies${query}`)).body as {
    items: AgencyRow[];
    nextCursor: string | null;
    total: number;
    abilities: { create: boolean };
  };

test('AGE-1 an organisation is entered with name, seat and service areas', async () => {
  const { id } = await create();
  expect(await get(id)).toMatchObject({
    code: 'dinas-uji',
    name: dinas.name,
    shortName: 'Disuji Kaltim',
    area: { code: '64', name: 'Kalimantan Timur' },
    serviceAreas: [{ code: '64', name: 'Kalimantan Timur' }],
    state: 'active',
    mark: 'entered',
    version: 1,
    abilities: { edit: true, close: true, reopen: false },
  });
});

test('AGE-1 what does not fit is refused by field', async () => {
  await create();
  expect(await post('/agencies', dinas)).toMatchObject({
    status: 409,
    body: { code: 'conflict', errors: [{ path: 'code', code: 'agencies.code_taken' }] },
  });
  expect(await post('/agencies', { ...dinas, code: 'lain', areaCode: '64.99' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'areaCode', code: 'agencies.area_unknown' }] },
  });
  // 64.04 was Bulungan until 2012.
  expect((await post('/agencies', { ...dinas, code: 'lain', areaCode: '64.04' })).status).toBe(422);
  expect(await post('/agencies', { ...dinas, code: 'lain', serviceAreas: ['64', '64.98'] })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'serviceAreas.1', params: { code: '64.98' } }] },
  });
  expect((await post('/agencies', { ...dinas, code: 'Huruf Besar' })).status).toBe(422);
  expect((await post('/agencies', { ...dinas, code: 'lain', type: 'salon' })).status).toBe(422);
  expect(
    await post('/agencies', { ...dinas, code: 'lain', parentId: '01890000-0000-7000-8000-000000000000' }),
  ).toMatchObject({ status: 422, body: { errors: [{ path: 'parentId' }] } });
});

test('AGE-2 a rename keeps the former name with its days; the name depends on the day', async () => {
  const { id } = await create();
  const r = await post(`/agencies/${id}/name`, {
    version: 1,
    name: 'Badan Uji Coba Provinsi Kalimantan Timur',
    from: '2025-01-01',
    basis: 'Perda uji 2/2024',
  });
  expect(r).toMatchObject({ status: 200, body: { id, version: 2 } });
  const now = await get(id);
  expect(now.name).toBe('Badan Uji Coba Provinsi Kalimantan Timur');
  expect(now.names.map((n) => [n.name, n.from, n.to])).toEqual([
    ['Badan Uji Coba Provinsi Kalimantan Timur', '2025-01-01', null],
    [dinas.name, '2017-01-01', '2024-12-31'],
  ]);
  expect((await get(id, '2024-12-31')).name).toBe(dinas.name);
  expect((await get(id, '2025-01-01')).name).toBe('Badan Uji Coba Provinsi Kalimantan Timur');
  expect((await get(id, '2010-01-01')).name).toBeTruthy();
  expect((await list('?text=dinas%20uji')).items.map((a) => a.id)).toEqual([id]);
});

test('AGE-2 a name that begins tomorrow is not yet the name of today', async () => {
  const { id } = await create();
  await post(`/agencies/${id}/name`, {
    version: 1,
    name: 'Nama Besok',
    from: '2026-11-26',
    basis: 'Perda uji',
  });
  expect((await get(id)).name).toBe(dinas.name);
  expect((await get(id, '2026-11-26')).name).toBe('Nama Besok');
  const names = await world.as(secretary, (ctx) => agencyNames(ctx, [id]));
  expect(names.get(id)).toBe(dinas.name);
});

test('AGE-2 the same first day corrects a name; an earlier one is refused', async () => {
  const { id } = await create();
  const corrected = { version: 1, name: 'Dinas Uji Coba', from: '2017-01-01', basis: 'Salah ketik' };
  expect((await post(`/agencies/${id}/name`, corrected)).status).toBe(200);
  expect((await get(id)).names.map((n) => n.name)).toEqual(['Dinas Uji Coba']);
  expect(
    await world.asOwner('select name from agencies.agency_name where superseded_at is not null'),
  ).toEqual([{ name: dinas.name }]);
  const early = await post(`/agencies/${id}/name`, { ...corrected, version: 2, from: '2016-12-31' });
  expect(early).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'from', code: 'agencies.name_order' }] },
  });
});

test('AGE-3 service areas are dated: what leaves ends, what comes begins, the rest goes on', async () => {
  const { id } = await create({ serviceAreas: ['64.71', '64.72'] });
  const put = (version: number, areas: string[], from: string) =>
    world.call(secretary, 'PUT', `/agencies/${id}/service-areas`, {
      version,
      areas,
      from,
      basis: 'Surat uji',
    });
  expect((await put(1, ['64.72', '62'], '2026-01-01')).body).toEqual({ id, version: 2 });
  expect((await get(id)).serviceAreas.map((a) => a.code)).toEqual(['62', '64.72']);
  expect((await get(id, '2025-12-31')).serviceAreas.map((a) => a.code)).toEqual(['64.71', '64.72']);
  expect((await get(id)).areaHistory.map((a) => [a.code, a.from, a.to])).toEqual([
    ['62', '2026-01-01', null],
    ['64.72', '2017-01-01', null],
    ['64.71', '2017-01-01', '2025-12-31'],
  ]);
  // 62 was a mistake: taken back on its own first day, it never held.
  expect((await put(2, ['64.72'], '2026-01-01')).status).toBe(200);
  expect((await get(id)).areaHistory.map((a) => a.code)).toEqual(['64.72', '64.71']);
  expect((await put(3, [], '2026-01-01')).status).toBe(422);
});

test('AGE-4 a stale version is refused, and nothing is changed', async () => {
  const { id } = await create();
  const rename = { version: 1, name: 'Nama Baru', from: '2025-01-01', basis: 'Perda uji' };
  await post(`/agencies/${id}/name`, rename);
  expect(
    await post(`/agencies/${id}/name`, { ...rename, name: 'Nama Lain', from: '2025-02-01' }),
  ).toMatchObject({
    status: 409,
    body: { code: 'stale_version' },
  });
  expect((await get(id)).name).toBe('Nama Baru');
});

test('AGE-4 two renames at once: one wins, the other is told', async () => {
  const { id } = await create();
  const rename = (name: string) =>
    post(`/agencies/${id}/name`, { version: 1, name, from: '2025-01-01', basis: 'Perda uji' });
  const both = await Promise.all([rename('Nama Satu'), rename('Nama Dua')]);
  expect(both.map((r) => r.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test('AGE-5 units are added and ended, never deleted', async () => {
  const { id } = await create();
  await post(`/agencies/${id}/units`, {
    version: 1,
    name: 'Unit layanan terpadu',
    from: '2024-01-01',
    basis: 'SK uji',
  });
  const unit = (await get(id)).units[0];
  expect(unit).toMatchObject({ name: 'Unit layanan terpadu', to: null });
  expect(await post(`/agencies/${id}/units/${unit?.id}/end`, { version: 2, on: '2023-01-01' })).toMatchObject(
    {
      status: 422,
      body: { errors: [{ path: 'on' }] },
    },
  );
  expect((await post(`/agencies/${id}/units/${unit?.id}/end`, { version: 2, on: '2026-01-01' })).status).toBe(
    200,
  );
  expect((await get(id)).units[0]?.to).toBe('2026-01-01');
  expect(await post(`/agencies/${id}/units/${unit?.id}/end`, { version: 3, on: '2026-01-02' })).toMatchObject(
    {
      status: 409,
      body: { params: { reason: 'unit_ended' } },
    },
  );
});

test('AGE-6 an organisation is closed after those that belong to it, and may be opened again', async () => {
  const { id } = await create();
  const child = await create({ code: 'uptd-uji', name: 'UPTD Uji', parentId: id });
  const close = (of: string, version = 1) =>
    post(`/agencies/${of}/close`, { version, on: '2026-06-30', basis: 'Pergub uji' });
  expect(await close(id)).toMatchObject({
    status: 409,
    body: { params: { reason: 'agency_has_children', count: 1 } },
  });
  expect((await get(id)).version).toBe(1);
  expect((await close(child.id)).status).toBe(200);
  expect((await close(id)).status).toBe(200);
  expect(await get(id)).toMatchObject({
    state: 'closed',
    closedOn: '2026-06-30',
    abilities: { edit: false, close: false, reopen: true },
  });
  const rename = { version: 2, name: 'Nama Baru', from: '2026-07-01', basis: 'Perda uji' };
  expect(await post(`/agencies/${id}/name`, rename)).toMatchObject({
    status: 409,
    body: { params: { reason: 'agency_closed' } },
  });
  expect((await list('?state=active')).items).toEqual([]);
  expect((await post(`/agencies/${id}/reopen`, { version: 2, basis: 'Salah catat' })).body).toEqual({
    id,
    version: 3,
  });
  expect((await get(id)).state).toBe('active');
});

test('AGE-7 lists are filtered by level, type, seat, area served and text, and paged without gaps', async () => {
  await create();
  await create({
    code: 'kota-uji',
    name: 'Dinas Kota Uji',
    level: 'regency',
    areaCode: '64.72',
    serviceAreas: ['64.72'],
  });
  await create({
    code: 'pusat-uji',
    name: 'Balai Uji',
    type: 'kp2mi',
    level: 'national',
    sector: 'vertical',
    areaCode: '63',
    serviceAreas: ['62', '64'],
  });
  const codes = async (query: string) => (await list(query)).items.map((a) => a.code);
  expect(await codes('')).toEqual(['pusat-uji', 'dinas-uji', 'kota-uji']);
  expect(await codes('?sort=name')).toEqual(['pusat-uji', 'kota-uji', 'dinas-uji']);
  expect(await codes('?sort=name&descending=true')).toEqual(['dinas-uji', 'kota-uji', 'pusat-uji']);
  expect(await codes('?level=regency')).toEqual(['kota-uji']);
  expect(await codes('?type=kp2mi')).toEqual(['pusat-uji']);
  expect(await codes('?sector=vertical')).toEqual(['pusat-uji']);
  expect(await codes('?seat=64')).toEqual(['dinas-uji', 'kota-uji']);
  expect(await codes('?serves=64.71')).toEqual(['pusat-uji', 'dinas-uji']);
  expect(await codes('?text=kota%20uji')).toEqual(['kota-uji']);
  expect(await codes('?text=100%25_')).toEqual([]);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await list(`?limit=2&descending=true${cursor && `&cursor=${cursor}`}`);
    expect(page.total).toBe(3);
    seen.push(...page.items.map((a) => a.code));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['kota-uji', 'dinas-uji', 'pusat-uji']);
  expect((await world.call(secretary, 'GET', '/agencies?cursor=rusak')).status).toBe(422);
});

test('AGE-8 every change leaves a line in the audit trail, and a repeated key acts once', async () => {
  const key = { 'idempotency-key': 'buat-satu-kali' };
  const one = await world.call(secretary, 'POST', '/agencies', dinas, key);
  const two = await world.call(secretary, 'POST', '/agencies', dinas, key);
  expect(two.body).toEqual(one.body);
  const { id } = one.body as { id: string };
  await post(`/agencies/${id}/name`, {
    version: 1,
    name: 'Nama Baru',
    from: '2025-01-01',
    basis: 'Perda uji',
  });
  const trail = await world.asOwner(
    "select action, detail from audit.entry where subject_id = $1 and outcome = 'done' order by id",
    [id],
  );
  expect(trail).toEqual([
    { action: 'agencies.agency.create', detail: { code: 'dinas-uji' } },
    { action: 'agencies.agency.rename', detail: { from: '2025-01-01', corrects: false } },
  ]);
});

test('a code leads to its organisation in the own tenant only', async () => {
  const { id } = await create();
  const other = await world.person('tf_secretariat', { tenant: '62' });
  expect(await world.as(secretary, (ctx) => findAgencyByCode(ctx, 'dinas-uji'))).toEqual({
    id,
    name: dinas.name,
    state: 'active',
  });
  expect(await world.as(other, (ctx) => findAgencyByCode(ctx, 'dinas-uji'))).toBeUndefined();
  expect((await world.call(other, 'GET', `/agencies/${id}`)).status).toBe(404);
  expect((await list('', other)).items).toEqual([]);
  expect(
    (await post(`/agencies/${id}/close`, { version: 1, on: '2026-01-01', basis: 'Bukan milik' }, other))
      .status,
  ).toBe(404);
});
