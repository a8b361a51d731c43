import { type AuditEntry, writeAudit } from '../audit/write.ts';
import type { Services } from '../context.ts';
import { withActor } from '../db/with-actor.ts';

export interface Home {
  id: string;
  tenant: string;
}

class Undo extends Error {}
const nobody: Home = { id: '00000000-0000-0000-0000-000000000000', tenant: 'id' };

/**
 * A line of the trail for somebody who is not (yet) signed in. For an address without account the same is
 * done and undone, so that the time of the answer does not tell which addresses have one.
 */
export async function auditAs(
  services: Services,
  home: Home | null,
  requestId: string,
  entry: AuditEntry,
): Promise<void> {
  const { id, tenant } = home ?? nobody;
  try {
    await withActor(services.gate, { actor: id, tenant, agency: null }, async (client) => {
      await writeAudit(client, requestId, entry);
      if (!home) throw new Undo();
    });
  } catch (error) {
    if (home) throw error;
  }
}
