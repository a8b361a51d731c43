import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { contextKeyOf } from '../src/app.ts';
import { formatMasterKey, parseMasterKey } from '../src/platform/crypto/master-key.ts';
import { type Address, addressFromUrl } from '../src/platform/db/connect.ts';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { ownerRole } from '../src/platform/db/roles.ts';
import { setupLogins, type Passwords } from '../src/platform/db/setup.ts';
import { openPool } from '../src/platform/db/connect.ts';
import { prepareDatabase } from '../src/prepare.ts';
import { dropDatabase } from './logins.ts';

export interface TestDatabase {
  address: Address;
  owner: string;
  passwords: Passwords;
  template: string;
  masterKey: string;
}
declare module 'vitest' {
  export interface ProvidedContext {
    database: TestDatabase;
  }
}

/** Undoes, last first, what was begun. */
async function undo(steps: (() => unknown)[]): Promise<void> {
  for (const step of steps.toReversed()) await step();
}

/** One database cluster for the whole run: embedded, or the one DATABASE_URL names (its owner needs CREATEDB). */
export default async function setup(project: TestProject) {
  const begun: (() => unknown)[] = [];
  try {
    await begin(project, begun);
  } catch (error) {
    // A server left running would keep the test runner from ending.
    await undo(begun);
    throw error;
  }
  return () => undo(begun);
}

async function begin(project: TestProject, begun: (() => unknown)[]): Promise<void> {
  const url = process.env['DATABASE_URL'];
  const dir = fs.mkdtempSync(path.join(tmpdir(), 'simpul-test-'));
  begun.push(() => fs.rmSync(dir, { recursive: true, force: true }));
  const embedded = url ? undefined : await startEmbedded(path.join(dir, 'pg'), { test: true });
  begun.push(() => embedded?.stop());
  const base = url
    ? addressFromUrl(url)
    : {
        user: ownerRole,
        address: { host: embedded?.host ?? '', port: embedded?.port ?? 0, database: 'simpul' },
      };
  const admin = new pg.Client({ ...base.address, user: base.user });
  await admin.connect();
  begun.push(() => admin.end());
  const template = `simpul_template_${process.pid}`;
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  begun.push(() => dropAll(admin, template));
  const master = parseMasterKey(`1 ${randomBytes(32).toString('base64')}`, 'test');
  const address = { ...base.address, database: template };
  const owner = openPool(address, base.user, 1);
  let passwords: Passwords;
  try {
    passwords = await setupLogins(owner, { passwords: Boolean(url) });
  } finally {
    await owner.end();
  }
  await prepareDatabase(
    { address, owner: base.user, passwords, contextKey: contextKeyOf(master), kind: 'test' },
    { setup: false },
  );
  project.provide('database', {
    address: base.address,
    owner: base.user,
    passwords,
    template,
    masterKey: formatMasterKey(master),
  });
}

/** The template, and databases that a test file left when it was stopped. */
async function dropAll(admin: pg.Client, template: string): Promise<void> {
  const left = await admin.query(
    "select datname from pg_database where datname like 'simpul_t_%' or datname = $1",
    [template],
  );
  for (const row of left.rows) await dropDatabase(admin, row.datname as string);
}
