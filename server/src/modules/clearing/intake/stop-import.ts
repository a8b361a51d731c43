import type { JobContext, Stopped } from '../../../platform/jobs/worker.ts';

interface Ending {
  /** States in which the import shows that the job is at work. */
  during: readonly string[];
  /** Where it stands afterwards. */
  cancelled: 'checked' | 'cancelled';
}

const stopped =
  ({ during, cancelled }: Ending) =>
  (job: JobContext, outcome: Stopped): Promise<void> =>
    job.inTransaction(async (ctx) => {
      const id = job.ids['import'] ?? '';
      const state = outcome === 'cancelled' ? cancelled : 'failed';
      const ended = await ctx.client.query(
        `update clearing.import set state = $3, version = version + 1
          where id = $1 and job = $2 and state = any ($4::text[])`,
        [id, job.id, state, during],
      );
      if (ended.rowCount === 0 || state !== 'cancelled') return;
      await ctx.client.query('delete from clearing.import_problem where import = $1', [id]);
      await ctx.audit({ action: 'clearing.cancel_import', subject: { kind: 'clearing.import', id } });
    });

/** A file nobody looked through to its end is laid aside: nothing of it was taken in. */
export const checkStopped = stopped({ during: ['uploaded', 'checking'], cancelled: 'cancelled' });
/** None of the rows came in: the checked file stands as before and may be taken in again. */
export const acceptStopped = stopped({ during: ['accepting'], cancelled: 'checked' });
