import { z } from 'zod';
import { P0, P1 } from '../field.ts';

export const noticeKinds = [
  'recovery_made',
  'recovery_approved',
  'recovery_used',
  'invitation_made',
] as const;

/** Something about accounts that a person is told; no name is in it, the page it leads to has them. */
export const Notice = z.object({
  id: P1(z.string()),
  kind: P1(z.enum(noticeKinds)),
  at: P1(z.string()),
  /** Whether it is about the own account. */
  own: P0(z.boolean()),
  personId: P1(z.string().nullable()),
  /** Whether it waits for the approval of whoever reads this. */
  approve: P0(z.boolean()),
});
export type Notice = z.infer<typeof Notice>;
