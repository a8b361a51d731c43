/** A browser for tests: keeps the cookies of /api/auth, like the web does. */
import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import { createUser } from '../src/platform/auth/auth.ts';
import { hashPassword, lightCost } from '../src/platform/auth/password.ts';
import type { World } from './world.ts';

export const goodPassword = 'payung hijau tertawa sembilan';

export interface Reply {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, unknown>;
}
export interface Browser {
  /** Cookies by name; a copy of another browser's is what a thief would have. */
  jar: Map<string, string>;
  auth: (path: string, body?: unknown, method?: 'GET' | 'POST') => Promise<Reply>;
  call: (
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
}

export function openBrowser(world: World): Browser {
  const jar = new Map<string, string>();
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await world.app.server.inject({
      method,
      url,
      ...(body === undefined ? {} : { payload: body as object }),
      headers: {
        origin: 'http://localhost',
        'user-agent': 'Peramban uji',
        cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; '),
        ...headers,
      },
    });
    for (const cookie of response.cookies)
      if (cookie.maxAge === 0) jar.delete(cookie.name);
      else jar.set(cookie.name, encodeURIComponent(cookie.value));
    const text = response.body;
    return {
      status: response.statusCode,
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
      headers: response.headers as Record<string, unknown>,
    };
  };
  return {
    jar,
    auth: (path, body = {}, method = 'POST') =>
      send(method, `/api/auth${path}`, method === 'GET' ? undefined : body),
    call: (method, url, body, headers) => send(method, `/api${url}`, body, headers),
  };
}

/** Gives a person of the world a password to sign in with. */
export async function withPassword(
  world: World,
  person: { id: string; email: string },
  password = goodPassword,
): Promise<void> {
  const passwordHash = await hashPassword(password, lightCost);
  await createUser(world.app.services.auth, {
    id: person.id,
    email: person.email,
    name: 'Pejabat',
    passwordHash,
  });
}

/** The code an authenticator app would show, `ahead` steps of 30 seconds from now. */
export async function codeOf(world: World, personId: string, ahead = 0): Promise<string> {
  const { authPool, auth } = world.app.services;
  const row = await authPool.query('select secret from auth."twoFactor" where "userId" = $1', [personId]);
  const secret = await symmetricDecrypt({
    key: (await auth.$context).secretConfig,
    data: row.rows[0].secret as string,
  });
  return createOTP(secret, { digits: 6, period: 30 }).hotp(Math.floor(Date.now() / 30_000) + ahead);
}

/** Forgets which code was used last, as if half a minute had gone by. */
export async function afterHalfAMinute(world: World): Promise<void> {
  await world.app.services.authPool.query('delete from auth.used_code');
}
