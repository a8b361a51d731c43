import { z } from 'zod';
import { P0, P1, P2, sensitivityClasses } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { read } from '../route.ts';

export const outcomes = ['done', 'refused'] as const;
/** More lines than this are taken out by period. */
export const exportCap = 50_000;

/** One act or one read of class P3 and above. */
export const AuditLine = z.object({
  id: P1(z.number().int()),
  at: P1(z.string()),
  actorId: P1(z.string().nullable()),
  /** Null for an act of the installation itself. */
  actorName: P1(z.string().nullable()),
  agencyName: P1(z.string().nullable()),
  action: P1(z.string()),
  outcome: P1(z.enum(outcomes)),
  subjectKind: P1(z.string().nullable()),
  subjectId: P2(z.string().nullable()),
  sensitivity: P1(z.enum(sensitivityClasses).nullable()),
  purpose: P1(z.string().nullable()),
  /** Size of a bulk read. */
  itemCount: P1(z.number().int().nullable()),
  detail: P1(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  requestId: P1(z.string()),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** `action` is a whole name or the beginning of one that ends with a dot: `accounts.` is everything of accounts. */
export const AuditFilter = z.object({
  action: P1(
    z
      .string()
      .regex(/^[a-z_]+(\.[a-z_]+)*\.?$/)
      .max(80),
  ).optional(),
  personId: P1(z.uuid()).optional(),
  from: P1(z.iso.date()).optional(),
  to: P1(z.iso.date()).optional(),
  outcome: P1(z.enum(outcomes)).optional(),
  /** This class and above. */
  sensitivity: P1(z.enum(sensitivityClasses)).optional(),
  subjectId: P2(z.string().max(100)).optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const auditRoutes = {
  entries: read({
    path: '/audit/entries',
    permission: 'audit.read',
    summary: 'The trail of the task force, the newest first',
  })
    .input(AuditFilter.extend(PageQuery.shape))
    .output(page(AuditLine)),
  actions: read({
    path: '/audit/actions',
    permission: 'audit.read',
    summary: 'Names of acts that occur in the trail',
  }).output(z.array(P0(z.string()))),
  exportEntries: read({
    path: '/audit/export',
    permission: 'audit.read',
    audit: 'audit.export',
    summary: `The trail as CSV with the same filters, at most ${exportCap} lines`,
  })
    .input(AuditFilter)
    .output(z.file()),
  mine: read({
    path: '/audit/mine',
    permission: 'signed-in',
    summary: 'What the trail holds about one’s own acts and reads',
  })
    .input(AuditFilter.omit({ personId: true }).extend(PageQuery.shape))
    .output(page(AuditLine)),
};
