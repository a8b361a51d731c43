/** The steps of an import as the web app takes them, over HTTP. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Import } from '@simpul/contract/clearing/import';
import type { Client } from './client.ts';

/** The agency whose files are of the kind of large-file.ts, and the quarter that is open. */
export const contact = 'pic-polda-kaltim-renakta';
export const period = '2024-Q4';

const busy = new Set<Import['state']>(['uploaded', 'checking', 'accepting']);

export async function settled(person: Client, id: string, pause = 200): Promise<Import> {
  for (;;) {
    const now = await person.get<Import>(`/clearing/imports/${id}`);
    if (!busy.has(now.state)) return now;
    await wait(pause);
  }
}

export async function check(person: Client, file: string): Promise<Import> {
  const { id } = await person.send<{ id: string }>('POST', '/clearing/imports', { file, period });
  const found = await settled(person, id);
  if (found.state !== 'checked' || found.rowsWrong > 0)
    throw new Error(
      `The file came out ${found.state}: ${JSON.stringify(found.groups.map((g) => [g.code, g.rows]))}`,
    );
  return found;
}

export const startAccepting = (
  person: Client,
  { id, version }: Pick<Import, 'id' | 'version'>,
  key?: string,
) => person.send('POST', `/clearing/imports/${id}/accept`, { version }, key);
