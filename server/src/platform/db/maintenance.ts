import type { Pool, PoolClient } from './connect.ts';

export type MaintenanceAct = 'migrate' | 'backup' | 'restore' | 'rotate';

/** A transaction of the owner in which it sees rows (platform.protect gives the owner a policy open only here). */
export async function asMaintenance<T>(
  owner: Pool,
  act: MaintenanceAct,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('simpul.maintenance', $1, true)", [act]);
    const result = await work(client);
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
