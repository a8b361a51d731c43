/** The invented province through the real importer: offices' own words are understood, planted mistakes are found. */
import { createHash } from 'node:crypto';
import { getProvinces, getRegencies } from 'idn-area-data';
import { expect, test } from 'vitest';
import {
  checkRows,
  findHeader,
  makeAreaLookup,
  proposeMapping,
  recogniseColumns,
} from '../src/modules/clearing/import/index.ts';
import { mistakeFile, mistakes } from './mistakes.ts';
import { makeProvince } from './province.ts';

const areas = makeAreaLookup({ provinces: await getProvinces(), regencies: await getRegencies() });
const hmac = (text: string) => createHash('sha256').update(text).digest('hex');
const today = '2026-11-25';

async function check(headings: readonly string[], rows: readonly (readonly string[])[]) {
  const sheet = [headings, ...rows].map((cells, i) => ({ number: i + 1, cells }));
  const header = findHeader(sheet);
  if (!header) throw new Error(`no headings found: ${headings.join(', ')}`);
  const columns = recogniseColumns(header, sheet.slice(1), { areas, today });
  const mapping = { ...proposeMapping(header, columns), codeSystem: 'kemendagri' as const };
  async function* stream() {
    yield* sheet;
  }
  const checked = [];
  for await (const row of checkRows(stream(), mapping, areas, today, {
    hmac,
    lastHeaderRow: header.lastHeaderRow,
  }))
    checked.push(row);
  return checked;
}

test('every row of every office is read without an error', async () => {
  const { submissions, open } = await makeProvince();
  let rows = 0;
  for (const s of [...submissions, ...open]) {
    const checked = await check(s.headings, s.rows);
    const wrong = checked.flatMap((c) =>
      c.problems
        .filter((p) => p.severity === 'error')
        .map((p) => `${s.agencyCode} ${c.row} ${p.code} ${p.field}`),
    );
    expect(wrong).toEqual([]);
    rows += checked.filter((c) => c.source).length;
  }
  expect(rows).toBe([...submissions, ...open].reduce((n, s) => n + s.rows.length, 0));
});

test('each planted mistake is named on its row', async () => {
  const checked = await check(mistakeFile.headings, mistakeFile.rows);
  const said = new Map(checked.map((c) => [c.row, c.problems.map((p) => p.code as string)]));
  const missed = mistakes.filter((m) => m.kind !== 'formula' && !said.get(m.line)?.includes(m.kind));
  expect(missed.map((m) => `${m.line} ${m.kind}: ${said.get(m.line)?.join(' ')}`)).toEqual([]);
  expect(mistakes.length).toBeGreaterThan(10);
});
