import { clearingTasks } from './modules/clearing/index.ts';
import { dutiesTasks } from './modules/duties/index.ts';
import type { TaskList } from './platform/jobs/worker.ts';

/** Every background task, by `module.task`. */
export const tasks: TaskList = { ...clearingTasks, ...dutiesTasks };

/** Tasks queued once a day for every tenant (platform/jobs/daily.ts). */
export const dailyTasks: readonly string[] = ['duties.daily'];
