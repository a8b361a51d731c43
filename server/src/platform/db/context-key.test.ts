import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { installContextKey } from './context-key.ts';
import { withActor } from './with-actor.ts';

let world: World;
let person: Person;
beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  person = await world.person('tf_member');
});
afterAll(() => world.close());

test('after two rotations a key that leaked long ago signs nothing; the last one still does', async () => {
  const { pool, contextKey: leaked } = world.app.services.gate;
  const scope = { actor: person.id, tenant: '64', agency: null };
  const signs = (contextKey: typeof leaked) =>
    withActor({ pool, contextKey }, scope, async (client) => {
      const row = (await client.query('select platform.actor() as actor')).rows[0] as {
        actor: string | null;
      };
      return row.actor === person.id;
    }).catch(() => false);
  const newer = (n: number) => ({ version: leaked.version + n, key: createSecretKey(randomBytes(32)) });
  const [second, third] = [newer(1), newer(2)];
  expect(await signs(leaked)).toBe(true);
  await installContextKey(world.owner, second);
  expect([await signs(leaked), await signs(second)]).toEqual([true, true]);
  await installContextKey(world.owner, third);
  expect([await signs(leaked), await signs(second), await signs(third)]).toEqual([false, true, true]);
});
