import type { Ctx } from '../../platform/context.ts';
import type { TaskList } from '../../platform/jobs/worker.ts';
import { makeRecurring } from './recurring.ts';
import { makeReminders } from './reminders.ts';

/** What is done once a day for a task force: next turns of recurring duties, then reminders. Safe to repeat. */
export async function runDailyDuties(ctx: Ctx): Promise<{ made: number; reminded: number }> {
  const made = await makeRecurring(ctx);
  return { made, reminded: await makeReminders(ctx) };
}

export const dutiesTasks: TaskList = {
  'duties.daily': async (job) => {
    await job.inTransaction(runDailyDuties);
  },
};
