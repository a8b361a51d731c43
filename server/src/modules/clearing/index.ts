export { acceptAtOnce, checkAtOnce, openRoundAtOnce } from './at-once.ts';
export { fileProblemMessage, problemMessage } from './import/index.ts';
export { clearingTasks } from './jobs.ts';
export { agreeRound } from './round/agree-round.ts';
export { decidePair } from './round/decide-pair.ts';
export { getRound } from './round/round-reads.ts';
export { clearingRouter } from './routes.ts';
export { confirmRows } from './verify/change-rows.ts';
export { signOff } from './verify/sign-off.ts';
