import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { Figure } from '../figures/figure.ts';
import { annexKeys, chapterKeys } from './codes.ts';

/** Text with figures in it: a figure is a reference with provenance, never typed digits. */
export const Part = z.object({ text: P1(z.string()), figure: P1(z.string().optional()) });
export type Part = z.infer<typeof Part>;
const Parts = z.array(Part);

export const ReportBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), number: P0(z.string()), title: P0(z.string()) }),
  z.object({ kind: z.literal('paragraph'), parts: Parts }),
  z.object({ kind: z.literal('note'), title: P0(z.string()), text: P1(z.string()) }),
  z.object({ kind: z.literal('list'), ordered: P0(z.boolean()), items: z.array(Parts) }),
  z.object({
    kind: z.literal('facts'),
    items: z.array(z.object({ label: P0(z.string()), value: P1(z.string()) })),
  }),
  z.object({
    kind: z.literal('table'),
    number: P0(z.string()),
    caption: P0(z.string()),
    source: P0(z.string()),
    columns: z.array(z.object({ label: P0(z.string()), align: P0(z.enum(['start', 'end'])) })),
    rows: z.array(z.object({ cells: z.array(Part), total: P0(z.boolean()) })),
  }),
  z.object({
    kind: z.literal('bars'),
    number: P0(z.string()),
    caption: P0(z.string()),
    source: P0(z.string()),
    alt: P0(z.string()),
    series: z.array(z.object({ label: P0(z.string()) })),
    points: z.array(
      z.object({
        label: P0(z.string()),
        partial: P0(z.boolean()),
        /** Published by others, not agreed; frozen reports from before it was told lack it. */
        published: P0(z.boolean().optional()),
        values: P1(z.array(z.number().nullable())),
      }),
    ),
  }),
]);
export type ReportBlock = z.infer<typeof ReportBlock>;

/** A figure as it stood when the draft read it, with the words that stand under it. */
export const UsedFigure = Figure.pick({
  id: true,
  kind: true,
  measure: true,
  unit: true,
  areaName: true,
  year: true,
  periodFrom: true,
  periodTo: true,
  partial: true,
  asOf: true,
  value: true,
  sourceTitle: true,
  sourceDay: true,
  sourceUrl: true,
  note: true,
  round: true,
}).extend({
  /** `Korban, angka sepakat 2022`. */
  label: P0(z.string()),
  source: P0(z.string()),
  countingRule: P0(z.string()),
  yearBasis: P0(z.string()),
  statusSet: P0(z.string()),
});
export type UsedFigure = z.infer<typeof UsedFigure>;

export const ReportChapter = z.object({
  key: P0(z.enum(chapterKeys)),
  number: P0(z.string()),
  title: P0(z.string()),
  /** Filled from data; empty where Simpul has none yet. */
  blocks: z.array(ReportBlock),
  /** Written by people; copied in when the report is frozen. */
  text: P1(z.string().nullable()),
});
export type ReportChapter = z.infer<typeof ReportChapter>;

export const ReportAnnex = z.object({
  key: P0(z.enum(annexKeys)),
  number: P0(z.string()),
  title: P0(z.string()),
  blocks: z.array(ReportBlock),
});
export type ReportAnnex = z.infer<typeof ReportAnnex>;

export const Letterhead = z.object({
  authority: P0(z.array(z.string())),
  office: P0(z.array(z.string())),
  address: P0(z.string()),
  place: P0(z.string()),
  addressee: P0(z.string()),
  copies: P0(z.array(z.string())),
});
export type Letterhead = z.infer<typeof Letterhead>;

/** All of a report but its number: what is frozen and hashed. */
export const ReportContent = z.object({
  tenant: P0(z.string()),
  areaName: P0(z.string()),
  year: P1(z.number().int()),
  /** When the figures were read. */
  compiledAt: P1(z.string()),
  /** The same as a day in the tenant's zone. */
  readOn: P1(z.iso.date()),
  /** A clearing round of the year is agreed. */
  agreed: P1(z.boolean()),
  letterhead: Letterhead,
  chapters: z.array(ReportChapter),
  annexes: z.array(ReportAnnex),
  figures: z.array(UsedFigure),
});
export type ReportContent = z.infer<typeof ReportContent>;
