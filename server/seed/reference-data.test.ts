import { existsSync, readFileSync } from 'node:fs';
import { dutyKinds } from '@simpul/contract/duties/kinds';
import { LegalParameter } from '@simpul/contract/duties/legal-parameter';
import { codesOf } from '@simpul/contract/standards/code-lists';
import { getDistricts, getProvinces, getRegencies } from 'idn-area-data';
import { describe, expect, test } from 'vitest';
import agencyFile from './agencies.json' with { type: 'json' };
import { agreementProvinces, meetings, regulations, seedSeries } from './governance.ts';
import legalFile from './legal-parameters.json' with { type: 'json' };
import { agencyForms } from './forms.ts';
import { publishedFigures } from './published-figures.ts';

const areaCodes = async () =>
  new Set(
    [...(await getProvinces()), ...(await getRegencies()), ...(await getDistricts())].map((a) => a.code),
  );

describe('agencies', () => {
  const { agencies, addedTypes } = agencyFile;
  const codes = agencies.map((a) => a.code);

  test('codes are unique; parents, types and areas exist', async () => {
    expect(new Set(codes).size).toBe(codes.length);
    const types = new Set<string>([...codesOf('agency_type'), ...addedTypes.map((t) => t.code)]);
    const areas = await areaCodes();
    for (const a of agencies) {
      expect(a.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      if (a.parent !== null) expect(codes, a.code).toContain(a.parent);
      expect(types.has(a.type), `${a.code}: ${a.type}`).toBe(true);
      for (const area of [a.areaCode, ...a.serviceAreas])
        expect(areas.has(area), `${a.code}: ${area}`).toBe(true);
      expect(a.verified).toBe(/^[VS]/.test(a.mark));
    }
  });

  test('renames do not overlap and end before the present name', () => {
    for (const a of agencies)
      for (const alias of a.aliases.filter((x) => x.kind === 'rename')) {
        expect(alias.to, `${a.code}: ${alias.name}`).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (alias.from !== null) expect(alias.from < String(alias.to)).toBe(true);
      }
  });

  test('the eight sources of the invented province are among them', () => {
    for (const { agencyCode } of agencyForms) expect(codes).toContain(agencyCode);
  });
});

describe('legal parameters', () => {
  const { parameters } = legalFile;

  test('every row 1 to 41 has its numbers, keys are unique', () => {
    const rows = new Set(parameters.map((p) => p.row));
    for (let row = 1; row <= 41; row += 1) expect(rows.has(row), `row ${row}`).toBe(true);
    const keys = parameters.map((p) => p.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('each fits the contract and says where it comes from', () => {
    for (const p of parameters) {
      const { recurring: _r, verified, validFromMark: _m, ...rest } = p;
      const read = LegalParameter.safeParse({ ...rest, version: 1, origin: 'reference', verification: null });
      expect(read.error?.issues ?? [], p.key).toEqual([]);
      expect(verified).toBe(p.mark === 'verified');
      expect(p.basis.length).toBeGreaterThan(5);
      expect(p.value === null && p.text === null, p.key).toBe(p.unit === 'event');
      if (p.unit === 'fixed_date') expect(p.text).toMatch(/^\d{2}-\d{2}$/);
      if (p.unit === 'window') expect(p.text).toMatch(/^\d{2}-\d{2}\/\d{2}-\d{2}$/);
    }
  });

  test('every duty finds its parameters', () => {
    const keys = new Set(parameters.map((p) => p.key));
    for (const [code, duty] of Object.entries(dutyKinds))
      for (const key of duty.parameters) expect(keys.has(key), `${code}: ${key}`).toBe(true);
  });
});

describe('published figures', () => {
  const { figures, sources, checks } = publishedFigures;
  const byId = new Map(figures.map((f) => [f.id, f]));
  const value = (id: string) => {
    const found = byId.get(id);
    if (!found) throw new Error(`No figure ${id}`);
    return found.value;
  };

  test('each has a source that exists, and points only to figures that exist', async () => {
    expect(byId.size).toBe(figures.length);
    const keys = new Set(sources.map((s) => s.key));
    const areas = await areaCodes();
    for (const f of figures) {
      expect(keys.has(f.source), f.id).toBe(true);
      expect(f.period.from <= f.period.to).toBe(true);
      if (f.areaCode) expect(areas.has(f.areaCode)).toBe(true);
      for (const id of f.conflictsWith) expect(byId.has(id), id).toBe(true);
    }
  });

  test('the series of the sources: cases and victims apart, and the sum that holds', () => {
    expect(seedSeries.trafficking.map((f) => [f.period.to, f.unit, f.value])).toEqual([
      ['2021-12-31', 'case', 2],
      ['2021-12-31', 'victim', 2],
      ['2022-12-31', 'case', 6],
      ['2022-12-31', 'victim', 10],
      ['2023-06-01', 'case', 3],
      ['2023-06-01', 'victim', 4],
    ]);
    expect(seedSeries.violence.map((f) => f.value)).toEqual([626, 450, 1012, 2088]);
  });

  test('each check comes out as it says', () => {
    for (const c of checks) {
      const values = c.parts.map(value);
      const total = typeof c.total === 'string' ? value(c.total) : c.total;
      const holds =
        c.kind === 'sum'
          ? values.reduce((a, b) => a + b, 0) === total
          : values.every((v, i) => i === 0 || v >= (values[i - 1] ?? 0));
      expect(holds, c.id).toBe(c.holds);
      if (!holds) expect(c.finding).not.toBeNull();
    }
  });

  const shared = new URL('../../../shared/data/id-aggregates/', import.meta.url);
  test.skipIf(!existsSync(shared))('every number of the national totals is entered (needs ../shared)', () => {
    const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, shared), 'utf8'));
    const skip = new Set(['checks', 'check', 'meta']);
    const numbers = (node: unknown): number[] =>
      typeof node === 'number'
        ? [node]
        : typeof node === 'object' && node !== null
          ? Object.entries(node).flatMap(([key, child]) => (skip.has(key) ? [] : numbers(child)))
          : [];
    const entered = new Set(figures.filter((f) => f.areaCode === null).map((f) => f.value));
    const wanted = ['polri-satgas-tppo-2023.json', 'simfoni-2024.json', 'other-published.json'].flatMap((f) =>
      numbers(json(f)),
    );
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((n) => !entered.has(n))).toEqual([]);
  });
});

describe('governance', () => {
  test('decrees and rules of the sources are there, and replacements exist', () => {
    expect(regulations.map((r) => `${r.number}/${r.year}`)).toEqual(
      expect.arrayContaining([
        '357/K.279/2010/2010',
        '100.3.3.1/K.435/2023/2023',
        '4/2007',
        '263/2009',
        '86/2011',
        '2/2022',
      ]),
    );
    const keys = regulations.map((r) => r.key);
    for (const r of regulations) if (r.replaces) expect(keys).toContain(r.replaces);
  });

  test('three conclusions, fourteen recommendations, six resolutions', () => {
    expect(meetings.map((m) => m.outcomes.length)).toEqual([3, 14, 6]);
    for (const m of meetings)
      expect(m.outcomes.map((o) => o.number)).toEqual(m.outcomes.map((_, i) => i + 1));
  });

  test('thirteen provinces have an agreement', () => {
    expect(new Set(agreementProvinces.codes).size).toBe(13);
  });
});
