import fs from 'node:fs';
import path from 'node:path';
import {
  loadMasterKey,
  masterKeySource,
  type MasterKey,
  type MasterKeySource,
} from '../platform/crypto/master-key.ts';
import { addressFromUrl, openPool, type Pool } from '../platform/db/connect.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { databaseName, ownerRole, type LoginRole } from '../platform/db/roles.ts';
import { findRunningServer } from '../platform/db/running-server.ts';
import type { Passwords } from '../platform/db/setup.ts';
import { loginPool, type Target } from '../prepare.ts';
import { CliError } from './cli-error.ts';
import { loginsFile } from './home.ts';

/** A database that commands of the operator (backup, restore, verify, rotate) work on. */
export interface Reached {
  target: Omit<Target, 'contextKey' | 'kind'>;
  owner: Pool;
  login: (role: LoginRole) => Pool;
  close: () => Promise<void>;
}

/** Joins the embedded server of a running installation, starts it where nothing runs, or goes to DATABASE_URL. */
export async function reachDatabase(
  home: string,
  { make = false }: { make?: boolean } = {},
): Promise<Reached> {
  const url = process.env['DATABASE_URL'];
  if (url) return reached(external(home, url), async () => {});
  const data = path.join(home, 'pg');
  if (!make && !fs.existsSync(data)) {
    throw new CliError(`There is no installation in ${home}. Name another with --home, or set DATABASE_URL.`);
  }
  const running = findRunningServer(data);
  if (running)
    return reached(
      { address: { ...running, database: databaseName }, owner: ownerRole, passwords: {} },
      async () => {},
    );
  const server = await startEmbedded(data);
  const found = { host: server.host, port: server.port, database: databaseName };
  return reached({ address: found, owner: ownerRole, passwords: {} }, server.stop);
}

export const keySourceOf = (home: string): MasterKeySource =>
  masterKeySource(process.env, path.join(home, 'master.key'));

/** The master key of an installation that exists; never makes one. */
export const existingMasterKey = (home: string): Promise<MasterKey> =>
  loadMasterKey(keySourceOf(home), { mayMake: false });

function reached(target: Reached['target'], stop: () => Promise<void>): Reached {
  const pools: Pool[] = [];
  const opened = (pool: Pool) => {
    pools.push(pool);
    return pool;
  };
  return {
    target,
    owner: opened(openPool(target.address, target.owner, 2)),
    login: (role) => opened(loginPool(target, role, 2)),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await stop();
    },
  };
}

function external(home: string, url: string): Reached['target'] {
  const { address, user } = addressFromUrl(url);
  const file = loginsFile(home);
  if (!fs.existsSync(file)) {
    throw new CliError(`No logins for this database yet. Run "npx simpul setup-db --home ${home}" first.`);
  }
  return { address, owner: user, passwords: JSON.parse(fs.readFileSync(file, 'utf8')) as Passwords };
}
