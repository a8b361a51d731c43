import type { CountedUnit, FigureTopic } from '@simpul/contract/figures/codes';
import type { PublishedEntry } from '@simpul/contract/figures/figure';
import type { FieldProblem } from '../../ui/ProblemSummary.tsx';
import { blank, given, type Answer } from '../../ui/answer.ts';
import type { FigureDetail } from './queries.ts';

/** The form as it is typed; texts until it is sent. */
export interface EntryDraft {
  topic: FigureTopic;
  unit: CountedUnit;
  areaCode: string;
  value: string;
  from: Answer<string>;
  to: Answer<string>;
  asOf: Answer<string>;
  rule: string;
  basis: string;
  source: string;
  title: string;
  day: Answer<string>;
  url: string;
  note: string;
  dimension: string;
  parts: { code: string; value: string }[];
  reason: string;
}

export const emptyEntry = (areaCode: string): EntryDraft => ({
  topic: 'trafficking',
  unit: 'victim',
  areaCode,
  value: '',
  from: blank,
  to: blank,
  asOf: blank,
  rule: '',
  basis: '',
  source: '',
  title: '',
  day: blank,
  url: '',
  note: '',
  dimension: '',
  parts: [
    { code: '', value: '' },
    { code: '', value: '' },
  ],
  reason: '',
});

const day = (value: string | null): Answer<string> => (value === null ? blank : given(value));

/** What a figure says now, to be mended in the form. */
export const entryOf = (f: FigureDetail): EntryDraft => ({
  ...emptyEntry(f.areaCode),
  topic: f.topic,
  unit: f.unit,
  value: String(f.value).replace('.', ','),
  from: given(f.periodFrom),
  to: given(f.periodTo),
  asOf: day(f.asOf),
  rule: f.countingRule,
  basis: f.yearBasis ?? '',
  source: f.source,
  title: f.sourceTitle ?? '',
  day: day(f.sourceDay),
  url: f.sourceUrl ?? '',
  note: f.note ?? '',
});

/** `1.012` and `12,5` as people write them; undefined when it is no number. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replaceAll(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

export const dayOf = (answer: Answer<string>): string | undefined =>
  answer.state === 'given' && answer.value.length === 10 ? answer.value : undefined;

/** Keys of the messages for what is missing, and the entry when nothing is. */
export function readEntry(d: EntryDraft): { missing: FieldProblem[]; entry: PublishedEntry | undefined } {
  const missing: FieldProblem[] = [];
  const need = <T>(field: string, value: T | undefined): T | undefined => {
    if (value === undefined) missing.push({ field: `entry-${field}`, message: field });
    return value;
  };
  const long = (text: string, least: number) => (text.trim().length >= least ? text.trim() : undefined);
  const value = need('value', readNumber(d.value));
  const periodFrom = need('from', dayOf(d.from));
  const periodTo = need('to', dayOf(d.to));
  const asOf = need('asOf', dayOf(d.asOf));
  const countingRule = need('rule', long(d.rule, 5));
  const source = need('source', long(d.source, 3));
  const sourceTitle = need('title', long(d.title, 3));
  const sourceDay = need('day', dayOf(d.day));
  const url = d.url.trim();
  if (url !== '' && !/^https?:\/\/\S+\.\S+/.test(url)) missing.push({ field: 'entry-url', message: 'url' });
  const filled = d.parts.filter((p) => p.code.trim() !== '' || p.value.trim() !== '');
  const values = filled.map((p) => ({ code: p.code.trim(), value: readNumber(p.value) }));
  const wholeParts = values.flatMap((p) =>
    p.value === undefined || p.code === '' ? [] : [{ code: p.code, value: p.value }],
  );
  if (d.dimension !== '' && (wholeParts.length < 2 || wholeParts.length < values.length))
    missing.push({ field: 'entry-parts', message: 'parts' });
  if (
    missing.length > 0 ||
    value === undefined ||
    periodFrom === undefined ||
    periodTo === undefined ||
    asOf === undefined ||
    countingRule === undefined ||
    source === undefined ||
    sourceTitle === undefined ||
    sourceDay === undefined
  )
    return { missing, entry: undefined };
  return {
    missing,
    entry: {
      topic: d.topic,
      unit: d.unit,
      areaCode: d.areaCode,
      periodFrom,
      periodTo,
      asOf,
      value,
      dimensions: {},
      yearBasis: long(d.basis, 2) ?? null,
      countingRule,
      source,
      sourceTitle,
      sourceDay,
      sourceUrl: url === '' ? null : url,
      series: null,
      reading: 'primary',
      note: long(d.note, 3) ?? null,
      parts:
        d.dimension === ''
          ? null
          : {
              dimension: d.dimension as NonNullable<PublishedEntry['parts']>['dimension'],
              values: wholeParts,
            },
    },
  };
}

const fields: Record<string, string> = {
  value: 'value',
  periodFrom: 'from',
  periodTo: 'to',
  asOf: 'asOf',
  countingRule: 'rule',
  source: 'source',
  sourceTitle: 'title',
  sourceDay: 'day',
  sourceUrl: 'url',
  note: 'note',
  parts: 'parts',
  areaCode: 'area',
};
/** The field of the form a path of the contract belongs to. */
export const fieldOf = (path: string): string =>
  `entry-${fields[path.split('.').findLast((p) => p in fields) ?? ''] ?? 'value'}`;
