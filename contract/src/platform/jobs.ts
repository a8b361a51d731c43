import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { command, read } from '../route.ts';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export const jobScopes = ['mine', 'agency', 'all'] as const;

/** Long work that can be left and found again. */
export const Job = z.object({
  id: P1(z.string()),
  task: P1(z.string()),
  state: P1(z.enum(jobStates)),
  done: P1(z.number().int()),
  /** Null while nobody knows how much there is. */
  total: P1(z.number().int().nullable()),
  startedByName: P1(z.string().nullable()),
  agencyName: P1(z.string().nullable()),
  createdAt: P1(z.string()),
  startedAt: P1(z.string().nullable()),
  finishedAt: P1(z.string().nullable()),
  /** Code of a failure; `problem.<code>` in the texts. */
  errorCode: P1(z.string().nullable()),
  cancelRequested: P1(z.boolean()),
  /** What it works on, by id. */
  ids: P1(z.record(z.string(), z.string())),
  abilities: z.object({ cancel: P0(z.boolean()) }),
});
export type Job = z.infer<typeof Job>;

const ById = z.object({ id: P1(z.uuid()) });

export const jobsRoutes = {
  jobs: read({
    path: '/jobs',
    permission: 'signed-in',
    summary: 'Long work: one’s own, that of the agency, or all one may oversee',
  })
    .input(
      PageQuery.extend({
        scope: P0(z.enum(jobScopes)).default('mine'),
        state: P1(z.enum(jobStates)).optional(),
      }),
    )
    .output(page(Job)),
  job: read({ path: '/jobs/{id}', permission: 'signed-in', summary: 'How far a piece of long work is' })
    .input(ById)
    .output(Job),
  cancelJob: command({
    path: '/jobs/{id}/cancel',
    permission: 'signed-in',
    audit: 'jobs.cancel',
    summary: 'Ask a piece of long work to stop at its next step',
  }).input(ById),
};
