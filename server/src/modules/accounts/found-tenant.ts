import { randomUUIDv7 } from 'node:crypto';
import { hashToken } from '../../platform/auth/identify.ts';
import type { Pool } from '../../platform/db/connect.ts';
import { asMaintenance } from '../../platform/db/maintenance.ts';
import { randomCode } from './tokens.ts';

export interface NewTenant {
  code: string;
  name: string;
  zone: string;
  /** Work address and name of the person who will invite the others. */
  email: string;
  person: string;
  basis: string;
}

const days = 7;
/** Before anybody has an account there is nobody who could invite: the operator does, once a tenant. */
const operator = '00000000-0000-0000-0000-000000000000';

/** Makes a tenant and the invitation of its secretariat; answers the code of the link, which is shown once. */
export async function foundTenant(owner: Pool, t: NewTenant): Promise<string> {
  const code = randomCode();
  await asMaintenance(owner, 'migrate', async (client) => {
    const made = await client.query(
      'insert into platform.tenant (code, name, zone) values ($1, $2, $3) on conflict do nothing',
      [t.code, t.name, t.zone],
    );
    const people = await client.query(
      "select 1 from accounts.person where tenant = $1 and kind = 'person' limit 1",
      [t.code],
    );
    if (made.rowCount === 0 && people.rows.length > 0)
      throw new Error(`Tenant ${t.code} has accounts: invitations come from them now.`);
    await client.query(
      'update accounts.invitation set withdrawn_at = now() where tenant = $1 and accepted_at is null and withdrawn_at is null',
      [t.code],
    );
    await client.query(
      `insert into accounts.invitation (id, tenant, email, name, role, basis, token_hash, invited_by, expires_at)
       values ($1, $2, $3, $4, 'tf_secretariat', $5, $6, $7, now() + make_interval(days => $8))`,
      [randomUUIDv7(), t.code, t.email.toLowerCase(), t.person, t.basis, hashToken(code), operator, days],
    );
  });
  return code;
}
