import net from 'node:net';
import { parseArgs } from 'node:util';
import { CliError } from './cli-error.ts';
import { findRunning, homeOf } from './home.ts';
import { buildWeb } from './web-build.ts';

/** A demonstration never leaves this machine; an office's proxy may sit on another, or outside its container. */
export const hostOf = (kind: 'demo' | 'office', env: NodeJS.ProcessEnv): string =>
  (kind === 'office' ? env['SIMPUL_HOST'] : undefined) ?? '127.0.0.1';

/** Said before the database is prepared and the web app built, not after. */
export async function requireFree(port: number, host: string): Promise<void> {
  const probe = net.createServer();
  await new Promise<void>((free, failed) => {
    probe.once('error', (error: NodeJS.ErrnoException) => failed(refusalOf(error.code, port, host)));
    probe.listen(port, host, free);
  });
  await new Promise((closed) => probe.close(closed));
}

function refusalOf(code: string | undefined, port: number, host: string): CliError {
  if (code === 'EADDRINUSE')
    return new CliError(`Port ${port} is taken by another program. Choose another one: --port ${port + 1}`);
  if (code === 'EACCES')
    return new CliError(`This user may not listen on port ${port}. Choose one above 1023: --port 8080`);
  return new CliError(`Simpul cannot listen on ${host}, port ${port} (${code ?? 'unknown'}).`);
}

/** `npm start`: the demonstration on 127.0.0.1; `npm run start:office`: an office's own installation. */
export async function start(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      office: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      port: { type: 'string' },
      home: { type: 'string' },
    },
  });
  const kind = values.office ? 'office' : 'demo';
  const home = homeOf(kind, values.home);
  const running = findRunning(home);
  if (running) throw new CliError(`Simpul already runs at ${running.url} (process ${running.pid}).`);
  const port = Number(values.port ?? process.env['PORT'] ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CliError('--port takes a number from 1 to 65535.', 2);
  const host = hostOf(kind, process.env);
  await requireFree(port, host);
  // A process of its own builds the web app: begun before the server's code is read, it has the other core to itself.
  const web = values.dev ? null : buildWeb();
  web?.catch(() => {});
  const { serve } = await import('./serve.ts');
  await serve({
    kind,
    home,
    port,
    host,
    baseUrl: process.env['SIMPUL_URL'] ?? `http://localhost:${port}`,
    databaseUrl: process.env['DATABASE_URL'],
    web,
  });
}
