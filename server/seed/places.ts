import { getDistricts, getRegencies } from 'idn-area-data';
import type { Random } from './random.ts';

export interface Place {
  code: string;
  name: string;
}
/** What people from there are usually called, not who they are. */
export type Culture = 'kaltim' | 'banjar' | 'bugis' | 'jawa' | 'sunda' | 'ntt';

/** Where the invented cases happen: the two cities first, then the surroundings of the new capital. */
export const caseAreas: readonly (readonly [string, number])[] = [
  ['64.72', 30],
  ['64.71', 26],
  ['64.09', 12],
  ['64.02', 11],
  ['64.08', 6],
  ['64.03', 5],
  ['64.74', 4],
  ['64.01', 3],
  ['64.07', 2],
  ['64.11', 1],
];
/** Kecamatan in and beside the area of the new capital: Sepaku, Samboja, Samboja Barat. */
export const capitalDistricts = ['64.09.04', '64.02.13', '64.02.20'] as const;

const originsOutside: readonly (readonly [string, Culture, number])[] = [
  ['73.08', 'bugis', 7],
  ['73.13', 'bugis', 5],
  ['73.02', 'bugis', 4],
  ['73.15', 'bugis', 4],
  ['35.09', 'jawa', 6],
  ['35.10', 'jawa', 5],
  ['35.07', 'jawa', 5],
  ['35.26', 'jawa', 4],
  ['33.02', 'jawa', 3],
  ['53.02', 'ntt', 7],
  ['53.21', 'ntt', 5],
  ['53.04', 'ntt', 4],
  ['53.12', 'ntt', 4],
  ['32.12', 'sunda', 5],
  ['32.04', 'sunda', 3],
  ['63.03', 'banjar', 4],
  ['63.07', 'banjar', 3],
  ['52.02', 'banjar', 3],
];

export interface Places {
  regency: (code: string) => Place;
  districtsOf: (regencyCode: string) => Place[];
  regencies: (provinceCode: string) => Place[];
}

const byCode = (a: Place, b: Place) => (a.code < b.code ? -1 : 1);

export async function loadPlaces(): Promise<Places> {
  const [regencies, districts] = await Promise.all([getRegencies(), getDistricts()]);
  const names = new Map(regencies.map((r) => [r.code, { code: r.code, name: r.name }]));
  const inside = Map.groupBy(districts, (d) => d.regency_code);
  const provinces = Map.groupBy(regencies, (r) => r.province_code);
  const plain = (list: readonly Place[] | undefined) =>
    (list ?? []).map(({ code, name }) => ({ code, name })).sort(byCode);
  return {
    regency: (code) => {
      const found = names.get(code);
      if (!found) throw new Error(`No kab/kota ${code} in idn-area-data`);
      return found;
    },
    districtsOf: (code) => plain(inside.get(code)),
    regencies: (code) => plain(provinces.get(code)),
  };
}

/** The kecamatan of an invented case; the capital's own ones come up more often. */
export function pickDistrict(random: Random, places: Places, regencyCode: string): Place {
  return random.weighted(
    places
      .districtsOf(regencyCode)
      .map((d) => [d, capitalDistricts.some((code) => code === d.code) ? 8 : 1] as const),
  );
}

export interface Origin {
  regencyCode: string;
  culture: Culture;
}

export function pickOutsideOrigin(random: Random): Origin {
  const [regencyCode, culture] = random.weighted(
    originsOutside.map(([code, culture, weight]) => [[code, culture] as const, weight] as const),
  );
  return { regencyCode, culture };
}

export function pickKaltimOrigin(random: Random, not?: string): Origin {
  const regencyCode = random.weighted(caseAreas.filter(([code]) => code !== not));
  return {
    regencyCode,
    culture: random.weighted([
      ['kaltim', 4],
      ['banjar', 3],
      ['bugis', 3],
      ['jawa', 4],
    ]),
  };
}
