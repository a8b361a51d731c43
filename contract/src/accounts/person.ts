import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { PageQuery } from '../paging.ts';
import { Grant, RoleCode } from './grant.ts';

export const personStates = ['active', 'suspended'] as const;

/** One line of the list of accounts. */
export const PersonLine = z.object({
  id: P1(z.string()),
  name: P1(z.string()),
  email: P1(z.string().nullable()),
  state: P1(z.enum(personStates)),
  /** Roles that count today, with the agency they are held at. */
  roles: z.array(z.object({ role: P1(z.string()), agencyName: P1(z.string().nullable()) })),
  secondFactor: P1(z.boolean()),
});
export type PersonLine = z.infer<typeof PersonLine>;

export const PersonQuery = PageQuery.extend({
  text: P1(z.string().trim().max(80)).optional(),
  role: RoleCode.optional(),
  agencyId: P1(z.uuid()).optional(),
  state: P1(z.enum(personStates)).optional(),
});
export type PersonQuery = z.infer<typeof PersonQuery>;

export const recoveryStates = ['waiting', 'open'] as const;

/** A recovery code that is good, or will be once a second person approved it. */
export const OpenRecovery = z.object({
  id: P1(z.string()),
  state: P1(z.enum(recoveryStates)),
  reason: P1(z.string()),
  madeByName: P1(z.string().nullable()),
  madeAt: P1(z.string()),
  expiresAt: P1(z.string()),
  approvedByName: P1(z.string().nullable()),
  abilities: z.object({ approve: P0(z.boolean()) }),
});
export type OpenRecovery = z.infer<typeof OpenRecovery>;

export const PersonDetail = z.object({
  id: P1(z.string()),
  name: P1(z.string()),
  email: P1(z.string().nullable()),
  state: P1(z.enum(personStates)),
  suspendedAt: P1(z.string().nullable()),
  suspendedReason: P1(z.string().nullable()),
  createdAt: P1(z.string()),
  secondFactor: P1(z.boolean()),
  /** Too many wrong passwords: until when sign-in waits. */
  lockedUntil: P1(z.string().nullable()),
  version: P0(z.number().int()),
  /** All roles ever held, the newest first. */
  grants: z.array(Grant),
  recovery: OpenRecovery.nullable(),
  abilities: z.object({
    grant: P0(z.boolean()),
    suspend: P0(z.boolean()),
    reactivate: P0(z.boolean()),
    unlock: P0(z.boolean()),
    recover: P0(z.boolean()),
  }),
});
export type PersonDetail = z.infer<typeof PersonDetail>;
