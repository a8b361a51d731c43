/** From an opened installation to a server that answers, and back when the process is told to end. */
import { openInstallation } from '../installation.ts';
import { serveWeb } from '../platform/http/serve-web.ts';
import { giveBackMemory, growHeapSlowly } from '../platform/memory.ts';
import { seedDemo } from '../../seed/seed-demo.ts';
import { dropHalfFilled } from '../../seed/half-filled.ts';
import { clearRunning, writeRunning } from './home.ts';

interface ServeOptions {
  kind: 'demo' | 'office';
  home: string;
  port: number;
  host: string;
  baseUrl: string;
  databaseUrl: string | undefined;
  /** Folder of the built web app; null while it is developed. */
  web: Promise<string> | null;
}

export async function serve({
  kind,
  home,
  port,
  host,
  baseUrl,
  databaseUrl,
  web,
}: ServeOptions): Promise<void> {
  growHeapSlowly();
  if (kind === 'demo' && dropHalfFilled(home, { external: Boolean(databaseUrl) }))
    process.stdout.write('The first start was interrupted: the demonstration is made again.\n');
  const installation = await openInstallation({
    home,
    kind,
    baseUrl,
    ...(databaseUrl ? { databaseUrl } : {}),
  });
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
    if (web) await serveWeb(server, await web);
    await server.listen({ port, host });
    writeRunning(home, { pid: process.pid, url: `http://127.0.0.1:${port}` });
    process.stdout.write(welcome(baseUrl, logins));
    if (installation.fresh) giveBackMemory();
    if (!web) await (await import('./dev-web.ts')).serveDevWeb(baseUrl);
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
