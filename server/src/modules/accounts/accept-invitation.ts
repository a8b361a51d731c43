import { randomUUIDv7 } from 'node:crypto';
import type { Ref } from '@simpul/contract/route';
import { asNewcomer, insertUser } from '../../platform/auth/as-newcomer.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import { assertGoodPassword } from '../../platform/auth/good-password.ts';
import type { OpenCtx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { getOffer } from './invitations.ts';

/** Turns an invitation into an account; the person then signs in and enrols the second factor. */
export async function acceptInvitation(ctx: OpenCtx, o: { code: string; password: string }): Promise<Ref> {
  const offer = await getOffer(ctx, o.code);
  assertGoodPassword(o.password, offer);
  const id = randomUUIDv7();
  const passwordHash = await (await ctx.services.auth.$context).password.hash(o.password);
  try {
    await asNewcomer(ctx.services, ctx.requestId, async ({ client, note }) => {
      await insertUser(client, { id, email: offer.email, name: offer.name, passwordHash });
      const done = await client.query('select accounts.accept_invitation($1, $2, $3) as done', [
        hashToken(o.code),
        id,
        randomUUIDv7(),
      ]);
      if (done.rows[0]?.done !== true) throw new AppError('not_found');
      await note({ id, tenant: offer.tenant }, 'accounts.accept_invitation', {
        kind: 'invitation',
        id: offer.id,
      });
    });
  } catch (error) {
    // The address has an account already, here or in another task force.
    if ((error as { code?: string }).code === '23505') throw new AppError('conflict');
    throw error;
  }
  return { id };
}
