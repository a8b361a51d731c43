import { clearingTasks } from './modules/clearing/index.ts';
import { dutiesTasks } from './modules/duties/index.ts';
import type { TaskList } from './platform/jobs/worker.ts';

/** Every background task, by `module.task`. */
export const tasks: TaskList = { ...clearingTasks, ...dutiesTasks };
