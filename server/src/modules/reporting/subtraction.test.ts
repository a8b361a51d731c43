import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readDocx } from '../../../test/papers/read-docx.ts';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { seedAgencies } from '../agencies/index.ts';
import { agreeInvented, type InventedRound } from './invented-round.fixture.ts';

/**
 * A reader with the printed report before them tries to find the hidden cells: by subtracting from totals, and by
 * listing every filling that fits. The paper itself is read, not the data behind it.
 */

const threshold = 4;
let world: World;
let secretariat: Person;
let steward: Person;
let agencies: string[];

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  agencies = [...(await seedAgencies(world.owner, '64')).values()].slice(0, 5);
  secretariat = await world.person('tf_secretariat');
  steward = await world.person('data_steward');
});
afterAll(() => world.close());

const places = ['64.01', '64.02', '64.03', '64.07', '64.71', '64.72', '64.74'];
const forms = ['sexual', 'forced_labour', 'servitude_domestic', 'forced_begging', 'unknown'];

/** Persons with attributes and the agencies that know them; every table of a report counts the same people. */
const people = fc.array(
  fc.record({
    sex: fc.constantFrom('female', 'female', 'male'),
    child: fc.constantFrom('yes', 'no', 'no', 'unknown'),
    form: fc.constantFrom(...forms),
    place: fc.constantFrom(...places),
    known: fc.integer({ min: 1, max: 31 }),
  }),
  { minLength: 6, maxLength: 34 },
);
type People = typeof people extends fc.Arbitrary<infer T> ? T : never;

const countBy = (all: People, key: 'sex' | 'child' | 'form' | 'place'): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(all, (p) => p[key])].map(([code, own]) => [code, own.length]));

const roundOf = (all: People, year: number): InventedRound => ({
  year,
  cases: Math.ceil(all.length / 2),
  victims: all.length,
  tables: {
    sex: countBy(all, 'sex'),
    child: countBy(all, 'child'),
    form: countBy(all, 'form'),
    place: countBy(all, 'place'),
  },
  sources: agencies.flatMap((agency, i) => {
    const victims = all.filter((p) => p.known & (1 << i)).length;
    return victims === 0 ? [] : [{ agency, victims, cases: victims }];
  }),
});

async function printed(all: People, year: number) {
  await agreeInvented(world, steward, roundOf(all, year));
  const made = await world.call(secretariat, 'POST', '/reporting/reports', { year });
  const { id } = made.body as { id: string };
  const file = await world.app.server.inject({
    method: 'GET',
    url: `/api/downloads/reporting/reports/${id}/docx`,
    headers: { authorization: `Bearer ${secretariat.token}` },
  });
  await world.call(secretariat, 'POST', `/reporting/reports/${id}/withdraw`, {
    version: 1,
    reason: 'selesai diuji',
  });
  return readDocx(file.rawPayload);
}

/** What each hidden cell could be: hidden cells hold `low` to `high` and add up to `rest`. */
function could(hidden: number, rest: number, low: number, high: number): [number, number] {
  return [Math.max(low, rest - (hidden - 1) * high), Math.min(high, rest - (hidden - 1) * low)];
}

const isNumber = (cell: string) => /^[\d.]+$/.test(cell);
const toNumber = (cell: string) => Number(cell.replaceAll('.', ''));

describe('REP-60 a printed report', () => {
  test('gives no hidden cell away, to subtraction or to enumeration (invariant 6)', async () => {
    let hiddenTables = 0;
    let withheld = 0;
    const samples = fc.sample(people, { numRuns: 9, seed: 20_260_711 });
    for (const [i, all] of samples.entries()) {
      const paper = await printed(all, 2010 + i);
      const breakdowns = paper.tables.filter((t) => t.at(-1)?.[0] === 'Jumlah');
      withheld += 4 - breakdowns.length;
      for (const table of breakdowns) {
        const total = toNumber(table.at(-1)?.[1] ?? '');
        const cells = table.slice(1, -1).map((r) => r[1] ?? '');
        expect(total).toBe(all.length);
        const hidden = cells.filter((c) => c === 'terbatas').length;
        for (const cell of cells.filter(isNumber))
          expect(toNumber(cell) === 0 || toNumber(cell) > threshold).toBe(true);
        const rest = total - cells.filter(isNumber).reduce((s, c) => s + toNumber(c), 0);
        if (hidden === 0) {
          expect(rest).toBe(0);
          continue;
        }
        hiddenTables += 1;
        expect(hidden).toBeGreaterThanOrEqual(2);
        const [naiveLow, naiveHigh] = could(hidden, rest, 0, rest);
        expect([naiveLow, naiveHigh > threshold]).toEqual([0, true]);
        for (const high of [threshold, rest]) {
          const [low, most] = could(hidden, rest, 1, high);
          expect(most - low).toBeGreaterThanOrEqual(1);
        }
      }
      const bySource = paper.tables.find((t) => t[0]?.[0] === 'Sumber');
      for (const column of [1, 2]) {
        const cells = bySource?.slice(1, -1).map((r) => r[column] ?? '') ?? [];
        const distinct = toNumber(bySource?.at(-1)?.[column] ?? '');
        const hidden = cells.filter((c) => c === 'terbatas').length;
        if (hidden === 0 || hidden === cells.length) continue;
        expect(hidden).toBeGreaterThanOrEqual(2);
        for (const cell of cells.filter(isNumber)) expect(toNumber(cell)).toBeGreaterThan(threshold);
        expect(distinct).toBeGreaterThan(0);
      }
      // No other sentence or table of the paper adds a breakdown: percentages and crossed tables do not exist.
      expect(paper.text).not.toMatch(/persen|%/);
    }
    expect(hiddenTables).toBeGreaterThan(3);
    expect(withheld).toBeGreaterThan(3);
  }, 120_000);
});
