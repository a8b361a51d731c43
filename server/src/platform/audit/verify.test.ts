import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loginOn } from '../../../test/logins.ts';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { systemClock } from '../clock.ts';
import { parseMasterKey, withNewVersion, type MasterKey } from '../crypto/master-key.ts';
import type { Pool, PoolClient } from '../db/connect.ts';
import { asMaintenance } from '../db/maintenance.ts';
import { withActor } from '../db/with-actor.ts';
import { readHeads } from './heads.ts';
import { startSealer, type Sealer } from './seal-job.ts';
import { verifyAudit } from './verify.ts';

let world: World;
let officer: Person;
let worker: Pool;
let master: MasterKey;
let headsFile: string;

beforeAll(async () => {
  world = await createWorld();
  officer = await world.person('intake_officer');
  const database = (await world.asOwner('select current_database() as d'))[0]?.['d'] as string;
  worker = loginOn(database, 'simpul_worker', 4);
  master = world.app.services.masterKey;
});
afterAll(async () => {
  await worker.end();
  await world.close();
});
beforeEach(async () => {
  await tamper('truncate audit.unsealed, audit.seal, audit.entry');
  headsFile = path.join(world.app.services.home, `heads-${Math.random()}.jsonl`);
});

const mine = <T>(work: (client: PoolClient) => Promise<T>) =>
  withActor(world.app.services.gate, { actor: officer.id, tenant: '64', agency: null }, (client) =>
    work(client),
  );
const write = (client: PoolClient, action = 'cases.open') =>
  client.query(
    "select audit.write('r', $1, 'done', 'case', 'x', 'P3', 2, '\\x00ff', '{\"b\": 1, \"a\": 2.50}')",
    [action],
  );
const writeRows = (n: number) =>
  mine(async (client) => {
    for (let i = 0; i < n; i++) await write(client);
  });

async function sealing<T>(work: (sealer: Sealer) => Promise<T>, key = master): Promise<T> {
  const sealer = startSealer({ pool: worker, master: key, headsFile, clock: systemClock, everyMs: 60_000 });
  try {
    return await work(sealer);
  } finally {
    await sealer.stop();
  }
}
const sealNow = () => sealing((sealer) => sealer.sealNow());
const verify = (key = master) => verifyAudit(worker, key, headsFile, { sealWithin: '0 seconds' });
const kinds = async () => (await verify()).findings.map((finding) => finding.kind);

/** As somebody who owns the database but not the key: triggers off, then whatever SQL. */
async function tamper(...statements: string[]): Promise<void> {
  await asMaintenance(world.owner, 'migrate', async (client) => {
    for (const table of ['audit.entry', 'audit.seal'])
      await client.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await client.query(statement);
    for (const table of ['audit.entry', 'audit.seal'])
      await client.query(`alter table ${table} enable trigger user`);
  });
}
const freeSeals = 'alter table audit.seal drop constraint if exists seal_entry_id_fkey';

describe('the sealer', () => {
  test('seals what committed, in order, and nothing of what was rolled back', async () => {
    await writeRows(3);
    await expect(
      mine(async (client) => {
        await write(client);
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await sealing((sealer) => sealer.sealNow())).toBe(3);
    expect(await verify()).toEqual({ rows: 3, findings: [], total: 0 });
    expect(readHeads(headsFile).map((head) => head.position)).toEqual([3]);
  });

  test('seals a row that committed late, though later numbers are sealed already', async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written = () => {};
    const began = new Promise<void>((resolve) => {
      written = resolve;
    });
    const late = mine(async (client) => {
      await write(client, 'cases.late');
      written();
      await held;
    });
    await began;
    await writeRows(2);
    await sealNow();
    expect((await verify()).rows).toBe(2);
    commit();
    await late;
    await sealNow();
    expect(await verify()).toEqual({ rows: 3, findings: [], total: 0 });
    const order = await world.asOwner(
      'select e.action from audit.seal s join audit.entry e on e.id = s.entry_id order by s.position',
    );
    expect(order.map((row) => row['action'])).toEqual(['cases.open', 'cases.open', 'cases.late']);
    const late2 = await world.asOwner(
      'select id = min(id) over () as first, action from audit.entry order by id limit 1',
    );
    expect(late2).toEqual([{ first: true, action: 'cases.late' }]);
  });

  test('run twice at once makes one chain', async () => {
    await writeRows(40);
    await Promise.all(
      [0, 1, 2].map(async () => {
        for (let i = 0; i < 5; i++) {
          await sealNow();
          await writeRows(2);
        }
      }),
    );
    await sealNow();
    expect(await verify()).toEqual({ rows: 70, findings: [], total: 0 });
  });

  test('seals by itself every so often and reports what goes wrong', async () => {
    const wrong: unknown[] = [];
    const sealer = startSealer({
      pool: worker,
      master,
      headsFile,
      clock: systemClock,
      everyMs: 5,
      onError: (error) => wrong.push(error),
    });
    await writeRows(2);
    await expect.poll(async () => (await verify()).rows).toBe(2);
    await tamper('alter function audit.take_unsealed(integer) rename to taken_away');
    await expect.poll(() => wrong.length).toBeGreaterThan(0);
    await tamper('alter function audit.taken_away(integer) rename to take_unsealed');
    await writeRows(1);
    await expect.poll(async () => (await verify()).rows).toBe(3);
    await sealer.stop();
  });

  test('goes on under a new version of the master key; the old one is still asked for its own seals', async () => {
    await writeRows(2);
    await sealNow();
    const next = withNewVersion(master);
    await writeRows(1);
    await sealing((sealer) => sealer.sealNow(), next);
    expect(await verify(next)).toEqual({ rows: 3, findings: [], total: 0 });
    expect((await verify()).findings.map((finding) => finding.kind)).toEqual(['unknown_key']);
  });
});

describe('audit verify finds', () => {
  beforeEach(async () => {
    await writeRows(4);
    await sealNow();
  });

  test('nothing before anything was done', async () => {
    expect(await verify()).toEqual({ rows: 4, findings: [], total: 0 });
  });
  const nth = (n: number) => `(select entry_id from audit.seal where position = ${n})`;

  test.each([
    ['actor', 'gen_random_uuid()'],
    ['at', "at + interval '1 microsecond'"],
    ['action', "'cases.close'"],
    ['outcome', "'refused'"],
    ['purpose', "'x'"],
    ['sensitivity', 'null'],
    ['item_count', '3'],
    ['set_hash', "'\\x00fe'"],
    ['detail', "'{}'"],
    ['tenant', 'null'],
    ['agency', 'gen_random_uuid()'],
    ['request_id', "'s'"],
    ['subject_kind', "'y'"],
    ['subject_id', "'y'"],
    ['xid', "'3'"],
  ])('a changed %s', async (column, value) => {
    await tamper(`update audit.entry set ${column} = ${value} where id = ${nth(2)}`);
    expect(await kinds()).toEqual(['changed']);
  });

  test('a column that the seal does not cover', async () => {
    const columns = await world.asOwner(
      "select count(*) as n from information_schema.columns where table_schema = 'audit' and table_name = 'entry'",
    );
    const fields = await worker.query<{ n: number }>(
      'select cardinality(fields) as n from audit.sealed_rows(0, 1)',
    );
    expect(fields.rows[0]?.n).toBe(columns[0]?.['n']);
  });

  test('a removed row, with and without its seal', async () => {
    await tamper(freeSeals, `delete from audit.entry where id = ${nth(2)}`);
    expect(await kinds()).toEqual(['removed']);
    await tamper('delete from audit.seal where position = 2');
    expect(await kinds()).toEqual(['removed']);
  });

  test('rows that changed places', async () => {
    await tamper(
      'update audit.seal set position = 100 where position = 2',
      'update audit.seal set position = 2 where position = 3',
      'update audit.seal set position = 3 where position = 100',
    );
    expect(await kinds()).toContain('chain_broken');
  });

  test('a chain recomputed under another key', async () => {
    await tamper('truncate audit.seal', 'insert into audit.unsealed select id from audit.entry');
    const other = parseMasterKey(Buffer.alloc(32, 9).toString('base64'), 'other');
    await sealing((sealer) => sealer.sealNow(), other);
    expect(await kinds()).toEqual(expect.arrayContaining(['changed', 'chain_broken', 'head_mismatch']));
  });

  test('a cut tail', async () => {
    await tamper(
      'create temp table cut as select entry_id from audit.seal where position > 2',
      'delete from audit.seal where position > 2',
      'delete from audit.entry where id in (select entry_id from cut)',
    );
    expect(await verify()).toMatchObject({ findings: [{ kind: 'cut_tail', position: 3, count: 2 }] });
  });

  test('a row slipped in past the queue, a waiting row and a backdated one', async () => {
    await tamper(
      `insert into audit.entry (tenant, request_id, action, outcome) values ('64', 'r', 'cases.open', 'done')`,
    );
    expect(await kinds()).toEqual(['unsealed']);
    await writeRows(1);
    expect(await kinds()).toEqual(['unsealed', 'unsealed']);
    await tamper(
      "update audit.entry set at = at - interval '1 hour' where id = (select max(entry_id) from audit.unsealed)",
    );
    await sealNow();
    expect(await kinds()).toEqual(['backdated', 'unsealed']);
  });

  test('nothing where an honest row waits less than it may', async () => {
    await writeRows(1);
    expect((await verifyAudit(worker, master, headsFile)).findings).toEqual([]);
  });
});

test('the trail is closed to requests', async () => {
  await writeRows(1);
  for (const sql of [
    'insert into audit.entry (request_id, action, outcome) values (1, $$a.b$$, $$done$$)',
    'update audit.entry set detail = null',
    'delete from audit.entry',
    'select * from audit.seal',
    'select * from audit.unsealed',
    'select audit.take_unsealed(1)',
    "select audit.add_seals(1, '{1}', '{}', '{}', 1, 1)",
    'select * from audit.sealed_rows(0, 1)',
  ]) {
    await expect(
      mine((client) => client.query(sql)),
      sql,
    ).rejects.toMatchObject({ code: '42501' });
  }
  fs.rmSync(headsFile, { force: true });
});
