export { loadRoles } from './load-roles.ts';
export { accountsRouter } from './routes.ts';
