/** Files handed in from the command line by a person's token, against a server that runs. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createWorld, type Person, type World } from '../../test/world.ts';
import { seedAgencies } from '../modules/agencies/index.ts';
import { writeRunning } from './home.ts';
import { importFiles } from './import.ts';
import { report } from './report.ts';

const examples = path.join(import.meta.dirname, '../../../examples');
const file = path.join(examples, 'polda-tw4-2024.csv');
const wrong = path.join(examples, 'penuh-kesalahan.csv');
const agency = 'polda-kaltim-renakta';

let world: World;
let contact: Person;
let worker: NodeJS.Timeout;

const addPeriod = (code: string, starts: string, ends: string) =>
  world.asOwner(`insert into clearing.period (tenant, code, starts, ends) values ('64', $1, $2, $3)`, [
    code,
    starts,
    ends,
  ]);

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  await addPeriod('2024-Q4', '2024-10-01', '2024-12-31');
  const agencies = await seedAgencies(world.owner, '64');
  contact = await world.person('data_contact', { agency: agencies.get(agency) ?? null });
  writeRunning(world.home, {
    pid: process.pid,
    url: await world.app.server.listen({ host: '127.0.0.1', port: 0 }),
  });
  let working = false;
  worker = setInterval(() => {
    if (working) return;
    working = true;
    void world.work().finally(() => (working = false));
  }, 100);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(async () => {
  clearInterval(worker);
  await world.close();
});

/** What a command said and how it ended. */
async function run(command: (args: string[]) => Promise<void>, args: string[], token = contact.token) {
  vi.stubEnv('SIMPUL_TOKEN', token);
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  process.exitCode = undefined;
  await command([...args, '--home', world.home]);
  const exit = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { said, exit };
}
const hand = (...args: string[]) => run(importFiles, [...args, '--agency', agency]);
const rows = async () => {
  const [found] = await world.asOwner('select count(*)::int as n from clearing.source_row');
  return found?.['n'];
};

test('a file is checked for the only open quarter and taken in when that is wished', async () => {
  const first = await hand(file);
  expect(first.said).toContain('polda-tw4-2024.csv (2024-Q4): checked, 13 rows: 13 ready');
  expect(first.said).toContain('--accept');
  expect(first.exit).toBe(0);
  expect(await rows()).toBe(0);
  const second = await hand(file, '--accept');
  expect(second).toMatchObject({ exit: 0, said: expect.stringContaining('Taken in: 13 rows') });
  expect(await rows()).toBe(13);
});

test('the same file again says that nothing is new', async () => {
  expect(await hand(file, '--accept')).toMatchObject({
    exit: 0,
    said: expect.stringContaining('Nothing new to take in'),
  });
  expect(await rows()).toBe(13);
});

test('a file with mistakes names each by row and column, in either language, and stays out', async () => {
  const found = await hand(wrong, '--accept', '--language', 'en');
  expect(found.exit).toBe(1);
  expect(found.said).toContain('[3B]');
  expect(found.said).toContain('Nothing was taken in');
  expect(await rows()).toBe(13);
});

test('an agency that is not the own one, a wrong token and a missing file are refused with the reason', async () => {
  await expect(run(importFiles, [file, '--agency', 'lbh-kaltim'])).rejects.toThrow(
    `You do not act for lbh-kaltim. Your agencies: ${agency}.`,
  );
  await expect(run(importFiles, [file, '--agency', agency], 'x'.repeat(43))).rejects.toThrow(
    /^Refused: unauthenticated, the token is unknown/,
  );
  await expect(hand('tidak-ada.csv')).rejects.toThrow('There is no file tidak-ada.csv');
  await expect(run(report, ['--year', '2024', '--out', 'laporan.docx'])).rejects.toThrow(
    'Refused: forbidden',
  );
});

test('a report that nobody opened yet is said to be missing, not forbidden', async () => {
  const governor = await world.person('governor');
  await expect(run(report, ['--year', '2019', '--out', 'laporan.docx'], governor.token)).rejects.toThrow(
    'There is no report of 2019 yet. The secretariat opens one.',
  );
});

test('with two quarters open the command asks for the name of one', async () => {
  await addPeriod('2025-Q1', '2025-01-01', '2025-03-31');
  await expect(hand(file)).rejects.toThrow(/Several quarters are open: name one with --period .*2025-Q1/);
  expect(await hand(file, '--period', '2024-Q4')).toMatchObject({ exit: 0 });
});
