/** What is wrong with the tables of a database, in words that say how to mend it. */
import type { PoolClient } from '../src/platform/db/connect.ts';

/** Schemas with owners and rules of their own: sign-in (better-auth) and the queue (graphile-worker). */
export const foreignSchemas = ['auth', 'graphile_worker'];
const app = ['simpul_app', 'simpul_stats'];
const notOurs = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') and n.nspname <> all ($1)`;

interface Check {
  sql: string;
  values: unknown[];
  say: string;
}

/** Each statement names what is wrong in a column `what`. */
const checks: Check[] = [
  {
    say: 'has no forced row-level security. Call platform.protect() in the migration that makes it',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${notOurs} and not (c.relrowsecurity and c.relforcerowsecurity)`,
    values: [foreignSchemas],
  },
  {
    say: 'can be read by the request path but has neither a restrictive tenant policy nor the kind reference',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${notOurs}
        and exists (select from unnest($2::text[]) r (role)
                    where has_any_column_privilege(r.role, c.oid, 'select, insert, update') or has_table_privilege(r.role, c.oid, 'delete, truncate'))
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_tenant' and not p.polpermissive
                          and p.polcmd = '*' and 'simpul_app'::regrole = any (p.polroles)
                          and pg_get_expr(p.polqual, p.polrelid) like '%tenant = %platform.tenant()%'
                          and pg_get_expr(p.polwithcheck, p.polrelid) like '%tenant = %platform.tenant()%')
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'readable_by_all' and p.polcmd = 'r')`,
    values: [foreignSchemas, app],
  },
  {
    say: 'is a reference table that the request path may change. Reference data comes by migrations and loaders',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${notOurs}
        and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'readable_by_all')
        and exists (select from unnest($2::text[]) r (role)
                    where has_any_column_privilege(r.role, c.oid, 'insert, update') or has_table_privilege(r.role, c.oid, 'delete, truncate'))`,
    values: [foreignSchemas, app],
  },
  {
    say: 'may be emptied or deleted from by the request path. Rows end or are superseded; a job of the worker erases',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${notOurs} and has_table_privilege('simpul_app', c.oid, 'truncate')`,
    values: [foreignSchemas],
  },
  {
    say: 'has no comment. Say in one sentence what a row is',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and ${notOurs} and coalesce(obj_description(c.oid, 'pg_class'), '') = ''`,
    values: [foreignSchemas],
  },
  {
    say: "has no comment that starts with its class, such as 'P1 · when it was made'",
    sql: `select format('%I.%I.%I', n.nspname, c.relname, a.attname) as what
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${notOurs}
        and coalesce(col_description(c.oid, a.attnum), '') !~ '^P[0-5] · .'`,
    values: [foreignSchemas],
  },
  {
    say: 'has no index behind it. Deleting and joining would read the whole table',
    sql: `select format('%I.%I foreign key (%s)', n.nspname, c.relname,
                        (select string_agg(a.attname, ', ' order by k.ord) from unnest(f.conkey) with ordinality k (num, ord)
                         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num)) as what
      from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
      where f.contype = 'f' and ${notOurs}
        -- The few tenants and codes of short lists are never deleted: no index is wanted behind them alone.
        and f.confrelid <> all (array(select to_regclass(t) from unnest($2::text[]) t where to_regclass(t) is not null))
        and not exists (select from pg_index i where i.indrelid = c.oid and i.indpred is null
                          and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)`,
    values: [foreignSchemas, ['platform.tenant']],
  },
  {
    say: 'does not belong to the owner',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${notOurs} and c.relowner <> current_user::regrole`,
    values: [foreignSchemas],
  },
  {
    say: 'is open to the request path. Sign-in and queue are reached through definer functions only',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and exists (select from unnest($2::text[]) r (role)
                    where case c.relkind when 'S' then has_sequence_privilege(r.role, c.oid, 'usage, select, update')
                          else has_table_privilege(r.role, c.oid, 'select, insert, update, delete, truncate') end)
      union all
      select format('schema %I', n.nspname) from pg_namespace n
      where n.nspname = any ($1) and exists (select from unnest($2::text[]) r (role) where has_schema_privilege(r.role, n.oid, 'usage, create'))`,
    values: [foreignSchemas, app],
  },
  {
    say: 'is a view that reads with the rights of its owner. Make it with (security_invoker = true)',
    sql: `select format('%I.%I', n.nspname, c.relname) as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and ${notOurs} and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)`,
    values: [foreignSchemas],
  },
  {
    say: 'is a definer function without a fixed search_path: a caller could put its own tables in front',
    sql: `select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${notOurs}
        and not coalesce(exists (select from unnest(p.proconfig) o where o in ('search_path=""', 'search_path=')), false)`,
    values: [foreignSchemas],
  },
  {
    say: 'is a definer function that everybody may call. Revoke execute from public and grant it to who needs it',
    sql: `select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${notOurs} and p.prorettype <> 'trigger'::regtype
        and p.oid::regprocedure::text <> all ($2)
        and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')`,
    // What every policy asks: both answer about the caller's own signed context and nothing else.
    values: [foreignSchemas, ['platform.verified_context()', 'accounts.can(text)']],
  },
  {
    say: 'is more than a login of the request path may be',
    sql: `select rolname as what from pg_roles where rolname = any ($1)
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
      union all select 'owner' from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)`,
    values: [['simpul_app', 'simpul_worker', 'simpul_auth', 'simpul_stats']],
  },
];

export async function findFaults(client: PoolClient): Promise<string[]> {
  const faults: string[] = [];
  for (const { sql, values, say } of checks) {
    const found = await client.query(sql, values);
    faults.push(...found.rows.map((row) => `${String(row.what)} ${say}.`));
  }
  return faults;
}

/** Definer functions the request path may call, each of which was read with that in mind. */
export async function openDefiners(client: PoolClient): Promise<string[]> {
  const found = await client.query(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and ${notOurs} and p.prorettype <> 'trigger'::regtype
       and has_function_privilege('simpul_app', p.oid, 'execute') order by 1`,
    [foreignSchemas],
  );
  return found.rows.map((row) => row.name as string);
}
