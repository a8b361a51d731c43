import { roles } from '@simpul/contract/accounts/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
const people = new Map<string, Person>();
beforeAll(async () => {
  world = await createWorld();
  for (const role of roles) people.set(role.code, await world.person(role.code));
});
afterAll(() => world.close());

const managers = ['tf_secretariat'];
const agency = (code: string) => ({
  code,
  name: 'Dinas Uji Coba',
  type: 'social_office',
  level: 'province',
  sector: 'regional_government',
  areaCode: '64',
  serviceAreas: ['64'],
  basis: 'Perda uji 1/2016',
});

describe.each(roles.map((r) => r.code))('%s', (role) => {
  const manages = managers.includes(role);
  test(`reads organisations and ${manages ? 'manages' : 'may not change'} them`, async () => {
    const person = people.get(role) ?? null;
    const list = await world.call(person, 'GET', '/agencies');
    expect(list).toMatchObject({ status: 200, body: { abilities: { create: manages } } });
    const made = await world.call(person, 'POST', '/agencies', agency(`uji-${role.replaceAll('_', '-')}`));
    expect(made.status).toBe(manages ? 200 : 403);
  });
});

test('the tables refuse a row in another name and a deletion', async () => {
  const reader = people.get('tf_member');
  const secretary = people.get('tf_secretariat');
  if (!reader || !secretary) throw new Error('roles are missing');
  const insert = `insert into agencies.agency (id, tenant, code, type, level, sector, area_code, mark, created_by)
    values (gen_random_uuid(), $1, 'x', 'ngo', 'province', 'community', '64', 'entered', $2)`;
  const sql = (p: Person, text: string, values: unknown[] = []) =>
    world.as(p, (ctx) => ctx.client.query(text, values));
  await expect(sql(reader, insert, ['64', reader.id])).rejects.toThrow(/row-level security/);
  await expect(sql(secretary, insert, ['64', reader.id])).rejects.toThrow(/row-level security/);
  await expect(sql(secretary, insert, ['62', secretary.id])).rejects.toThrow(/row-level security/);
  await expect(sql(secretary, 'delete from agencies.agency')).rejects.toThrow(/permission denied/);
});
