import { spellingKey } from '@simpul/contract/standards/code-lists';
import { shortNames } from './area-short-names.ts';

export interface AreaHit {
  /** Kab/kota, Kemendagri, dotted: `64.02`. */
  code: string;
  name: string;
}

/** What the import needs to know about areas; `regions` fills it. All of it fits in memory: 514 kab/kota. */
export interface AreaLookup {
  byCode(code: string): AreaHit | undefined;
  /** All kab/kota the name may mean; narrowed by a province (code or name) where one is known. */
  byName(name: string, province?: string): readonly AreaHit[];
  isProvince(codeOrName: string): boolean;
  /** Undefined while no crosswalk is loaded: BPS codes can then not be read at all. */
  byBps: ((code: string) => AreaHit | undefined) | undefined;
}

export interface AreaData {
  provinces: readonly AreaHit[];
  regencies: readonly AreaHit[];
  /** BPS code (four digits) to Kemendagri code. */
  bps?: ReadonlyMap<string, string>;
  /** Old names and abbreviations beside the built-in ones. */
  aliases?: readonly { code: string; name: string }[];
}

const kinds = /^(KABUPATEN|KAB|KOTAMADYA|KODYA|KOTA|KT)\b\.?\s*(?:ADMINISTRASI|ADM)?\.?\s*/;
/** "Kab. Kutai Kartanegara" is a kabupaten called KUTAIKARTANEGARA. */
function takeApart(name: string): { key: string; kind: 'kab' | 'kota' | undefined } {
  const text = name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[.,()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const found = kinds.exec(text)?.[1];
  const key = spellingKey(text.replace(kinds, ''));
  return { key, kind: found === undefined ? undefined : found.startsWith('KAB') ? 'kab' : 'kota' };
}

const provinceKey = (text: string) => spellingKey(text.replace(/^\s*prov(?:insi)?\b\.?/i, ''));

export function makeAreaLookup(data: AreaData): AreaLookup {
  const byCode = new Map(data.regencies.map((area) => [area.code, area]));
  const provinces = new Map(
    data.provinces.flatMap((p) => [[p.code, p.code] as const, [provinceKey(p.name), p.code] as const]),
  );
  for (const [name, code] of Object.entries(shortNames.provinces)) provinces.set(provinceKey(name), code);
  const names = new Map<string, AreaHit[]>();
  const add = (key: string, area: AreaHit) => {
    const known = names.get(key);
    if (!known) names.set(key, [area]);
    else if (!known.includes(area)) known.push(area);
  };
  for (const area of data.regencies) add(takeApart(area.name).key, area);
  const aliases = [
    ...Object.entries(shortNames.regencies).flatMap(([code, of]) => of.map((name) => ({ code, name }))),
    ...(data.aliases ?? []),
  ];
  for (const alias of aliases) {
    const area = byCode.get(alias.code);
    if (area) add(takeApart(alias.name).key, area);
  }
  const find = (name: string, province: string | undefined) => {
    const { key, kind } = takeApart(name);
    const inProvince = province === undefined ? undefined : provinces.get(provinceKey(province));
    return (names.get(key) ?? []).filter(
      (area) =>
        (kind === undefined || (area.name.startsWith('Kota') ? 'kota' : 'kab') === kind) &&
        (inProvince === undefined || area.code.startsWith(`${inProvince}.`)),
    );
  };
  // A file names the same few places in every row.
  const found = new Map<string, readonly AreaHit[]>();
  return {
    byCode: (code) => byCode.get(code),
    byName(name, province) {
      const asked = `${name}\n${province ?? ''}`;
      const known = found.get(asked);
      if (known) return known;
      const hits = find(name, province);
      if (found.size < 5000) found.set(asked, hits);
      return hits;
    },
    isProvince: (text) => provinces.has(provinceKey(text)),
    byBps: data.bps && ((code) => byCode.get(data.bps?.get(code) ?? '')),
  };
}
