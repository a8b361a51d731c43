import { randomUUID } from 'node:crypto';
import { type AuditEntry, writeAudit } from './audit/write.ts';
import type { Actor, Ctx, Services } from './context.ts';
import { withActor } from './db/with-actor.ts';

interface RunOptions {
  requestId?: string;
  purpose?: string | null;
  readOnly?: boolean;
}

/** Opens the transaction of a request, job or command-line act and hands out the `Ctx` of modules. */
export function runAs<T>(
  services: Services,
  actor: Actor,
  work: (ctx: Ctx) => Promise<T>,
  { requestId = randomUUID(), purpose = null, readOnly = false }: RunOptions = {},
): Promise<T> {
  const scope = { actor: actor.id, tenant: actor.tenant, agency: actor.agency, purpose };
  return withActor(
    services.gate,
    scope,
    (client) =>
      work({
        actor,
        client,
        clock: services.clock,
        requestId,
        purpose,
        services,
        can: (capability) => actor.capabilities.has(capability),
        audit: (entry: AuditEntry) => writeAudit(client, requestId, entry),
        enqueue: async (task, ids) => {
          const row = await client.query('select platform.enqueue($1, $2) as id', [
            task,
            JSON.stringify(ids),
          ]);
          return String(row.rows[0].id);
        },
      }),
    readOnly ? { readOnly } : {},
  );
}
