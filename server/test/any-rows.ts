/**
 * Rows of any shape for every table of a test's own database. Constraints and triggers are lifted first: what
 * is tried is row-level security alone, which has to hold without their help.
 */
import type { PoolClient } from '../src/platform/db/connect.ts';
import { foreignSchemas } from './schema-faults.ts';

export interface Column {
  name: string;
  /** Name of the base type, `_text` for an array of text. */
  type: string;
  required: boolean;
}
export interface Table {
  name: string;
  kind: 'tenant' | 'reference' | 'internal';
  columns: Column[];
  may: { select: boolean; insert: boolean; update: string | null; delete: boolean };
}

export async function readTables(client: PoolClient): Promise<Table[]> {
  const found = await client.query(
    `select format('%I.%I', n.nspname, c.relname) as name,
            case when exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'readable_by_all') then 'reference'
                 when exists (select from pg_policy p where p.polrelid = c.oid and 'simpul_app'::regrole = any (p.polroles)) then 'tenant'
                 else 'internal' end as kind,
            (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', t.typname, 'required', a.attnotnull) order by a.attnum)
             from pg_attribute a join pg_type t on t.oid = coalesce(nullif((select b.typbasetype from pg_type b where b.oid = a.atttypid), 0), a.atttypid)
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            json_build_object(
              'select', has_any_column_privilege('simpul_app', c.oid, 'select'),
              'insert', has_any_column_privilege('simpul_app', c.oid, 'insert'),
              'update', (select quote_ident(a.attname) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
                           and has_column_privilege('simpul_app', c.oid, a.attnum, 'update') order by a.attname = 'tenant', a.attnum limit 1),
              'delete', has_table_privilege('simpul_app', c.oid, 'delete')) as may
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
       and n.nspname not in ('information_schema', 'public') and n.nspname <> all ($1)
     order by 1`,
    [foreignSchemas],
  );
  return found.rows as Table[];
}

/** Takes away everything but policies and grants. */
export async function liftConstraints(client: PoolClient, tables: Table[]): Promise<void> {
  const names = tables.map((t) => t.name);
  const constraints = await client.query(
    `select c.conrelid::regclass::text as "table", quote_ident(c.conname) as name from pg_constraint c
     where c.conrelid = any ($1::text[]::regclass[]::oid[]) and c.contype in ('f', 'c', 'x', 'u', 'p')
     order by array_position(array['f', 'c', 'x', 'u', 'p']::"char"[], c.contype)`,
    [names],
  );
  for (const c of constraints.rows)
    await client.query(`alter table ${c.table} drop constraint if exists ${c.name} cascade`);
  const indexes = await client.query(
    `select i.indexrelid::regclass::text as name from pg_index i where i.indrelid = any ($1::text[]::regclass[]::oid[]) and i.indisunique`,
    [names],
  );
  for (const i of indexes.rows) await client.query(`drop index if exists ${i.name}`);
  const triggers = await client.query(
    `select t.tgrelid::regclass::text as "table", quote_ident(t.tgname) as name from pg_trigger t
     where t.tgrelid = any ($1::text[]::regclass[]::oid[]) and not t.tgisinternal`,
    [names],
  );
  for (const t of triggers.rows) await client.query(`drop trigger ${t.name} on ${t.table}`);
}

/** What the columns of a row point at: the person, the agency, or words a policy may ask for. */
export interface Shape {
  tenant: string;
  uuid: string;
  /** Value of a text column by its name; `text` for the others. */
  words: Record<string, string>;
  text: string;
}

function valueOf(column: Column, s: Shape): string {
  const quoted = (text: string, type = 'text') => `'${text.replaceAll("'", "''")}'::${type}`;
  if (column.name === 'tenant') return quoted(s.tenant);
  if (column.type.startsWith('_')) return `array[${valueOf({ ...column, type: column.type.slice(1) }, s)}]`;
  switch (column.type) {
    case 'uuid':
      return quoted(s.uuid, 'uuid');
    case 'text':
    case 'varchar':
    case 'bpchar':
      return quoted(s.words[column.name] ?? s.text);
    case 'bool':
      return 'false';
    case 'int2':
    case 'int4':
    case 'int8':
    case 'float4':
    case 'float8':
    case 'numeric':
      return `1::${column.type}`;
    case 'date':
      return "'2026-01-01'::date";
    case 'time':
      return "'08:00'::time";
    case 'timestamptz':
      return "'2026-01-01T00:00:00Z'::timestamptz";
    case 'interval':
      return "'1 day'::interval";
    case 'json':
    case 'jsonb':
      return `'{}'::${column.type}`;
    case 'bytea':
      return "'\\x00'::bytea";
    case 'xid8':
      return "'1'::xid8";
    case 'daterange':
      return "daterange('2026-01-01', null)";
    default:
      throw new Error(`no value for the type ${column.type}: add it to valueOf() of any-rows.ts`);
  }
}

export function insertOf(table: Table, shape: Shape, columns = table.columns): string {
  const names = columns.map((c) => c.name).join(', ');
  return `insert into ${table.name} (${names}) overriding system value values (${columns.map((c) => valueOf(c, shape)).join(', ')})`;
}
