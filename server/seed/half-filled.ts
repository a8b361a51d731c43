/**
 * A first start that is killed while it fills the demonstration leaves part of a province. Nothing in it was
 * anybody's work: the next start throws it away and begins again.
 */
import fs from 'node:fs';
import path from 'node:path';
import { headsFileOf } from '../src/platform/audit/heads.ts';
import { findRunningServer } from '../src/platform/db/running-server.ts';

const markOf = (home: string): string => path.join(home, 'filling');

/** Runs `fill`; what it leaves counts only once it came to its end. */
export async function whileMarked(home: string, fill: () => Promise<void>): Promise<void> {
  fs.writeFileSync(markOf(home), '');
  await fill();
  fs.rmSync(markOf(home));
}

/** Answers whether there was something to throw away. */
export function dropHalfFilled(home: string, { external }: { external: boolean }): boolean {
  if (!fs.existsSync(markOf(home))) return false;
  if (external)
    throw new Error(
      `The first start of this demonstration was interrupted. Make its database anew (drop it, create it, "npx simpul setup-db --home ${home}"), remove ${markOf(home)} and start again.`,
    );
  const data = path.join(home, 'pg');
  // Another process is filling it right now: opening the database will say so.
  if (findRunningServer(data)) return false;
  for (const left of [data, path.join(home, 'files'), headsFileOf(home), markOf(home)])
    fs.rmSync(left, { recursive: true, force: true });
  return true;
}
