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

/** One database cluster for the whole run: embedded, or the one DATABASE_URL names (its owner needs CREATEDB). */
export default async function setup(project: TestProject) {
  const url = process.env['DATABASE_URL'];
  const dir = fs.mkdtempSync(path.join(tmpdir(), 'simpul-test-'));
  const embedded = url ? undefined : await startEmbedded(path.join(dir, 'pg'), { test: true });
  const base = url
    ? addressFromUrl(url)
    : {
        user: ownerRole,
        address: { host: embedded?.host ?? '', port: embedded?.port ?? 0, database: 'simpul' },
      };
  const admin = new pg.Client({ ...base.address, user: base.user });
  await admin.connect();
  const template = `simpul_template_${process.pid}`;
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  const master = parseMasterKey(`1 ${randomBytes(32).toString('base64')}`, 'test');
  const address = { ...base.address, database: template };
  const owner = openPool(address, base.user, 1);
  const passwords = await setupLogins(owner, { passwords: Boolean(url) });
  await owner.end();
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
  return async () => {
    const left = await admin.query(
      "select datname from pg_database where datname like 'simpul_t_%' or datname = $1",
      [template],
    );
    for (const row of left.rows)
      await admin
        .query(`drop database if exists "${row.datname}"`)
        .catch(() => admin.query(`drop database if exists "${row.datname}" with (force)`));
    await admin.end();
    await embedded?.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  };
}
