import type { AreaHit } from '@simpul/contract/regions/area';
import { areaLabel } from '@simpul/contract/regions/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let person: Person;
beforeAll(async () => {
  world = await createWorld();
  person = await world.person('data_contact');
});
afterAll(() => world.close());

const search = async (text: string, more = '') => {
  const r = await world.call(person, 'GET', `/regions/search?text=${encodeURIComponent(text)}${more}`);
  expect(r.status).toBe(200);
  return r.body as { items: AreaHit[]; hint: string | null };
};
const first = async (text: string, more = '') => (await search(text, more)).items[0];

test('REG-3 an exact name comes first, with the names above it', async () => {
  const hit = await first('sepaku');
  expect(hit).toMatchObject({ code: '64.09.04', level: 'district', match: 'exact', note: null });
  expect(hit && areaLabel(hit.name, hit.path)).toBe('Sepaku, Penajam Paser Utara, Kalimantan Timur');
});

test('REG-3 exact before beginning before error', async () => {
  const { items } = await search('paser');
  expect(items[0]).toMatchObject({ code: '64.01', match: 'exact' });
  const order = ['exact', 'prefix', 'word', 'typo'];
  const ranks = items.map((i) => order.indexOf(i.match));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});

test('REG-3 equals of the own province come before others', async () => {
  const village = (items: AreaHit[]) => items.find((i) => i.level === 'village')?.code.slice(0, 2);
  expect(village((await search('sukamaju')).items)).toBe('64');
  const central = await world.person('data_contact', { tenant: '33' });
  const r = await world.call(central, 'GET', '/regions/search?text=sukamaju');
  expect(village((r.body as { items: AreaHit[] }).items)).not.toBe('64');
});

test.each([
  ['kota samarinda', '64.72'],
  ['kab kukar', '64.02'],
  ['KUKAR', '64.02'],
  ['PPU', '64.09'],
  ['Kutim', '64.08'],
  ['Kubar', '64.07'],
  ['Mahulu', '64.11'],
  ['Smd', '64.72'],
  ['bpp', '64.71'],
  ['kab bogor', '32.01'],
  ['kota bogor', '32.71'],
  ['kota bangun', '64.02.08'],
  ['kec. sepaku', '64.09.04'],
  ['Provinsi Kalimantan Tengah', '62'],
])('REG-4 %s is %s', async (text, code) => {
  expect((await first(text))?.code).toBe(code);
});

test('REG-5 old names lead to the area of today and say so', async () => {
  expect(await first('Ujung Pandang')).toMatchObject({
    code: '73.71',
    note: { kind: 'former', text: 'Kota Ujung Pandang' },
  });
  expect(await first('Kutai')).toMatchObject({ code: '64.02', match: 'exact', note: { kind: 'former' } });
  const bulungan = (await search('bulungan')).items;
  expect(bulungan[0]).toMatchObject({ code: '65.01', note: null });
  expect(bulungan.find((i) => i.code === '64.04')?.note).toEqual({ kind: 'ended', text: '2012-11-15' });
  expect((await first('Djakarta Selatan'))?.code).toBe('31.74');
});

test.each([
  ['samarnda', '64.72'],
  ['Balikpapn', '64.71'],
  ['kutai kartanegra', '64.02'],
  ['sepkau', '64.09.04'],
  ['sangasanga', '64.02.15'],
  ['palangkaraya', '62.71'],
  ['palangka raya', '62.71'],
  ['penajm', '64.09'],
])('REG-6 %s is still found as %s', async (text, code) => {
  expect((await search(text)).items.map((i) => i.code)).toContain(code);
});

test('REG-6 a later word of the name is found', async () => {
  const { items } = await search('ilir', '&within=64.72');
  expect(items.map((i) => i.name)).toContain('Samarinda Ilir');
});

test('REG-10 the words behind a comma, or the last ones, name the area around', async () => {
  expect((await first('Sepaku, PPU'))?.code).toBe('64.09.04');
  expect((await first('muara jawa kukar'))?.code).toBe('64.02.14');
  const inKukar = (await search('sukamaju, kukar')).items;
  expect(inKukar.length).toBeGreaterThan(0);
  expect(inKukar.every((i) => i.code.startsWith('64.02.'))).toBe(true);
  expect((await search('sepaku, atlantis')).items).toEqual([]);
});

test('REG-10 within and level narrow the answers', async () => {
  const { items } = await search('sam', '&within=64');
  expect(items.length).toBeGreaterThan(2);
  expect(items.every((i) => i.code.startsWith('64.'))).toBe(true);
  const districts = await search('sam', '&level=district');
  expect(new Set(districts.items.map((i) => i.level))).toEqual(new Set(['district']));
  expect((await search('sepakv', '&within=64.09')).items[0]?.code).toBe('64.09.04');
});

test('REG-1 a dotted code is a code; bare digits are not, they may be of BPS', async () => {
  expect(await first('64.09')).toMatchObject({ code: '64.09', match: 'code' });
  expect((await search('64.0')).items.every((i) => i.code.startsWith('64.0'))).toBe(true);
  expect(await search('6402')).toEqual({ items: [], hint: 'code_needs_dots' });
});

test('text that is no name answers with nothing, or says what is wrong', async () => {
  expect((await search('--')).items).toEqual([]);
  expect((await search("' or 1=1 --")).items).toEqual([]);
  expect((await search('%%__')).items).toEqual([]);
  expect((await world.call(person, 'GET', '/regions/search?text=a')).status).toBe(422);
  expect((await world.call(person, 'GET', '/regions/search?text=sepaku&within=6409')).status).toBe(422);
});

test('REG-11 a step of the search stays below 5 kB', async () => {
  for (const text of ['sukamaju', 'kalimantan', 'kepulauan', 'tanjung']) {
    const r = await world.call(person, 'GET', `/regions/search?text=${text}`);
    expect(JSON.stringify(r.body).length).toBeLessThan(5000);
  }
});

test('REG-12 the short name of an overlay, or its name, finds the areas it touches and says why', async () => {
  for (const text of ['IKN', 'ikn', 'Ibu Kota Nusantara', 'ibu kota nus']) {
    const { items } = await search(text);
    const touched = items.filter((i) => i.note?.kind === 'overlay');
    expect(touched.map((i) => i.code).toSorted(), text).toContain('64.09.04');
    expect(touched.length, text).toBe(7);
    expect(touched[0]?.note?.text).toBe('Ibu Kota Nusantara (IKN)');
  }
  expect(await first('IKN, PPU')).toMatchObject({ code: '64.09.04', match: 'exact' });
  expect((await search('ik')).items.some((i) => i.note?.kind === 'overlay')).toBe(false);
});
