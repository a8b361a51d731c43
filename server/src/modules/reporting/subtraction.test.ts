import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Round } from '@simpul/contract/clearing/round';
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
let member: Person;
let agencies: string[];

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  agencies = [...(await seedAgencies(world.owner, '64')).values()].slice(0, 6);
  secretariat = await world.person('tf_secretariat');
  steward = await world.person('data_steward');
  member = await world.person('tf_member');
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
    // The last source has no identity at all; another one, in turn, has some rows without.
    if (i === 5) return [{ agency, victims: 3, cases: 3, linked: false, unlinked: 3 }];
    const known = all.filter((p) => p.known & (1 << i)).length;
    const unlinked = year % 5 === i ? 1 + (year % 2) : 0;
    const victims = known + unlinked;
    return known === 0 ? [] : [{ agency, victims, cases: victims, unlinked }];
  }),
});

async function printed(all: People, year: number) {
  const round = await agreeInvented(world, steward, roundOf(all, year));
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
  const as = async (p: Person) => (await world.call(p, 'GET', `/clearing/rounds/${round}`)).body as Round;
  return { ...(await readDocx(file.rawPayload)), truth: await as(steward), seen: await as(member) };
}

/** What each hidden cell could be: hidden cells hold `low` to `high` and add up to `rest`. */
function could(hidden: number, rest: number, low: number, high: number): [number, number] {
  return [Math.max(low, rest - (hidden - 1) * high), Math.min(high, rest - (hidden - 1) * low)];
}

interface Range {
  min: number;
  max: number;
}
/** Every sum that cells within these ranges can have. */
const sumsOf = (ranges: readonly Range[]): Set<number> =>
  ranges.reduce(
    (sums, { min, max }) =>
      new Set(Array.from({ length: max - min + 1 }, (_, i) => [...sums].map((s) => s + min + i)).flat()),
    new Set([0]),
  );
/** What the cell may hold when all of them together hold `whole`. */
function fillings(ranges: readonly Range[], at: number, whole: number): number[] {
  const others = sumsOf(ranges.toSpliced(at, 1));
  const { min, max } = ranges[at] ?? { min: 0, max: -1 };
  return Array.from({ length: max - min + 1 }, (_, i) => min + i).filter((v) => others.has(whole - v));
}

const isNumber = (cell: string) => /^[\d.]+$/.test(cell);
const toNumber = (cell: string) => Number(cell.replaceAll('.', ''));

describe('REP-60 a printed report', () => {
  test('gives no hidden cell away, to subtraction or to enumeration (invariant 6)', async () => {
    let hiddenTables = 0;
    let withheld = 0;
    let hiddenSources = 0;
    let mixedTables = 0;
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
      expect(paper.seen).toMatchObject({ rows: null, pairs: null, sources: [], agreed: { rows: null } });
      const named = new Map(paper.truth.sources.map((s) => [s.agencyName, s]));
      for (const [column, count] of [
        [1, 'cases'],
        [2, 'victims'],
      ] as const) {
        const lines = (bySource?.slice(1, -1) ?? []).map((r) => {
          const source = named.get(r[0] ?? '');
          if (!source) throw new Error(`no source is called ${r[0]}`);
          expect(r[3]?.includes('sebagian tanpa identitas')).toBe(source.linked && source.unlinked > 0);
          return { cell: r[column] ?? '', source, value: source[count] };
        });
        expect(lines).toHaveLength(paper.truth.sources.length);
        for (const { cell, value } of lines)
          if (isNumber(cell)) expect([toNumber(cell), value > threshold]).toEqual([value, true]);
        expect(lines.find((l) => !l.source.linked)?.cell).toBe('terbatas');
        const linked = lines.filter((l) => l.source.linked);
        const distinct = toNumber(bySource?.at(-1)?.[column] ?? '');
        expect(distinct).toBe(paper.truth.agreed?.[count]);
        const hidden = linked.filter((l) => l.cell === 'terbatas');
        if (hidden.length === 0 || hidden.length === linked.length) continue;
        hiddenSources += 1;
        if (linked.some((l) => l.source.unlinked > 0)) mixedTables += 1;
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        // The reader also knows what these sources hold together, and which were hidden beside the small ones.
        const whole = hidden.reduce((n, l) => n + l.value, 0);
        const leastShown = Math.min(...linked.filter((l) => l.cell !== 'terbatas').map((l) => l.value));
        const ranges = hidden.map(({ source, value }): Range => {
          const most = source.unlinked > 0 ? whole : distinct;
          return value <= threshold
            ? { min: source.unlinked > 0 ? 2 : 1, max: Math.min(threshold, most) }
            : { min: threshold + 1, max: Math.min(most, leastShown) };
        });
        hidden.forEach(({ value }, at) => {
          if (value <= threshold)
            expect(fillings(ranges, at, whole).length, `${value} of ${whole}`).toBeGreaterThanOrEqual(2);
        });
      }
      // No other sentence or table of the paper adds a breakdown: percentages and crossed tables do not exist.
      expect(paper.text).not.toMatch(/persen|%/);
    }
    expect(hiddenTables).toBeGreaterThan(3);
    expect(withheld).toBeGreaterThan(3);
    expect(hiddenSources).toBeGreaterThan(1);
    expect(mixedTables).toBeGreaterThan(1);
  }, 120_000);
});
