import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, goodPassword, openBrowser, withPassword } from '../../../test/browser.ts';
import { createWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ kind: 'office' });
});
afterAll(() => world.close());

test('ACC-7: without a second factor an account of an office may enrol one and nothing else', async () => {
  const person = await world.person('data_contact');
  await withPassword(world, person);
  const browser = openBrowser(world);
  await browser.auth('/sign-in/email', { email: person.email, password: goodPassword });
  expect(await browser.call('GET', '/accounts/me')).toMatchObject({
    status: 200,
    body: { secondFactor: false },
  });
  expect((await browser.call('GET', '/accounts/sessions')).status).toBe(200);
  for (const [method, path] of [
    ['GET', '/accounts/tokens'],
    ['GET', '/accounts/people'],
    ['POST', '/accounts/step-up'],
  ] as const)
    expect(
      await browser.call(method, path, method === 'POST' ? { password: goodPassword } : undefined),
      path,
    ).toMatchObject({
      status: 403,
      body: { code: 'second_factor_required' },
    });
  await browser.auth('/two-factor/enable', { password: goodPassword });
  await browser.auth('/two-factor/verify-totp', { code: await codeOf(world, person.id) });
  expect((await browser.call('GET', '/accounts/tokens')).status).toBe(200);
});

test('ACC-6: an account of a demonstration is refused, with password and with token', async () => {
  const person = await world.person('data_contact');
  await withPassword(world, person);
  expect((await world.call(person, 'GET', '/accounts/me')).status).toBe(200);
  await world.asOwner('update accounts.person set demo = true where id = $1', [person.id]);
  expect((await world.call(person, 'GET', '/accounts/me')).status).toBe(401);
  const reply = await openBrowser(world).auth('/sign-in/email', {
    email: person.email,
    password: goodPassword,
  });
  expect(reply).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
});
