import fs from 'node:fs';
import path from 'node:path';
import type { AgencyDetail, AgencyRow } from '@simpul/contract/agencies/agency';
import { addedAgencyTypes } from '@simpul/contract/agencies/agency-types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { agenciesOf, namesOf, readSeedAgencies, seedAgencies } from './seed-agencies.ts';

let world: World;
let reader: Person;
let ids: Map<string, string>;
beforeAll(async () => {
  world = await createWorld();
  reader = await world.person('tf_member');
  ids = await seedAgencies(world.owner, '64');
});
afterAll(() => world.close());

const detail = async (code: string, on = '') =>
  (await world.call(reader, 'GET', `/agencies/${ids.get(code)}${on}`)).body as AgencyDetail;

test('AGE-9 the file names offices with areas that exist, parents that exist and codes used once', async () => {
  const all = readSeedAgencies();
  const codes = new Set(all.map((a) => a.code));
  expect(codes.size).toBe(all.length);
  expect(all.filter((a) => a.parent !== null && !codes.has(a.parent))).toEqual([]);
  const areas = [...new Set(all.flatMap((a) => [a.areaCode, ...a.serviceAreas]))];
  const known = await world.asOwner(
    'select code from regions.area where code = any ($1) and valid_to is null',
    [areas],
  );
  expect(known).toHaveLength(areas.length);
  const { addedTypes } = JSON.parse(
    fs.readFileSync(path.join(import.meta.dirname, '../../../seed/agencies.json'), 'utf8'),
  ) as { addedTypes: { code: string; label: object }[] };
  expect(Object.fromEntries(addedTypes.map((t) => [t.code, t.label]))).toEqual(addedAgencyTypes);
});

test('AGE-9 a tenant gets those that sit in its area or serve it', async () => {
  const rows = (await world.call(reader, 'GET', '/agencies?limit=200')).body as {
    items: AgencyRow[];
    total: number;
  };
  expect(rows.total).toBe(ids.size);
  const codes = rows.items.map((a) => a.code);
  for (const code of ['dkp3a-kaltim', 'uptd-ppa-kaltim', 'bp3mi-kalsel', 'lpsk', 'otorita-ikn'])
    expect(codes).toContain(code);
  expect(codes.filter((c) => c.endsWith('-kalteng'))).toEqual([]);
  const kalteng = agenciesOf(readSeedAgencies(), '62').map((a) => a.code);
  expect(kalteng).toContain('dp3appkb-kalteng');
  expect(kalteng).not.toContain('dkp3a-kaltim');
  expect(agenciesOf(readSeedAgencies(), '64.72').map((a) => a.code)).toContain('uptd-ppa-samarinda');
});

test('AGE-2 former names of the file are dated and lead into the name of today', async () => {
  const bp3mi = await detail('bp3mi-kalsel');
  expect(bp3mi.names.filter((n) => n.kind === 'official').map((n) => [n.name, n.from, n.to])).toEqual([
    ['Balai Pelayanan Pelindungan Pekerja Migran Indonesia Kalimantan Selatan', '2022-01-01', null],
    ['UPT BP2MI Banjarbaru', '2020-01-01', '2021-12-31'],
    ['BP3TKI Banjarbaru', null, '2019-12-31'],
  ]);
  expect((await detail('bp3mi-kalsel', '?on=2019-06-01')).name).toBe('BP3TKI Banjarbaru');
  expect(bp3mi.serviceAreas.map((a) => a.code)).toEqual(['62', '63', '64']);
  expect((await detail('uptd-ppa-kaltim')).parent?.name).toMatch(/^Dinas Kependudukan/);
});

test('every organisation of the file has exactly one name of today', () => {
  for (const a of readSeedAgencies())
    expect(
      namesOf(a).filter((n) => n.kind === 'official' && n.to === null),
      a.code,
    ).toHaveLength(1);
});

test('AGE-9 seeding again changes nothing that a person changed', async () => {
  const secretary = await world.person('tf_secretariat');
  const id = ids.get('dinsos-kaltim');
  await world.call(secretary, 'POST', `/agencies/${id}/name`, {
    version: 1,
    name: 'Dinas Sosial Baru',
    from: '2026-01-01',
    basis: 'Perda uji',
  });
  expect(await seedAgencies(world.owner, '64')).toEqual(ids);
  expect((await detail('dinsos-kaltim')).name).toBe('Dinas Sosial Baru');
});
