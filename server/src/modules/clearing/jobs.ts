import type { TaskList } from '../../platform/jobs/worker.ts';
import { acceptImportTask } from './intake/accept-import.ts';
import { checkImportTask } from './intake/check-import.ts';
import { matchRoundTask } from './round/match-round.ts';

export const clearingTasks: TaskList = {
  'clearing.check_import': checkImportTask,
  'clearing.accept_import': acceptImportTask,
  'clearing.match_round': matchRoundTask,
};
