import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { makeAreaLookup } from './areas.ts';
import type { AreaHit } from './areas.ts';
import { readArea, splitPlace } from './read-area.ts';
import type { AreaAnswer } from './read-area.ts';

/** The published list (ODbL, read from the dependency), and the crosswalk of the shared data, whose licence keeps it out of here. */
const published = (file: string): AreaHit[] =>
  parse(readFileSync(new URL(import.meta.resolve(`idn-area-data/data/${file}`)), 'utf8'), { columns: true });
const provinces = published('provinces.csv');
const regencies = published('regencies.csv');
const crosswalkFile = new URL('../../../../../../shared/data/geo/regencies.csv', import.meta.url);
const lookup = makeAreaLookup({ provinces, regencies });
const verdict = (answer: AreaAnswer): string =>
  answer.kind === 'area'
    ? answer.area.code
    : answer.kind === 'problem'
      ? `${answer.code} ${answer.params['fits'] ?? ''}`
      : answer.kind;

describe('all 514 kab/kota', () => {
  test('the full name means exactly one', () => {
    expect(regencies).toHaveLength(514);
    for (const area of regencies) expect(lookup.byName(area.name), area.name).toEqual([area]);
    for (const area of regencies)
      expect(lookup.byName(area.name.toUpperCase().replace('KABUPATEN', 'KAB.'))).toEqual([area]);
  });

  test('a bare name that a kabupaten and a kota share is never decided', () => {
    const shared = regencies.filter(
      (a) => lookup.byName(a.name.replace(/^(?:Kabupaten|Kota)\s+/, '')).length > 1,
    );
    expect(shared.length).toBeGreaterThan(40);
    for (const area of shared) {
      const name = area.name.replace(/^(?:Kabupaten|Kota)\s+/, '');
      const answer = readArea({ code: '', name, province: '' }, undefined, lookup);
      expect(answer, name).toMatchObject({ kind: 'problem', code: 'area_name_ambiguous' });
    }
  });

  test('dotted code and name together, and the code alone', () => {
    for (const { code, name } of regencies) {
      for (const text of [`${code} ${name}`, `${name} (${code})`, code]) {
        const answer = readArea({ ...splitPlace(text), province: '' }, undefined, lookup);
        expect(answer, text).toMatchObject({ kind: 'area', area: { code } });
      }
    }
  });

  test('short names point at kab/kota that exist', () => {
    for (const [short, code] of [
      ['KUKAR', '64.02'],
      ['Kutim', '64.08'],
      ['PPU', '64.09'],
      ['Gumas', '62.10'],
      ['Palangka Raya', '62.71'],
      ['Mahakam Ulu', '64.11'],
    ])
      expect(lookup.byName(short ?? '').map((a) => a.code)).toEqual([code]);
  });
});

test.skipIf(!existsSync(crosswalkFile))(
  'the BPS trap over the whole country: no bare code is ever read as the wrong area',
  () => {
    const rows: { code: string; name: string; bps_code_2020: string }[] = parse(
      readFileSync(crosswalkFile, 'utf8'),
      { columns: true },
    );
    const bps = new Map(rows.filter((r) => r.bps_code_2020 !== '').map((r) => [r.bps_code_2020, r.code]));
    const areas = makeAreaLookup({ provinces, regencies, bps });
    let trapped = 0;
    let alone = 0;
    for (const [code, kemendagri] of bps) {
      const name = areas.byCode(kemendagri)?.name ?? '';
      const named = verdict(readArea({ code, name, province: '' }, undefined, areas));
      const bare = verdict(readArea({ code, name: '', province: '' }, undefined, areas));
      expect([kemendagri, 'area_code_name_mismatch bps'], code).toContain(named);
      expect([kemendagri, 'area_code_system_unknown '], code).toContain(bare);
      if (named !== kemendagri) trapped += 1;
      if (bare !== kemendagri) alone += 1;
      expect(verdict(readArea({ code, name, province: '' }, 'bps', areas)), code).toBe(kemendagri);
    }
    // geo-and-visual.md section 1: 199 codes differ between the systems.
    expect(trapped).toBeGreaterThan(150);
    expect(alone).toBeGreaterThanOrEqual(trapped);
  },
);
