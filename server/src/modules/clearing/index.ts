export { clearingTasks } from './jobs.ts';
export { clearingRouter } from './routes.ts';
