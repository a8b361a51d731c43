import { z } from 'zod';
import { P0, P1, P5 } from '../field.ts';
import { PageQuery } from '../paging.ts';
import { Ref } from '../route.ts';
import { Basis, Reason, RoleCode } from './grant.ts';
import { passwordLength } from './password-rules.ts';

export const invitationDays = { standard: 7, most: 30 } as const;
export const recoveryHours = 24;
export const invitationStates = ['open', 'accepted', 'withdrawn', 'expired'] as const;

export const Email = P1(z.email().max(200));
const Name = P1(z.string().trim().min(2).max(120));
/** 256 random bits in the link that the inviter hands over. */
export const LinkCode = P5(
  z.string().regex(/^[\w-]{43}$/, 'The code has 43 characters; copy the whole link.'),
);

export const Invitation = z.object({
  id: P1(z.string()),
  email: P1(z.string()),
  name: P1(z.string()),
  role: P1(z.string()),
  agencyId: P1(z.string().nullable()),
  agencyName: P1(z.string().nullable()),
  basis: P1(z.string()),
  invitedByName: P1(z.string().nullable()),
  createdAt: P1(z.string()),
  expiresAt: P1(z.string()),
  state: P1(z.enum(invitationStates)),
  personId: P1(z.string().nullable()),
  abilities: z.object({ withdraw: P0(z.boolean()) }),
});
export type Invitation = z.infer<typeof Invitation>;

export const InvitationQuery = PageQuery.extend({ state: P1(z.enum(invitationStates)).optional() });

export const NewInvitation = z.object({
  email: Email,
  name: Name,
  role: RoleCode,
  agencyId: P1(z.uuid().nullable()).default(null),
  basis: Basis,
  days: P0(z.number().int().min(1).max(invitationDays.most)).default(invitationDays.standard),
});
export type NewInvitation = z.infer<typeof NewInvitation>;

/**
 * What a command answers that makes a secret. It is shown once: only its hash is kept, so a repeated command
 * answers without it.
 */
export const RefWithCode = Ref.extend({ code: P5(z.string()).optional() });
export type RefWithCode = z.infer<typeof RefWithCode>;

export const OpenedInvitation = z.object({
  name: P1(z.string()),
  email: P1(z.string()),
  role: P1(z.string()),
  tenantName: P0(z.string()),
  /** In which the end is told: whoever reads it is not signed in. */
  zone: P0(z.string()),
  expiresAt: P1(z.string()),
});
export type OpenedInvitation = z.infer<typeof OpenedInvitation>;

const NewPassword = P5(z.string().min(passwordLength.min).max(passwordLength.max));
export const AcceptInvitation = z.object({ code: LinkCode, password: NewPassword });
export const UseRecovery = z.object({ code: LinkCode, password: NewPassword });
/** `secondPerson`: the code opens nothing before somebody else approved it. */
export const MadeRecovery = RefWithCode.extend({ secondPerson: P0(z.boolean()).optional() });
export type MadeRecovery = z.infer<typeof MadeRecovery>;
export const NewRecovery = z.object({
  personId: P1(z.uuid()),
  /** How the person was recognised: in the office, by a call back to the number of the agency. */
  reason: Reason,
});
