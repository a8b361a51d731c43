/** A backup outlives the version that made it: tables as they stood, rows, then the migrations since. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { exportBackup } from '../src/platform/backup/export.ts';
import { newRecoveryKey } from '../src/platform/backup/recovery-key.ts';
import { inspectBackup, restoreBackup } from '../src/platform/backup/restore.ts';
import { systemClock } from '../src/platform/clock.ts';
import { parseMasterKey } from '../src/platform/crypto/master-key.ts';
import type { Pool } from '../src/platform/db/connect.ts';
import { asMaintenance } from '../src/platform/db/maintenance.ts';
import { readMigrations } from '../src/platform/db/migrate.ts';
import { prepareTables } from '../src/prepare.ts';
import { emptyDatabase, loginOn } from './logins.ts';

const roles = ['owner', 'simpul_auth', 'simpul_worker'] as const;
/** The last migration before files, accounts' second half and the modules. */
const older = '0006_files.sql';
let folder: string;
const closing: (() => Promise<void>)[] = [];

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'simpul-older-'));
});
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
  fs.rmSync(folder, { recursive: true });
});

/** A database whose tables stand at `upTo`. */
async function databaseAt(
  upTo: string,
): Promise<{ logins: Pool[]; target: Parameters<typeof prepareTables>[0]; owner: Pool }> {
  const { address, owner: ownerName, passwords } = inject('database');
  const { name, drop } = await emptyDatabase({ bare: true });
  closing.push(drop);
  const logins = roles.map((role) => loginOn(name, role));
  closing.push(async () => {
    await Promise.all(logins.map((login) => login.end()));
  });
  const [owner] = logins;
  if (!owner) throw new Error('no owner');
  const grants = ['simpul_app', ...roles.slice(1)].join(', ');
  await owner.query(`grant connect on database ${name} to ${grants}`);
  const target = { address: { ...address, database: name }, owner: ownerName, passwords };
  await prepareTables(target, owner, { setup: false, upTo });
  return { logins, target, owner };
}
const asOwner = (owner: Pool, sql: string) =>
  asMaintenance(owner, 'restore', async (c) => (await c.query(sql)).rows);

test('a backup of an older version is restored and brought to this one', async () => {
  const recovery = await newRecoveryKey();
  const master = parseMasterKey(inject('database').masterKey, 'test');
  const old = await databaseAt(older);
  await asOwner(
    old.owner,
    `insert into platform.installation (id, kind) values (gen_random_uuid(), 'test');
     insert into platform.tenant (code, name, zone) values ('64', 'Kalimantan Timur', 'Asia/Makassar')`,
  );
  const home = path.join(folder, 'old');
  const source = {
    logins: old.logins,
    home,
    headsFile: path.join(home, 'heads'),
    master,
    clock: systemClock,
  };
  const backup = await exportBackup(source, { folder, recipient: recovery.recipient });
  const files = { ...backup, identity: recovery.identity };
  const { data } = await inspectBackup(files);
  expect(data.migration).toBe(older);

  const now = await databaseAt(data.migration);
  const target = {
    logins: now.logins,
    home: path.join(folder, 'new'),
    headsFile: path.join(folder, 'new/heads'),
  };
  await restoreBackup(target, files);
  const ran = await prepareTables(now.target, now.owner, { setup: false });
  expect(ran).toEqual(
    readMigrations()
      .map((migration) => migration.name)
      .filter((name) => name > older),
  );
  expect(ran.length).toBeGreaterThan(0);
  expect(await asOwner(now.owner, 'select code, name from platform.tenant')).toEqual([
    { code: '64', name: 'Kalimantan Timur' },
  ]);
});
