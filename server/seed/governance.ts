/**
 * The governance facts of the public sources, as data: offices and papers, never persons. Wording is our own; where a
 * source slipped, `quoted` keeps its words and `note` says what was meant.
 */
import type { PublishedFigure } from './published-figures.ts';
import { publishedFigures } from './published-figures.ts';

export interface Bilingual {
  id: string;
  en: string;
}
/** `verified`: read in a public source. `stated`: only in the press article. `memory`: to be checked. */
export type Mark = 'verified' | 'stated' | 'memory';

export interface Regulation {
  key: string;
  kind: 'perda' | 'pergub' | 'kepgub' | 'decree';
  number: string;
  year: number;
  /** Kemendagri code of the province that issued it. */
  areaCode: string;
  title: Bilingual;
  /** The task force's own decree, its plan, or a rule it works under. */
  part: 'mandate' | 'plan' | 'service_centre' | 'basis';
  replaces: string | null;
  period: { from: number; to: number } | null;
  mark: Mark;
  source: string;
  note: string | null;
}

export interface Meeting {
  key: string;
  kind: 'coordination' | 'national_coordination';
  from: string;
  to: string;
  place: string;
  areaCode: string;
  host: Bilingual;
  source: string;
  note: string | null;
  outcomes: { number: number; kind: 'conclusion' | 'resolution' | 'recommendation'; text: Bilingual }[];
}

const sources = {
  bppkb2016: 'BPPKB Kaltim, 8 Desember 2016',
  rakornas2013: 'Humas Pemprov Kaltim, November 2013',
  lintas2023: 'nusantaraplus.id, 7 Juli 2023',
  rakor2024: 'suarabalikpapan.com, Juli 2024',
  nomorsatu2024: 'nomorsatukaltim, Juli 2024',
  rakornas2019: 'DP3APPKB Kalteng, 23 Oktober 2019',
} as const;

export const regulations: readonly Regulation[] = [
  {
    key: 'perda-4-2007',
    kind: 'perda',
    number: '4',
    year: 2007,
    areaCode: '64',
    title: {
      id: 'Pencegahan dan Penanganan Perdagangan Orang terutama Perempuan dan Anak',
      en: 'Preventing and handling trafficking in persons, above all women and children',
    },
    part: 'basis',
    replaces: null,
    period: null,
    mark: 'stated',
    source: sources.rakornas2013,
    note: null,
  },
  {
    key: 'kepgub-263-2009',
    kind: 'kepgub',
    number: '263',
    year: 2009,
    areaCode: '64',
    title: {
      id: 'Pembentukan Pusat Pelayanan Terpadu Pemberdayaan Perempuan dan Anak (P2TP2A)',
      en: 'Integrated service centre for women and children (P2TP2A)',
    },
    part: 'service_centre',
    replaces: null,
    period: null,
    mark: 'stated',
    source: sources.rakornas2013,
    note: 'Kini UPTD PPA.',
  },
  {
    key: 'sk-357-k279-2010',
    kind: 'decree',
    number: '357/K.279/2010',
    year: 2010,
    areaCode: '64',
    title: {
      id: 'Gugus Tugas Pencegahan dan Penanganan TPPO dan Eksploitasi Seksual Anak Provinsi Kalimantan Timur',
      en: 'Provincial task force on trafficking and sexual exploitation of children',
    },
    part: 'mandate',
    replaces: null,
    period: null,
    mark: 'stated',
    source: sources.bppkb2016,
    note: 'Pertemuan 2016 meminta unsur yang belum terlibat dimasukkan. Judul disusun dari berita, bukan dari naskah.',
  },
  {
    key: 'pergub-86-2011',
    kind: 'pergub',
    number: '86',
    year: 2011,
    areaCode: '64',
    title: {
      id: 'Rencana Aksi Daerah Pemberantasan TPPO dan Eksploitasi Seksual Anak 2011-2015',
      en: 'Regional action plan against trafficking and sexual exploitation of children 2011-2015',
    },
    part: 'plan',
    replaces: null,
    period: { from: 2011, to: 2015 },
    mark: 'stated',
    source: sources.rakornas2013,
    note: null,
  },
  {
    key: 'perda-2-2022',
    kind: 'perda',
    number: '2',
    year: 2022,
    areaCode: '64',
    title: {
      id: 'Penyelenggaraan Pembangunan Ketahanan Keluarga',
      en: 'Building the resilience of families',
    },
    part: 'basis',
    replaces: null,
    period: null,
    mark: 'verified',
    source: sources.rakor2024,
    note: 'Berita menyebut "Perda Ketahanan Keluarga Nomor 02 Tahun 2022".',
  },
  {
    key: 'sk-k435-2023',
    kind: 'decree',
    number: '100.3.3.1/K.435/2023',
    year: 2023,
    areaCode: '64',
    title: {
      id: 'Gugus Tugas Pencegahan dan Penanganan TPPO Provinsi Kalimantan Timur',
      en: 'Provincial task force on preventing and handling trafficking in persons',
    },
    part: 'mandate',
    replaces: 'sk-357-k279-2010',
    period: null,
    mark: 'verified',
    source: sources.nomorsatu2024,
    note: 'Berlaku pada rapat koordinasi Juli 2024, yang sepakat menyesuaikannya. Judul dan hubungan dengan SK 2010 dari ingatan.',
  },
];

const said = (
  number: number,
  kind: Meeting['outcomes'][number]['kind'],
  id: string,
  en: string,
): Meeting['outcomes'][number] => ({ number, kind, text: { id, en } });

export const meetings: readonly Meeting[] = [
  {
    key: 'koordinasi-2016',
    kind: 'coordination',
    from: '2016-12-08',
    to: '2016-12-08',
    place: 'Samarinda',
    areaCode: '64',
    host: {
      id: 'BPPKB Provinsi Kalimantan Timur',
      en: 'Women and family planning board of Kalimantan Timur',
    },
    source: sources.bppkb2016,
    note: 'Tanggal berita; tanggal pertemuan tidak disebut.',
    outcomes: [
      said(
        1,
        'conclusion',
        'Ubah SK 357/K.279/2010 agar memuat unsur yang belum ikut',
        'Revise decree 357/K.279/2010 to take in the missing parties',
      ),
      said(
        2,
        'conclusion',
        'Ubah RAD (Pergub 86/2011) menjadi rencana lima tahun menurut tugas dan kemampuan tiap lembaga',
        'Turn the plan (Pergub 86/2011) into a five-year one by each body’s function and capacity',
      ),
      said(
        3,
        'conclusion',
        'Tetapkan SOP tiap unit layanan dan kuatkan forum koordinasi',
        'Set the procedure of each service unit and strengthen the forum',
      ),
    ],
  },
  {
    key: 'rakornas-2019',
    kind: 'national_coordination',
    from: '2019-10-14',
    to: '2019-10-17',
    place: 'Kupang',
    areaCode: '53',
    host: { id: 'Kementerian PPPA', en: 'Ministry of Women’s Empowerment and Child Protection' },
    source: sources.rakornas2019,
    note: 'Berita menulis "UU 21 Tahun 2017 pasal 68" dan "Rancangan Anggaran Daerah"; yang dimaksud UU 21/2007 Pasal 58 dan Rencana Aksi Daerah.',
    outcomes: [
      said(
        1,
        'recommendation',
        'Sebarkan panduan membentuk dan menguatkan gugus tugas melalui SK, sub gugus tugas, dan RAD',
        'Spread the guide on forming and strengthening task forces',
      ),
      said(
        2,
        'recommendation',
        'Data terpadu, prasarana, petugas data yang memverifikasi dan mengkliring, layanan berbasis aplikasi',
        'Integrated data, infrastructure, data contacts who verify and clear, services by application',
      ),
      said(
        3,
        'recommendation',
        'Libatkan 5K: kampung, kampus, komunitas, korporasi, kota',
        'Involve village, campus, community, company and city',
      ),
      said(
        4,
        'recommendation',
        'Perjelas mekanisme koordinasi dan tugas para pihak',
        'Make coordination and duties clear',
      ),
      said(
        5,
        'recommendation',
        'Susun model pendampingan dan pemulihan sampai tuntas',
        'Model accompaniment and recovery to completion',
      ),
      said(
        6,
        'recommendation',
        'Kebijakan kompensasi pemerintah bagi korban',
        'A policy of government compensation for victims',
      ),
      said(
        7,
        'recommendation',
        'Arusutamakan dalam perencanaan dan anggaran sampai desa',
        'Mainstream it in plans and budgets down to the village',
      ),
      said(
        8,
        'recommendation',
        'Monitoring dan evaluasi yang terstruktur, sistematis, dan masif',
        'Structured, systematic and massive monitoring',
      ),
      said(
        9,
        'recommendation',
        'Model kerja sama antarwilayah dengan alur, tugas, dan anggaran',
        'A model of inter-regional cooperation with flow, tasks and budget',
      ),
      said(
        10,
        'recommendation',
        'Usulkan perubahan undang-undang: gugus tugas menjadi badan setingkat kementerian',
        'Propose a change of law: raise the task force to a ministry-level agency',
      ),
      said(
        11,
        'recommendation',
        'Kuatkan kelembagaan: susunan, tugas, fungsi, DAK kementerian',
        'Strengthen structure, duties, functions and the ministry’s grant',
      ),
      said(
        12,
        'recommendation',
        'Optimalkan lembaga penyedia layanan',
        'Make the most of the service institutions',
      ),
      said(13, 'recommendation', 'Dorong dunia usaha ikut mencegah', 'Bring business into prevention'),
      said(
        14,
        'recommendation',
        'Petakan kerentanan di daerah asal, transit, dan tujuan',
        'Map vulnerability in areas of origin, transit and destination',
      ),
    ],
  },
  {
    key: 'rakor-2024',
    kind: 'coordination',
    from: '2024-07-11',
    to: '2024-07-11',
    place: 'Balikpapan',
    areaCode: '64',
    host: { id: 'DKP3A Provinsi Kalimantan Timur', en: 'Women and child office of Kalimantan Timur' },
    source: sources.rakor2024,
    note: 'Berita menulis Rabu; 11 Juli 2024 hari Kamis.',
    outcomes: [
      said(1, 'resolution', 'Tidak perlu gugus tugas baru untuk IKN', 'No new task force for the capital'),
      said(
        2,
        'resolution',
        'SK gugus tugas disesuaikan dengan peraturan terbaru',
        'Adapt the decree to the newest rules',
      ),
      said(3, 'resolution', 'DPRD mendukung Perda 2/2022', 'The provincial parliament supports Perda 2/2022'),
      said(
        4,
        'resolution',
        'OPD terkait dilibatkan dalam gugus tugas',
        'Bring the relevant offices into the task force',
      ),
      said(
        5,
        'resolution',
        'Laporan kinerja setiap Januari kepada Gubernur',
        'A performance report to the Governor every January',
      ),
      said(
        6,
        'resolution',
        'Monitoring dan evaluasi terpadu pencegahan di kabupaten/kota',
        'Integrated monitoring of prevention in regencies and cities',
      ),
    ],
  },
];

/** Provinces with which Kaltim had an agreement through the women's offices (2013): codes as Kemendagri has them. */
export const agreementProvinces = {
  source: sources.rakornas2013,
  codes: ['21', '35', '32', '33', '31', '36', '52', '53', '61', '62', '63', '73', '34'],
} as const;

/** The figures the sources themselves carry, in the order of their years. */
export const seedSeries = {
  trafficking: publishedFigures.figures.filter((f) => f.series === '64.simfoni'),
  violence: publishedFigures.figures.filter((f) => f.series === '64.violence'),
} satisfies Record<string, PublishedFigure[]>;
