import type { Round } from '@simpul/contract/clearing/round';
import type { Part, ReportBlock } from '@simpul/contract/reporting/content';
import { protectBySource } from '@simpul/engine/disclosure/by-source';
import { number } from '../../../platform/documents/words-id.ts';
import type { Gathered } from '../gather.ts';
import { type Citations, t } from './parts.ts';

export const restricted = 'terbatas';

type Column = Map<string, number | null>;

/** One column of the table by source, small counts hidden so that neither bound gives them away. */
function column(
  sources: Round['sources'],
  countOf: (s: Round['sources'][number]) => number,
  distinct: number,
  threshold: number,
): Column {
  const linked = sources.filter((s) => s.linked);
  const cells = linked.map((s) => ({ code: s.agency, value: countOf(s), mixed: s.unlinked > 0 }));
  // Rounds agreed before a source with some identity counted as linked hold less here than they agreed on.
  const inAll = cells.reduce((n, c) => n + c.value, 0);
  const shown = protectBySource(cells, { distinct: Math.min(distinct, inAll), threshold }).cells;
  // Sources without identity are not part of the agreed number, so no bound ties them to the others.
  const apart = sources
    .filter((s) => !s.linked)
    .map((s) => ({ code: s.agency, value: hideSmall(countOf(s), threshold) }));
  return new Map([...shown, ...apart].map((c) => [c.code, c.value]));
}
const hideSmall = (value: number, threshold: number): number | null =>
  value >= 1 && value <= threshold ? null : value;

export interface SourceLine {
  name: string;
  cases: number | null;
  victims: number | null;
  linked: boolean;
  mixed: boolean;
  signedOff: boolean;
}

/** What each agency counted before clearing, for papers. */
export function sourceLines(
  round: Round,
  agreed: { cases: number; victims: number },
  threshold: number,
): SourceLine[] {
  const cases = column(round.sources, (s) => s.cases, agreed.cases, threshold);
  const victims = column(round.sources, (s) => s.victims, agreed.victims, threshold);
  return round.sources
    .map((s) => ({
      name: s.agencyName,
      cases: cases.get(s.agency) ?? null,
      victims: victims.get(s.agency) ?? null,
      linked: s.linked,
      mixed: s.linked && s.unlinked > 0,
      signedOff: s.signedOff,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

const count = (value: number | null): Part => t(value === null ? restricted : number(value));

export const remarkOf = (s: SourceLine): string =>
  [
    s.signedOff ? 'Ditandatangani kontak data' : 'Belum ditandatangani untuk semua masa',
    s.linked ? '' : 'tanpa identitas, dihitung menurut aturan dan tidak dipadankan',
    s.mixed ? 'sebagian tanpa identitas, yang dihitung menurut aturan dan tidak dipadankan' : '',
  ]
    .filter((w) => w !== '')
    .join('; ');

/** Agencies that handed something in and did not sign all of it; undefined when every one did. */
export function unsignedWords(round: Pick<Round, 'unsigned'>): string | undefined {
  const names = round.unsigned.map((u) => u.agencyName).toSorted((a, b) => a.localeCompare(b, 'id'));
  if (names.length === 0) return undefined;
  return `${number(names.length)} instansi menyerahkan catatan dan belum menandatangani semua masanya: ${names.join('; ')}. Catatan yang belum ditandatangani tidak ikut dihitung.`;
}

export const smallCountNote = (threshold: number): string =>
  `Nilai 1–${threshold} ditulis "${restricted}", bersama nilai lain bila perlu agar tidak dapat dihitung dari selisih.`;

export function sourceRows(lines: readonly SourceLine[], totals: [Part, Part], remark: string) {
  return [
    ...lines.map((s) => ({
      cells: [t(s.name), count(s.cases), count(s.victims), t(remarkOf(s))],
      total: false,
    })),
    { cells: [t('Angka sepakat'), ...totals, t(remark)], total: true },
  ];
}

export const sourceColumns: Extract<ReportBlock, { kind: 'table' }>['columns'] = [
  { label: 'Sumber', align: 'start' },
  { label: 'Kasus', align: 'end' },
  { label: 'Korban', align: 'end' },
  { label: 'Catatan', align: 'start' },
];

/** Difference by source: one person may stand in several, so the rows do not add up to the agreed figure. */
export function sourceTable(g: Gathered, c: Citations, source: string): ReportBlock[] {
  if (!g.agreed || !g.round) return [];
  const agreed = { cases: g.agreed.cases.value, victims: g.agreed.victims.value };
  const lines = sourceLines(g.round, agreed, g.threshold);
  const unsigned = unsignedWords(g.round);
  const record =
    g.round.recordNumber === null ? 'Berita acara belum dibuat' : `Berita acara ${g.round.recordNumber}`;
  return [
    { kind: 'section', number: '3.2', title: 'Selisih antarsumber' },
    {
      kind: 'paragraph',
      parts: [
        t(
          'Satu orang dapat dicatat beberapa instansi. Karena itu baris-baris berikut tidak berjumlah angka sepakat: setelah catatan ganda digabung, tersisa ',
        ),
        c.cite(g.agreed.cases),
        t(' dan '),
        c.cite(g.agreed.victims),
        t('.'),
      ],
    },
    ...(unsigned === undefined ? [] : [{ kind: 'paragraph' as const, parts: [t(unsigned)] }]),
    {
      kind: 'table',
      number: '3.2',
      caption: `Kasus dan korban tahun ${g.year} menurut sumber, sebelum dicocokkan`,
      source: `${source} ${smallCountNote(g.threshold)}`,
      columns: sourceColumns,
      rows: sourceRows(lines, [c.bare(g.agreed.cases), c.bare(g.agreed.victims)], record),
    },
  ];
}
