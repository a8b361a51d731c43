import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PairPage } from '@simpul/contract/clearing/round';
import type { z } from 'zod';
import { call, type Desk, leaksIn, openDesk, reachReview, secretWords } from './main-job.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let desk: Desk;
let secrets: string[];
const lines: string[] = [];
let filesOnDisk: string[] = [];

/** The main job with everything that may go wrong on the way, while the log is kept. */
beforeAll(async () => {
  secrets = await secretWords();
  world = await createWorld({ log: { write: (line: string) => void lines.push(line) } });
  desk = await openDesk(world);
  const round = await reachReview(world, desk);
  const pairs = await call<z.infer<typeof PairPage>>(
    world,
    desk.steward,
    'GET',
    `/clearing/rounds/${round}/pairs?limit=200`,
  );
  const [pair] = pairs.items;
  for (const field of ['name', 'nik', 'birthDate'])
    await world.call(desk.steward, 'GET', `/clearing/pairs/${pair?.id}/fields/${field}`, undefined, {
      'x-purpose': 'clearing.review',
    });
  const secret = secrets[0] ?? '';
  await world.call(desk.steward, 'GET', `/regions/areas?q=${encodeURIComponent(secret)}`);
  await world.call(desk.steward, 'GET', `/nothing/${encodeURIComponent(secret)}`);
  await world.call(desk.steward, 'POST', '/clearing/rounds', { year: secret });
  await world.call(null, 'POST', '/auth/sign-in/email', { email: `${secret}@contoh.test`, password: secret });
  // Something that nobody expected, quoting a value.
  await world
    .as(desk.steward, (ctx) => ctx.client.query('select $1::text::int', [secret]))
    .catch((error: unknown) => world.app.server.log.error({ err: error }, 'unexpected'));
  filesOnDisk = fs.readdirSync(world.app.services.home, { recursive: true, encoding: 'utf8' });
});
afterAll(() => world.close());

test('there is something to leak, and the search for it finds it', () => {
  expect(secrets.length).toBeGreaterThan(20);
  expect(leaksIn(`... ${secrets[3]?.toLowerCase()} ...`, secrets)).toContain(secrets[3]);
  expect(lines.length).toBeGreaterThan(50);
});

test('no name, NIK or passport number stands in the log (invariant 4), nor a token, password or address', () => {
  const log = lines.join('\n');
  expect(leaksIn(log, secrets)).toEqual([]);
  for (const person of [desk.steward, ...Object.values(desk.contacts)])
    expect(log).not.toContain(person.token);
  expect(log).not.toMatch(/@contoh\.test|remoteAddress|"url"/);
});

test('none stands in the audit trail, jobs, queue, notices, duties, idempotency or figures either, nor in a file name (invariant 4)', async () => {
  const tables = [
    'audit.entry',
    'platform.job',
    'platform.idempotency',
    'platform.file',
    'accounts.notice',
    'duties.deadline',
    'duties.deadline_event',
    'duties.reminder',
    'figures.figure',
    'clearing.pair',
    'clearing.import',
    'clearing.import_problem',
    'clearing.source_row',
  ];
  for (const table of tables) {
    const rows = await world.asOwner(`select t::text as row from ${table} t`);
    expect(leaksIn(rows.map((r) => String(r['row'])).join('\n'), secrets), table).toEqual([]);
  }
  expect(leaksIn(filesOnDisk.join('\n'), secrets)).toEqual([]);
});

test('sealed files and the database folder hold no name in clear', () => {
  const folder = path.join(world.app.services.home, 'files');
  const sealed = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((f) => path.join(folder, f))
    .filter((f) => fs.statSync(f).isFile());
  expect(sealed.length).toBeGreaterThan(2);
  for (const file of sealed) expect(leaksIn(fs.readFileSync(file, 'latin1'), secrets)).toEqual([]);
});
