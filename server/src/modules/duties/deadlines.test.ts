import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let secretariat: Person;
let drafter: Person;
let prosecutor: Person;
let manager: Person;
let elsewhere: Person;

beforeAll(async () => {
  world = await createWorld(); // Wednesday 25 November 2026, 10.00 WITA
  secretariat = await world.person('tf_secretariat');
  drafter = await world.person('legal_drafter');
  prosecutor = await world.person('prosecutor');
  manager = await world.person('case_manager');
  await world.tenant('62', 'Kalimantan Tengah', 'Asia/Jakarta');
  elsewhere = await world.person('tf_secretariat', { tenant: '62' });
});
afterAll(() => world?.close());

interface Body {
  id: string;
  items: Record<string, unknown>[];
  [key: string]: unknown;
}
const get = async (person: Person, url: string) => {
  const { status, body } = await world.call(person, 'GET', url);
  expect([url, status, body]).toEqual([url, 200, body]);
  return body as Body;
};
const subject = (id: string) => ({ kind: 'case', id, label: `TPPO-${id} · Cempaka` });
const set = (person: Person, kind: string, id: string, anchorAt = '2026-11-25T10:00:00+08:00', more = {}) =>
  world.call(person, 'POST', '/duties/deadlines', { kind, subject: subject(id), anchorAt, ...more });

describe('deadlines', () => {
  test('DUT-20: set by kind with the number in force, seen by its holder, not by another task force', async () => {
    const made = await set(secretariat, 'tpks_pass_to_police', 'a1');
    expect(made.status).toBe(200);
    const { id } = made.body as Body;
    const tasks = await get(manager, '/duties/tasks');
    const task = tasks.items.find((t) => t['id'] === id);
    expect(task).toMatchObject({
      kind: 'tpks_pass_to_police',
      dueAt: '2026-11-28T02:00:00Z',
      dueDate: '2026-11-28',
      remaining: { state: 'soon', minutes: 72 * 60, days: 3 },
      basis: { parameterKey: 'tpks.pass_to_police', mark: 'verified', checked: false, outdated: false },
      verb: 'forward',
      abilities: { complete: true, pause: true, resume: false, choose: false, reopen: false },
    });
    expect(tasks).toMatchObject({ zone: 'Asia/Makassar', today: '2026-11-25', until: '2026-12-02' });
    expect((await world.call(elsewhere, 'GET', `/duties/deadlines/${id}`)).status).toBe(404);
    expect((await world.call(drafter, 'GET', `/duties/deadlines/${id}`)).status).toBe(404);
    expect((await get(drafter, '/duties/tasks')).items).toEqual([]);
  });

  test('DUT-21: who neither holds nor oversees may not set or act; refusals are audited', async () => {
    expect((await set(manager, 'first_aid', 'x1')).status).toBe(403);
    const { id } = (await set(secretariat, 'first_aid', 'x2')).body as Body;
    expect(
      (await world.call(prosecutor, 'POST', `/duties/deadlines/${id}/complete`, { version: 1 })).status,
    ).toBe(404);
    const rows = await world.asOwner(
      "select action from audit.entry where outcome = 'refused' and actor = $1",
      [manager.id],
    );
    expect(rows.map((r) => r['action'])).toContain('duties.deadline.set');
  });

  test('DUT-7, DUT-22: pausing is logged with its reason and hands back the days that were left (invariant 15)', async () => {
    const { id } = (await set(secretariat, 'rehabilitation_start', 'p1', '2026-11-23T09:00:00+08:00'))
      .body as Body;
    const act = (name: string, version: number, reason = 'Klien dirawat') =>
      world.call(manager, 'POST', `/duties/deadlines/${id}/${name}`, { version, reason });
    expect((await get(manager, `/duties/deadlines/${id}`))['dueDate']).toBe('2026-11-30');
    expect((await act('resume', 1)).status).toBe(409);
    expect(await act('pause', 1)).toMatchObject({ status: 200, body: { id, version: 2 } });
    expect((await act('pause', 2)).body).toMatchObject({ code: 'wrong_state', params: { status: 'paused' } });
    expect((await act('resume', 1)).body).toMatchObject({ code: 'stale_version' });
    // three days on: the pause begins two days earlier in the log
    await world.asOwner(
      "update duties.deadline_event set at = at - interval '2 days' where deadline = $1 and act = 'pause'",
      [id],
    );
    expect((await get(manager, `/duties/deadlines/${id}`))['remaining']).toMatchObject({
      state: 'paused',
      days: 7,
    });
    expect((await act('resume', 2, 'Klien pulih')).status).toBe(200);
    const after = await get(manager, `/duties/deadlines/${id}`);
    expect(after).toMatchObject({ dueDate: '2026-12-02', status: 'open', remaining: { state: 'soon' } });
    expect(after['pauses']).toMatchObject([{ reason: 'Klien dirawat', resumedAt: '2026-11-25T02:00:00Z' }]);
    expect((after['log'] as { act: string }[]).map((e) => e.act)).toEqual(['set', 'pause', 'resume']);
  });

  test('DUT-22: the log only grows', async () => {
    await expect(
      world.as(secretariat, (ctx) => ctx.client.query("update duties.deadline_event set reason = 'lain'")),
    ).rejects.toThrow(/permission denied|only grows/);
    await expect(
      world.as(secretariat, (ctx) => ctx.client.query('delete from duties.deadline_event')),
    ).rejects.toThrow(/permission denied|only grows/);
  });

  test('DUT-23: done, undone, and a deadline that ran out cannot be paused', async () => {
    const { id } = (await set(secretariat, 'first_aid_target', 'd1', '2026-11-24T09:00:00+08:00'))
      .body as Body;
    expect((await get(manager, '/duties/tasks'))['counts']).toMatchObject({ late: 1 });
    const post = (name: string, body: object) =>
      world.call(manager, 'POST', `/duties/deadlines/${id}/${name}`, body);
    expect((await post('pause', { version: 1, reason: 'terlambat' })).body).toMatchObject({
      code: 'wrong_state',
      params: { status: 'late' },
    });
    expect((await post('complete', { version: 1 })).status).toBe(200);
    expect((await get(manager, '/duties/tasks'))['counts']).toMatchObject({ late: 0 });
    expect((await post('reopen', { version: 2, reason: 'salah tekan' })).status).toBe(200);
    expect((await get(manager, '/duties/tasks'))['counts']).toMatchObject({ late: 1 });
    expect((await post('complete', { version: 3 })).status).toBe(200);
  });

  test('DUT-9: contradictory payment deadlines stand side by side until the prosecutor chooses', async () => {
    const made = await set(secretariat, 'restitution_payment', 'r1', '2026-11-24T09:00:00+08:00');
    expect(made.status).toBe(200);
    const tasks = await get(prosecutor, '/duties/tasks?until=2027-02-28');
    const three = tasks.items.filter((t) => t['kind'] === 'restitution_payment');
    expect(three.map((t) => (t['basis'] as { parameterKey: string }).parameterKey).toSorted()).toEqual([
      'restitution.payment.perma1_2022',
      'restitution.payment.uu12_2022',
      'restitution.payment.uu21_2007',
    ]);
    expect(new Set(three.map((t) => t['choiceGroup'])).size).toBe(1);
    const due = (key: string) =>
      three.find((t) => (t['basis'] as { parameterKey: string }).parameterKey === key);
    expect(due('restitution.payment.uu21_2007')).toMatchObject({
      dueDate: '2026-12-08',
      unit: 'calendar_days',
    });
    expect(due('restitution.payment.uu12_2022')).toMatchObject({ dueDate: '2026-12-24' });
    // PERMA days are working days by parameter: 30 of them from 25 November, 24 and 25 December and 1 January off
    expect(due('restitution.payment.perma1_2022')).toMatchObject({ unit: 'working_days', amount: 30 });
    const chosen = due('restitution.payment.perma1_2022') as { id: string; version: number };
    const one = await get(prosecutor, `/duties/deadlines/${chosen.id}`);
    expect(one['alternatives']).toMatchObject([{ dueDate: '2026-12-08' }, { dueDate: '2026-12-24' }]);
    const choice = await world.call(prosecutor, 'POST', `/duties/deadlines/${chosen.id}/choose`, {
      version: chosen.version,
      reason: 'Putusan memakai PERMA 1/2022',
    });
    expect(choice.status).toBe(200);
    const left = (await get(prosecutor, '/duties/tasks?until=2027-02-28')).items.filter(
      (t) => t['kind'] === 'restitution_payment',
    );
    expect(left.map((t) => t['id'])).toEqual([chosen.id]);
    const all = await get(secretariat, '/duties/deadlines?kind=restitution_payment&status=not_followed');
    expect(all).toMatchObject({ total: 2 });
    const again = await world.call(prosecutor, 'POST', `/duties/deadlines/${chosen.id}/choose`, {
      version: 2,
      reason: 'lagi',
    });
    expect(again.status).toBe(409);
  });

  test('DUT-5: a warning before a day runs backwards and cannot be paused', async () => {
    const { id } = (await set(secretariat, 'agreement_expiry_first', 'm1', '2027-07-01T00:00:00+08:00'))
      .body as Body;
    expect(await get(secretariat, `/duties/deadlines/${id}`)).toMatchObject({
      dueDate: '2027-01-02',
      direction: 'before',
      abilities: { pause: false, complete: true },
    });
  });

  test('DUT-24: bad input is refused with the field', async () => {
    const recurring = await set(secretariat, 'january_report', 'b1');
    expect(recurring).toMatchObject({ status: 422, body: { errors: [{ path: 'kind', code: 'recurring' }] } });
    const early = await set(secretariat, 'tpks_pass_to_police', 'b2', '2001-01-01T00:00:00Z');
    expect(early).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'anchorAt', code: 'not_in_force' }] },
    });
    const period = await world.call(secretariat, 'POST', '/duties/deadlines', {
      kind: 'first_aid',
      subject: { kind: 'period', id: '2026', label: '2026' },
      anchorAt: '2026-11-25T00:00:00Z',
    });
    expect(period).toMatchObject({ status: 422, body: { errors: [{ path: 'subject.kind' }] } });
    expect((await world.call(secretariat, 'GET', '/duties/deadlines?cursor=zzz')).status).toBe(422);
    expect((await world.call(manager, 'GET', '/duties/tasks?until=2026-11-24')).status).toBe(422);
  });

  test('DUT-25: pages by due time, each deadline once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    let total = 0;
    while (cursor !== null) {
      const next: Body = await get(
        secretariat,
        `/duties/deadlines?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...next.items.map((t) => `${String(t['dueAt'])} ${String(t['id'])}`));
      cursor = next['nextCursor'] as string | null;
      total = next['total'] as number;
    }
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(total);
    const stored = await world.asOwner(
      "select id from duties.deadline where tenant = '64' order by due_at, id",
    );
    expect(seen.map((s) => s.split(' ')[1])).toEqual(stored.map((r) => r['id']));
  });
});
