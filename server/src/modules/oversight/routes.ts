import { auditRoutes, jobsRoutes } from '@simpul/contract/platform/routes';
import { bind } from '../../platform/http/bind.ts';
import { listActions, listEntries } from './audit-reads.ts';
import { exportAudit } from './export-audit.ts';
import { cancelJob, getJob, listJobs } from './jobs.ts';

export const oversightRouter = {
  entries: bind(auditRoutes.entries, (ctx, q) => listEntries(ctx, q)),
  actions: bind(auditRoutes.actions, (ctx) => listActions(ctx)),
  exportEntries: bind(auditRoutes.exportEntries, exportAudit),
  mine: bind(auditRoutes.mine, (ctx, q) => listEntries(ctx, { ...q, mineOnly: true })),
  jobs: bind(jobsRoutes.jobs, listJobs),
  job: bind(jobsRoutes.job, getJob),
  cancelJob: bind(jobsRoutes.cancelJob, cancelJob),
};
