import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pair, PairLine, Round } from '@simpul/contract/clearing/round';
import { call, type Desk, openDesk, reachReview } from '../../../../test/main-job.ts';
import { createWorld, type World } from '../../../../test/world.ts';

let world: World;
let desk: Desk;
let first: string;
beforeAll(async () => {
  world = await createWorld();
  desk = await openDesk(world);
  first = await reachReview(world, desk);
});
afterAll(() => world?.close());

const read = <T>(url: string) => call<T>(world, desk.steward, 'GET', url);
const send = <T>(url: string, body: unknown) => call<T>(world, desk.steward, 'POST', url, body);
const pairsOf = async (round: string) =>
  (await read<{ items: PairLine[] }>(`/clearing/rounds/${round}/pairs?show=all&limit=200`)).items;
const pairOf = (id: string) => read<Pair>(`/clearing/pairs/${id}`);
/** The same two records in another round. */
const rowsOf = ({ agencyA, agencyB, rowA, rowB }: Pair) => ({ agencyA, agencyB, rowA, rowB });

test('CLR-13 a pair says who decided it, when and why, also where the decision comes from an earlier round', async () => {
  const [line] = await pairsOf(first);
  const before = await pairOf(line?.id ?? '');
  expect(before).toMatchObject({
    decision: null,
    decidedByName: null,
    decidedAt: null,
    reused: false,
    decidedIn: null,
  });
  const reason = 'NIK sama, nama ditulis berbeda';
  await send(`/clearing/pairs/${before.id}/decide`, { decision: 'same', reason, version: before.version });
  const decided = await pairOf(before.id);
  const said = { decision: 'same', decidedByName: 'Pejabat data_steward', reason };
  expect(decided).toMatchObject({ ...said, reused: false, decidedIn: null });
  expect(decided.decidedAt).toBe('2026-11-25T02:00:00Z');

  const { version } = await read<Round>(`/clearing/rounds/${first}`);
  await send(`/clearing/rounds/${first}/cancel`, { version });
  const { id: second } = await send<{ id: string }>('/clearing/rounds', { year: 2024 });
  await world.work();
  const again = await Promise.all((await pairsOf(second)).map((p) => pairOf(p.id)));
  const taken = again.filter((p) => p.reused);
  expect(taken.map(rowsOf)).toEqual([rowsOf(before)]);
  expect(taken[0]).toMatchObject({
    ...said,
    decidedAt: decided.decidedAt,
    decidedIn: { year: 2024, number: 1 },
  });

  // Changed here, it is a decision of this round; taken back, nobody stands for it any more.
  const anew = taken[0] ?? before;
  await send(`/clearing/pairs/${anew.id}/decide`, { decision: 'different', version: anew.version });
  expect(await pairOf(anew.id)).toMatchObject({
    decision: 'different',
    reason: null,
    reused: false,
    decidedIn: null,
  });
  await send(`/clearing/pairs/${anew.id}/undo`, { version: anew.version + 1 });
  expect(await pairOf(anew.id)).toMatchObject({ decision: null, decidedByName: null, decidedAt: null });
});
