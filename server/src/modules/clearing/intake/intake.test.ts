import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Import } from '@simpul/contract/clearing/import';
import { call, type Desk, handIn, openDesk, takeIn } from '../../../../test/main-job.ts';
import { createWorld, type World } from '../../../../test/world.ts';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await openDesk(world);
});
afterAll(() => world.close());

const give = (text: string): Promise<Import> =>
  handIn(world, desk.contacts['uptd-ppa-kaltim'], Buffer.from(text));
const take = async (found: Import): Promise<Import> => {
  const person = desk.contacts['uptd-ppa-kaltim'];
  await takeIn(world, person, found);
  return call(world, person, 'GET', `/clearing/imports/${found.id}`);
};

describe('rows that name nobody', () => {
  const heading = 'Tanggal Laporan,Kabupaten/Kota,Jenis Kelamin,Usia,Bentuk Eksploitasi';
  const girl = '11/10/2024,Kota Samarinda,P,16,Eksploitasi seksual';
  const man = '12/10/2024,Kota Bontang,L,30,Kerja paksa';
  const rows = async () =>
    (await world.asOwner('select count(*)::int as n from clearing.source_row'))[0]?.['n'];

  test('CLR-36 five equal lines are five victims, and the file sent again in another order adds none', async () => {
    const found = await give([heading, girl, girl, man, girl, girl, girl].join('\n'));
    expect(found).toMatchObject({ rowsTotal: 6, rowsReady: 6, rowsKnown: 0 });
    expect((await take(found)).state).toBe('accepted');
    expect(await rows()).toBe(6);
    const again = await give([heading, man, girl, girl, girl, girl, girl].join('\n'));
    expect(again).toMatchObject({ rowsTotal: 6, rowsReady: 0, rowsKnown: 6 });
    const grown = await give([heading, man, ...Array.from({ length: 7 }, () => girl)].join('\n'));
    expect(grown).toMatchObject({ rowsReady: 2, rowsKnown: 6 });
    await take(grown);
    expect(await rows()).toBe(8);
  });
});
