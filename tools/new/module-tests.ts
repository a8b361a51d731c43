/** Tests of a new module: by operation and by role. */
import type { Names } from './names.ts';

export const operations = (n: Names): string => {
  const id = n.module.slice(0, 3).toUpperCase();
  return `import type { ${n.Noun}, ${n.Noun}Detail } from '@simpul/contract/${n.module}/${n.kebab}';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let secretary: Person;
beforeAll(async () => {
  world = await createWorld();
  secretary = await world.person('tf_secretariat');
});
beforeEach(() => world.asOwner('delete from ${n.module}.${n.snake}'));
afterAll(() => world.close());

const base = '/${n.module}/${n.kebabs}';
const create = async (title: string) =>
  (await world.call(secretary, 'POST', base, { title })).body as { id: string; version: number };
const get = (id: string, person = secretary) => world.call(person, 'GET', \`\${base}/\${id}\`);
const close = (id: string, version: number) => world.call(secretary, 'POST', \`\${base}/\${id}/close\`, { version });

test('${id}-1 one is entered and is open', async () => {
  const { id } = await create('Contoh pertama');
  expect((await get(id)).body).toMatchObject({ title: 'Contoh pertama', state: 'open', version: 1 });
  expect(await world.call(secretary, 'POST', base, { title: 'x' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: expect.stringContaining('title') }] },
  });
});

test('${id}-2 pages do not overlap, the newest first', async () => {
  const made: string[] = [];
  for (const title of ['Satu satu', 'Dua dua', 'Tiga tiga']) made.unshift((await create(title)).id);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const r = await world.call(secretary, 'GET', \`\${base}?limit=2\${cursor && \`&cursor=\${cursor}\`}\`);
    const page = r.body as { items: ${n.Noun}[]; nextCursor: string | null; total: number };
    expect(page.total).toBe(3);
    seen.push(...page.items.map((one) => one.id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(made);
  expect((await world.call(secretary, 'GET', \`\${base}?cursor=rusak\`)).status).toBe(422);
});

test('${id}-2 another tenant sees nothing', async () => {
  const { id } = await create('Contoh pertama');
  const other = await world.person('tf_secretariat', { tenant: '62' });
  expect((await get(id, other)).status).toBe(404);
  expect((await world.call(other, 'GET', base)).body).toMatchObject({ items: [], total: 0 });
});

test('${id}-3 an open one is closed, once; a stale version is refused', async () => {
  const { id } = await create('Contoh pertama');
  expect(await close(id, 2)).toMatchObject({ status: 409, body: { code: 'stale_version' } });
  expect((await close(id, 1)).body).toEqual({ id, version: 2 });
  const closed = (await get(id)).body as ${n.Noun}Detail;
  expect(closed).toMatchObject({ state: 'closed', abilities: { close: false } });
  expect(await close(id, 2)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
});

test('${id}-4 every change leaves a line in the audit trail', async () => {
  const { id } = await create('Contoh pertama');
  await close(id, 1);
  const trail = await world.asOwner(
    "select action from audit.entry where subject_id = $1 and outcome = 'done' order by id",
    [id],
  );
  expect(trail.map((t) => t['action'])).toEqual(['${n.module}.${n.snake}.create', '${n.module}.${n.snake}.close']);
});
`;
};

export const roles = (n: Names): string => `import { roles } from '@simpul/contract/accounts/roles';
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
const base = '/${n.module}/${n.kebabs}';

describe.each(roles.map((r) => r.code))('%s', (role) => {
  const manages = managers.includes(role);
  test(\`reads and \${manages ? 'manages' : 'may not change'}\`, async () => {
    const person = people.get(role) ?? null;
    expect((await world.call(person, 'GET', base)).status).toBe(200);
    const made = await world.call(person, 'POST', base, { title: 'Contoh pertama' });
    expect(made.status).toBe(manages ? 200 : 403);
  });
});

test('the table refuses a row in another name and a deletion', async () => {
  const secretary = people.get('tf_secretariat');
  const reader = people.get('tf_member');
  if (!secretary || !reader) throw new Error('roles are missing');
  const insert = \`insert into ${n.module}.${n.snake} (id, tenant, title, created_by, created_at)
    values (gen_random_uuid(), $1, 'x', $2, now())\`;
  const sql = (p: Person, text: string, values: unknown[] = []) => world.as(p, (ctx) => ctx.client.query(text, values));
  await expect(sql(reader, insert, ['64', reader.id])).rejects.toThrow(/row-level security/);
  await expect(sql(secretary, insert, ['64', reader.id])).rejects.toThrow(/row-level security/);
  await expect(sql(secretary, insert, ['62', secretary.id])).rejects.toThrow(/row-level security/);
  await expect(sql(secretary, 'delete from ${n.module}.${n.snake}')).rejects.toThrow(/permission denied/);
});
`;
