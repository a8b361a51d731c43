import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { contextKeyOf } from '../app.ts';
import { openPool, type Pool } from '../platform/db/connect.ts';
import { asMaintenance } from '../platform/db/maintenance.ts';
import { databaseName, ownerRole } from '../platform/db/roles.ts';
import { findRunningServer } from '../platform/db/running-server.ts';
import { withActor } from '../platform/db/with-actor.ts';
import { existingMasterKey } from './reach-database.ts';

/** These start installations of their own, which are embedded whatever the other tests run on. */
const external = Boolean(process.env['DATABASE_URL']);
const patience = 180_000;
const slow = { timeout: patience, interval: 100 };
let home: string;
let port: number;
let running: ChildProcess | undefined;
const pools = new Map<string, Pool>();
async function endPools(): Promise<void> {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  pools.clear();
}

beforeAll(async () => {
  home = fs.mkdtempSync(path.join(tmpdir(), 'simpul-serve-'));
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as net.AddressInfo);
  server.close();
});
afterEach(endPools);
afterAll(() => {
  running?.kill('SIGKILL');
  fs.rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<ChildProcess> {
  const program = path.join(import.meta.dirname, '../../test/serve-office.ts');
  const child = spawn(process.execPath, [program, home, String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SIMPUL_LOG: 'error', DATABASE_URL: '' },
  });
  running = child;
  let said = '';
  await new Promise<void>((ready, failed) => {
    const hear = (data: Buffer) => {
      said += String(data);
      if (said.includes('Simpul is ready')) ready();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`exit ${code}: ${said}`)));
  });
  return child;
}

const databaseProcess = () =>
  Number(fs.readFileSync(path.join(home, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function login(role: string): Pool {
  const open = pools.get(role);
  if (open) return open;
  const at = findRunningServer(path.join(home, 'pg'));
  if (!at) throw new Error('the database does not run');
  const pool = openPool({ ...at, database: databaseName }, role, 2);
  pools.set(role, pool);
  return pool;
}
const asOwner = async (sql: string, values: unknown[] = []) =>
  asMaintenance(login(ownerRole), 'migrate', async (client) => (await client.query(sql, values)).rows);

async function makeMember(): Promise<string> {
  const id = randomUUIDv7();
  await asOwner(
    "insert into platform.tenant (code, name, zone) values ('64', 'Kalimantan Timur', 'Asia/Makassar')",
  );
  await asOwner("insert into accounts.person (id, tenant, name, email) values ($1, '64', 'Pejabat', $2)", [
    id,
    `${id}@contoh.test`,
  ]);
  await asOwner(
    `insert into accounts.role_grant (id, tenant, person, role, valid_from, basis, granted_by, review_due)
     values ($1, '64', $2, 'tf_secretariat', '2020-01-01', 'uji', $2, '2099-01-01')`,
    [randomUUIDv7(), id],
  );
  return id;
}

/** Queues a task that waits for `clearing.import`, which the caller holds until it calls `release`. */
async function blockedJob(actor: string) {
  const holder = await login(ownerRole).connect();
  await holder.query('begin');
  await holder.query('lock table clearing.import in access exclusive mode');
  const gate = { pool: login('simpul_app'), contextKey: contextKeyOf(await existingMasterKey(home)) };
  const scope = { actor, tenant: '64', agency: null, purpose: null };
  const job = await withActor(gate, scope, async (client) => {
    const ids = JSON.stringify({ import: randomUUIDv7() });
    const row = await client.query("select platform.enqueue('clearing.check_import', $1) as id", [ids]);
    return String(row.rows[0].id);
  });
  await expect.poll(() => jobState(job), slow).toBe('running');
  return {
    job,
    release: async () => {
      await holder.query('commit');
      holder.release();
    },
    abandon: () => holder.release(true),
  };
}
const jobState = async (job: string) =>
  (await asOwner('select state, error_code from platform.job where id = $1', [job]))[0]?.state as string;

let actor: string;
let job: string;

test.skipIf(external)(
  'told to end, it answers the request it is reading and finishes the job at hand',
  async () => {
    const child = await start();
    const postgres = databaseProcess();
    actor = await makeMember();
    const blocked = await blockedJob(actor);
    job = blocked.job;
    const body = JSON.stringify({ email: 'siapa@contoh.test', password: 'bukan-kata-sandi' });
    const socket = net.connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    socket.write(
      `POST /api/auth/sign-in/email HTTP/1.1\r\nhost: localhost:${port}\r\norigin: http://localhost:${port}\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status, slow).toBe(200);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await wait(500);
    expect(child.exitCode).toBeNull();
    socket.write(body.slice(10));
    await expect.poll(() => answer, slow).toMatch(/^HTTP\/1\.1 401 /);
    expect(child.exitCode).toBeNull();
    await blocked.release();
    await endPools();
    expect(await ended).toEqual([0, null]);
    expect(lives(postgres)).toBe(false);
    expect(fs.existsSync(path.join(home, 'running.json'))).toBe(false);
    expect(fs.existsSync(path.join(home, 'pg/postmaster.pid'))).toBe(false);
  },
  patience,
);

test.skipIf(external)(
  'the next start finds the job done; killed in the midst of one, no database is left running',
  async () => {
    const child = await start();
    const postgres = databaseProcess();
    expect((await asOwner('select state, error_code from platform.job where id = $1', [job]))[0]).toEqual({
      state: 'failed',
      error_code: 'not_found',
    });
    const blocked = await blockedJob(actor);
    job = blocked.job;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    await expect.poll(() => lives(postgres), slow).toBe(false);
    blocked.abandon();
  },
  patience,
);

test.skipIf(external)(
  'the start after a kill takes the job up again',
  async () => {
    const child = await start();
    await expect.poll(() => jobState(job), slow).toBe('failed');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await endPools();
    expect(await ended).toEqual([0, null]);
  },
  patience,
);
