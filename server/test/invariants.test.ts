/**
 * The invariants of domain.md 3.24 that are tried here through real commands: two agencies of Kalimantan Tengah hand
 * files in about the same people, a round is agreed, somebody tries to bend the figure. docs/specs/invariants.md says
 * where each of the others is tried.
 */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import type { Import } from '@simpul/contract/clearing/import';
import type { Pair, Round } from '@simpul/contract/clearing/round';
import type { RowDetail, RowLine } from '@simpul/contract/clearing/verify';
import type { FigureDetail } from '@simpul/contract/figures/figure';
import type { AgreedYear } from '@simpul/contract/figures/series';
import { contract } from '@simpul/contract/router';
import { makeNik } from '../seed/nik.ts';
import { seedAgencies } from '../src/modules/agencies/index.ts';
import { openXlsx } from '../src/platform/documents/xlsx.ts';
import { writeXlsx } from '../src/platform/documents/xlsx-write.ts';
import { call, handIn, period, takeIn } from './main-job.ts';
import { createWorld, type Person, type World } from './world.ts';

const gunungMas = '62.10'; // the code that loses its zero as a number
const nik = (serial: number) =>
  makeNik({ districtCode: '62.10.01', birthDate: '2003-05-14', sex: 'female', serial });
const heading = ['TGL LAPOR', 'KODE WILAYAH', 'KAB/KOTA', 'JK', 'UMUR', 'NAMA', 'NIK'];
type Line = readonly [string, string, string, string, string, string, string];
const csv = (lines: readonly Line[]) =>
  Buffer.from([heading, ...lines].map((line) => line.join(';')).join('\n'));
const line = (day: string, code: string, name: string, serial: number): Line => [
  `${day}/10/2024`,
  code,
  code === '62.71' ? 'Kota Palangka Raya' : 'Kabupaten Gunung Mas',
  'P',
  '21',
  name,
  nik(serial),
];
const known = line('07', gunungMas, 'RATNA CONTOH', 9101);
const other = line('09', '62.71', 'SITI CONTOH', 9102);

let world: World;
let police: Person;
let unit: Person;
let steward: Person;
let member: Person;
beforeAll(async () => {
  world = await createWorld();
  await world.tenant('62', 'Kalimantan Tengah', 'Asia/Jakarta');
  await world.asOwner(
    `insert into clearing.period (tenant, code, starts, ends) values ('62', $1, '2024-10-01', '2024-12-31')`,
    [period],
  );
  const agencies = await seedAgencies(world.owner, '62');
  const contactOf = (code: string) =>
    world.person('data_contact', { tenant: '62', agency: agencies.get(code) ?? null, stepUp: true });
  police = await contactOf('polda-kalteng-ditreskrimum');
  unit = await contactOf('upt-ppa-kalteng');
  steward = await world.person('data_steward', { tenant: '62', stepUp: true });
  member = await world.person('tf_member', { tenant: '62' });
});
afterAll(() => world.close());

const get = <T>(person: Person, url: string) => call<T>(world, person, 'GET', url);
const post = <T = { id: string }>(person: Person, url: string, body: unknown = {}) =>
  call<T>(world, person, 'POST', url, body);
async function download(person: Person, url: string): Promise<Buffer> {
  const response = await world.app.server.inject({
    method: 'GET',
    url: `/api/downloads${url}`,
    headers: person.cookie ? { cookie: person.cookie } : { authorization: `Bearer ${person.token}` },
  });
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response.rawPayload;
}
async function cells(book: Buffer): Promise<string[]> {
  const found: string[] = [];
  await using file = await openXlsx(book);
  for await (const row of file.rows()) found.push(...row.cells);
  return found;
}
/** Decides every open pair as the same person and agrees the round. */
async function agree(id: string): Promise<Round> {
  const { items } = await get<{ items: { id: string }[] }>(steward, `/clearing/rounds/${id}/pairs?limit=200`);
  for (const { id: pair } of items) {
    const { version, decision } = await get<Pair>(steward, `/clearing/pairs/${pair}`);
    if (decision === null)
      await post(steward, `/clearing/pairs/${pair}/decide`, { decision: 'same', version });
  }
  const { version } = await get<Round>(steward, `/clearing/rounds/${id}`);
  await post(steward, `/clearing/rounds/${id}/agree`, { version });
  return get<Round>(steward, `/clearing/rounds/${id}`);
}
async function openRound(): Promise<string> {
  const { id } = await post(steward, '/clearing/rounds', { year: 2024 });
  await world.work();
  return id;
}
const problemsOf = (found: Import) => found.groups.map((g) => g.code);

describe('invariant 16: a region code is text in every import and export', () => {
  test('a code that lost its zero, as text or as a number of a workbook, is never read as another area', async () => {
    const lost = await handIn(world, police, csv([known, line('08', '62.1', 'DEWI CONTOH', 9103)]));
    expect(lost).toMatchObject({ state: 'checked', rowsTotal: 2, rowsWrong: 1 });
    const corrected = (await download(police, `/clearing/imports/${lost.id}/corrected.csv`)).toString();
    expect(corrected).toMatch(/08\/10\/2024,62\.1,Kabupaten Gunung Mas/);
    const book = await cells(await download(police, `/clearing/imports/${lost.id}/corrected.xlsx`));
    expect(book).toContain('62.1');

    const numbers = await writeXlsx([
      {
        name: 'Data',
        columns: heading.map((label) => ({ label })),
        rows: [known, other].map((row) => row.map((value, i) => (i === 1 ? Number(value) : value))),
      },
    ]);
    const read = await handIn(world, police, Buffer.from(numbers));
    expect(read).toMatchObject({ rowsTotal: 2, rowsWrong: 1 });
    expect(problemsOf(read)).toEqual(problemsOf(lost));
  });

  test('written in full it is stored, listed and exported with its zero', async () => {
    await takeIn(world, police, await handIn(world, police, csv([known, other])));
    const { items } = await get<{ items: RowLine[] }>(police, `/clearing/rows?period=${period}&limit=200`);
    expect(items).toHaveLength(2);
    const details = await Promise.all(items.map((row) => get<RowDetail>(police, `/clearing/rows/${row.id}`)));
    expect(details.map((row) => row.case.placeCode).sort()).toEqual([gunungMas, '62.71']);
    const areas = (await get<string>(member, '/regions/export?within=62&level=regency')).split('\r\n');
    expect(areas.filter((row) => row.startsWith(`${gunungMas},`))).toHaveLength(1);
  });
});

describe('invariant 11: one victim in several sources counts once per year, and the basis of the year is stored', () => {
  let round: string;
  beforeAll(async () => {
    await takeIn(
      world,
      unit,
      await handIn(world, unit, csv([['12/11/2024', ...known.slice(1)] as unknown as Line])),
    );
    for (const person of [police, unit]) {
      await post(person, '/clearing/rows/confirm', { period });
      await post(person, '/clearing/sign-offs', { period });
    }
    round = await openRound();
  });

  test('three rows about two people make two victims', async () => {
    const agreed = await agree(round);
    expect(agreed.agreed).toMatchObject({ victims: 2 });
    expect((await get<AgreedYear>(member, '/figures/agreed/2024')).victims.value).toBe(2);
    expect(
      await world.asOwner(
        `select count(*)::int as rows, count(distinct person)::int as people from clearing.round_row where round = $1`,
        [round],
      ),
    ).toEqual([{ rows: 3, people: 2 }]);
  });

  test('every row and figure says by which date its year was counted', async () => {
    const rows = await world.asOwner(
      'select distinct counting_year, year_basis from clearing.source_row order by 2',
    );
    expect(rows).toEqual([{ counting_year: 2024, year_basis: expect.stringMatching(/^[a-z_]+$/) }]);
    const { victims } = await get<AgreedYear>(member, '/figures/agreed/2024');
    expect(await get<FigureDetail>(member, `/figures/${victims.id}`)).toMatchObject({
      yearBasis: 'as_stated_by_source',
      countingRule: 'clearing_person_case_1',
      year: 2024,
    });
  });
});

describe('invariant 7: an agreed figure changes by a new round only', () => {
  test('not by hand, and not by changing the rows it counted', async () => {
    const { victims } = await get<AgreedYear>(member, '/figures/agreed/2024');
    const byHand = await world.call(steward, 'POST', `/figures/${victims.id}/supersede`, {
      reason: 'dihitung ulang',
      by: null,
    });
    expect(byHand).toMatchObject({ status: 409, body: { params: { reason: 'agreed_needs_round' } } });

    const { items } = await get<{ items: RowLine[] }>(police, `/clearing/rows?period=${period}&limit=200`);
    const details = await Promise.all(items.map((row) => get<RowDetail>(police, `/clearing/rows/${row.id}`)));
    const out = details.find((row) => row.case.placeCode === '62.71');
    const exclude = () =>
      world.call(police, 'POST', `/clearing/rows/${out?.id}/exclude`, {
        version: out?.version,
        reason: 'Bukan TPPO menurut gelar perkara',
      });
    expect((await exclude()).status, 'a period somebody signed for stands still').toBe(409);
    await post(police, '/clearing/sign-offs/withdraw', { period, reason: 'Ada yang keliru' });
    expect((await exclude()).status).toBe(200);
    await post(police, '/clearing/sign-offs', { period });
    const still = await get<AgreedYear>(member, '/figures/agreed/2024');
    expect(still.victims).toMatchObject({ id: victims.id, value: 2 });

    await agree(await openRound());
    const now = await get<AgreedYear>(member, '/figures/agreed/2024');
    expect(now.victims.value).toBe(1);
    const detail = await get<FigureDetail>(member, `/figures/${now.victims.id}`);
    expect(detail.before).toMatchObject([{ id: victims.id, value: 2, supersededReason: 'new_round' }]);
  });
});

/** Fields of a schema with their class, however deep. */
function classes(schema: unknown, at: string[] = []): { field: string; sensitivity: string }[] {
  if (!(schema instanceof z.ZodType)) return [];
  const sensitivity = schema.meta()?.['sensitivity'];
  const own = typeof sensitivity === 'string' ? [{ field: at.join('.'), sensitivity }] : [];
  const def = schema.def as unknown as Record<string, unknown>;
  const shape = def['shape'] as Record<string, unknown> | undefined;
  const inner = [
    def['innerType'],
    def['element'],
    def['in'],
    def['out'],
    ...((def['options'] as unknown[]) ?? []),
  ];
  return [
    ...own,
    ...Object.entries(shape ?? {}).flatMap(([key, value]) => classes(value, [...at, key])),
    ...inner.flatMap((one) => classes(one, at)),
  ];
}
interface Route {
  name: string;
  method: string;
  path: string;
  input: unknown;
}
function routesOf(tree: object, prefix = ''): Route[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    if (isContractProcedure(value)) {
      const { route, inputSchema } = value['~orpc'];
      return [
        { name: prefix + name, method: route.method ?? 'POST', path: route.path ?? '', input: inputSchema },
      ];
    }
    return value && typeof value === 'object' ? routesOf(value, `${prefix}${name}.`) : [];
  });
}

describe('invariant 4: nothing of class P3 or above stands in an address', () => {
  const inAddress = (routes: readonly Route[]) =>
    routes.flatMap(({ name, method, path: address, input }) =>
      classes(input)
        .filter(({ field, sensitivity }) => {
          const first = field.split('.')[0] ?? '';
          return sensitivity >= 'P3' && (method === 'GET' || address.includes(`{${first}}`));
        })
        .map(({ field }) => `${name}: ${field}`),
    );

  test('no path and no query takes one', () => {
    expect(inAddress(routesOf(contract))).toEqual([]);
  });

  test('the search finds what is planted, and the contract has such fields', () => {
    const Secret = z.string().meta({ sensitivity: 'P3' });
    const input = z.object({ filter: z.object({ nik: z.optional(Secret) }), id: Secret });
    expect(inAddress([{ name: 'a', method: 'GET', path: '/a', input }])).toEqual(['a: filter.nik', 'a: id']);
    expect(inAddress([{ name: 'b', method: 'POST', path: '/a/{id}', input }])).toEqual(['b: id']);
    const all = routesOf(contract).flatMap((r) => classes(r.input));
    expect(all.some(({ sensitivity }) => sensitivity >= 'P3')).toBe(true);
  });
});

describe('docs/specs/invariants.md', () => {
  const root = path.join(import.meta.dirname, '../..');
  const text = fs.readFileSync(path.join(root, 'docs/specs/invariants.md'), 'utf8');
  const rows = text
    .split('\n')
    .map((row) => row.split('|').map((part) => part.trim()))
    .filter((parts) => /^\d+$/.test(parts[1] ?? ''));

  test('speaks of each of the eighteen once', () => {
    expect(rows.map((row) => Number(row[1]))).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  });

  test('names tests that exist and carry the number', () => {
    const missing = rows.flatMap((row) =>
      [...(row[3] ?? '').matchAll(/`([^`]+\.test\.ts)`/g)].flatMap(([, file = '']) => {
        const at = path.join(root, file);
        const said = fs.existsSync(at) ? fs.readFileSync(at, 'utf8') : '';
        return new RegExp(`invariants? (\\d+ and |\\d+, )*${row[1]}\\b`).test(said)
          ? []
          : [`${row[1]}: ${file}`];
      }),
    );
    expect(missing).toEqual([]);
  });

  test('an invariant without a test says which module will hold it', () => {
    const untold = rows.filter((row) => !/\.test\.ts`|^with `\w+`/.test(row[3] ?? '')).map((row) => row[1]);
    expect(untold).toEqual([]);
  });
});
