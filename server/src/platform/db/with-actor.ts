import type { Pool, PoolClient } from './connect.ts';
import { type ContextKey, type Scope, signContext } from './context-key.ts';

export interface Gate {
  pool: Pool;
  contextKey: ContextKey;
}
interface Options {
  readOnly?: boolean;
}

/**
 * The only way to a table: one transaction under row-level security as `scope`. `begin` and the signed
 * context travel in one packet with the first query; a context that was refused aborts the transaction.
 * Throws whatever `work` throws, after rolling back.
 */
export async function withActor<T>(
  gate: Gate,
  scope: Scope,
  work: (client: PoolClient) => Promise<T>,
  { readOnly }: Options = {},
): Promise<T> {
  const client = await gate.pool.connect();
  const pid = (client as unknown as { processID: number }).processID;
  const mode = readOnly ? ' read only' : '';
  const opened = Promise.all([
    client.query(`begin${mode}`),
    client.query({
      name: 'simpul-context',
      text: "select set_config('simpul.context', $1, true)",
      values: [signContext(scope, pid, gate.contextKey)],
    }),
  ]);
  opened.catch(() => {});
  try {
    const result = await work(client);
    await opened;
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
