import type { AreaChild, AreaDetail, AreaSource, Overlay } from '@simpul/contract/regions/area';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let person: Person;
beforeAll(async () => {
  world = await createWorld();
  person = await world.person('tf_member');
});
afterAll(() => world.close());

const get = (url: string) => world.call(person, 'GET', url);
interface Children {
  items: AreaChild[];
  nextCursor: string | null;
  total: number;
}

test('REG-11 browsing goes one step at a time and counts what lies below', async () => {
  const provinces = (await get('/regions/areas')).body as Children;
  expect(provinces.items).toHaveLength(38);
  expect(provinces.items.find((i) => i.code === '64')).toEqual({
    code: '64',
    name: 'Kalimantan Timur',
    level: 'province',
    kind: 'province',
    children: 10,
  });
  const inside = (await get('/regions/areas?parent=64.09')).body as Children;
  expect(inside.items.map((i) => i.name)).toEqual(['Penajam', 'Waru', 'Babulu', 'Sepaku']);
  expect(((await get('/regions/areas?parent=64.09.04.2001')).body as Children).items).toEqual([]);
});

test('REG-11 long lists come in pages that do not overlap', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const r = (await get(`/regions/areas?parent=95.06.03&limit=50${cursor && `&cursor=${cursor}`}`))
      .body as Children;
    expect(r.total).toBe(108);
    seen.push(...r.items.map((i) => i.code));
    cursor = r.nextCursor;
  }
  expect(seen).toHaveLength(108);
  expect(new Set(seen).size).toBe(108);
});

test('REG-11 no step of browsing exceeds 5 kB', async () => {
  for (const url of [
    '/regions/areas',
    '/regions/areas?parent=33',
    '/regions/areas?parent=95.03',
    '/regions/areas?parent=95.06.03',
  ])
    expect(JSON.stringify((await get(url)).body).length, url).toBeLessThan(5000);
});

test('REG-7 an area is read with path, overlays, former names and how its code came about', async () => {
  const sepaku = (await get('/regions/areas/64.09.04')).body as AreaDetail;
  expect(sepaku.path.map((a) => a.code)).toEqual(['64', '64.09']);
  expect(sepaku.overlays).toEqual([{ code: 'ikn', name: 'Ibu Kota Nusantara (IKN)', mark: 'memory' }]);
  expect(sepaku.counts.village).toBeGreaterThan(10);
  const kutai = (await get('/regions/areas/64.02')).body as AreaDetail;
  expect(kutai.aliases.map((a) => a.name)).toEqual(['Kukar', 'Kabupaten Kutai']);
  expect(kutai.succession.map((s) => `${s.kind} ${s.newCode}`)).toEqual([
    'split 64.07',
    'split 64.08',
    'split 64.74',
  ]);
  const tarakan = (await get('/regions/areas/65.71')).body as AreaDetail;
  expect(tarakan.succession).toMatchObject([
    { kind: 'move', oldCode: '64.73', oldName: 'Kota Tarakan', mark: 'memory' },
  ]);
});

test('REG-7 whether a code is in force depends on the day', async () => {
  const on = async (code: string, day: string) =>
    ((await get(`/regions/areas/${code}?on=${day}`)).body as AreaDetail).inForce;
  expect([
    await on('64.04', '2010-01-01'),
    await on('64.04', '2012-11-15'),
    await on('64.04', '2012-11-16'),
  ]).toEqual([true, true, false]);
  expect([await on('65.01', '2012-11-15'), await on('65.01', '2012-11-16')]).toEqual([false, true]);
  const today = (await get('/regions/areas/64')).body as AreaDetail;
  expect(today).toMatchObject({ on: '2026-11-25', inForce: true });
});

test('an unknown area is not found, a malformed code is refused by field', async () => {
  expect(await get('/regions/areas/64.99')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await get('/regions/areas?parent=64.99')).toMatchObject({ status: 404 });
  const r = await get('/regions/areas/64.9');
  expect(r).toMatchObject({ status: 422, body: { errors: [{ path: expect.stringContaining('code') }] } });
  expect((await get('/regions/areas/64?on=2026-02-30')).status).toBe(422);
});

test('REG-12 the capital is an overlay on kecamatan, marked as not yet checked', async () => {
  const { items } = (await get('/regions/overlays')).body as { items: Overlay[] };
  expect(items.map((o) => o.code)).toEqual(['ikn']);
  expect(items[0]?.members.map((m) => m.code)).toContain('64.09.04');
  expect(items[0]?.members.every((m) => m.mark === 'memory' && m.path.length === 2)).toBe(true);
});

test('REG-13 the source names list, decree and licence', async () => {
  const source = (await get('/regions/source')).body as AreaSource;
  expect(source).toMatchObject({
    name: 'idn-area-data',
    version: '4.0.1',
    licence: 'ODbL-1.0',
    counts: { regency: 514 },
  });
});

test('REG-13 an exported list carries the licence in every row and keeps codes as text (invariant 16)', async () => {
  const r = await get('/regions/export?within=62&level=regency');
  expect(r.status).toBe(200);
  expect(r.headers['content-type']).toContain('text/csv');
  expect(String(r.headers['content-disposition'])).toContain('wilayah-62-regency.csv');
  const lines = String(r.body).trim().split('\r\n');
  expect(lines).toHaveLength(1 + 14);
  expect(lines.find((l) => l.startsWith('62.10,'))).toContain(
    'Kabupaten Gunung Mas,kabupaten,Kalimantan Tengah',
  );
  expect(lines.slice(1).every((l) => l.includes('ODbL 1.0'))).toBe(true);
  expect(await get('/regions/export?level=village')).toMatchObject({
    status: 422,
    body: { code: 'invalid' },
  });
});
