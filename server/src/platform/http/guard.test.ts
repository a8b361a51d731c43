import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('nobody signed in is refused with a problem document', async () => {
  const r = await world.call(null, 'GET', '/accounts/me');
  expect(r.status).toBe(401);
  expect(r.body).toMatchObject({ code: 'unauthenticated', status: 401 });
  expect(r.headers['content-type']).toContain('application/problem+json');
});

test('a signed-in person sees who they are', async () => {
  const p = await world.person('tf_secretariat');
  const r = await world.call(p, 'GET', '/accounts/me');
  expect(r).toMatchObject({ status: 200, body: { user: { id: p.id }, tenant: { code: '64', demo: false } } });
});

test('an unknown address is a 404 problem', async () => {
  expect((await world.call(null, 'GET', '/nothing')).status).toBe(404);
});

test('a demonstration tells its logins, a test installation does not', async () => {
  expect((await world.call(null, 'GET', '/demo')).body).toEqual({ demo: false, logins: [], totp: [] });
});

test('a body over the limit is told as too large, a broken one as invalid', async () => {
  const person = await world.person('tf_secretariat');
  const large = await world.call(person, 'POST', '/duties/deadlines', { note: 'x'.repeat(1_100_000) });
  expect(large).toMatchObject({ status: 413, body: { code: 'too_large' } });
  const broken = await world.app.server.inject({
    method: 'POST',
    url: '/api/duties/deadlines',
    payload: '{"kind":',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
  });
  expect([broken.statusCode, broken.json()]).toMatchObject([422, { code: 'invalid' }]);
});
