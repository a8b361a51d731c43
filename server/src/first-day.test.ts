import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../test/world.ts';
import { type FirstDay, loadFirstDay } from './first-day.ts';

let world: World;
let secretariat: Person;
beforeAll(async () => {
  world = await createWorld({ kind: 'office' });
  secretariat = await world.person('tf_secretariat');
});
afterAll(() => world?.close());

const load = (tenant: string): Promise<FirstDay> => loadFirstDay(world.app.services, world.owner, tenant);
const count = async (what: string, tenant: string) =>
  Number((await world.asOwner(`select count(*) as n from ${what} where tenant = $1`, [tenant]))[0]?.['n']);

test('ACC-39 a founded task force has published figures, rules and its recurring deadlines, and no case', async () => {
  const { figures, rules, deadlines } = await load('64');
  expect([figures > 20, rules > 7, deadlines > 5]).toEqual([true, true, true]);
  const listed = await world.call(secretariat, 'GET', '/figures?kind=published');
  expect(listed.body).toMatchObject({ total: figures });
  const tasks = await world.call(secretariat, 'GET', '/duties/deadlines');
  expect((tasks.body as { items: unknown[] }).items).not.toEqual([]);
  expect(await world.asOwner("select 1 from duties.deadline where subject_kind <> 'period'")).toEqual([]);
  expect(await count('clearing.source_row', '64')).toBe(0);
});

test('ACC-39 loading again adds nothing, and brings nothing back that was withdrawn', async () => {
  const { items } = (await world.call(secretariat, 'GET', '/figures?kind=published')).body as {
    items: { id: string }[];
  };
  const gone = await world.call(secretariat, 'POST', `/figures/${items[0]?.id ?? ''}/supersede`, {
    reason: 'Halaman sumber ditarik',
    by: null,
  });
  expect(gone.status).toBe(200);
  expect(await load('64')).toEqual({ figures: 0, rules: 0, deadlines: 0 });
});

test('ACC-39 what one province published and decreed is not loaded for another', async () => {
  await world.tenant('62', 'Kalimantan Tengah', 'Asia/Jakarta');
  await load('62');
  const foreign = await world.asOwner(
    "select area_code from figures.figure where tenant = '62' and area_code not in ('id', '62') and area_code not like '62.%'",
  );
  expect(foreign).toEqual([]);
  expect(await count('reporting.legal_basis', '62')).toBeLessThan(await count('reporting.legal_basis', '64'));
});
