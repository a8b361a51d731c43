import { z } from 'zod';
import { P0, P1, P5 } from '../field.ts';

/** A browser in which the person is signed in. */
export const Session = z.object({
  id: P1(z.string()),
  /** What the browser called itself at sign-in. */
  device: P1(z.string()),
  createdAt: P1(z.string()),
  expiresAt: P1(z.string()),
  current: P0(z.boolean()),
});
export type Session = z.infer<typeof Session>;

/** A code of the second factor where one is enrolled, else the password. */
export const StepUp = z.object({
  password: P5(z.string().min(1).max(400)).optional(),
  code: P5(z.string().regex(/^\d{6}$/, 'Send the six digits of the code.')).optional(),
});
export type StepUp = z.infer<typeof StepUp>;

export const tokenDays = { standard: 90, most: 366 } as const;

/** A token with which the command line acts for the person (SIMPUL_TOKEN). */
export const Token = z.object({
  id: P1(z.string()),
  label: P1(z.string()),
  createdAt: P1(z.string()),
  expiresAt: P1(z.string()),
  revokedAt: P1(z.string().nullable()),
  state: P1(z.enum(['valid', 'expired', 'revoked'])),
});
export type Token = z.infer<typeof Token>;

export const NewToken = z.object({
  label: P1(z.string().trim().min(3).max(80)),
  days: P0(z.number().int().min(1).max(tokenDays.most)),
});
export type NewToken = z.infer<typeof NewToken>;
