export { dutiesTasks, runDailyDuties } from './jobs.ts';
export { fulfilClearingDuties, fulfilReportDuty } from './fulfil-turns.ts';
export { loadDuties } from './load-reference.ts';
export { getLegalParameter } from './parameters.ts';
export { dutiesRouter } from './routes.ts';
export { setDeadline } from './set-deadline.ts';
export { listTurnsOfYear, type Turn } from './turns-of-year.ts';
