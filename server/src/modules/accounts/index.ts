export { foundTenant } from './found-tenant.ts';
export { loadRoles } from './load-roles.ts';
export { personNames } from './person-names.ts';
export { accountsRouter } from './routes.ts';
