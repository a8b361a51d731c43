import { writeAudit } from '../audit/write.ts';
import type { Services } from '../context.ts';
import type { PoolClient } from '../db/connect.ts';
import { signContext } from '../db/context-key.ts';
import type { Home } from './audit-as.ts';

/** What an act before sign-in may do inside its one transaction of simpul_auth. */
export interface NewcomerAct {
  client: PoolClient;
  /** A line of the trail in the name of the person the act is about. */
  note: (home: Home, action: string, subject: { kind: string; id: string }) => Promise<void>;
}

/** One transaction of the sign-in login: account, password and trail come to be together or not at all. */
export async function asNewcomer<T>(
  services: Services,
  requestId: string,
  work: (act: NewcomerAct) => Promise<T>,
): Promise<T> {
  const client = await services.authPool.connect();
  const pid = (client as unknown as { processID: number }).processID;
  const note: NewcomerAct['note'] = async (home, action, subject) => {
    const scope = { actor: home.id, tenant: home.tenant, agency: null };
    await client.query("select set_config('simpul.context', $1, true)", [
      signContext(scope, pid, services.gate.contextKey),
    ]);
    await writeAudit(client, requestId, { action, subject });
  };
  try {
    await client.query('begin');
    const result = await work({ client, note });
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

/** Writes user and password as better-auth 1.7.6 does, inside the caller's transaction. */
export async function insertUser(
  client: PoolClient,
  user: { id: string; email: string; name: string; passwordHash: string },
): Promise<void> {
  await client.query(
    `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, $2, lower($3), true, now(), now())`,
    [user.id, user.name, user.email],
  );
  await client.query(
    `insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
     values ($1, $1, 'credential', $1, $2, now(), now())`,
    [user.id, user.passwordHash],
  );
}
