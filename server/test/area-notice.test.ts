/** The notice of the list of areas (ODbL 1.0, section 4.2) goes with every file that lists areas. */
import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '@simpul/contract/router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedAgencies } from '../src/modules/agencies/index.ts';
import { agreeInvented } from '../src/modules/reporting/invented-round.fixture.ts';
import { downloads } from '../src/downloads.ts';
import { readDocx } from './papers/read-docx.ts';
import { createWorld, type Person, type World } from './world.ts';

const notice = /idn-area-data.*ODbL/;

/** What leaves as a file. A new one says here whether it lists areas; those that do are tried below. */
const files: Record<string, string> = {
  '/regions/export': 'lists areas',
  '/figures.csv': 'lists areas',
  '/reporting/reports/:id/:format': 'lists areas',
  '/reporting/records/:id/:format': 'agencies and totals only',
  '/reporting/templates/:kind': 'an empty paper',
  '/clearing/imports/:id/corrected.csv': 'areas as the agency wrote them',
  '/clearing/imports/:id/corrected.xlsx': 'areas as the agency wrote them',
  '/clearing/imports/:id/original': 'the file as the agency brought it',
  '/audit/export': 'ids and codes of acts only',
};

function filesOf(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) => {
    if (!isContractProcedure(value)) return value && typeof value === 'object' ? filesOf(value) : [];
    const { route, outputSchema } = value['~orpc'];
    return outputSchema instanceof z.ZodFile && route.path ? [route.path] : [];
  });
}

test('every file that leaves is known', () => {
  const all = [...filesOf(contract), ...downloads.map((d) => d.path)];
  expect(all.toSorted()).toEqual(Object.keys(files).toSorted());
});

describe('the notice stands beside the areas', () => {
  let world: World;
  let secretariat: Person;
  beforeAll(async () => {
    world = await createWorld();
    await world.tenant();
    const agencies = await seedAgencies(world.owner, '64');
    secretariat = await world.person('tf_secretariat');
    await agreeInvented(world, await world.person('data_steward'), {
      year: 2024,
      cases: 13,
      victims: 23,
      tables: { place: { '64.72': 11, '64.71': 6, '64.02': 6 } },
      sources: [{ agency: agencies.get('uptd-ppa-kaltim') ?? '', cases: 13, victims: 23 }],
    });
  });
  afterAll(() => world.close());

  /** Lines of a CSV that name an area of the province. */
  const areaLines = (csv: unknown) =>
    String(csv)
      .trim()
      .split('\r\n')
      .slice(1)
      .filter((l) => /\b64\.\d\d/.test(l));

  test('in each row of a CSV, so that it goes with whatever part is copied', async () => {
    for (const url of ['/regions/export?within=64&level=regency', '/downloads/figures.csv?year=2024']) {
      const lines = areaLines((await world.call(secretariat, 'GET', url)).body);
      expect(lines.length, url).toBeGreaterThan(2);
      for (const line of lines) expect(line).toMatch(notice);
    }
  });

  test('below the table by place of the January report', async () => {
    const made = await world.call(secretariat, 'POST', '/reporting/reports', { year: 2024 });
    const { id } = made.body as { id: string };
    const response = await world.app.server.inject({
      method: 'GET',
      url: `/api/downloads/reporting/reports/${id}/docx`,
      headers: { authorization: `Bearer ${secretariat.token}` },
    });
    expect(response.statusCode).toBe(200);
    const { text, tables } = await readDocx(response.rawPayload);
    const places = /Balikpapan|Samarinda|Kutai/;
    const byPlace = tables.filter((rows) => rows.filter((row) => places.test(row[0] ?? '')).length > 1);
    expect(byPlace.length).toBeGreaterThan(0);
    expect(text.split('\n').filter((line) => notice.test(line))).toHaveLength(byPlace.length);
  });
});
