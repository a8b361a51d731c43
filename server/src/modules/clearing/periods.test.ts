import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { seedAgencies } from '../agencies/index.ts';

let world: World;
let steward: Person;
let contact: Person;
let leader: Person;

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  const agencies = await seedAgencies(world.owner, '64');
  steward = await world.person('data_steward');
  contact = await world.person('data_contact', { agency: agencies.get('dinsos-kaltim') ?? null });
  leader = await world.person('tf_member');
});
afterAll(() => world.close());

const steer = (p: Person, code: string, act: 'open' | 'close') =>
  world.call(p, 'POST', `/clearing/periods/${code}/${act}`, {});
const states = async () =>
  ((await world.call(contact, 'GET', '/clearing/periods')).body as { code: string; state: string }[]).map(
    (p) => `${p.code} ${p.state}`,
  );

test('CLR-35 a new office opens its first quarter, and an agency can answer for it', async () => {
  expect(await states()).toEqual([]);
  expect((await steer(steward, '2024-Q4', 'open')).status).toBe(200);
  expect((await world.call(contact, 'GET', '/clearing/periods')).body).toEqual([
    { code: '2024-Q4', starts: '2024-10-01', ends: '2024-12-31', state: 'open' },
  ]);
  expect((await world.call(contact, 'POST', '/clearing/sign-offs', { period: '2024-Q4' })).status).toBe(200);
});

test('CLR-35 a closed quarter takes nothing in until it is opened again; sign-offs stay', async () => {
  expect((await steer(steward, '2024-Q4', 'close')).status).toBe(200);
  const late = await world.call(contact, 'POST', '/clearing/sign-offs/withdraw', {
    period: '2024-Q4',
    reason: 'Ada baris yang tertinggal',
  });
  expect(late).toMatchObject({ status: 409, body: { params: { reason: 'period_closed' } } });
  expect(await steer(steward, '2024-Q4', 'close')).toMatchObject({
    status: 409,
    body: { params: { reason: 'period_closed' } },
  });
  expect((await steer(steward, '2024-Q4', 'open')).status).toBe(200);
  expect(await steer(steward, '2024-Q4', 'open')).toMatchObject({
    status: 409,
    body: { params: { reason: 'period_open' } },
  });
  const arrived = await world.call(steward, 'GET', '/clearing/periods/2024-Q4/agencies');
  expect(arrived.body).toMatchObject([{ signedOffAt: expect.any(String) }]);
});

test('CLR-35 a quarter that has not begun stays shut, as does one nobody opened', async () => {
  expect(await steer(steward, '2090-Q1', 'open')).toMatchObject({
    status: 409,
    body: { params: { reason: 'period_future' } },
  });
  expect((await steer(steward, '2023-Q1', 'close')).status).toBe(404);
  expect((await steer(steward, '2024-Q5', 'open')).status).toBe(422);
});

test('CLR-35 only stewards and the secretariat steer quarters; the trail says who did', async () => {
  expect((await steer(contact, '2024-Q3', 'open')).status).toBe(403);
  expect((await steer(leader, '2024-Q4', 'close')).status).toBe(403);
  expect(await states()).toEqual(['2024-Q4 open']);
  const trail = await world.asOwner(
    `select action, subject_id from audit.entry where action in ('clearing.open_period', 'clearing.close_period')
      and outcome = 'done' order by id`,
  );
  expect(trail.map((e) => e['action'])).toEqual([
    'clearing.open_period',
    'clearing.close_period',
    'clearing.open_period',
  ]);
});
