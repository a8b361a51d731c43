import type { TaskList } from '../../platform/jobs/worker.ts';
import { acceptImportTask } from './intake/accept-import.ts';
import { checkImportTask } from './intake/check-import.ts';
import { acceptStopped, checkStopped } from './intake/stop-import.ts';
import { matchRoundTask, matchStopped } from './round/match-round.ts';

export const clearingTasks: TaskList = {
  'clearing.check_import': { run: checkImportTask, stopped: checkStopped },
  'clearing.accept_import': { run: acceptImportTask, stopped: acceptStopped },
  'clearing.match_round': { run: matchRoundTask, stopped: matchStopped },
};
