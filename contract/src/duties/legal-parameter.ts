import { z } from 'zod';
import { P0, P1 } from '../field.ts';

/**
 * How a number of the law is meant. Clock hours ("3x24 jam"), calendar days and working days are three
 * different things; `perma_days` is the "Hari" that PERMA 1/2022 defines for itself and is resolved through
 * the parameter `perma.day_unit`; `fixed_date` reads MM-DD and `window` MM-DD/MM-DD in `text`;
 * `event` has no number (the limit is another event, such as the reading of the demand).
 */
export const parameterUnits = [
  'clock_hours',
  'calendar_days',
  'working_days',
  'perma_days',
  'months',
  'years',
  'fixed_date',
  'window',
  'days_per_week',
  'choice',
  'event',
] as const;
export type ParameterUnit = (typeof parameterUnits)[number];

export const directions = ['after', 'before'] as const;
export type Direction = (typeof directions)[number];

/** Where the number was taken from when it was entered: a stored public source, a seed paper, memory, or our own decision. */
export const parameterMarks = ['verified', 'stated', 'memory', 'decision'] as const;
export type ParameterMark = (typeof parameterMarks)[number];

export const ParameterKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/);
export type ParameterKey = z.infer<typeof ParameterKey>;

/** One version of one number of the law. A correction makes the next version; nothing is overwritten. */
export const LegalParameter = z.object({
  key: P0(ParameterKey),
  version: P0(z.number().int().min(1)),
  /** Row of the list of deadlines and periodic duties; null where the parameter serves the calendar. */
  row: P0(z.number().int().nullable()),
  title: P0(z.object({ id: z.string(), en: z.string() })),
  value: P0(z.number().nullable()),
  text: P0(z.string().nullable()),
  unit: P0(z.enum(parameterUnits)),
  direction: P0(z.enum(directions)),
  /** Who must act. */
  dutyHolder: P0(z.object({ id: z.string(), en: z.string() }).nullable()),
  basis: P0(z.string()),
  mark: P0(z.enum(parameterMarks)),
  markRef: P0(z.string().nullable()),
  note: P0(z.string().nullable()),
  validFrom: P0(z.iso.date()),
  validTo: P0(z.iso.date().nullable()),
  /** `reference`: comes with Simpul. `tenant`: this office's correction. */
  origin: P0(z.enum(['reference', 'tenant'])),
  /** Checked in this office against the official text. */
  verification: P1(
    z
      .object({
        by: z.uuid(),
        byName: z.string().nullable(),
        at: z.iso.datetime({ offset: true }),
        source: z.string(),
      })
      .nullable(),
  ),
});
export type LegalParameter = z.infer<typeof LegalParameter>;
