import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Import } from '@simpul/contract/clearing/import';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { seedAgencies } from '../agencies/index.ts';
import { checkImport } from './intake/check-import.ts';

const period = '2024-Q4';
const csv = [
  'TGL LAPOR;KAB/KOTA;JK;UMUR;NIK',
  '11/10/2024;Kota Samarinda;P;17;',
  '31/09/2024;Kota Samarinda;P;19;',
  '12/10/2024;Kota Bontang;L;170;',
].join('\n');

let world: World;
let police: Person;
let unit: Person;

async function upload(person: Person, text: string): Promise<string> {
  const boundary = 'batas-uji';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="berkas"\r\ncontent-type: text/csv\r\n\r\n`;
  const response = await world.app.server.inject({
    method: 'POST',
    url: '/api/files',
    payload: `${head}${text}\r\n--${boundary}--\r\n`,
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  expect(response.statusCode, response.body).toBe(200);
  return (response.json() as { id: string }).id;
}
const fetchFile = (person: Person, path: string) =>
  world.app.server.inject({
    method: 'GET',
    url: `/api/downloads${path}`,
    headers: person.cookie ? { cookie: person.cookie } : { authorization: `Bearer ${person.token}` },
  });
const send = (url: string, body: unknown) => world.call(police, 'POST', url, body);
const getImport = async (id: string) =>
  (await world.call(police, 'GET', `/clearing/imports/${id}`)).body as Import;

async function handIn(text: string): Promise<Import> {
  const made = await send('/clearing/imports', { file: await upload(police, text), period });
  await world.work();
  return getImport((made.body as { id: string }).id);
}

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  await world.asOwner(
    `insert into clearing.period (tenant, code, starts, ends) values ('64', $1, '2024-10-01', '2024-12-31')`,
    [period],
  );
  const agencies = await seedAgencies(world.owner, '64');
  const contactOf = (code: string) =>
    world.person('data_contact', { agency: agencies.get(code) ?? null, stepUp: true });
  police = await contactOf('polda-kaltim-renakta');
  unit = await contactOf('uptd-ppa-kaltim');
});
afterAll(() => world.close());

describe('what leaves of an import', () => {
  test('CLR-34 asks who takes it along for the second factor again; a token gets nothing', async () => {
    const found = await handIn(csv.replace('Bontang', 'Paser'));
    const { cookie: _cookie, ...token } = police;
    for (const path of ['corrected.csv', 'corrected.xlsx', 'original']) {
      const refused = await fetchFile(token, `/clearing/imports/${found.id}/${path}`);
      expect(refused.statusCode, path).toBe(403);
      expect(refused.json()).toMatchObject({ code: 'session_required' });
    }
    const later = await world.signedIn(police);
    const refused = await fetchFile(later, `/clearing/imports/${found.id}/original`);
    expect(refused.json()).toMatchObject({ code: 'step_up_required' });
  });

  test('CLR-30 the whole file leaves, rows with problems on top with cause and mend, and comes back read the same way', async () => {
    const found = await handIn(csv);
    expect(found).toMatchObject({
      state: 'checked',
      rowsTotal: 3,
      rowsWrong: 2,
      progress: { errorCode: null },
    });
    const file = await fetchFile(police, `/clearing/imports/${found.id}/corrected.csv`);
    expect(file.statusCode, file.body).toBe(200);
    const lines = file.body
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe('TGL LAPOR,KAB/KOTA,JK,UMUR,NIK,Baris di berkas asal,Masalah,Cara memperbaiki');
    expect(file.body).toContain('31/09/2024,Kota Samarinda,P,19,,3,');
    expect(lines.at(-1)).toMatch(/^11\/10\/2024,.*,,$/);
    expect(file.headers['content-disposition']).toMatch(/perbaikan-2024-Q4-\w{6}\.csv/);

    const mended = file.body.replace('31/09/2024', '30/09/2024').replace(',170,', ',17,');
    const back = await handIn(mended);
    expect(back).toMatchObject({ state: 'checked', rowsTotal: 3, rowsReady: 3, rowsWrong: 0 });
    const logged = await world.asOwner(
      "select sensitivity, purpose from audit.entry where action = 'clearing.download_corrected'",
    );
    expect(logged).toEqual([{ sensitivity: 'P3', purpose: 'clearing.correct' }]);
  });

  test('CLR-31 as a workbook, and the original as it came', async () => {
    const found = await handIn(csv.replace('Bontang', 'Balikpapan'));
    const book = await fetchFile(police, `/clearing/imports/${found.id}/corrected.xlsx`);
    expect(book.statusCode).toBe(200);
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const original = await fetchFile(police, `/clearing/imports/${found.id}/original`);
    expect(original.body).toBe(csv.replace('Bontang', 'Balikpapan'));
    const logged = await world.asOwner(
      "select sensitivity, purpose from audit.entry where action = 'clearing.download_original'",
    );
    expect(logged).toEqual([{ sensitivity: 'P3', purpose: 'clearing.verify' }]);
  });

  test('CLR-32 nobody of another agency gets it, and a made-up address is not found', async () => {
    const found = await handIn(csv.replace('Bontang', 'Berau'));
    for (const path of ['corrected.csv', 'original'])
      expect((await fetchFile(unit, `/clearing/imports/${found.id}/${path}`)).statusCode).toBe(404);
    expect((await fetchFile(police, '/clearing/imports/nihil/original')).statusCode).toBe(404);
  });

  test('CLR-33 an import laid aside while it is checked stays laid aside', async () => {
    const made = await send('/clearing/imports', { file: await upload(police, csv), period });
    const { id } = made.body as { id: string };
    const { version } = await getImport(id);
    let cancelled = 0;
    await world.as(police, (ctx) =>
      checkImport(ctx, id, async () => {
        cancelled = (await send(`/clearing/imports/${id}/cancel`, { version })).status;
      }),
    );
    expect(cancelled).toBe(200);
    await world.work();
    expect(await getImport(id)).toMatchObject({ state: 'cancelled', groups: [] });
  });
});
