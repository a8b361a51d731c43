/** One running installation: database, application, worker, in one process. */
import fs from 'node:fs';
import path from 'node:path';
import type { Runner } from 'graphile-worker';
import { type App, contextKeyOf, createApp } from './app.ts';
import { headsFileOf } from './platform/audit/heads.ts';
import { startSealer } from './platform/audit/seal-job.ts';
import { loadMasterKey, masterKeySource, type MasterKey } from './platform/crypto/master-key.ts';
import { addressFromUrl, openPool } from './platform/db/connect.ts';
import { type EmbeddedServer, startEmbedded } from './platform/db/embedded.ts';
import { databaseName, ownerRole } from './platform/db/roles.ts';
import type { Passwords } from './platform/db/setup.ts';
import { startDaily } from './platform/jobs/daily.ts';
import { releaseLostJobs, startWorker } from './platform/jobs/worker.ts';
import type { Services } from './platform/context.ts';
import { loginPool, prepareDatabase, type Target } from './prepare.ts';
import { dailyTasks, tasks } from './tasks.ts';

export interface InstallationOptions {
  home: string;
  kind: 'demo' | 'office';
  baseUrl: string;
  databaseUrl?: string;
  log?: boolean;
}
export interface Installation {
  app: App;
  target: Target;
  masterKey: MasterKey;
  /** Whether this start made the database. */
  fresh: boolean;
  close: () => Promise<void>;
}

interface Located {
  target: Omit<Target, 'contextKey' | 'kind'>;
  embedded?: EmbeddedServer;
}

async function locate(o: InstallationOptions): Promise<Located> {
  if (!o.databaseUrl) {
    const embedded = await startEmbedded(path.join(o.home, 'pg'));
    const address = { host: embedded.host, port: embedded.port, database: databaseName };
    return { embedded, target: { address, owner: ownerRole, passwords: {} } };
  }
  const { address, user } = addressFromUrl(o.databaseUrl);
  const file = path.join(o.home, 'logins.json');
  if (!fs.existsSync(file))
    throw new Error(`No logins for this database yet. Run "npx simpul setup-db --home ${o.home}" first.`);
  return {
    target: { address, owner: user, passwords: JSON.parse(fs.readFileSync(file, 'utf8')) as Passwords },
  };
}

async function isFresh(target: Located['target']): Promise<boolean> {
  const owner = openPool(target.address, target.owner, 1);
  try {
    return (await owner.query("select to_regclass('platform.migration') is null as fresh")).rows[0]
      .fresh as boolean;
  } finally {
    await owner.end();
  }
}

export async function openInstallation(o: InstallationOptions): Promise<Installation> {
  fs.mkdirSync(o.home, { recursive: true, mode: 0o700 });
  const { target: located, embedded } = await locate(o);
  try {
    const fresh = await isFresh(located);
    const masterKey = await loadMasterKey(masterKeySource(process.env, path.join(o.home, 'master.key')), {
      mayMake: fresh,
    });
    const target: Target = { ...located, kind: o.kind, contextKey: contextKeyOf(masterKey) };
    await prepareDatabase(target, { setup: Boolean(embedded) });
    const app = await createApp({
      target,
      masterKey,
      home: o.home,
      baseUrl: o.baseUrl,
      ...(o.log === undefined ? {} : { log: o.log }),
    });
    const workers = await startWorkers(target, app.services);
    const close = async () => {
      await app.server.close();
      await workers.close();
      await app.close();
      await embedded?.stop();
    };
    return { app, target, masterKey, fresh, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/**
 * The worker logs in as its own role: its transactions go through the same policies as those of a request.
 * The sealer of the audit trail goes with it, since nobody else may call the sealing functions.
 */
async function startWorkers(target: Target, services: Services) {
  const pool = loginPool(target, 'simpul_worker', 6);
  await releaseLostJobs(pool);
  const asWorker: Services = { ...services, gate: { ...services.gate, pool } };
  const runner: Runner = await startWorker(pool, asWorker, tasks);
  const sealingFailed = (error: unknown) =>
    process.stderr.write(
      `audit trail: not sealed, tried again (${error instanceof Error ? error.name : 'error'})\n`,
    );
  const sealer = startSealer({
    pool,
    master: services.masterKey,
    headsFile: headsFileOf(services.home),
    clock: services.clock,
    onError: sealingFailed,
  });
  const daily = startDaily({
    pool,
    services: asWorker,
    tasks: dailyTasks,
    onError: (error) =>
      process.stderr.write(
        `daily work: not queued, tried again (${error instanceof Error ? error.name : 'error'})\n`,
      ),
  });
  return {
    close: async () => {
      await daily.stop();
      await runner.stop();
      await sealer.stop().catch(sealingFailed);
      await pool.end();
    },
  };
}
