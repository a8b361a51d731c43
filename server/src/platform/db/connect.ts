import pg from 'pg';

// int8 counts fit a number here; `date` stays text: a day has no zone; numeric stays text (money).
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Where the database is. `password` is absent on the private socket of the embedded server. */
export interface Address {
  host: string;
  port: number;
  database: string;
  password?: string;
  ssl?: boolean;
}
export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;

export function openPool(address: Address, user: string, max = 10, searchPath?: string): Pool {
  const pool = new pg.Pool({
    host: address.host,
    port: address.port,
    database: address.database,
    user,
    ...(address.password === undefined ? {} : { password: address.password }),
    ...(address.ssl ? { ssl: true } : {}),
    max,
    idleTimeoutMillis: 30_000,
    // Rather a clear "try again" than a page that hangs behind others.
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    application_name: user,
    ...(searchPath ? { options: `-c search_path=${searchPath}` } : {}),
  });
  // An idle connection cut by the server (shutdown, restart) must not end the process.
  pool.on('error', () => {});
  // A connection that is lent out reports the same on itself; the query in flight tells its caller.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Address from a URL such as postgres://owner:secret@host:5432/simpul (the owner's). */
export function addressFromUrl(url: string): { address: Address; user: string } {
  const u = new URL(url);
  const database = u.pathname.slice(1);
  if (!database || !u.username)
    throw new Error('DATABASE_URL must name user and database: postgres://owner:password@host:5432/simpul');
  return {
    user: decodeURIComponent(u.username),
    address: {
      host: u.searchParams.get('host') ?? u.hostname,
      port: Number(u.port || 5432),
      database,
      ...(u.password ? { password: decodeURIComponent(u.password) } : {}),
      ...(u.searchParams.get('sslmode') === 'require' ? { ssl: true } : {}),
    },
  };
}
