import { randomUUIDv7 } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase, loginOn } from '../../../test/logins.ts';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { startSealer } from '../audit/seal-job.ts';
import { verifyAudit } from '../audit/verify.ts';
import { systemClock } from '../clock.ts';
import { createKeys, destroyDataKey, getDataKey, makeDataKey } from '../crypto/keys.ts';
import { formatMasterKey, parseMasterKey } from '../crypto/master-key.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Pool, PoolClient } from '../db/connect.ts';
import { asMaintenance } from '../db/maintenance.ts';
import { withActor } from '../db/with-actor.ts';
import { countFiles, exportBackup, type BackupResult, type BackupSource } from './export.ts';
import { newRecoveryKey, type RecoveryKey } from './recovery-key.ts';
import { inspectBackup, restoreBackup } from './restore.ts';

const roles = ['owner', 'simpul_auth', 'simpul_worker'] as const;
const tenant = '64';
let world: World;
let officer: Person;
let database: string;
let logins: Pool[];
let folder: string;
let source: BackupSource;
let recovery: RecoveryKey;

beforeAll(async () => {
  world = await createWorld();
  officer = await world.person('intake_officer');
  database = (await world.asOwner('select current_database() as d'))[0]?.['d'] as string;
  logins = roles.map((role) => loginOn(database, role));
  folder = fs.mkdtempSync(path.join(tmpdir(), 'simpul-backup-'));
  recovery = await newRecoveryKey();
  const { home, masterKey: master } = world.app.services;
  source = { logins, home, headsFile: path.join(home, 'audit-heads.jsonl'), master, clock: systemClock };
});
afterAll(async () => {
  await Promise.all(logins.map((login) => login.end()));
  await world.close();
  fs.rmSync(folder, { recursive: true });
});

const mine = <T>(work: (client: PoolClient) => Promise<T>, pool?: Pool) =>
  withActor(
    { ...world.app.services.gate, ...(pool ? { pool } : {}) },
    { actor: officer.id, tenant, agency: null },
    (client) => work(client),
  );
const audit = (client: PoolClient, action: string, id: string) =>
  client.query("select audit.write('r', $1, 'done', 'person', $2, 'P3', null, null, '{\"n\": 1.50}')", [
    action,
    id,
  ]);
const sealAll = async () => {
  const pool = loginOn(database, 'simpul_worker');
  const sealer = startSealer({
    pool,
    master: source.master,
    headsFile: source.headsFile,
    clock: systemClock,
  });
  await sealer.stop();
  await pool.end();
};

/** Every table with the hash of its rows, as the logins that own them see it. */
async function contentOf(name: string): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  for (const role of roles) {
    const pool = loginOn(name, role, 1);
    await asMaintenance(pool, 'backup', async (client) => {
      const tables = await client.query<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and c.relowner = current_user::regrole and n.nspname !~ '^(pg_|information_schema)'`,
      );
      for (const table of tables.rows) {
        const hash = await client.query<{ h: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as h from ${table.name} t`,
        );
        content.set(table.name, hash.rows[0]?.h ?? '');
      }
    });
    await pool.end();
  }
  return content;
}
/** What protects the tables: row-level security, policies, constraints, triggers. */
async function protectionOf(name: string): Promise<unknown[]> {
  const pool = loginOn(name, 'owner', 1);
  const { rows } = await pool.query(`
    select 'table' as kind, c.oid::regclass::text as name, c.relrowsecurity || ' ' || c.relforcerowsecurity as what
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^pg_'
    union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
      where conrelid <> 0
    union all select 'trigger', tgrelid::regclass || '.' || tgname, tgenabled::text from pg_trigger where not tgisinternal
    union all select 'policy', schemaname || '.' || tablename || '.' || policyname, coalesce(qual, '') from pg_policies
    order by 1, 2, 3`);
  await pool.end();
  return rows;
}

async function restored<T>(
  backup: Pick<BackupResult, 'dataFile' | 'keysFile'>,
  work: (name: string, home: string, masterKey: string, files: number) => Promise<T>,
  identity = recovery.identity,
): Promise<T> {
  const { name, drop } = await emptyDatabase();
  const pools = roles.map((role) => loginOn(name, role));
  const home = fs.mkdtempSync(path.join(folder, 'home-'));
  try {
    const target = { logins: pools, home, headsFile: path.join(home, 'audit-heads.jsonl') };
    const done = await restoreBackup(target, { ...backup, identity });
    return await work(name, home, done.masterKey, done.files);
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
    await drop();
  }
}
const backupTo = (name: string) =>
  exportBackup(source, { folder: path.join(folder, name), recipient: recovery.recipient });

describe('a backup of an installation at rest', () => {
  test('comes back with every row, file, key, counter and protection', async () => {
    const id = randomUUIDv7();
    const place = { table: 'people.person', column: 'identity', rowId: id, tenant };
    const sealed = await mine(async (client) => {
      await audit(client, 'people.open', id);
      const key = await makeDataKey(client, createKeys(source.master), { tenant, kind: 'person', id });
      return seal(key, place, { name: "Melati 'Ayu'\n\t\\N" });
    });
    await mine((client) =>
      client.query(
        `insert into platform.file (id, tenant, kind, mime, bytes, sha256, uploaded_by)
         values ($1, $2, 'csv', 'text/csv', 3, 'x', $3)`,
        [id, tenant, officer.id],
      ),
    );
    const file = path.join(source.home, 'files', tenant, id.slice(0, 2), id);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, 'sealed bytes');
    await sealAll();
    const backup = await backupTo('rest');
    expect(backup.missingFiles).toEqual([]);

    const before = await contentOf(database);
    expect(before.size).toBeGreaterThan(20);
    await restored(backup, async (name, home, masterKey, files) => {
      // The same number at the backup and at the restore: another one would look like a lost file.
      expect([countFiles(backup), files]).toEqual([1, 1]);
      expect(Object.fromEntries(await contentOf(name))).toEqual(Object.fromEntries(before));
      expect(await protectionOf(name)).toEqual(await protectionOf(database));
      expect(fs.readFileSync(path.join(home, 'files', tenant, id.slice(0, 2), id), 'utf8')).toBe(
        'sealed bytes',
      );
      expect(masterKey).toBe(formatMasterKey(source.master));

      const master = parseMasterKey(masterKey, 'restored');
      const worker = loginOn(name, 'simpul_worker');
      const headsFile = path.join(home, 'audit-heads.jsonl');
      expect(await verifyAudit(worker, master, headsFile)).toMatchObject({ findings: [], total: 0 });
      const app = loginOn(name, 'simpul_app');
      const gate = { ...world.app.services.gate, pool: app };
      await withActor(gate, { actor: officer.id, tenant, agency: null }, async (client) => {
        const key = await getDataKey(client, createKeys(master), { tenant, kind: 'person', id });
        expect(open(key, place, sealed)).toEqual({ name: "Melati 'Ayu'\n\t\\N" });
        await audit(client, 'people.open', id);
      });
      const sealer = startSealer({ pool: worker, master, headsFile, clock: systemClock });
      await sealer.stop();
      const after = await verifyAudit(worker, master, headsFile);
      expect(after).toMatchObject({ findings: [], total: 0 });
      expect(after.rows).toBeGreaterThan(1);
      await Promise.all([app.end(), worker.end()]);
    });
  });
});

describe('a backup while writes go on', () => {
  test('shows one moment: what was written together is there together, and the chain is whole', async () => {
    let writing = true;
    const ids: string[] = [];
    const sealing = loginOn(database, 'simpul_worker');
    const { headsFile, master } = source;
    const sealer = startSealer({
      pool: sealing,
      master,
      headsFile,
      clock: systemClock,
      everyMs: 20,
      headEveryMs: 0,
    });
    const writers = [0, 1, 2].map(async () => {
      while (writing) {
        const id = randomUUIDv7();
        await mine(async (client) => {
          await makeDataKey(client, createKeys(master), { tenant, kind: 'case', id });
          await audit(client, 'cases.open', id);
        });
        ids.push(id);
      }
    });
    while (ids.length < 50) await new Promise((resolve) => setTimeout(resolve, 10));
    const certain = ids.length;
    const backup = await backupTo('busy');
    writing = false;
    await Promise.all(writers);
    await sealer.stop();
    await sealing.end();
    expect(ids.length).toBeGreaterThan(certain);

    await restored(backup, async (name, home, masterKey) => {
      const owner = loginOn(name, 'owner', 1);
      const { rows } = await asMaintenance(owner, 'backup', (client) =>
        client.query<{ keys: string[]; entries: string[] }>(
          `select (select array_agg(subject_id order by subject_id) from platform.data_key where kind = 'case') as keys,
                  (select array_agg(subject_id order by subject_id) from audit.entry where action = 'cases.open') as entries`,
        ),
      );
      await owner.end();
      const [found] = rows;
      expect(found?.keys.length).toBeGreaterThanOrEqual(certain);
      expect(found?.keys).toEqual(found?.entries);
      expect(ids.slice(0, certain).filter((id) => !found?.keys.includes(id))).toEqual([]);
      const worker = loginOn(name, 'simpul_worker');
      const parsed = parseMasterKey(masterKey, 'restored');
      const verdict = await verifyAudit(worker, parsed, path.join(home, 'audit-heads.jsonl'));
      expect(verdict.findings).toEqual([]);
      await worker.end();
    });
  });
});

describe('whoever was erased after a backup', () => {
  test('stays erased when it is restored with the keys of a later one; older keys are refused', async () => {
    const id = randomUUIDv7();
    const subject = { tenant, kind: 'person' as const, id };
    await mine((client) => makeDataKey(client, createKeys(source.master), subject));
    const old = await backupTo('erase');
    const oldKeys = path.join(folder, 'old-keys.age');
    fs.copyFileSync(old.keysFile, oldKeys);
    const [, , worker] = logins;
    await mine((client) => destroyDataKey(client, { kind: 'person', id, reason: 'request' }), worker);
    const later = await backupTo('erase');
    expect(later.keysFile).toBe(old.keysFile);
    expect(later.dataFile).not.toBe(old.dataFile);

    await restored({ dataFile: old.dataFile, keysFile: later.keysFile }, async (name) => {
      const owner = loginOn(name, 'owner', 1);
      const { rows } = await asMaintenance(owner, 'backup', (client) =>
        client.query(
          `select (select count(*) from platform.data_key where subject_id = $1) as keys,
                  (select count(*) from platform.destroyed_key where subject_id = $1) as destroyed`,
          [id],
        ),
      );
      expect(rows).toEqual([{ keys: 0, destroyed: 1 }]);
      await owner.end();
    });
    const mixed = { dataFile: later.dataFile, keysFile: oldKeys, identity: recovery.identity };
    await expect(inspectBackup(mixed)).rejects.toMatchObject({ code: 'keys_too_old' });
  });
});

describe('a restore that fails', () => {
  test('by a cut or changed archive leaves the database and the home empty', async () => {
    const backup = await backupTo('broken');
    const { name, drop } = await emptyDatabase();
    const pools = roles.map((role) => loginOn(name, role));
    const home = fs.mkdtempSync(path.join(folder, 'home-'));
    const target = { logins: pools, home, headsFile: path.join(home, 'audit-heads.jsonl') };
    const before = Object.fromEntries(await contentOf(name));
    const whole = fs.readFileSync(backup.dataFile);
    const broken = path.join(folder, 'broken.age');
    const restore = (identity = recovery.identity) =>
      restoreBackup(target, { dataFile: broken, keysFile: backup.keysFile, identity });

    fs.writeFileSync(broken, whole.subarray(0, whole.length - 1));
    await expect(restore()).rejects.toMatchObject({ code: 'damaged' });
    const flipped = Buffer.from(whole);
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1;
    fs.writeFileSync(broken, flipped);
    await expect(restore()).rejects.toMatchObject({ code: 'damaged' });
    fs.writeFileSync(broken, whole);
    await expect(restore((await newRecoveryKey()).identity)).rejects.toMatchObject({ code: 'wrong_key' });

    expect(Object.fromEntries(await contentOf(name))).toEqual(before);
    expect(fs.readdirSync(home, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())).toEqual(
      [],
    );
    expect((await restore()).tables).toBeGreaterThan(20);
    await expect(restore()).rejects.toMatchObject({ code: 'not_empty' });
    await Promise.all(pools.map((pool) => pool.end()));
    await drop();
  });

  test('by two files that do not belong together says which', async () => {
    const backup = await backupTo('mixed');
    const files = { dataFile: backup.keysFile, keysFile: backup.dataFile, identity: recovery.identity };
    await expect(inspectBackup(files)).rejects.toThrow('holds the keys; the data were expected');
  });
});
