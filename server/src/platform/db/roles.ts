/** Logins of the database. `owner` migrates; the others own nothing (docs/decisions/0004-signed-context-and-roles.md). */
export const databaseName = 'simpul';
export const ownerRole = 'simpul_owner';
export const loginRoles = ['simpul_app', 'simpul_worker', 'simpul_auth', 'simpul_stats'] as const;
export type LoginRole = (typeof loginRoles)[number];
