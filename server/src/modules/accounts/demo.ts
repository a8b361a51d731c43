import type { DemoInfo } from '@simpul/contract/accounts/me';
import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { OpenCtx } from '../../platform/context.ts';

/** The logins of a demonstration and the second-factor codes its sign-in page shows; an office tells nothing. */
export async function getDemoInfo({ services }: OpenCtx): Promise<DemoInfo> {
  if (services.kind !== 'demo') return { demo: false, logins: [], totp: [] };
  const logins = await services.authPool.query('select role, label, email from accounts.demo_logins()');
  const secrets = await services.authPool.query(
    'select u.email, t.secret from auth."twoFactor" t join auth."user" u on u.id = t."userId" order by u.email',
  );
  const { secret } = await services.auth.$context;
  const totp = await Promise.all(
    secrets.rows.map(async (row) => ({
      email: row.email as string,
      code: await createOTP(await symmetricDecrypt({ key: secret, data: row.secret as string }), {
        digits: 6,
        period: 30,
      }).totp(),
    })),
  );
  return { demo: true, logins: logins.rows as DemoInfo['logins'], totp };
}
