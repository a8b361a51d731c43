import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Pool, PoolClient } from './connect.ts';

export const migrationsFolder = path.join(import.meta.dirname, '../../../migrations');

interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

export function readMigrations(folder = migrationsFolder): Migration[] {
  return fs
    .readdirSync(folder)
    .filter((f) => f.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

async function applied(client: PoolClient): Promise<Map<string, string>> {
  const there = await client.query("select to_regclass('platform.migration') is not null as there");
  if (!there.rows[0].there) return new Map();
  const rows = await client.query('select name, sha256 from platform.migration');
  return new Map(rows.rows.map((r) => [r.name, r.sha256]));
}

/**
 * Runs what has not run, each file in a transaction of its own, as the owner. Forward only: a file that
 * ran and then changed stops the start, since a fresh and an upgraded database would differ.
 */
export async function migrate(
  owner: Pool,
  {
    folder,
    upTo,
  }: {
    folder?: string;
    /** Last file to run: a restore needs the tables of its backup. */ upTo?: string;
  } = {},
): Promise<string[]> {
  const client = await owner.connect();
  const done: string[] = [];
  try {
    await client.query("select pg_advisory_lock(hashtext('simpul-migrate'))");
    await client.query("select set_config('simpul.maintenance', 'migrate', false)");
    const known = await applied(client);
    for (const m of readMigrations(folder)) {
      if (upTo !== undefined && m.name > upTo) break;
      const hash = known.get(m.name);
      if (hash === m.sha256) continue;
      if (hash) throw new Error(`Migration ${m.name} changed after it ran. Write a new migration instead.`);
      await client.query('begin');
      try {
        await client.query(m.sql);
        await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [
          m.name,
          m.sha256,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        const { message, position } = error as { message: string; position?: string };
        const line = position ? m.sql.slice(0, Number(position)).split('\n').length : undefined;
        throw new Error(`Migration ${m.name}${line ? `, line ${line}` : ''}: ${message}`, { cause: error });
      }
      done.push(m.name);
    }
  } finally {
    await client.query("select set_config('simpul.maintenance', '', false)").catch(() => {});
    await client.query("select pg_advisory_unlock(hashtext('simpul-migrate'))").catch(() => {});
    client.release();
  }
  return done;
}
