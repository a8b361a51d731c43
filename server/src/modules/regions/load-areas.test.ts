import { kindOf } from '@simpul/contract/regions/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';
import { asMaintenance } from '../../platform/db/maintenance.ts';
import type { AreaDataset } from './area-dataset.ts';
import { loadAreaDataset, loadAreas } from './load-areas.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('REG-2 all areas of the list are there: 38 provinces, 514 kab/kota, 7,285 kecamatan, 83,762 desa/kelurahan', async () => {
  const rows = await world.asOwner(
    "select level, count(*)::int as n from regions.area where source like 'idn-area-data %' group by 1",
  );
  expect(Object.fromEntries(rows.map((r) => [r['level'], r['n']]))).toEqual({
    province: 38,
    regency: 514,
    district: 7285,
    village: 83762,
  });
  const [dataset] = await world.asOwner(
    'select provinces, regencies, districts, villages, licence from regions.dataset',
  );
  expect(dataset).toEqual({
    provinces: 38,
    regencies: 514,
    districts: 7285,
    villages: 83762,
    licence: 'ODbL-1.0',
  });
});

test('REG-1 no code lost a zero and none lies under nothing', async () => {
  const rows = await world.asOwner(
    "select code, name from regions.area where code in ('62.10', '91.10', '91.20') order by code",
  );
  expect(rows.map((r) => r['name'])).toEqual([
    'Kabupaten Gunung Mas',
    'Kabupaten Sarmi',
    'Kabupaten Mamberamo Raya',
  ]);
  const orphans = await world.asOwner(
    'select code from regions.area a where parent is not null and not exists (select 1 from regions.area p where p.code = a.parent)',
  );
  expect(orphans).toEqual([]);
});

test('the kind that follows from a code is the one the name says', async () => {
  const rows = await world.asOwner("select code, name from regions.area where level = 'regency'");
  const wrong = rows.filter(
    (r) => (kindOf(String(r['code'])) === 'kota') !== String(r['name']).startsWith('Kota '),
  );
  expect(wrong).toEqual([]);
});

test('REG-7 codes of former days are kept as ended areas with a successor', async () => {
  const rows = await world.asOwner(
    `select a.code, a.valid_to, s.new_code from regions.area a join regions.area_succession s on s.old_code = a.code
      where a.code in ('64.04', '91.01') order by a.code`,
  );
  expect(rows).toEqual([
    { code: '64.04', valid_to: '2012-11-15', new_code: '65.01' },
    { code: '91.01', valid_to: '2022-07-24', new_code: '93.01' },
  ]);
});

test('REG-2 a second start loads nothing', async () => {
  const before = await world.asOwner('select loaded_at from regions.dataset');
  const from = performance.now();
  await loadAreas(world.owner);
  expect(performance.now() - from).toBeLessThan(1000);
  expect(await world.asOwner('select loaded_at from regions.dataset')).toEqual(before);
});

test('REG-8 a later list ends what it drops and keeps former names findable', async () => {
  const set = (codes: string[], names: string[]): AreaDataset => ({
    name: 'uji',
    version: '1',
    sha256: names.join(),
    licence: 'x',
    decree: 'x',
    url: 'x',
    codes,
    names,
    keys: names.map((n) => n.toLowerCase()),
  });
  const load = (s: AreaDataset) =>
    asMaintenance(world.owner, 'migrate', (client) => loadAreaDataset(client, s));
  await load(set(['99', '99.01', '99.02'], ['Ujian', 'Lama Satu', 'Lama Dua']));
  await load(set(['99', '99.01'], ['Ujian', 'Baru Satu']));
  const areas = await world.asOwner(
    "select code, name, valid_to is null as current from regions.area where code like '99%' order by code",
  );
  expect(areas).toEqual([
    { code: '99', name: 'Ujian', current: true },
    { code: '99.01', name: 'Baru Satu', current: true },
    { code: '99.02', name: 'Lama Dua', current: false },
  ]);
  const aliases = await world.asOwner(
    "select code, name, kind from regions.area_alias where code like '99%'",
  );
  expect(aliases).toEqual([{ code: '99.01', name: 'Lama Satu', kind: 'former' }]);
  const others = await world.asOwner(
    "select count(*)::int as n from regions.area where valid_to is null and code < '99'",
  );
  expect(others[0]?.['n']).toBe(38 + 514 + 7285 + 83762);
});
