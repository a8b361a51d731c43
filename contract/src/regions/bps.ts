import { z } from 'zod';
import { P0, P1 } from '../field.ts';

/** BPS numbers areas without dots and in its own order: BPS 6402 is Kutai Barat, Kemendagri 64.02 Kutai Kartanegara. */
export const BpsCode = z
  .string()
  .regex(/^\d{2}(\d{2}(\d{3}(\d{3})?)?)?$/, 'Use the BPS code: 2, 4, 7 or 10 digits without dots.');

/** The one crosswalk in use, or none. */
export const BpsCrosswalk = z.object({
  id: P1(z.uuid()),
  source: P1(z.string()),
  asOf: P1(z.iso.date()),
  rows: P1(z.number().int()),
  counts: z.object({
    province: P1(z.number().int()),
    regency: P1(z.number().int()),
    district: P1(z.number().int()),
    village: P1(z.number().int()),
  }),
  /** Rows whose BPS digits are the Kemendagri code of another area: what a join by bare digits would get wrong. */
  traps: P1(z.number().int()),
  importedAt: P1(z.iso.datetime({ offset: true })),
  importedBy: P1(z.uuid()),
});
export type BpsCrosswalk = z.infer<typeof BpsCrosswalk>;

export const BpsTranslation = z.object({
  bpsCode: P0(BpsCode),
  code: P0(z.string()),
  name: P0(z.string()),
});
export type BpsTranslation = z.infer<typeof BpsTranslation>;
