import { auditRoutes } from './audit.ts';
import { jobsRoutes } from './jobs.ts';

export { auditRoutes, jobsRoutes };
/** The trail and long work: what the platform shows of itself. */
export const oversightRoutes = { ...auditRoutes, ...jobsRoutes };
