import { readdir } from 'node:fs/promises';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let contact: Person;
let port: number;
beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  contact = await world.person('data_contact');
  port = Number(new URL(await world.app.server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => world.close());

/** Begins to send a file and stops in the midst of it, as a slow line does. */
function sendHalf(): net.Socket {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    [
      'POST /api/files HTTP/1.1',
      'Host: localhost',
      `Authorization: Bearer ${contact.token}`,
      'Content-Type: multipart/form-data; boundary=b',
      'Content-Length: 100000',
      '',
      '--b',
      'Content-Disposition: form-data; name="file"; filename="a.csv"',
      'Content-Type: text/csv',
      '',
      'kode;jumlah\n64.71;3\n',
    ].join('\r\n'),
  );
  return socket;
}

test('files that arrive slowly hold no connection of the database', async () => {
  const { pool } = world.app.services.gate;
  const sockets = Array.from({ length: pool.options.max + 2 }, sendHalf);
  try {
    const before = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(before.status).toBe(200);
    await expect.poll(() => stagedFiles(), { timeout: 20_000 }).toBe(sockets.length);
    expect(pool.totalCount - pool.idleCount).toBe(0);
    const other = await world.call(contact, 'GET', '/regions/overlays');
    expect(other.status).toBe(200);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  await expect.poll(() => stagedFiles(), { timeout: 20_000 }).toBe(0);
  const known = await world.asOwner('select count(*)::int as n from platform.file');
  expect(known[0]?.['n']).toBe(0);
});

/** Files of this world that are on their way in. */
async function stagedFiles(): Promise<number> {
  return (await readdir(`${world.home}/files/64/tmp`).catch(() => [])).length;
}
