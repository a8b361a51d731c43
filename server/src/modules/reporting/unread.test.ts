import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportView } from '@simpul/contract/reporting/report';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { seedAgencies } from '../agencies/index.ts';
import { agreeInvented, type InventedRound } from './invented-round.fixture.ts';

let world: World;
let secretariat: Person;
let steward: Person;
let chair: Person;
let invented: InventedRound;

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  const agencies = await seedAgencies(world.owner, '64');
  secretariat = await world.person('tf_secretariat');
  steward = await world.person('data_steward');
  chair = await world.person('tf_executive_chair');
  invented = {
    year: 2023,
    cases: 13,
    victims: 23,
    tables: { sex: { female: 15, male: 8 } },
    sources: [{ agency: agencies.get('dinsos-kaltim') ?? '', cases: 13, victims: 23 }],
  };
});
afterAll(() => world.close());

const view = async (id: string) =>
  (await world.call(secretariat, 'GET', `/reporting/reports/${id}`)).body as ReportView;
const act = (person: Person, id: string, name: string, version: number) =>
  world.call(person, 'POST', `/reporting/reports/${id}/${name}`, { version });

test('REP-4 a draft made before its year was agreed is not frozen after it, until it is read again', async () => {
  const made = await world.call(secretariat, 'POST', '/reporting/reports', { year: 2023 });
  const { id } = made.body as { id: string };
  expect(await view(id)).toMatchObject({ agreed: false, unread: 0 });
  await agreeInvented(world, steward, invented);
  const stale = await view(id);
  expect(stale.agreed).toBe(false);
  expect(stale.unread).toBeGreaterThan(0);
  expect(await act(secretariat, id, 'freeze', stale.version)).toMatchObject({
    status: 409,
    body: { params: { reason: 'figures_unread' } },
  });
  expect((await act(secretariat, id, 'refresh', stale.version)).status).toBe(200);
  const fresh = await view(id);
  expect(fresh).toMatchObject({ agreed: true, unread: 0 });
  expect((await act(secretariat, id, 'freeze', fresh.version)).status).toBe(200);
  // Agreed anew with the same totals: what stands in the frozen tables is of a round that was replaced.
  await agreeInvented(world, steward, invented);
  const late = await view(id);
  expect(await act(chair, id, 'sign', late.version)).toMatchObject({
    status: 409,
    body: { params: { reason: 'figures_unread' } },
  });
});
