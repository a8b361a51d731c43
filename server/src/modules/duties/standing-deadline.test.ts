/** What the database refuses whoever reaches it past the routes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let secretariat: Person;
let holder: Person;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  secretariat = await world.person('tf_secretariat');
  holder = await world.person('case_manager');
  const { body } = await world.call(secretariat, 'POST', '/duties/deadlines', {
    kind: 'tpks_pass_to_police',
    subject: { kind: 'case', id: 'a1', label: 'TPPO-a1 · Cempaka' },
    anchorAt: '2026-11-25T10:00:00+08:00',
  });
  ({ id } = body as { id: string });
  if (!id) throw new Error(`no deadline was set: ${JSON.stringify(body)}`);
});
afterAll(() => world?.close());

/** Number of rows changed, or the code the database refuses with. */
const change = (person: Person, set: string): Promise<number | string> =>
  world
    .as(person, async (ctx) => {
      const done = await ctx.client.query(`update duties.deadline set ${set} where id = $1`, [id]);
      return done.rowCount ?? 0;
    })
    .catch((error: { code?: string }) => error.code ?? 'no code');

const later = "due_at = due_at + interval '9 days', due_date = due_date + 9";

test.each([
  ["basis = 'lain'"],
  ["mark = 'unverified'"],
  ['amount = 99'],
  ["unit = 'months'"],
  ["holder_role = 'tf_member'"],
  ["kind = 'first_aid'"],
  ["anchor_at = anchor_at + interval '9 days'"],
  [later],
  [`status = 'paused', ${later}`],
])('DUT-26: its holder cannot write %s', async (set) => {
  expect(await change(holder, set)).toBe('42501');
});

test('DUT-26: no due time moves without its line in the log, whoever moves it', async () => {
  expect(await change(secretariat, later)).toBe('42501');
  expect(await change(holder, "status = 'paused'")).toBe(1);
  expect(await change(holder, `status = 'open', ${later}`)).toBe('42501');
  expect(await change(holder, "status = 'open'")).toBe(1);
});

test('DUT-22: by the routes the holder pauses and lets it run on, and the log tells the new day', async () => {
  const act = async (name: string) => {
    const { body } = await world.call(holder, 'GET', `/duties/deadlines/${id}`);
    const { version } = body as { version: number };
    return world.call(holder, 'POST', `/duties/deadlines/${id}/${name}`, {
      version,
      reason: 'menunggu berkas',
    });
  };
  expect((await act('pause')).status).toBe(200);
  expect((await act('resume')).status).toBe(200);
});
