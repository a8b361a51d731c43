import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let auditor: Person;
let actor: Person;
beforeAll(async () => {
  world = await createWorld();
  auditor = await world.person('auditor');
  actor = await world.person('data_steward');
  await world.as(
    actor,
    async (ctx) => {
      await ctx.audit({ action: 'regions.act', detail: { area: '64.01' } });
      await ctx.audit({ action: 'regions.other', outcome: 'refused' });
      await ctx.audit({ action: 'clearing.reveal', sensitivity: 'P3', subject: { kind: 'row', id: 'r-1' } });
      await ctx.audit({ action: 'clearing.list', sensitivity: 'P2', read: ['a', 'b'] });
    },
    'clearing.review',
  );
});
afterAll(() => world.close());

interface Page {
  items: { id: number; action: string; actorName: string; [key: string]: unknown }[];
  nextCursor: string | null;
  total: number;
}
const list = async (as: Person, path: string) => {
  const r = await world.call(as, 'GET', path);
  expect(r.status).toBe(200);
  return r.body as Page;
};
const actions = async (query: string) =>
  (await list(auditor, `/audit/entries?personId=${actor.id}&${query}`)).items.map((l) => l.action);

describe('the trail (ACC-60)', () => {
  test('tells who did what, the newest first, with purpose and size of a bulk read', async () => {
    const page = await list(auditor, `/audit/entries?personId=${actor.id}`);
    expect(page.total).toBe(4);
    expect(page.items[0]).toMatchObject({
      action: 'clearing.list',
      actorName: 'Pejabat data_steward',
      purpose: 'clearing.review',
      itemCount: 2,
      sensitivity: 'P2',
    });
    expect(page.items.map((l) => l.id)).toEqual(page.items.map((l) => l.id).toSorted((a, b) => b - a));
  });

  test('is filtered by act, beginning of an act, outcome, class, subject and days of the tenant', async () => {
    expect(await actions('action=regions.act')).toEqual(['regions.act']);
    expect(await actions('action=regions.')).toEqual(['regions.other', 'regions.act']);
    expect(await actions('outcome=refused')).toEqual(['regions.other']);
    expect(await actions('sensitivity=P3')).toEqual(['clearing.reveal']);
    expect(await actions('sensitivity=P2')).toEqual(['clearing.list', 'clearing.reveal']);
    expect(await actions('subjectId=r-1')).toEqual(['clearing.reveal']);
    const [first] = await world.asOwner('select min(id)::int as id from audit.entry where actor = $1', [
      actor.id,
    ]);
    // 23:30 of 1 March in Samarinda is 15:30 in UTC.
    await world.asOwner(`alter table audit.entry disable trigger refuse_change`);
    await world.asOwner("update audit.entry set at = '2026-03-01T15:30:00Z' where id = $1", [first?.['id']]);
    await world.asOwner(`alter table audit.entry enable trigger refuse_change`);
    expect(await actions('from=2026-03-01&to=2026-03-01')).toEqual(['regions.act']);
    expect(await actions('from=2026-02-01&to=2026-02-28')).toEqual([]);
    expect(
      (await world.call(auditor, 'GET', '/audit/entries?from=2026-03-02&to=2026-03-01')).body,
    ).toMatchObject({ errors: [{ path: 'to' }] });
  });

  test('is paged without gap or repetition', async () => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = await list(
        auditor,
        `/audit/entries?limit=3&personId=${actor.id}${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map((l) => l.id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
    const forged = Buffer.from('["1 or true"]').toString('base64url');
    expect((await world.call(auditor, 'GET', `/audit/entries?cursor=${forged}`)).body).toMatchObject({
      errors: [{ path: 'cursor' }],
    });
  });

  test('names the acts that occur', async () => {
    const names = (await world.call(auditor, 'GET', '/audit/actions')).body;
    expect(names).toEqual(
      expect.arrayContaining(['clearing.list', 'clearing.reveal', 'regions.act', 'regions.other']),
    );
  });

  test('leaves as CSV with the same filters, and that is written down', async () => {
    const r = await world.call(auditor, 'GET', `/audit/export?personId=${actor.id}&action=clearing.`);
    expect(r.status).toBe(200);
    expect(r.headers['content-type']).toContain('text/csv');
    expect(r.headers['content-disposition']).toContain('jejak-audit-64-2026-11-25.csv');
    const lines = String(r.body).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('clearing.list');
    const [noted] = await world.asOwner(
      "select item_count, set_hash is not null as hashed from audit.entry where action = 'audit.export'",
    );
    expect(noted).toEqual({ item_count: 2, hashed: true });
  });

  test('of another task force is not there', async () => {
    const foreign = await world.person('auditor', { tenant: '62' });
    expect((await list(foreign, `/audit/entries?personId=${actor.id}`)).items).toEqual([]);
  });

  test('is for who may read it; everybody sees their own part', async () => {
    expect((await world.call(actor, 'GET', '/audit/entries')).status).toBe(403);
    expect((await world.call(actor, 'GET', '/audit/export')).status).toBe(403);
    const mine = await list(actor, '/audit/mine?action=clearing.');
    expect(mine.items.map((l) => l.action)).toEqual(['clearing.list', 'clearing.reveal']);
    const other = await world.person('planner');
    expect((await list(other, '/audit/mine')).items).toEqual([]);
    const all = await world.as(other, (ctx) =>
      ctx.client.query('select 1 from audit.entry where actor <> $1', [other.id]),
    );
    expect(all.rowCount).toBe(0);
  });
});

describe('long work (ACC-61)', () => {
  const agency = randomUUIDv7();
  const queue = (as: Person) => world.as(as, (ctx) => ctx.enqueue('clearing.check_import', { id: 'i-1' }));

  test('is seen by who started it, by the agency, and by who oversees; stopped by the first and the last', async () => {
    const contact = await world.person('data_contact');
    const overseer = await world.person('sysadmin');
    const stranger = await world.person('planner');
    const id = await queue(contact);
    const job = async (as: Person) => (await world.call(as, 'GET', `/jobs/${id}`)).status;
    expect([await job(contact), await job(overseer), await job(stranger)]).toEqual([200, 200, 404]);
    expect((await list(contact, '/jobs')).items[0]).toMatchObject({
      id,
      task: 'clearing.check_import',
      state: 'queued',
      startedByName: 'Pejabat data_contact',
      abilities: { cancel: true },
    });
    expect((await list(overseer, '/jobs')).items).toEqual([]);
    expect((await list(overseer, '/jobs?scope=all')).items.map((j) => String(j.id))).toContain(id);
    expect((await list(stranger, '/jobs?scope=all')).items).toEqual([]);
    expect((await world.call(stranger, 'POST', `/jobs/${id}/cancel`)).status).toBe(404);
    expect((await world.call(overseer, 'POST', `/jobs/${id}/cancel`)).status).toBe(200);
    expect((await world.call(contact, 'POST', `/jobs/${id}/cancel`)).body).toMatchObject({
      code: 'wrong_state',
    });
    expect((await list(contact, '/jobs?state=queued')).items[0]).toMatchObject({
      cancelRequested: true,
      abilities: { cancel: false },
    });
  });

  test('a colleague of the agency sees it and cannot stop it', async () => {
    // The name of an agency is looked up; the row of the agency itself does not matter here.
    const one = await world.person('data_contact', { agency });
    const two = await world.person('data_contact', { agency });
    const id = await queue(one);
    const seen = await world.as(two, (ctx) =>
      ctx.client.query('select id from platform.job where id = $1', [id]),
    );
    expect(seen.rowCount).toBe(1);
    expect((await list(two, '/jobs?scope=agency')).items[0]).toMatchObject({ abilities: { cancel: false } });
    expect((await world.call(two, 'POST', `/jobs/${id}/cancel`)).status).toBe(403);
  });

  test('is paged by time', async () => {
    const p = await world.person('data_contact');
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift(await queue(p));
    const first = await list(p, '/jobs?limit=3');
    const second = await list(p, `/jobs?limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map((j) => String(j.id))).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect(first.total).toBe(5);
  });
});
