import { createServer } from 'vite';
import path from 'node:path';
import { repoRoot } from './home.ts';

/**
 * The web app with reload; Vite hands /api on to the server. The server takes sign-ins from its own address only, so
 * Vite speaks in its name.
 */
export async function serveDevWeb(apiUrl: string): Promise<void> {
  const vite = await createServer({
    root: path.join(repoRoot, 'web'),
    server: { port: 5173, proxy: { '/api': { target: apiUrl, headers: { origin: apiUrl } } } },
  });
  await vite.listen();
  vite.printUrls();
}
