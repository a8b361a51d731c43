import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { countedUnits, dimensionCodes, figureTopics, measures } from './codes.ts';

const Day = z.iso.date();
const AreaCode = z.string().regex(/^(id|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$/);

export const FigureKind = z.enum(['agreed', 'published']);
export type FigureKind = z.infer<typeof FigureKind>;

/** `primary`: shown first. `conflicting`: contradicts another or its own parts. `context`: for comparison. */
export const Reading = z.enum(['primary', 'conflicting', 'context']);

/** Values of a breakdown by dimension: `{ sex: 'female' }`; empty for a total. */
export const Dimensions = z.partialRecord(z.enum(dimensionCodes), z.string().min(1).max(80));
export type Dimensions = z.infer<typeof Dimensions>;

/** One number with everything a reader needs to judge it. A number without its unit does not render. */
export const Figure = z.object({
  id: P1(z.string()),
  kind: P0(FigureKind),
  topic: P0(z.enum(figureTopics)),
  measure: P0(z.enum(measures)),
  unit: P0(z.enum(countedUnits)),
  areaCode: P0(z.string()),
  areaName: P0(z.string()),
  /** Counting year, where the period lies within one. */
  year: P0(z.number().int().nullable()),
  periodFrom: P0(Day),
  periodTo: P0(Day),
  /** The period does not cover its whole year. */
  partial: P0(z.boolean()),
  /** State of knowledge; null where the source does not say. */
  asOf: P0(Day.nullable()),
  dimensions: P0(Dimensions),
  value: P1(z.number()),
  /** Which date the year was taken from; null where the source does not say. */
  yearBasis: P0(z.string().nullable()),
  /** A code of `countingRules` for agreed figures, the words of the source for published ones. */
  countingRule: P0(z.string()),
  statusSet: P0(z.string().nullable()),
  source: P0(z.string()),
  sourceTitle: P0(z.string().nullable()),
  sourceDay: P0(Day.nullable()),
  sourceUrl: P0(z.string().nullable()),
  /** A copy of a fact, such as a press page: never an official statistic. */
  secondary: P0(z.boolean()),
  series: P0(z.string().nullable()),
  reading: P0(Reading.nullable()),
  note: P0(z.string().nullable()),
  /** Clearing round whose rows it counts. */
  round: P1(z.string().nullable()),
  enteredAt: P1(z.string()),
  supersededAt: P1(z.string().nullable()),
  supersededReason: P1(z.string().nullable()),
});
export type Figure = z.infer<typeof Figure>;

export const FigureQuery = PageQuery.extend({
  kind: P0(FigureKind.optional()),
  topic: P0(z.enum(figureTopics).optional()),
  measure: P0(z.enum(measures).optional()),
  year: P0(z.coerce.number().int().min(1900).max(2200).optional()),
  area: P0(AreaCode.optional()),
  /** Only totals, without breakdowns. */
  totals: P0(z.stringbool().optional()),
  /** Those that another took the place of. */
  superseded: P0(z.stringbool().default(false)),
});
export type FigureQuery = z.infer<typeof FigureQuery>;
export const FigurePage = page(Figure).extend({ can: z.object({ manage: P0(z.boolean()) }) });
export type FigurePage = z.infer<typeof FigurePage>;

/** Parts that a source itemises beside a total: do they add up? */
export const SumCheck = z.object({
  id: P0(z.string()),
  total: P0(z.number()),
  sum: P0(z.number()),
  holds: P0(z.boolean()),
  note: P0(z.string().nullable()),
  totalFigure: P0(Figure.nullable()),
  parts: P0(z.array(Figure)),
});
export type SumCheck = z.infer<typeof SumCheck>;

/** A cumulative series that fell: a later figure is lower than an earlier one. */
export const Fall = z.object({ before: Figure, after: Figure });
export type Fall = z.infer<typeof Fall>;

export const FigureDetail = Figure.extend({
  sums: P0(z.array(SumCheck)),
  falls: P0(z.array(Fall)),
  /** Figures of the same measure, area and period that say something else. */
  conflicts: P0(z.array(Figure)),
  /** Figures it took the place of, newest first. */
  before: P0(z.array(Figure)),
  can: z.object({ supersede: P0(z.boolean()), openRows: P0(z.boolean()) }),
});
export type FigureDetail = z.infer<typeof FigureDetail>;

const Text = (least: number, most: number) => z.string().trim().min(least).max(most);
const Value = z.number().min(0).max(1e12);

/** What somebody else published, entered by hand: no provenance, no figure. */
export const PublishedEntry = z.object({
  topic: P0(z.enum(figureTopics)),
  unit: P0(z.enum(countedUnits)),
  areaCode: P0(AreaCode),
  periodFrom: P0(Day),
  periodTo: P0(Day),
  asOf: P0(Day),
  value: P0(Value),
  dimensions: P0(Dimensions.default({})),
  yearBasis: P0(Text(2, 80).nullable().default(null)),
  countingRule: P0(Text(5, 400)),
  source: P0(Text(3, 160)),
  sourceTitle: P0(Text(3, 240)),
  sourceDay: P0(Day),
  sourceUrl: P0(
    z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
  ),
  series: P0(Text(2, 80).nullable().default(null)),
  reading: P0(Reading.default('primary')),
  note: P0(Text(3, 1000).nullable().default(null)),
  /** As the source itemises the total: one dimension, a value each. */
  parts: P0(
    z
      .object({
        dimension: z.enum(dimensionCodes),
        values: z
          .array(z.object({ code: Text(1, 80), value: Value }))
          .min(2)
          .max(60),
      })
      .nullable()
      .default(null),
  ),
});
export type PublishedEntry = z.infer<typeof PublishedEntry>;

export const SupersedeFigure = z.object({
  id: P1(z.uuid()),
  reason: P1(Text(5, 400)),
  /** The figure that takes its place; null when it was simply wrong. */
  by: P0(PublishedEntry.nullable()),
});
