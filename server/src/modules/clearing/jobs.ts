import type { TaskList } from '../../platform/jobs/worker.ts';
import { matchRoundTask } from './round/match-round.ts';

export const clearingTasks: TaskList = {
  'clearing.match_round': matchRoundTask,
};
