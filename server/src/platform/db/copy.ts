import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import type { Pool } from './connect.ts';

/** A connection of its own for COPY, which cannot travel in a pipeline of queries. */
export interface CopyClient {
  login: string;
  query: <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>;
  /** The rows in COPY text format, as they come from the server. */
  copyTo: (table: string, columns: readonly string[]) => AsyncIterable<Uint8Array>;
  copyFrom: (table: string, columns: readonly string[], chunks: AsyncIterable<Uint8Array>) => Promise<void>;
  end: () => Promise<void>;
}

/** `schema.table` as SQL. */
export function quoteTable(table: string): string {
  const dot = table.indexOf('.');
  return `${pg.escapeIdentifier(table.slice(0, dot))}.${pg.escapeIdentifier(table.slice(dot + 1))}`;
}
export const quoteName = (name: string): string => pg.escapeIdentifier(name);

/** Connects with the login and address of `pool`. */
export async function openCopyClient(pool: Pool): Promise<CopyClient> {
  // The pool hides its password from copying.
  const { password } = pool.options;
  const client = new pg.Client({
    ...pool.options,
    ...(password === undefined ? {} : { password }),
    pipeline: false,
  });
  client.on('error', () => {});
  await client.connect();
  const list = (table: string, columns: readonly string[]) =>
    `${quoteTable(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
  return {
    login: pool.options.user ?? '',
    query: async <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await client.query<R>(sql, values)).rows,
    copyTo: (table, columns) => client.query(copyStreams.to(`copy ${list(table, columns)} to stdout`)),
    copyFrom: async (table, columns, chunks) => {
      const sink = client.query(copyStreams.from(`copy ${list(table, columns)} from stdin`));
      await pipeline(Readable.from(chunks, { objectMode: false }), sink);
    },
    end: async () => {
      const { stream } = (client as unknown as { connection: { stream: { destroy: () => void } } })
        .connection;
      // A COPY that was given up in the middle never lets the connection end politely.
      const patience = setTimeout(() => stream.destroy(), 2_000);
      await client.end().catch(() => {});
      clearTimeout(patience);
    },
  };
}
