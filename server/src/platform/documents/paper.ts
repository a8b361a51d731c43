import { z } from 'zod';

/**
 * An official paper as data: one structure, from which Word and PDF are made alike. It knows chapters, tables and
 * bars; what they mean is the business of the module that fills it.
 */

// oxlint-disable-next-line no-control-regex -- XML 1.0 section 2.2 allows none of these
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as people typed it; characters that XML cannot carry are dropped. */
const Text = z
  .string()
  .max(20_000)
  .transform((text) => text.replace(unprintable, '').toWellFormed());

const Label = Text.pipe(z.string().trim().min(1).max(400));

export const paperClasses = ['PUBLIK', 'TERBATAS', 'RAHASIA'] as const;

const Section = z.object({ kind: z.literal('section'), number: Text.default(''), title: Label });
const Paragraph = z.object({ kind: z.literal('paragraph'), text: Text });
/** Said aside: how it was counted, why a part is missing. */
const Note = z.object({ kind: z.literal('note'), title: Text.default(''), text: Text });
const List = z.object({
  kind: z.literal('list'),
  ordered: z.boolean().default(false),
  items: z.array(Text).min(1),
});
/** Label and value, one pair a line: parties of a record, particulars of a letter. */
const Facts = z.object({
  kind: z.literal('facts'),
  items: z.array(z.object({ label: Label, value: Text })).min(1),
});

const Captioned = { number: Text.default(''), caption: Label, source: Text.default('') };

const Table = z
  .object({
    kind: z.literal('table'),
    ...Captioned,
    columns: z
      .array(
        z.object({
          label: Text,
          align: z.enum(['start', 'end']).default('start'),
          /** Share of the width; without it the width follows the content. */
          share: z.number().positive().optional(),
        }),
      )
      .min(1)
      .max(14),
    rows: z.array(z.object({ cells: z.array(Text), total: z.boolean().default(false) })),
  })
  .refine((t) => t.rows.every((r) => r.cells.length === t.columns.length), {
    error: 'every row needs as many cells as there are columns',
    path: ['rows'],
  });

const Bars = z
  .object({
    kind: z.literal('bars'),
    ...Captioned,
    /** What the figure shows, for those who do not see it. */
    alt: Label,
    series: z
      .array(z.object({ label: Label }))
      .min(1)
      .max(4),
    points: z
      .array(
        z.object({
          label: Label,
          /** Not a whole period: drawn hatched. */
          partial: z.boolean().default(false),
          /** Of another kind than the rest, such as published beside agreed: drawn as an outline. */
          hollow: z.boolean().default(false),
          /** One value per series; null where nothing may or can be shown. */
          values: z.array(z.number().min(0).nullable()),
        }),
      )
      .min(1)
      .max(24),
  })
  .refine((b) => b.points.every((p) => p.values.length === b.series.length), {
    error: 'every point needs one value per series',
    path: ['points'],
  })
  .refine((b) => b.points.length * b.series.length <= 24, {
    error: 'more than 24 bars cannot be read on A4: use a table',
    path: ['points'],
  });

export const PaperBlock = z.discriminatedUnion('kind', [Section, Paragraph, Note, List, Facts, Table, Bars]);
export type PaperBlock = z.output<typeof PaperBlock>;
export type PaperTable = Extract<PaperBlock, { kind: 'table' }>;
export type PaperBars = Extract<PaperBlock, { kind: 'bars' }>;

const Chapter = z.object({ number: Text.default(''), title: Label, blocks: z.array(PaperBlock) });

const Signature = z.object({
  /** Above the office: "Samarinda, 10 Januari 2027". */
  place: Text.default(''),
  office: Label,
  /** As the person signs; left open for the pen when empty. */
  name: Text.default(''),
  idNumber: Text.default(''),
});

const Emblem = z.object({
  /** No SVG: Word shows it only beside a bitmap twin. */
  mime: z.enum(['image/png', 'image/jpeg']),
  base64: z.base64().max(2_000_000),
  alt: Label,
});

export const PaperData = z.object({
  /** A report runs in chapters; a record (berita acara) is one text with its title in the middle. */
  kind: z.enum(['report', 'record']),
  language: z.enum(['id', 'en']).default('id'),
  class: z.enum(paperClasses),
  /** Invented data: "DATA CONTOH" stands on every page. */
  demo: z.boolean(),
  letterhead: z.object({
    authority: z.array(Label).max(3),
    office: z.array(Label).min(1).max(4),
    address: Text.default(''),
    emblem: Emblem.optional(),
  }),
  /** Number of the document by the tenant's own pattern. */
  number: Label,
  /** SHA-256 of the figures that were frozen, in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Day on the paper, ISO. */
  day: z.iso.date(),
  title: Label,
  subtitle: Text.default(''),
  runningTitle: Label,
  contents: z.boolean().default(false),
  facts: z.array(z.object({ label: Label, value: Text })).default([]),
  opening: z.array(PaperBlock).default([]),
  chapters: z.array(Chapter).default([]),
  annexes: z.array(Chapter).default([]),
  signatures: z.array(Signature).max(24).default([]),
});
export type PaperData = z.output<typeof PaperData>;
/** What a module hands in: defaults may be left out. */
export type PaperInput = z.input<typeof PaperData>;
