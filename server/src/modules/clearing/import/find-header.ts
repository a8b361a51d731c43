import type { Layout } from '@simpul/contract/clearing/columns';
import { htcdsKeyOf, htcdsKeyOfLabel, htcdsKeyOfName } from '@simpul/contract/standards/htcds-fields';
import type { HtcdsKey } from '@simpul/contract/standards/htcds-fields';
import { matchHeading } from './headings.ts';
import { isCtdcMark } from './published-columns.ts';
import { clean, headingKey } from './text.ts';

/** A row as the file readers give it; `number` is the row the person sees. */
export interface RawRow {
  number: number;
  cells: readonly string[];
  issues?: readonly { column: number; code: string }[];
}
export interface Heading {
  /** As it stands in the file, with its group: "KORBAN · UMUR". */
  text: string;
  own: string;
  group: string;
  htcdsKey?: HtcdsKey;
}
export interface FoundHeader {
  layout: Layout;
  headings: Heading[];
  /** Row of the last heading; the data starts below it. */
  lastHeaderRow: number;
}

export const headerSearchRows = 30;

interface Score {
  known: number;
  filled: number;
}
function scoreOf(row: RawRow, isKnown: (cell: string, index: number) => boolean): Score {
  const cells = row.cells.map(clean);
  return {
    known: cells.filter((cell, i) => cell !== '' && isKnown(cell, i)).length,
    filled: cells.filter((cell) => cell !== '').length,
  };
}
const wellKnown = (cell: string) => (matchHeading(cell)?.strength ?? 0) >= 0.9;
/** So many headings we know are headings, however many others an office keeps beside them. */
const certain = 6;
const enough = ({ known, filled }: Score) =>
  known >= certain || (known >= Math.min(2, filled) && known > 0 && known >= filled * 0.4);

/** A merged cell leaves its text in the first column only: carried to the right until the next text. */
function carried(row: RawRow, width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, i) => {
    last = clean(row.cells[i] ?? '') || last;
    return last;
  });
}

function htcdsHeader(rows: readonly RawRow[]): FoundHeader | undefined {
  for (const [i, row] of rows.entries()) {
    const names = row.cells.filter((cell) => htcdsKeyOfName(cell) !== undefined).length;
    const labels = row.cells.filter((cell) => htcdsKeyOfLabel(cell) !== undefined).length;
    if (names < 3 && labels < 5) continue;
    // The published templates hide the system names in the row above the visible labels.
    const next = rows[i + 1];
    const labelRow =
      names >= 3 && next && next.cells.filter((c) => htcdsKeyOfLabel(c) !== undefined).length >= 3
        ? next
        : undefined;
    const nameRow = names >= 3 ? row : undefined;
    const shown = labelRow ?? row;
    const width = Math.max(row.cells.length, shown.cells.length);
    const headings = Array.from({ length: width }, (_, c): Heading => {
      const name = clean(nameRow?.cells[c] ?? '');
      const label = clean(nameRow && !labelRow ? '' : (shown.cells[c] ?? ''));
      const key = htcdsKeyOf(name || null, label || null);
      return { text: label || name, own: label || name, group: '', ...(key ? { htcdsKey: key } : {}) };
    });
    return { layout: 'htcds', headings, lastHeaderRow: shown.number };
  }
  return undefined;
}

function layoutOf(headings: readonly Heading[]): Layout {
  const keys = new Set(headings.map((h) => headingKey(h.own)));
  const has = (...words: string[]) => words.filter((w) => keys.has(w)).length;
  if (
    has(
      'NO LP',
      'NOMOR LP',
      'LP',
      'NO LAPORAN POLISI',
      'LAPORAN POLISI',
      'INISIAL KRB',
      'NAMA KRB',
      'PASAL',
    ) >= 1
  )
    return 'police';
  if (has('NO REGISTRASI', 'KATEGORI TRAFFICKING', 'TINDAK KEKERASAN', 'KONSELOR', 'TANGGAL PELAPORAN') >= 2)
    return 'simfoni';
  return 'generic';
}

/**
 * Finds the headings among title rows, above column numbers and in one or two rows. Undefined where no row holds
 * headings we know; the person is then asked which row it is.
 */
export function findHeader(rows: readonly RawRow[]): FoundHeader | undefined {
  const head = rows.slice(0, headerSearchRows);
  const standard = htcdsHeader(head);
  if (standard) return standard;
  for (const row of head)
    if (row.cells.filter(isCtdcMark).length >= 3)
      return {
        layout: 'ctdc',
        headings: row.cells.map((cell) => ({ text: clean(cell), own: clean(cell), group: '' })),
        lastHeaderRow: row.number,
      };

  let best: { row: RawRow; index: number; score: Score } | undefined;
  for (const [index, row] of head.entries()) {
    const score = scoreOf(row, wellKnown);
    if (enough(score) && (best === undefined || score.known > best.score.known)) best = { row, index, score };
  }
  if (!best) return undefined;
  return build(head, best.index);
}

/** The header when a person says which row it is. */
export const headerAt = (rows: readonly RawRow[], rowNumber: number): FoundHeader | undefined => {
  const index = rows.findIndex((row) => row.number === rowNumber);
  return index < 0 ? undefined : build(rows, index);
};

function build(rows: readonly RawRow[], index: number): FoundHeader | undefined {
  const row = rows[index];
  if (!row) return undefined;
  const width = Math.max(
    row.cells.length,
    rows[index - 1]?.cells.length ?? 0,
    rows[index + 1]?.cells.length ?? 0,
  );
  const above = groupRow(rows[index - 1], row, width);
  const below = above ? undefined : splitRow(row, rows[index + 1], width);
  const groups = above ?? below?.groups;
  const own = below?.own ?? Array.from({ length: width }, (_, i) => clean(row.cells[i] ?? ''));
  const headings = own.map((text, i): Heading => {
    const group = groups?.[i] ?? '';
    if (text === '') return { text: group, own: group, group: '' };
    return {
      text: group && group !== text ? `${group} · ${text}` : text,
      own: text,
      group: group === text ? '' : group,
    };
  });
  while (headings.length > 0 && headings.at(-1)?.text === '') headings.pop();
  return {
    layout: layoutOf(headings),
    headings,
    lastHeaderRow: below ? (rows[index + 1]?.number ?? row.number) : row.number,
  };
}

const groupWords =
  /\b(?:KORBAN|PELAKU|TERSANGKA|TERLAPOR|PELAPOR|TKP|ALAMAT|ASAL|DOMISILI|IDENTITAS|DATA|JUMLAH|JML|VICTIM|SUSPECT)\b/;
/** Groups stand above, in a row of their own directly over the headings; a title row is one cell and no group word alone. */
function groupRow(above: RawRow | undefined, row: RawRow, width: number): string[] | undefined {
  if (!above || above.number !== row.number - 1) return undefined;
  const texts = above.cells.map(clean).filter((cell) => cell !== '');
  if (texts.length < 2 || !texts.some((text) => groupWords.test(headingKey(text)) || wellKnown(text)))
    return undefined;
  const groups = carried(above, width);
  // A group carried over a heading with a text of its own above it would be wrong: carried only over empty cells.
  return groups;
}

/** The best row may be the upper one: "NO | NO LP | KORBAN | | | TKP" over "| | NAMA | UMUR | JK |". */
function splitRow(
  row: RawRow,
  next: RawRow | undefined,
  width: number,
): { groups: string[]; own: string[] } | undefined {
  if (!next || next.number !== row.number + 1) return undefined;
  const below = Array.from({ length: width }, (_, i) => clean(next.cells[i] ?? ''));
  const filled = below.filter((cell) => cell !== '');
  const known = filled.filter(wellKnown).length;
  // A row of data would stand under most columns and hold few headings.
  if (filled.length < 2 || known < filled.length * 0.6) return undefined;
  const groups = carried(row, width);
  const own = below.map((cell, i) => cell || clean(row.cells[i] ?? ''));
  return { groups: groups.map((g, i) => (below[i] === '' ? '' : g)), own };
}
