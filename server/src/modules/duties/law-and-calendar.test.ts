import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { runDailyDuties } from './index.ts';

let world: World;
let secretariat: Person;
let drafter: Person;
let manager: Person;
let elsewhere: Person;

beforeAll(async () => {
  world = await createWorld(); // Wednesday 25 November 2026, 10.00 WITA
  secretariat = await world.person('tf_secretariat');
  drafter = await world.person('legal_drafter');
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

describe('numbers of the law', () => {
  test('DUT-30: all numbers are listed with basis and mark; none counts as checked before somebody checked it', async () => {
    const list = await get(drafter, '/duties/parameters');
    expect(list.items.length).toBeGreaterThan(75);
    expect(list['counts']).toEqual({ total: list.items.length, checked: 0 });
    expect(list.items[0]).toMatchObject({
      key: 'report.high_risk.response',
      row: 1,
      origin: 'reference',
      version: 1,
    });
    expect(list['abilities']).toEqual({ verify: true, supersede: true });
    expect((await get(manager, '/duties/parameters'))['abilities']).toEqual({
      verify: false,
      supersede: false,
    });
  });

  test('DUT-31: a check counts for that version and this office only', async () => {
    const verify = (person: Person, version: number) =>
      world.call(person, 'POST', '/duties/parameters/data_subject.access/verify', {
        version,
        source: 'JDIH, UU 27/2022 Pasal 32',
      });
    expect((await verify(manager, 1)).status).toBe(403);
    expect((await verify(drafter, 2)).body).toMatchObject({ code: 'stale_version' });
    expect((await verify(drafter, 1)).status).toBe(200);
    const one = await get(manager, '/duties/parameters/data_subject.access');
    expect(one['current']).toMatchObject({
      verification: { by: drafter.id, source: 'JDIH, UU 27/2022 Pasal 32' },
    });
    expect((await get(elsewhere, '/duties/parameters/data_subject.access'))['current']).toMatchObject({
      verification: null,
    });
    expect((await world.call(drafter, 'GET', '/duties/parameters/tidak.ada')).status).toBe(404);
  });

  test('DUT-32: superseding adds a version; running clocks keep theirs and say so', async () => {
    const { id } = (await set(secretariat, 'referral_acknowledgement', 's1')).body as Body;
    const url = '/duties/parameters/referral.acknowledgement/supersede';
    const next = {
      version: 1,
      value: 12,
      text: null,
      unit: 'clock_hours',
      basis: 'SOP rujukan Kaltim (contoh)',
      validFrom: '2026-11-25',
      reason: 'Kesepakatan forum',
    };
    expect((await world.call(manager, 'POST', url, next)).status).toBe(403);
    expect(await world.call(drafter, 'POST', url, { ...next, value: 1.5 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'value', code: 'value_not_whole' }] },
    });
    expect(
      (await world.call(drafter, 'POST', url, { ...next, unit: 'choice', value: null, text: 'working_days' }))
        .body,
    ).toMatchObject({
      errors: [{ path: 'unit' }],
    });
    expect((await world.call(drafter, 'POST', url, { ...next, validFrom: '2019-01-01' })).body).toMatchObject(
      {
        errors: [{ path: 'validFrom' }],
      },
    );
    expect(await world.call(drafter, 'POST', url, next)).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await world.call(drafter, 'POST', url, next)).body).toMatchObject({ code: 'stale_version' });
    const one = await get(drafter, '/duties/parameters/referral.acknowledgement');
    expect(one).toMatchObject({
      current: { version: 2, value: 12, origin: 'tenant', mark: 'decision' },
      history: [{ version: 2 }, { version: 1, value: 24, origin: 'reference' }],
    });
    expect(await get(secretariat, `/duties/deadlines/${id}`)).toMatchObject({
      amount: 24,
      basis: { outdated: true },
    });
    const later = (await set(secretariat, 'referral_acknowledgement', 's2')).body as Body;
    expect(await get(secretariat, `/duties/deadlines/${later.id}`)).toMatchObject({
      amount: 12,
      basis: { outdated: false },
    });
    // the former still applies to events before the new day
    const former = (await set(secretariat, 'referral_acknowledgement', 's3', '2026-11-24T10:00:00+08:00'))
      .body as Body;
    expect(await get(secretariat, `/duties/deadlines/${former.id}`)).toMatchObject({ amount: 24 });
    expect((await get(elsewhere, '/duties/parameters/referral.acknowledgement'))['current']).toMatchObject({
      value: 24,
    });
  });
});

describe('the calendar', () => {
  test('DUT-12, DUT-33: a day entered by hand moves working-day clocks, and back when withdrawn', async () => {
    const { id } = (await set(secretariat, 'lapor_information', 'k1')).body as Body;
    const due = async () => (await get(secretariat, `/duties/deadlines/${id}`))['dueDate'];
    expect(await due()).toBe('2026-12-02');
    const days = [
      {
        date: '2026-11-30',
        kind: 'local_holiday',
        name: 'Hari libur setempat',
        basis: 'SE Gubernur (contoh)',
      },
      { date: '2026-12-05', kind: 'working_day', name: 'Sabtu masuk', basis: 'SE Gubernur (contoh)' },
    ];
    expect((await world.call(drafter, 'POST', '/duties/calendar/days', { days })).status).toBe(403);
    expect(
      await world.call(secretariat, 'POST', '/duties/calendar/days', { days: [days[0], days[0]] }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'days.1.date', code: 'twice' }] },
    });
    expect((await world.call(secretariat, 'POST', '/duties/calendar/days', { days })).status).toBe(200);
    expect(await due()).toBe('2026-12-03');
    const calendar = await get(manager, '/duties/calendar?from=2026-11-01&to=2026-12-31');
    expect(calendar.items.map((d) => [d['date'], d['kind'], d['source']])).toEqual([
      ['2026-11-30', 'local_holiday', 'edited'],
      ['2026-12-05', 'working_day', 'edited'],
      ['2026-12-24', 'collective_leave', 'official'],
      ['2026-12-25', 'national_holiday', 'official'],
    ]);
    expect(calendar).toMatchObject({
      workingWeekdays: [1, 2, 3, 4, 5],
      abilities: { edit: false },
      years: [{ year: 2026, source: 'official' }],
    });
    expect((await get(elsewhere, '/duties/calendar?from=2026-11-01&to=2026-11-30')).items).toEqual([]);
    const withdraw = () =>
      world.call(secretariat, 'DELETE', '/duties/calendar/days/2026-11-30', { reason: 'Keliru tanggal' });
    expect((await withdraw()).status).toBe(200);
    expect((await withdraw()).status).toBe(404);
    expect(await due()).toBe('2026-12-02');
    expect((await world.call(manager, 'GET', '/duties/calendar?from=2026-12-31&to=2026-01-01')).status).toBe(
      422,
    );
  });

  test('DUT-11: a year without a decree says that it is estimated', async () => {
    expect((await get(manager, '/duties/calendar?from=2027-01-01&to=2027-12-31'))['years']).toMatchObject([
      { year: 2027, source: 'estimated' },
    ]);
  });
});

describe('recurring duties', () => {
  test('DUT-40, DUT-41: the daily run puts each turn on the list once and reminds once', async () => {
    const first = await world.as(elsewhere, runDailyDuties);
    expect(first.made).toBeGreaterThan(15);
    expect(await world.as(elsewhere, runDailyDuties)).toEqual({ made: 0, reminded: 0 });
    const all = await get(elsewhere, '/duties/deadlines?limit=200&status=open');
    const dates = Object.fromEntries(
      all.items.map((t) => [
        t['kind'],
        `${String(t['dueDate'])} ${(t['subject'] as { label: string }).label}`,
      ]),
    );
    expect(dates).toMatchObject({
      january_report: '2027-01-31 2026',
      january_report_plenary: '2027-01-20 2026',
      clearing_before_report: '2027-01-15 2026',
      clearing_round: '2026-12-31 2026-Q4',
      yearly_monev: '2026-12-31 2026',
      ppa_grant_change: '2027-03-07 2027',
      agency_performance_report: '2027-02-28 2026',
      planning_budget: '2026-11-30 2026',
      campaign_migrants_day: '2026-12-18 2026',
    });
    // reports of agencies wait for agencies with somebody in the role
    expect(dates['january_report_inputs']).toBeUndefined();
    expect(dates['planning_village']).toBeUndefined();
    const planner = await world.person('planner', { tenant: '62' });
    const reminders = await get(planner, '/duties/reminders');
    expect(reminders.items).toMatchObject([{ kind: 'planning_budget', stage: 'soon', subjectLabel: '2026' }]);
  });

  test('DUT-42: each agency has its own turn; one that is done does not come back', async () => {
    const agency = '019ac000-0000-7000-8000-000000000001';
    const other = '019ac000-0000-7000-8000-000000000002';
    const member = await world.person('tf_member', { agency });
    await world.person('tf_member', { agency: other });
    await world.as(secretariat, runDailyDuties);
    const tasks = await get(member, '/duties/tasks?until=2027-01-31');
    const inputs = tasks.items.filter((t) => t['kind'] === 'january_report_inputs');
    expect(inputs).toMatchObject([
      { dueDate: '2027-01-10', holder: { role: 'tf_member', agencyId: agency } },
    ]);
    expect((await get(secretariat, '/duties/deadlines?kind=january_report_inputs'))['total']).toBe(2);
    const { id } = inputs[0] as { id: string };
    expect(
      (await world.call(member, 'POST', `/duties/deadlines/${id}/complete`, { version: 1, note: 'Dikirim' }))
        .status,
    ).toBe(200);
    expect((await world.as(secretariat, runDailyDuties)).made).toBe(0);
    expect(
      (await get(member, '/duties/tasks?until=2027-01-31')).items.some(
        (t) => t['kind'] === 'january_report_inputs',
      ),
    ).toBe(false);
  });

  test('DUT-43: a new day for the January report moves its open turn', async () => {
    const change = await world.call(secretariat, 'POST', '/duties/parameters/january_report.due/supersede', {
      version: 1,
      value: null,
      text: '01-25',
      unit: 'fixed_date',
      basis: 'Arahan Gubernur (contoh)',
      validFrom: '2026-11-25',
      reason: 'Dipercepat',
    });
    expect(change.status).toBe(200);
    const [report] = (await get(secretariat, '/duties/deadlines?kind=january_report')).items as [Body];
    expect(report).toMatchObject({
      dueDate: '2027-01-25',
      basis: { text: 'Arahan Gubernur (contoh)', outdated: false },
    });
    const bad = await world.call(secretariat, 'POST', '/duties/parameters/january_report.due/supersede', {
      version: 2,
      value: null,
      text: '31 Januari',
      unit: 'fixed_date',
      basis: 'Arahan Gubernur (contoh)',
      validFrom: '2026-11-25',
      reason: 'Dipercepat',
    });
    expect(bad.body).toMatchObject({ errors: [{ path: 'text', code: 'text_not_month_day' }] });
  });
});
