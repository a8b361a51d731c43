/** Composes the modules into one application; the only place that knows them all. */
import path from 'node:path';
import { contract } from '@simpul/contract/router';
import { downloads } from './downloads.ts';
import { createAuth } from './platform/auth/auth.ts';
import { identify } from './platform/auth/identify.ts';
import { lightCost } from './platform/auth/password.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Services } from './platform/context.ts';
import { createKeys } from './platform/crypto/keys.ts';
import { type MasterKey, subKey } from './platform/crypto/master-key.ts';
import type { Pool } from './platform/db/connect.ts';
import type { ContextKey } from './platform/db/context-key.ts';
import { requestHasher, secretFile } from './platform/home.ts';
import { serveAuth } from './platform/http/auth-routes.ts';
import { buildServer, type Server, type ServerOptions } from './platform/http/server.ts';
import { serveOpenApi } from './platform/http/openapi.ts';
import { serveDownload, serveUploads } from './platform/http/uploads.ts';
import { loginPool, type Target } from './prepare.ts';
import { router } from './router.ts';

export interface AppOptions {
  target: Omit<Target, 'contextKey'>;
  masterKey: MasterKey;
  home: string;
  baseUrl: string;
  clock?: Clock;
  log?: ServerOptions['log'];
  poolSize?: number;
}
export interface App {
  server: Server;
  services: Services;
  close: () => Promise<void>;
}

export const contextKeyOf = (master: MasterKey): ContextKey => ({
  version: master.current,
  key: subKey(master, 'context'),
});

export async function createApp(o: AppOptions): Promise<App> {
  const contextKey = contextKeyOf(o.masterKey);
  const target: Target = { ...o.target, contextKey };
  const pool = loginPool(target, 'simpul_app', o.poolSize ?? 10);
  const authPool = loginPool(target, 'simpul_auth', 4);
  const auth = createAuth({
    pool: authPool,
    secret: secretFile(path.join(o.home, 'auth.secret')).toString('base64'),
    baseUrl: o.baseUrl,
    secureCookies: o.baseUrl.startsWith('https:'),
    office: target.kind === 'office',
    ...(target.kind === 'test' ? { passwordCost: lightCost } : {}),
  });
  const services: Services = {
    gate: { pool, contextKey },
    authPool,
    auth,
    masterKey: o.masterKey,
    keys: createKeys(o.masterKey),
    clock: o.clock ?? systemClock,
    home: o.home,
    kind: target.kind,
    hashRequest: requestHasher(subKey(o.masterKey, 'idempotency')),
  };
  const options: ServerOptions = {
    services,
    router,
    identify: (headers, agency) =>
      identify({ auth, authPool, office: target.kind === 'office' }, headers, agency),
    ready: () => answers(pool),
    ...(o.log === undefined ? {} : { log: o.log }),
  };
  const server = await buildServer(options);
  serveAuth(server, services, o.baseUrl);
  serveUploads(server, options);
  for (const download of downloads) serveDownload(server, options, download);
  serveOpenApi(server, contract);
  const close = async () => {
    await server.close();
    await Promise.all([pool.end(), authPool.end()]);
  };
  return { server, services, close };
}

const answers = (pool: Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  );
