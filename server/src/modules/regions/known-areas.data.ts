/**
 * What the list of areas does not hold: other names, codes of former days, overlays. Statutes and days are from
 * memory unless marked otherwise and are shown as unchecked; a correction is a change to this file.
 */

interface KnownAlias {
  code: string;
  name: string;
  kind: 'former' | 'abbreviation' | 'spelling';
  basis: string;
}
const usage = 'singkatan sehari-hari';
const former = (code: string, name: string, basis: string): KnownAlias => ({
  code,
  name,
  kind: 'former',
  basis,
});
const short = (code: string, ...names: string[]): KnownAlias[] =>
  names.map((name) => ({ code, name, kind: 'abbreviation', basis: usage }));
const spelling = (code: string, name: string): KnownAlias => ({
  code,
  name,
  kind: 'spelling',
  basis: 'ejaan lain',
});

export const knownAliases: readonly KnownAlias[] = [
  ...short('64', 'Kaltim'),
  ...short('64.02', 'Kukar'),
  ...short('64.07', 'Kubar'),
  ...short('64.08', 'Kutim'),
  ...short('64.09', 'PPU', 'Penajam'),
  ...short('64.11', 'Mahulu'),
  ...short('64.71', 'Bpp', 'Bppn'),
  ...short('64.72', 'Smd', 'Smr'),
  ...short('64.74', 'Btg'),
  ...short('65', 'Kaltara'),
  ...short('65.04', 'KTT'),
  ...short('62', 'Kalteng'),
  ...short('62.01', 'Kobar'),
  ...short('62.02', 'Kotim'),
  ...short('62.04', 'Barsel'),
  ...short('62.05', 'Barut'),
  ...short('62.10', 'Gumas'),
  ...short('62.11', 'Pulpis'),
  ...short('62.12', 'Mura'),
  ...short('62.13', 'Bartim'),
  ...short('61', 'Kalbar'),
  ...short('63', 'Kalsel'),
  ...short('12', 'Sumut'),
  ...short('13', 'Sumbar'),
  ...short('16', 'Sumsel'),
  ...short('19', 'Babel'),
  ...short('21', 'Kepri'),
  ...short('31', 'DKI', 'Jakarta'),
  ...short('32', 'Jabar'),
  ...short('33', 'Jateng'),
  ...short('34', 'DIY', 'Jogja', 'Yogyakarta'),
  ...short('35', 'Jatim'),
  ...short('52', 'NTB'),
  ...short('53', 'NTT'),
  ...short('71', 'Sulut'),
  ...short('72', 'Sulteng'),
  ...short('73', 'Sulsel'),
  ...short('74', 'Sultra'),
  ...short('76', 'Sulbar'),
  ...short('82', 'Malut'),
  former('11', 'Daerah Istimewa Aceh', 'UU 18/2001'),
  former('11', 'Nanggroe Aceh Darussalam', 'Pergub Aceh 46/2009'),
  former('31', 'Daerah Khusus Ibukota Jakarta', 'UU 2/2024'),
  former('91', 'Irian Jaya', 'UU 21/2001'),
  former('92', 'Irian Jaya Barat', 'PP 24/2007'),
  former('64.01', 'Kabupaten Pasir', 'PP 49/2007'),
  former('64.02', 'Kabupaten Kutai', 'PP 8/2002'),
  former('12.12', 'Kabupaten Toba Samosir', 'PP 14/2020'),
  former('73.71', 'Kota Ujung Pandang', 'PP 86/1999'),
  former('76.01', 'Kabupaten Mamuju Utara', 'PP 61/2017'),
  former('81.03', 'Kabupaten Maluku Tenggara Barat', 'PP 2/2019'),
  spelling('62.71', 'Palangka Raya'),
  spelling('92.03', 'Fakfak'),
  spelling('34', 'Jogjakarta'),
];

interface KnownSuccession {
  oldCode: string;
  oldName: string;
  newCode: string;
  date: string;
  kind: 'rename' | 'split' | 'merge' | 'move';
  basis: string;
}
const moved = (basis: string, date: string, pairs: readonly (readonly [string, string, string])[]) =>
  pairs.map(([oldCode, oldName, newCode]): KnownSuccession => ({
    oldCode,
    oldName,
    newCode,
    date,
    kind: 'move',
    basis,
  }));
const split = (basis: string, date: string, pairs: readonly (readonly [string, string, string])[]) =>
  pairs.map(([oldCode, oldName, newCode]): KnownSuccession => ({
    oldCode,
    oldName,
    newCode,
    date,
    kind: 'split',
    basis,
  }));

const papua = 'UU 14, 15 dan 16/2022';
const southWest = 'UU 29/2022';

export const knownSuccessions: readonly KnownSuccession[] = [
  ...split('UU 20/2012', '2012-11-16', [['64', 'Kalimantan Timur', '65']]),
  ...moved('UU 20/2012', '2012-11-16', [
    ['64.04', 'Kabupaten Bulungan', '65.01'],
    ['64.05', 'Kabupaten Nunukan', '65.03'],
    ['64.06', 'Kabupaten Malinau', '65.02'],
    ['64.10', 'Kabupaten Tana Tidung', '65.04'],
    ['64.73', 'Kota Tarakan', '65.71'],
  ]),
  ...split('UU 2/2013', '2013-01-11', [['64.07', 'Kabupaten Kutai Barat', '64.11']]),
  ...split('UU 7/2002', '2002-04-10', [['64.01', 'Kabupaten Pasir', '64.09']]),
  ...split('UU 47/1999', '1999-10-04', [
    ['64.02', 'Kabupaten Kutai', '64.07'],
    ['64.02', 'Kabupaten Kutai', '64.08'],
    ['64.02', 'Kabupaten Kutai', '64.74'],
  ]),
  ...split('UU 5/2002', '2002-04-10', [
    ['62.02', 'Kabupaten Kotawaringin Timur', '62.06'],
    ['62.02', 'Kabupaten Kotawaringin Timur', '62.07'],
    ['62.01', 'Kabupaten Kotawaringin Barat', '62.08'],
    ['62.01', 'Kabupaten Kotawaringin Barat', '62.09'],
    ['62.03', 'Kabupaten Kapuas', '62.10'],
    ['62.03', 'Kabupaten Kapuas', '62.11'],
    ['62.05', 'Kabupaten Barito Utara', '62.12'],
    ['62.04', 'Kabupaten Barito Selatan', '62.13'],
  ]),
  ...split(papua, '2022-07-25', [
    ['91', 'Papua', '93'],
    ['91', 'Papua', '94'],
    ['91', 'Papua', '95'],
  ]),
  ...split(southWest, '2022-12-08', [['92', 'Papua Barat', '96']]),
  ...moved(papua, '2022-07-25', [
    ['91.01', 'Kabupaten Merauke', '93.01'],
    ['91.16', 'Kabupaten Boven Digoel', '93.02'],
    ['91.17', 'Kabupaten Mappi', '93.03'],
    ['91.18', 'Kabupaten Asmat', '93.04'],
    ['91.04', 'Kabupaten Nabire', '94.01'],
    ['91.07', 'Kabupaten Puncak Jaya', '94.02'],
    ['91.08', 'Kabupaten Paniai', '94.03'],
    ['91.09', 'Kabupaten Mimika', '94.04'],
    ['91.25', 'Kabupaten Puncak', '94.05'],
    ['91.26', 'Kabupaten Dogiyai', '94.06'],
    ['91.27', 'Kabupaten Intan Jaya', '94.07'],
    ['91.28', 'Kabupaten Deiyai', '94.08'],
    ['91.02', 'Kabupaten Jayawijaya', '95.01'],
    ['91.12', 'Kabupaten Pegunungan Bintang', '95.02'],
    ['91.13', 'Kabupaten Yahukimo', '95.03'],
    ['91.14', 'Kabupaten Tolikara', '95.04'],
    ['91.21', 'Kabupaten Mamberamo Tengah', '95.05'],
    ['91.22', 'Kabupaten Yalimo', '95.06'],
    ['91.23', 'Kabupaten Lanny Jaya', '95.07'],
    ['91.24', 'Kabupaten Nduga', '95.08'],
  ]),
  ...moved(southWest, '2022-12-08', [
    ['92.01', 'Kabupaten Sorong', '96.01'],
    ['92.04', 'Kabupaten Sorong Selatan', '96.02'],
    ['92.05', 'Kabupaten Raja Ampat', '96.03'],
    ['92.09', 'Kabupaten Tambrauw', '96.04'],
    ['92.10', 'Kabupaten Maybrat', '96.05'],
    ['92.71', 'Kota Sorong', '96.71'],
  ]),
];

/** The new capital has no Kemendagri code; the kecamatan it touches are from notes and not yet checked. */
export const knownOverlays = [
  {
    code: 'ikn',
    name: 'Ibu Kota Nusantara (IKN)',
    kind: 'capital',
    basis: 'UU 3/2022; daftar kecamatan dari catatan, belum diperiksa',
    members: ['64.09.04', '64.02.13', '64.02.20', '64.02.14', '64.02.15', '64.02.03', '64.02.02'],
  },
] as const;
