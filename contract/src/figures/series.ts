import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { agreedDimensions, countedUnits, differenceReasons, measures } from './codes.ts';
import { Fall, Figure, SumCheck } from './figure.ts';

/** Agreed beside published, year by year; the difference is said with its reasons, never levelled out. */
export const SeriesYear = z.object({
  year: P0(z.number().int()),
  agreed: P1(Figure.nullable()),
  published: P0(
    z.array(
      z.object({
        figure: Figure,
        /** Published minus agreed; null without an agreed figure. */
        difference: P1(z.number().nullable()),
        reasons: P0(z.array(z.enum(differenceReasons))),
      }),
    ),
  ),
});
export type SeriesYear = z.infer<typeof SeriesYear>;

export const YearSeries = z.object({
  measure: P0(z.enum(measures)),
  unit: P0(z.enum(countedUnits)),
  areaCode: P0(z.string()),
  areaName: P0(z.string()),
  years: z.array(SeriesYear),
  /** Sums over several years and other periods that belong to no single year. */
  longer: P0(z.array(Figure)),
});
export type YearSeries = z.infer<typeof YearSeries>;

/** Victims of a year by one attribute, small cells hidden (domain.md 3.24-6). */
export const AgreedTable = z.object({
  dimension: P0(z.enum(agreedDimensions)),
  outcome: P0(z.enum(['shown', 'cells_hidden', 'total_only'])),
  total: P1(z.number().int()),
  cells: P1(
    z.array(z.object({ code: z.string(), label: z.string().nullable(), value: z.number().int().nullable() })),
  ),
});
export type AgreedTable = z.infer<typeof AgreedTable>;

export const AgreedYear = z.object({
  year: P0(z.number().int()),
  round: P1(z.string()),
  cases: P1(Figure),
  victims: P1(Figure),
  /** Counts of 1 to this are hidden. */
  threshold: P0(z.number().int()),
  tables: P1(z.array(AgreedTable)),
  can: z.object({ openRows: P0(z.boolean()) }),
});
export type AgreedYear = z.infer<typeof AgreedYear>;

export const FigureChecks = z.object({
  /** Itemised parts that do not add up to their total. */
  sums: P0(z.array(SumCheck)),
  /** Cumulative series that fall. */
  falls: P0(z.array(Fall)),
});
export type FigureChecks = z.infer<typeof FigureChecks>;
