import fs from 'node:fs';
import path from 'node:path';

/** postmaster.pid names process, port (4th line) and socket folder (5th line) of a running server. */
export function findRunningServer(data: string): { host: string; port: number } | null {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const [pid, , , port, host] = fs.readFileSync(file, 'utf8').split('\n');
  if (!host || !fs.existsSync(host)) return null;
  try {
    process.kill(Number(pid), 0);
  } catch {
    return null;
  }
  return { host, port: Number(port) };
}
