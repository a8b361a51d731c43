import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { roles } from './roles.ts';

export const roleCodes = roles.map((r) => r.code);
export const RoleCode = P1(z.string().refine((code) => roleCodes.includes(code), 'Use a role of the list.'));
export const Day = z.iso.date();
/** The decree or letter a role rests on. */
export const Basis = P1(z.string().trim().min(3).max(300));
export const Reason = P1(z.string().trim().min(3).max(500));

export const grantStates = ['valid', 'coming', 'lapsed', 'ended'] as const;

/** A role of a person at an agency between two days; ended, never deleted; reviewed yearly. */
export const Grant = z.object({
  id: P1(z.string()),
  personId: P1(z.string()),
  personName: P1(z.string()),
  role: P1(z.string()),
  agencyId: P1(z.string().nullable()),
  agencyName: P1(z.string().nullable()),
  validFrom: P1(z.string()),
  validTo: P1(z.string().nullable()),
  basis: P1(z.string()),
  state: P1(z.enum(grantStates)),
  grantedByName: P1(z.string().nullable()),
  grantedAt: P1(z.string()),
  reviewDue: P1(z.string()),
  reviewedByName: P1(z.string().nullable()),
  reviewedAt: P1(z.string().nullable()),
  endedByName: P1(z.string().nullable()),
  endedAt: P1(z.string().nullable()),
  endedReason: P1(z.string().nullable()),
  version: P0(z.number().int()),
  /** What the caller may do with it. */
  abilities: z.object({ end: P0(z.boolean()), review: P0(z.boolean()) }),
});
export type Grant = z.infer<typeof Grant>;

export const NewGrant = z.object({
  role: RoleCode,
  agencyId: P1(z.uuid().nullable()).default(null),
  validFrom: P1(Day).optional(),
  validTo: P1(Day).nullable().default(null),
  basis: Basis,
});
export type NewGrant = z.infer<typeof NewGrant>;
