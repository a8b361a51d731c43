import { parseArgs } from 'node:util';
import { openInstallation } from '../installation.ts';
import { serveWeb } from '../platform/http/serve-web.ts';
import { seedDemo } from '../../seed/seed-demo.ts';
import { CliError } from './cli-error.ts';
import { clearRunning, findRunning, homeOf, writeRunning } from './home.ts';
import { buildWeb } from './web-build.ts';

/** A demonstration never leaves this machine; an office's proxy may sit on another, or outside its container. */
export const hostOf = (kind: 'demo' | 'office', env: NodeJS.ProcessEnv): string =>
  (kind === 'office' ? env['SIMPUL_HOST'] : undefined) ?? '127.0.0.1';

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
  const baseUrl = process.env['SIMPUL_URL'] ?? `http://localhost:${port}`;
  const databaseUrl = process.env['DATABASE_URL'];
  const [installation, web] = await Promise.all([
    openInstallation({ home, kind, baseUrl, ...(databaseUrl ? { databaseUrl } : {}) }),
    values.dev ? Promise.resolve(null) : buildWeb(),
  ]);
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      clearRunning(home);
      await installation.close();
    })());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      void close().then(() => process.exit(0));
    });
  try {
    const logins = kind === 'demo' ? await seedDemo(installation) : null;
    const { server } = installation.app;
    if (web) await serveWeb(server, web);
    await server.listen({ port, host: hostOf(kind, process.env) });
    writeRunning(home, { pid: process.pid, url: `http://127.0.0.1:${port}` });
    process.stdout.write(welcome(baseUrl, logins));
    if (values.dev) await (await import('./dev-web.ts')).serveDevWeb(baseUrl);
  } catch (error) {
    await close();
    throw error;
  }
}

function welcome(
  url: string,
  logins: { password: string; people: { email: string; role: string }[] } | null,
): string {
  if (!logins) return `Simpul is ready: ${url}\n`;
  const width = Math.max(...logins.people.map((p) => p.email.length));
  return [
    '',
    `Simpul is ready: ${url}`,
    'Demonstration: every person and case is invented.',
    '',
    `Password of every login: ${logins.password}`,
    ...logins.people.map((p) => `  ${p.email.padEnd(width)}  ${p.role}`),
    '',
  ].join('\n');
}
