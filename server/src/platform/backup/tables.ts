import { quoteName, quoteTable, type CopyClient } from '../db/copy.ts';

export interface Table {
  name: string;
  /** Columns that COPY moves: generated ones are computed again. */
  columns: string[];
}

/** The tables that hold keys: they go into an archive of their own. */
export const keyTables: readonly string[] = [
  'platform.tenant_key',
  'platform.data_key',
  'platform.destroyed_key',
];

/** Every table that this login owns. A table without columns to copy does not exist. */
export async function ownTables(client: CopyClient): Promise<Table[]> {
  return client.query<{ name: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name,
            array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relpersistence = 'p' and c.relowner = current_user::regrole
       and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     group by n.nspname, c.relname order by 1`,
  );
}

export interface SequenceValue {
  name: string;
  value: number;
}

/** Where the counters of this login's tables stand; those never used are left out. */
export async function ownSequences(client: CopyClient): Promise<SequenceValue[]> {
  const found = await client.query<{ name: string; value: number | null }>(
    `select schemaname || '.' || sequencename as name, last_value as value
     from pg_sequences where sequenceowner = current_user order by 1`,
  );
  return found.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

export async function setSequences(client: CopyClient, values: readonly SequenceValue[]): Promise<void> {
  for (const { name, value } of values) {
    await client.query('select setval($1::regclass, $2::bigint)', [quoteTable(name), value]);
  }
}

/**
 * Empties the tables of this login and takes away what stands in the way of COPY: triggers, foreign keys
 * (tables come in any order, and may refer to one another in a circle) and forced row-level security (COPY
 * FROM is refused under it). Runs in the transaction that loads the rows, so that nobody ever sees a table
 * without its protection; the answer puts everything back.
 */
export async function openForLoading(
  client: CopyClient,
  tables: readonly Table[],
): Promise<() => Promise<void>> {
  if (tables.length === 0) return async () => {};
  const names = tables.map((table) => quoteTable(table.name));
  const forced = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.oid = any($1::regclass[]) and c.relforcerowsecurity`,
    [names],
  );
  const foreign = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any($1::regclass[]) order by 1, 2`,
    [names],
  );
  const triggers = await client.query<{ table: string; name: string; state: string }>(
    `select tgrelid::regclass::text as table, tgname as name, tgenabled::text as state
     from pg_trigger where not tgisinternal and tgenabled <> 'D' and tgrelid = any($1::regclass[]) order by 1, 2`,
    [names],
  );
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
  for (const { table, name } of foreign)
    await client.query(`alter table ${table} drop constraint ${quoteName(name)}`);
  for (const { table, name } of triggers)
    await client.query(`alter table ${table} disable trigger ${quoteName(name)}`);
  await client.query(`truncate ${names.join(', ')}`);
  return async () => {
    for (const { table, name, definition } of foreign) {
      await client.query(`alter table ${table} add constraint ${quoteName(name)} ${definition}`);
    }
    for (const { table, name, state } of triggers) {
      const how = state === 'A' ? 'enable always' : state === 'R' ? 'enable replica' : 'enable';
      await client.query(`alter table ${table} ${how} trigger ${quoteName(name)}`);
    }
    for (const { name } of forced) await client.query(`alter table ${name} force row level security`);
  };
}
