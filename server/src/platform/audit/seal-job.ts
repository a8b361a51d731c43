import { subKey, type MasterKey } from '../crypto/master-key.ts';
import type { Pool, PoolClient } from '../db/connect.ts';
import type { Clock } from '../clock.ts';
import { emptyChain, sealRows, type AuditRow, type ChainHead } from './chain.ts';
import { appendHead } from './heads.ts';

interface SealerOptions {
  /** Connections of simpul_worker: nobody else may call the sealing functions. */
  pool: Pool;
  master: MasterKey;
  headsFile: string;
  clock: Clock;
  everyMs?: number;
  headEveryMs?: number;
  onError?: (error: unknown) => void;
}

export interface Sealer {
  /** Seals what has committed by now; answers with the number of rows. */
  sealNow: () => Promise<number>;
  /** Ends the rhythm, seals once more and records the head. */
  stop: () => Promise<void>;
}

const batch = 2_000;

/**
 * Seals every second what has committed, never inside the transaction of a request: that would make all
 * requests of a tenant wait for one another. Sealing twice at once is ruled out by a lock in the database.
 */
export function startSealer({
  pool,
  master,
  headsFile,
  clock,
  everyMs = 1_000,
  headEveryMs = 60_000,
  onError = () => {},
}: SealerOptions): Sealer {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> = Promise.resolve(0);
  let recorded = { position: 0, atMs: Number.NEGATIVE_INFINITY };

  const record = (head: ChainHead, atLeastMs: number) => {
    const now = clock.now();
    if (head.position <= recorded.position || now.epochMilliseconds - recorded.atMs < atLeastMs) return;
    const chainMac = Buffer.from(head.chainMac).toString('hex');
    appendHead(headsFile, { position: head.position, chainMac, at: now.toString() });
    recorded = { position: head.position, atMs: now.epochMilliseconds };
  };
  const sealAll = async (headAfterMs: number) => {
    let sealed = 0;
    for (;;) {
      const done = await sealBatch(pool, master, clock);
      sealed += done.sealed;
      record(done.head, headAfterMs);
      if (done.sealed < batch) return sealed;
    }
  };
  const next = (headAfterMs: number) => {
    running = running.catch(() => 0).then(() => sealAll(headAfterMs));
    return running;
  };
  const tick = () => {
    timer = setTimeout(() => {
      next(headEveryMs)
        .catch(onError)
        .finally(() => stopped || tick());
    }, everyMs);
    timer.unref();
  };
  tick();
  return {
    sealNow: () => next(headEveryMs),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await next(0);
    },
  };
}

interface UnsealedRow {
  entry_id: number;
  fields: (string | null)[];
}

async function sealBatch(
  pool: Pool,
  master: MasterKey,
  clock: Clock,
): Promise<{ sealed: number; head: ChainHead }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await sealIn(client, master, clock);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

/** Seals one batch inside the transaction of `client`, which may also be the owner's in maintenance. */
export async function sealIn(
  client: PoolClient,
  master: MasterKey,
  clock: Clock,
): Promise<{ sealed: number; head: ChainHead }> {
  // Takes the lock: the head is read after it, so it is the head of whoever sealed last.
  const taken = await client.query<UnsealedRow>('select entry_id, fields from audit.take_unsealed($1)', [
    batch,
  ]);
  const found = await client.query<{ last_position: number; last_mac: Buffer }>(
    'select * from audit.chain_head()',
  );
  const last = found.rows[0];
  const before: ChainHead = last ? { position: last.last_position, chainMac: last.last_mac } : emptyChain;
  if (taken.rows.length === 0) return { sealed: 0, head: before };
  const rows: AuditRow[] = taken.rows.map((row) => ({ entryId: row.entry_id, fields: row.fields }));
  const sealedAtUs = Math.floor(clock.now().epochMilliseconds) * 1000;
  const { seals, head } = sealRows(subKey(master, 'audit'), before, rows, sealedAtUs);
  await client.query('select audit.add_seals($1, $2, $3, $4, $5, $6)', [
    before.position + 1,
    seals.map((seal) => seal.entryId),
    seals.map((seal) => seal.rowMac),
    seals.map((seal) => seal.chainMac),
    master.current,
    sealedAtUs,
  ]);
  return { sealed: seals.length, head };
}
