import { z } from 'zod';
import file from './published-figures.json' with { type: 'json' };

const Day = z.iso.date();

/** Where a figure was read. All are secondary copies of facts, mostly press pages. */
export const FigureSource = z.strictObject({
  key: z.string(),
  publisher: z.string(),
  title: z.string(),
  publishedOn: Day.nullable(),
  /** Null where the page that was read is no longer known. */
  url: z.url().nullable(),
  secondary: z.literal(true),
  note: z.string().nullable(),
});
export type FigureSource = z.infer<typeof FigureSource>;

/** Cases, victims and services are different things; `unclear` where the source does not say what it counted. */
export const figureUnits = [
  'case',
  'victim',
  'victim_type',
  'suspect',
  'perpetrator',
  'relation',
  'report',
  'service',
  'percent',
  'unclear',
] as const;

export const PublishedFigure = z.strictObject({
  id: z.string(),
  series: z.string(),
  topic: z.enum(['trafficking', 'violence']),
  /** Kemendagri code; null is the whole of Indonesia. */
  areaCode: z.string().nullable(),
  unit: z.enum(figureUnits),
  period: z.strictObject({ from: Day, to: Day }),
  /** The day the figure describes; null where the source does not say. */
  asOf: Day.nullable(),
  /** One dimension or more of a breakdown: sex, ageGroup, modus and so on. Empty for a total. */
  dimensions: z.record(z.string(), z.string()),
  value: z.number().nonnegative(),
  source: z.string(),
  countingRule: z.string(),
  /** `primary`: the reading shown first. `conflicting`: contradicts it or itself. `context`: national, for comparison. */
  reading: z.enum(['primary', 'conflicting', 'context']),
  conflictsWith: z.array(z.string()),
  note: z.string().nullable(),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/** What a reader of the figures should test before using them, and what came out. */
export const FigureCheck = z.strictObject({
  id: z.string(),
  kind: z.enum(['sum', 'non_decreasing']),
  parts: z.array(z.string()),
  /** A figure's id, or the total itself; null for a series. */
  total: z.union([z.string(), z.number()]).nullable(),
  holds: z.boolean(),
  finding: z.string().nullable(),
});
export type FigureCheck = z.infer<typeof FigureCheck>;

const PublishedFigures = z.strictObject({
  about: z.string(),
  sources: z.array(FigureSource),
  figures: z.array(PublishedFigure),
  checks: z.array(FigureCheck),
});

export const publishedFigures = PublishedFigures.parse(file);
