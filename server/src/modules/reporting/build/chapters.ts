import type { ReportBlock } from '@simpul/contract/reporting/content';
import { longDay, shortDay } from '../../../platform/documents/words-id.ts';
import type { Gathered } from '../gather.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { type Citations, t } from './parts.ts';

/** Stands for the number until the paper has one. */
export const numberMark = '{nomor}';

export function chapterLetter(g: Gathered): ReportBlock[] {
  const { letterhead } = g;
  return [
    {
      kind: 'facts',
      items: [
        { label: 'Nomor', value: numberMark },
        { label: 'Sifat', value: 'Terbatas' },
        { label: 'Lampiran', value: 'Satu berkas' },
        { label: 'Hal', value: `Laporan kinerja Gugus Tugas PP-TPPO tahun ${g.year}` },
        { label: 'Yth.', value: letterhead.addressee },
      ],
    },
    {
      kind: 'paragraph',
      parts: [
        t(
          `Bersama surat ini disampaikan laporan kinerja Gugus Tugas Pencegahan dan Penanganan Tindak Pidana Perdagangan Orang ${g.areaName} tahun ${g.year}, sesuai kesepakatan bahwa laporan disampaikan setiap bulan Januari.`,
        ),
      ],
    },
    {
      kind: 'paragraph',
      parts: [
        t(
          g.agreed
            ? 'Angka kasus dan korban di dalamnya telah dicocokkan antarinstansi dan disepakati; selisih antarsumber dijelaskan dalam Bab III.'
            : `Angka kasus dan korban tahun ${g.year} belum disepakati antarinstansi; laporan ini menyatakannya sebagaimana adanya.`,
        ),
      ],
    },
    { kind: 'paragraph', parts: [t('Laporan ini bersifat terbatas dan tidak memuat identitas korban.')] },
    ...(letterhead.copies.length > 0
      ? [
          { kind: 'paragraph' as const, parts: [t('Tembusan:')] },
          { kind: 'list' as const, ordered: true, items: letterhead.copies.map((copy) => [t(copy)]) },
        ]
      : []),
  ];
}

export function chapterSummary(g: Gathered, c: Citations): ReportBlock[] {
  const published = [g.cases, g.victims].flatMap((s) => {
    const year = s.years.find((y) => y.year === g.year);
    return year?.published.find((p) => p.figure.reading === 'primary')?.figure ?? [];
  });
  const items = g.agreed
    ? [
        [
          t('Angka sepakat: '),
          c.cite(g.agreed.cases),
          t(' dengan '),
          c.cite(g.agreed.victims),
          t(` pada tahun ${g.year}.`),
        ],
      ]
    : [[t(`Belum ada angka sepakat untuk tahun ${g.year}: putaran kliring belum disepakati.`)]];
  if (published.length > 0)
    items.push([
      t('Angka yang pernah diumumkan untuk tahun yang sama: '),
      ...published.flatMap((f, i) => [...(i > 0 ? [t(' dan ')] : []), c.cite(f)]),
      t(
        ` (${[...new Set(published.map((f) => f.source))].join('; ')}). Sebab selisihnya ada dalam Tabel 3.1.`,
      ),
    ]);
  items.push([
    t('Angka rendah dapat berarti sedikit kejahatan, dapat pula berarti pengenalan korban yang lemah.'),
  ]);
  return [
    { kind: 'list', ordered: false, items },
    {
      kind: 'note',
      title: 'Indikator kinerja utama',
      text: 'Belum ada data pada Simpul untuk indikator kinerja utama; capaian tidak dinyatakan di sini.',
    },
  ];
}

const kinds: Record<string, string> = {
  law: 'Undang-Undang',
  presidential: 'Peraturan Presiden',
  ministerial: 'Peraturan Menteri PPPA',
  chair_rule: 'Peraturan Ketua Harian Gugus Tugas Pusat',
  perda: 'Peraturan Daerah',
  pergub: 'Peraturan Gubernur',
  kepgub: 'Keputusan Gubernur',
  decree: 'Keputusan Gubernur',
};
const markWords: Record<LegalBasis['mark'], string> = {
  verified: '',
  stated: ' (menurut berita; naskah belum dicocokkan)',
  memory: ' (belum dicocokkan dengan naskah)',
};
const named = (b: LegalBasis): string => {
  const number = b.number.includes('/') ? `Nomor ${b.number}` : `Nomor ${b.number} Tahun ${b.year}`;
  return `${kinds[b.kind] ?? b.kind} ${number} tentang ${b.title}${markWords[b.mark]}`;
};

export function chapterIntroduction(g: Gathered): ReportBlock[] {
  const known = g.legalBasis.filter((b) => b.year <= g.year);
  const decree = known.filter((b) => b.part === 'mandate').toSorted((a, b) => b.year - a.year)[0];
  const others = known.filter((b) => b.part !== 'mandate');
  return [
    { kind: 'section', number: '1.1', title: 'Dasar hukum' },
    ...(others.length > 0
      ? [{ kind: 'list' as const, ordered: true, items: others.map((b) => [t(`${named(b)}.`)]) }]
      : [{ kind: 'note' as const, title: '', text: 'Belum ada data pada Simpul tentang dasar hukum.' }]),
    { kind: 'section', number: '1.2', title: 'Keputusan pembentukan dan susunan' },
    decree
      ? {
          kind: 'paragraph',
          parts: [t(`Keputusan terakhir yang tercatat sampai ${g.year}: ${named(decree)}.`)],
        }
      : { kind: 'note', title: '', text: 'Belum ada data pada Simpul tentang keputusan pembentukan.' },
    {
      kind: 'note',
      title: '',
      text: 'Susunan keanggotaan belum dicatat pada Simpul dan tidak dinyatakan di sini.',
    },
    { kind: 'section', number: '1.3', title: 'Masa laporan' },
    {
      kind: 'paragraph',
      parts: [
        t(
          `Laporan ini mencakup 1 Januari–31 Desember ${g.year}. Angka dibaca pada ${longDay(g.now.toZonedDateTimeISO(g.zone).toPlainDate())}.`,
        ),
      ],
    },
  ];
}

const basisMarks: Record<string, string> = {
  verified: '',
  stated: ' (menurut berita)',
  memory: ' (belum dicocokkan)',
  decision: ' (keputusan rancangan)',
};

/** Chapter XI: what the coming year asks of the task force, from the list of duties. */
export function chapterOutlook(g: Gathered): ReportBlock[] {
  if (g.turns.length === 0) return [];
  return [
    { kind: 'section', number: '11.1', title: `Kewajiban gugus tugas tahun ${g.year + 1}` },
    {
      kind: 'table',
      number: '11.1',
      caption: `Kewajiban berkala dan tenggatnya, ${g.year + 1}`,
      source:
        'Sumber: daftar kewajiban pada Simpul. Dasar bertanda "belum dicocokkan" dibaca kembali pada naskah resmi sebelum dipakai.',
      columns: [
        { label: 'Tenggat', align: 'start' },
        { label: 'Kewajiban', align: 'start' },
        { label: 'Pemegang', align: 'start' },
        { label: 'Dasar', align: 'start' },
      ],
      rows: g.turns.map((turn) => ({
        cells: [
          t(shortDay(turn.due)),
          t(turn.title.id),
          t(turn.holder?.id ?? ''),
          t(`${turn.basis}${basisMarks[turn.mark] ?? ''}`),
        ],
        total: false,
      })),
    },
  ];
}
