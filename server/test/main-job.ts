/** The main job for tests of the whole: three agencies hand in the files of examples/, a steward opens a round. */
import { randomUUIDv7 } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Import } from '@simpul/contract/clearing/import';
import { makeProvince } from '../seed/province.ts';
import { seedAgencies } from '../src/modules/agencies/index.ts';
import type { Person, World } from './world.ts';

export const period = '2024-Q4';
const examples = path.join(import.meta.dirname, '../../examples');
export const readExample = (file: string): Buffer => fs.readFileSync(path.join(examples, file));

/** Who hands in what. */
export const exampleFiles = {
  'polda-kaltim-renakta': 'polda-tw4-2024.csv',
  'uptd-ppa-kaltim': 'simfoni-tw4-2024.xlsx',
  'lbh-kaltim': 'htcds-tw4-2024.csv',
} as const;
type AgencyCode = keyof typeof exampleFiles;
const codes = Object.keys(exampleFiles) as AgencyCode[];

export interface Desk {
  contacts: Record<AgencyCode, Person>;
  steward: Person;
}

/** A task force with the period open and a data contact in each agency; nothing is handed in yet. */
export async function openDesk(world: World): Promise<Desk> {
  await world.tenant();
  await world.asOwner(
    `insert into clearing.period (tenant, code, starts, ends) values ('64', $1, '2024-10-01', '2024-12-31')`,
    [period],
  );
  const agencies = await seedAgencies(world.owner, '64');
  const contacts = {} as Desk['contacts'];
  for (const code of codes)
    contacts[code] = await world.person('data_contact', { agency: agencies.get(code) ?? null, stepUp: true });
  return { contacts, steward: await world.person('data_steward', { stepUp: true }) };
}

export async function call<T>(
  world: World,
  person: Person,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: unknown,
): Promise<T> {
  const answer = await world.call(person, method, url, body);
  expect(answer.status, `${method} ${url}: ${JSON.stringify(answer.body)}`).toBe(200);
  return answer.body as T;
}

export async function upload(world: World, person: Person, content: Buffer): Promise<string> {
  const boundary = 'batas-uji';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="berkas"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const response = await world.app.server.inject({
    method: 'POST',
    url: '/api/files',
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      ...(person.cookie ? { cookie: person.cookie } : { authorization: `Bearer ${person.token}` }),
      'x-simpul': 'web',
      'idempotency-key': randomUUIDv7(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  expect(response.statusCode, response.body).toBe(200);
  return (response.json() as { id: string }).id;
}

/** Hands a file in and answers the question of the code system, as a person would on the page. */
export async function handIn(world: World, person: Person, content: Buffer): Promise<Import> {
  const file = await upload(world, person, content);
  const { id } = await call<{ id: string }>(world, person, 'POST', '/clearing/imports', { file, period });
  await world.work();
  const first = await call<Import>(world, person, 'GET', `/clearing/imports/${id}`);
  if (first.state === 'checked') return first;
  const mapping = { ...first.mapping, codeSystem: 'kemendagri' };
  await call(world, person, 'PUT', `/clearing/imports/${id}/mapping`, { mapping, version: first.version });
  await world.work();
  return call(world, person, 'GET', `/clearing/imports/${id}`);
}

export async function takeIn(world: World, person: Person, found: Import): Promise<void> {
  await call(world, person, 'POST', `/clearing/imports/${found.id}/accept`, { version: found.version });
  await world.work();
}

/** All three files taken in, confirmed and signed off; a round of 2024 stands before its steward. */
export async function reachReview(world: World, desk: Desk): Promise<string> {
  for (const code of codes) {
    const person = desk.contacts[code];
    await takeIn(world, person, await handIn(world, person, readExample(exampleFiles[code])));
    await call(world, person, 'POST', '/clearing/rows/confirm', { period });
    await call(world, person, 'POST', '/clearing/sign-offs', { period });
  }
  const { id } = await call<{ id: string }>(world, desk.steward, 'POST', '/clearing/rounds', { year: 2024 });
  await world.work();
  return id;
}

/** Words of the example files that may be read nowhere: full names, NIK and passport numbers, birth dates as written. */
export async function secretWords(): Promise<string[]> {
  const found = new Set<string>();
  const open = new Set<string>(codes);
  for (const row of (await makeProvince()).truth.rows) {
    if (!open.has(row.agencyCode) || row.period.year !== 2024 || row.period.quarter !== 4) continue;
    const { name, nik, passport } = row.written;
    // One word may also be the name of a place; two or more are a person.
    if (/\S \S/.test(name)) found.add(name);
    for (const number of [nik, passport]) if (number !== '') found.add(number);
  }
  return [...found];
}

/** Which of the secret words stand in a text, however they are written. */
export function leaksIn(text: string, secrets: readonly string[]): string[] {
  const plain = text.toLowerCase();
  return secrets.filter((secret) => plain.includes(secret.toLowerCase()));
}
