import type {
  ColumnTarget,
  ImportMapping,
  Layout,
  LeftOutReason,
  RecognisedColumn,
} from '@simpul/contract/clearing/columns';
import { targetInfo } from '@simpul/contract/clearing/columns';
import type { Scheme } from '@simpul/contract/standards/code-lists';
import { isInitials } from '@simpul/contract/standards/name';
import type { AreaLookup } from './areas.ts';
import { guessFromContent, isValidFor } from './content.ts';
import type { ContentContext } from './content.ts';
import type { FoundHeader, Heading, RawRow } from './find-header.ts';
import { matchHeading } from './headings.ts';
import { mask } from './mask.ts';
import { ctdcUse, htcdsUse } from './published-columns.ts';
import { clean, columnLetter, isBlank, isColumnNumbers, readCount } from './text.ts';

export const schemeOf: Readonly<Record<Layout, Scheme>> = {
  simfoni: 'simfoni',
  police: 'polri',
  htcds: 'htcds',
  ctdc: 'ctdc',
  generic: 'own',
};

/** Below this share of valid values a recognised column asks to be looked at. */
export const agreedShare = 0.95;

interface Guess {
  target: ColumnTarget | null;
  flag: string | null;
  leftOut: LeftOutReason | null;
  confidence: number;
}
const nothing = (leftOut: LeftOutReason, confidence = 1): Guess => ({
  target: null,
  flag: null,
  leftOut,
  confidence,
});

function guess(heading: Heading, layout: Layout, samples: readonly string[], context: ContentContext): Guess {
  if (layout === 'ctdc' || heading.htcdsKey) {
    const use = heading.htcdsKey ? htcdsUse(heading.htcdsKey) : ctdcUse(heading.own);
    if (use && 'leftOut' in use) return nothing(use.leftOut);
    if (use) return { target: use.target, flag: use.flag ?? null, leftOut: null, confidence: 1 };
  }
  const match = matchHeading(heading.own, heading.group);
  if (match?.leftOut) return nothing(match.leftOut, match.strength);
  if (match?.target) {
    const target = refine(match.target, samples);
    return { target, flag: null, leftOut: null, confidence: match.strength };
  }
  if (samples.length === 0) return nothing('empty');
  const target = guessFromContent(samples, context);
  return target ? { target, flag: null, leftOut: null, confidence: 0.5 } : nothing('unknown', 0.5);
}

/** The content decides where a heading leaves room: "KORBAN" over numbers, "NAMA" over initials. */
function refine(target: ColumnTarget, samples: readonly string[]): ColumnTarget {
  const share = (test: (text: string) => boolean) =>
    samples.length === 0 ? 0 : samples.filter(test).length / samples.length;
  if (target === 'name' && share((t) => readCount(t) !== undefined) > 0.8) return 'victimTotal';
  if (target === 'name' && share(isInitials) > 0.7) return 'initials';
  if (target === 'initials' && share((t) => /\p{L}{4}/u.test(t)) > 0.5) return 'name';
  if (target === 'age' && share((t) => /\d\s*[-–]\s*\d|\+$|anak|dewasa/i.test(t)) > 0.5) return 'ageGroup';
  if (target === 'birthDate' && share((t) => /\p{L}{3,}.*,.*\d/u.test(t)) > 0.5) return 'birthPlaceAndDate';
  return target;
}

/**
 * What each column holds, from its heading and from samples of the rows below. A column is taken only when the
 * clearing needs it; one that speaks of reporters, suspects or staff is left out even though it was understood.
 */
export function recogniseColumns(
  header: FoundHeader,
  below: readonly RawRow[],
  options: { areas: AreaLookup; today: string },
): RecognisedColumn[] {
  const rows = below.filter((row) => !isColumnNumbers(row.cells));
  const context: ContentContext = {
    areas: options.areas,
    scheme: schemeOf[header.layout],
    year: Number(options.today.slice(0, 4)),
  };
  const width = Math.max(header.headings.length, ...rows.map((row) => row.cells.length), 0);
  const columns = Array.from({ length: width }, (_, index) => {
    const heading = header.headings[index] ?? { text: '', own: '', group: '' };
    const values = rows.map((row) => clean(row.cells[index] ?? ''));
    const samples = values.filter((text) => !isBlank(text));
    const found = guess(heading, header.layout, samples, context);
    const valid = validSamples(found, samples, context);
    return { index, heading, samples, rows: values.length, valid, ...found };
  });
  keepBest(columns);
  return columns.map((column): RecognisedColumn => {
    const { target, samples } = column;
    const share = samples.length === 0 ? 1 : column.valid / samples.length;
    const confidence = target === null ? column.confidence : column.confidence * (0.5 + 0.5 * share);
    const sure = column.confidence >= 0.8 && share >= agreedShare;
    return {
      index: column.index,
      letter: columnLetter(column.index),
      header: column.heading.text,
      sample: mask(target, samples[0] ?? ''),
      target,
      flag: column.flag,
      leftOut: target === null ? (column.leftOut ?? 'unknown') : null,
      confidence: Math.round(confidence * 100) / 100,
      status: target === null ? 'left_out' : sure ? 'recognised' : 'check',
      filled: column.rows === 0 ? 0 : samples.length / column.rows,
      valid: target === null || column.rows === 0 ? 0 : column.valid / column.rows,
    };
  });
}

function validSamples(found: Guess, samples: readonly string[], context: ContentContext): number {
  const { target, flag } = found;
  if (target === null) return 0;
  return flag === null ? samples.filter((text) => isValidFor(target, text, context)).length : samples.length;
}

/** Of several columns of one kind the surest stays; the others ask. */
function keepBest(columns: ({ heading: Heading; valid: number } & Guess)[]): void {
  const best = new Map<ColumnTarget, (typeof columns)[number]>();
  const weight = (c: (typeof columns)[number]) => c.confidence * 1000 + c.valid;
  for (const column of columns) {
    const { target } = column;
    if (target === null || targetInfo[target].many || column.flag !== null) continue;
    const rival = best.get(target);
    const loser = rival === undefined ? undefined : weight(column) > weight(rival) ? rival : column;
    if (loser !== column) best.set(target, column);
    if (loser) Object.assign(loser, nothing('unknown', 0.3));
  }
}

/** The mapping a recognition proposes; a person changes it column by column. */
export function proposeMapping(header: FoundHeader, columns: readonly RecognisedColumn[]): ImportMapping {
  const mapped = columns.flatMap(({ index, target, flag }) =>
    target === null ? [] : [{ index, target, ...(flag === null ? {} : { flag }) }],
  );
  return { layout: header.layout, columns: mapped };
}
