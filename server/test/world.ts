/** A world of its own for a test file: a database cloned from the template, the application, people to act as. */
import { createHmac, randomBytes, randomUUIDv7 } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { hashToken } from '../src/platform/auth/identify.ts';
import { type Clock, clockAt } from '../src/platform/clock.ts';
import type { Actor, Ctx } from '../src/platform/context.ts';
import { parseMasterKey } from '../src/platform/crypto/master-key.ts';
import { openPool, type Pool } from '../src/platform/db/connect.ts';
import { asMaintenance } from '../src/platform/db/maintenance.ts';
import { actorOf, findWho } from '../src/platform/auth/who.ts';
import { serveWeb } from '../src/platform/http/serve-web.ts';
import type { LogSink } from '../src/platform/http/server.ts';
import { workOnce } from '../src/platform/jobs/worker.ts';
import { runAs } from '../src/platform/run-as.ts';
import { loginPool } from '../src/prepare.ts';
import { tasks } from '../src/tasks.ts';
import { dropDatabase } from './logins.ts';

export interface Person {
  id: string;
  token: string;
  agency: string | null;
  email: string;
  /** Set for a person who signed in through the browser; it then goes before the token. */
  cookie?: string;
}
export interface World {
  app: App;
  owner: Pool;
  /** Data as the owner in maintenance: for arranging and asserting only. */
  asOwner: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  tenant: (code?: string, name?: string, zone?: string) => Promise<string>;
  /**
   * An account holding `role`, with a token to call the API. With `session` it is signed in through the browser,
   * with `stepUp` it also confirmed the second factor a moment ago (a token never reaches what asks for that).
   */
  person: (
    role: string,
    o?: { tenant?: string; agency?: string | null; session?: boolean; stepUp?: boolean },
  ) => Promise<Person>;
  /** The same person in a new browser session. */
  signedIn: (person: Person, o?: { stepUp?: boolean }) => Promise<Person>;
  actor: (person: Person) => Promise<Actor>;
  /** Runs a function of a module as that person, in one transaction. */
  as: <T>(person: Person, work: (ctx: Ctx) => Promise<T>, purpose?: string) => Promise<T>;
  call: (
    person: Person | null,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>;
  /** Where files, keys and heads of this world lie. */
  home: string;
  /** Does all queued jobs, as the worker would. */
  work: () => Promise<void>;
  close: () => Promise<void>;
}

export const testNow = '2026-11-25T02:00:00Z';

export interface WorldOptions {
  clock?: Clock;
  /** What the application believes to serve; an office is stricter about who comes in. */
  kind?: 'demo' | 'office' | 'test';
  /** Gets the lines of the log. */
  log?: LogSink;
  /** Folder of a built web app to serve. */
  web?: string;
}

export async function createWorld(o: WorldOptions = {}): Promise<World> {
  const db = inject('database');
  const name = `simpul_t_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ ...db.address, user: db.owner });
  await admin.connect();
  await admin.query(`create database ${name} template ${db.template}`);
  const address = { ...db.address, database: name };
  const home = fs.mkdtempSync(path.join(tmpdir(), 'simpul-home-'));
  const app = await createApp({
    target: { address, owner: db.owner, passwords: db.passwords, kind: o.kind ?? 'test' },
    masterKey: parseMasterKey(db.masterKey, 'test'),
    home,
    baseUrl: 'http://localhost',
    clock: o.clock ?? clockAt(testNow),
    log: o.log ?? false,
    poolSize: 6,
  });
  if (o.web) await serveWeb(app.server, o.web);
  await app.server.ready();
  const owner = openPool(address, db.owner, 2);
  const asOwner = (sql: string, values: unknown[] = []) =>
    asMaintenance(owner, 'restore', async (client) => (await client.query(sql, values)).rows);
  const tenant = async (code = '64', tenantName = 'Kalimantan Timur', zone = 'Asia/Makassar') => {
    await asOwner(
      'insert into platform.tenant (code, name, zone) values ($1, $2, $3) on conflict do nothing',
      [code, tenantName, zone],
    );
    return code;
  };
  const person: World['person'] = async (role, p = {}) => {
    const code = await tenant(p.tenant ?? '64');
    const id = randomUUIDv7();
    const token = randomBytes(32).toString('base64url');
    const agency = p.agency ?? null;
    const email = `${id}@contoh.test`;
    await asOwner('insert into accounts.person (id, tenant, name, email) values ($1, $2, $3, $4)', [
      id,
      code,
      `Pejabat ${role}`,
      email,
    ]);
    await asOwner(
      `insert into accounts.role_grant (id, tenant, person, role, agency, valid_from, basis, granted_by, review_due)
       values ($1, $2, $3, $4, $5, '2020-01-01', 'uji', $3, '2099-01-01')`,
      [randomUUIDv7(), code, id, role, agency],
    );
    await asOwner(
      `insert into accounts.token (id, tenant, person, label, token_hash, expires_at) values ($1, $2, $3, 'uji', $4, '2099-01-01')`,
      [randomUUIDv7(), code, id, hashToken(token)],
    );
    const made: Person = { id, token, agency, email };
    return p.session || p.stepUp ? signedIn(made, p.stepUp ? { stepUp: true } : {}) : made;
  };
  const signedIn: World['signedIn'] = async (p, { stepUp = false } = {}) => {
    const { authPool, auth } = app.services;
    await authPool.query(
      `insert into auth."user" (id, name, email, "emailVerified", "twoFactorEnabled", "createdAt", "updatedAt")
       values ($1, 'Pejabat', $2, true, true, now(), now()) on conflict do nothing`,
      [p.id, p.email],
    );
    const context = await auth.$context;
    const session = await context.internalAdapter.createSession(p.id);
    if (!session) throw new Error('this person may not sign in');
    if (stepUp)
      await authPool.query('insert into auth.step_up (session, at) values ($1, $2)', [
        session.id,
        new Date(app.services.clock.now().epochMilliseconds),
      ]);
    const signature = createHmac('sha256', context.secret).update(session.token).digest('base64');
    const { name } = context.authCookies.sessionToken;
    return { ...p, cookie: `${name}=${encodeURIComponent(`${session.token}.${signature}`)}` };
  };
  const actor = async (p: Person): Promise<Actor> => {
    const who = await findWho(app.services.authPool, p.id);
    const found = who && actorOf(who, undefined, { id: null, stepUpAt: null });
    if (!found) throw new Error('this person has no valid role');
    return found;
  };
  return {
    app,
    owner,
    home,
    asOwner,
    tenant,
    person,
    signedIn,
    actor,
    as: async (p, work, purpose) => runAs(app.services, await actor(p), work, { purpose: purpose ?? null }),
    call: async (p, method, url, body, headers = {}) => {
      const response = await app.server.inject({
        method,
        url: `/api${url}`,
        ...(body === undefined ? {} : { payload: body as object }),
        headers: {
          ...(p ? (p.cookie ? { cookie: p.cookie } : { authorization: `Bearer ${p.token}` }) : {}),
          ...(p?.agency ? { 'x-agency': p.agency } : {}),
          ...(method === 'GET' ? {} : { 'idempotency-key': randomUUIDv7() }),
          ...headers,
        },
      });
      const text = response.body;
      const isJson = String(response.headers['content-type'] ?? '').includes('json');
      return {
        status: response.statusCode,
        body: isJson ? JSON.parse(text) : text,
        headers: response.headers,
      };
    },
    work: async () => {
      const pool = loginPool({ address, passwords: db.passwords }, 'simpul_worker', 4);
      try {
        await workOnce(pool, { ...app.services, gate: { ...app.services.gate, pool } }, tasks);
      } finally {
        await pool.end();
      }
    },
    close: async () => {
      await app.close();
      await owner.end();
      await dropDatabase(admin, name);
      await admin.end();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}
