/** Rules about areas that need no database: levels, kinds, names as they are compared, the licence notice. */

export const areaLevels = ['province', 'regency', 'district', 'village'] as const;
export type AreaLevel = (typeof areaLevels)[number];

export const areaKinds = [
  'province',
  'kabupaten',
  'kota',
  'district',
  'kelurahan',
  'desa',
  'desa_adat',
] as const;
export type AreaKind = (typeof areaKinds)[number];

/** Whoever passes a list of areas on passes this on with it (ODbL 1.0, section 4.2). */
export const areaNotice = {
  name: 'idn-area-data',
  licence: 'ODbL-1.0',
  url: 'https://github.com/fityannugroho/idn-area-data',
  decree: 'Kepmendagri 300.2.2-2138 Tahun 2025',
  short: 'idn-area-data, ODbL 1.0, github.com/fityannugroho/idn-area-data',
  id: 'Daftar wilayah: idn-area-data (github.com/fityannugroho/idn-area-data) menurut Kepmendagri 300.2.2-2138 Tahun 2025, berlisensi Open Database License (ODbL) 1.0. Basis data turunan yang dipublikasikan wajib tetap ODbL dan menyebut sumber ini.',
  en: 'List of areas: idn-area-data (github.com/fityannugroho/idn-area-data) after Kepmendagri 300.2.2-2138 of 2025, under the Open Database License (ODbL) 1.0. A derived database that is published stays under the ODbL and names this source.',
} as const;

const lengths: Record<number, AreaLevel> = { 2: 'province', 5: 'regency', 8: 'district', 13: 'village' };
const codeLengths = [2, 5, 8];

/** The level a code stands for, by its length. */
export function levelOf(code: string): AreaLevel {
  const level = lengths[code.length];
  if (!level) throw new RangeError(`Not an area code: ${code.length} characters`);
  return level;
}

/** Codes of the areas above, the widest first: 64.09.04 -> 64, 64.09. */
export const ancestorsOf = (code: string): string[] =>
  codeLengths.filter((n) => n < code.length).map((n) => code.slice(0, n));

export const parentOf = (code: string): string | null => ancestorsOf(code).at(-1) ?? null;

/** Kemendagri numbers kota from 71, kelurahan from 1001, desa from 2001, desa adat from 3001. */
export function kindOf(code: string): AreaKind {
  if (code.length === 2) return 'province';
  if (code.length === 5) return Number(code.slice(3)) >= 71 ? 'kota' : 'kabupaten';
  if (code.length === 8) return 'district';
  if (code[9] === '1') return 'kelurahan';
  return code[9] === '3' ? 'desa_adat' : 'desa';
}

const regencyPrefix = /^(kabupaten|kota)( administrasi)? /i;

/** A kabupaten without the word; a kota keeps it, since Bogor and Kota Bogor are two. */
export const shortAreaName = (name: string): string => name.replace(/^Kabupaten (Administrasi )?/, '');

/** "Sepaku, Penajam Paser Utara, Kalimantan Timur"; `path` holds the names above, the widest first. */
export const areaLabel = (name: string, path: readonly string[]): string =>
  [name, ...path.map(shortAreaName).reverse()].join(', ');

const expansions: Readonly<Record<string, string>> = {
  kep: 'kepulauan',
  gn: 'gunung',
  tj: 'tanjung',
  tjg: 'tanjung',
  adm: 'administrasi',
};

/** What two spellings of a place must share: lower case, no accents or punctuation, usual abbreviations written out. */
export function areaKey(text: string): string {
  const lower = text.toLowerCase();
  // Nearly all of the 91,000 names are plain: what they do not need is not done to them.
  const words = /^[a-z0-9 ]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replaceAll(/[\p{M}'’`*]/gu, '')
        .replaceAll(/[^a-z0-9]+/g, ' ');
  return words
    .trim()
    .split(/ +/)
    .map((word) => expansions[word] ?? word)
    .join(' ');
}

/** The key an area is stored under: kab/kota without the word for their kind. */
export const storedKey = (code: string, name: string): string =>
  areaKey(code.length === 5 ? name.replace(regencyPrefix, '') : name);

/** Van Ophuijsen and Soewandi spelling of a key, in today's letters: djakarta -> jakarta. */
export const modernSpelling = (key: string): string =>
  key.replaceAll('oe', 'u').replaceAll('dj', 'j').replaceAll('tj', 'c');

export interface NameReading {
  key: string;
  level?: AreaLevel;
  kind?: AreaKind;
}

const kindWords: Readonly<Record<string, Omit<NameReading, 'key'>>> = {
  provinsi: { level: 'province' },
  prov: { level: 'province' },
  propinsi: { level: 'province' },
  kabupaten: { level: 'regency', kind: 'kabupaten' },
  kab: { level: 'regency', kind: 'kabupaten' },
  kota: { level: 'regency', kind: 'kota' },
  kotamadya: { level: 'regency', kind: 'kota' },
  kodya: { level: 'regency', kind: 'kota' },
  kecamatan: { level: 'district' },
  kec: { level: 'district' },
  distrik: { level: 'district' },
  kelurahan: { level: 'village', kind: 'kelurahan' },
  kel: { level: 'village', kind: 'kelurahan' },
  desa: { level: 'village' },
  ds: { level: 'village' },
};

/** How a typed name may be meant: as it stands, and without a word of kind ("kota samarinda", "kec. sepaku"). */
export function readName(text: string): NameReading[] {
  const key = areaKey(text);
  if (key === '') return [];
  const [first = '', ...rest] = key.split(' ');
  const kind = kindWords[first];
  if (!kind || rest.length === 0) return [{ key }];
  const bare = rest[0] === 'administrasi' && rest.length > 1 ? rest.slice(1) : rest;
  return [{ ...kind, key: bare.join(' ') }, { key }];
}

/** Whether a name in a file means the area: same words, spaces aside; a word of kind must not contradict. */
export function namesAgree(code: string, name: string, typed: string): boolean {
  const squeeze = (key: string) => key.replaceAll(' ', '');
  const own = squeeze(storedKey(code, name));
  return readName(typed).some(
    (r) =>
      squeeze(r.key) === own &&
      (r.level === undefined || r.level === levelOf(code)) &&
      (r.kind === undefined || r.kind === kindOf(code)),
  );
}
