import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportView, RecordList, PaperSettingsView } from '@simpul/contract/reporting/report';
import { readFulfilled } from '@simpul/contract/duties/rules';
import { readDocx } from '../../../test/papers/read-docx.ts';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { closePdf } from '../../platform/documents/pdf.ts';
import { defaultTemplate } from '../../platform/documents/docx.ts';
import { seedAgencies } from '../agencies/index.ts';
import { loadPublishedFigures } from '../figures/index.ts';
import { runDailyDuties } from '../duties/index.ts';
import { agreeInvented, type InventedRound } from './invented-round.fixture.ts';
import { paperHash } from './hash.ts';
import { loadLegalBasis } from './index.ts';

let world: World;
let secretariat: Person;
let steward: Person;
let chair: Person;
let governor: Person;
let auditor: Person;
let contact: Person;
let agencies: Map<string, string>;

const sourcesOf = (counts: [string, number, number][]) =>
  counts.map(([code, cases, victims]) => ({ agency: agencies.get(code) ?? '', cases, victims }));

const round2024 = (): InventedRound => ({
  year: 2024,
  cases: 13,
  victims: 23,
  tables: {
    sex: { female: 15, male: 8 },
    child: { yes: 2, no: 21 },
    form: { sexual: 12, forced_labour: 4, servitude_domestic: 2, organ_removal: 1, unknown: 4 },
    place: { '64.72': 11, '64.71': 4, '64.02': 3, '64.08': 2, '64.03': 3 },
  },
  sources: sourcesOf([
    ['uptd-ppa-kaltim', 9, 17],
    ['polda-kaltim-renakta', 12, 21],
    ['dinsos-kaltim', 3, 4],
    ['bp3mi-kalsel', 8, 8],
  ]),
});

beforeAll(async () => {
  world = await createWorld();
  await world.tenant();
  agencies = await seedAgencies(world.owner, '64');
  secretariat = await world.person('tf_secretariat');
  steward = await world.person('data_steward');
  chair = await world.person('tf_executive_chair');
  governor = await world.person('governor');
  auditor = await world.person('auditor');
  contact = await world.person('data_contact', { agency: agencies.get('dinsos-kaltim') ?? null });
  await world.as(secretariat, async (ctx) => {
    await loadPublishedFigures(ctx);
    await loadLegalBasis(ctx, [
      {
        key: 'sk-k435-2023',
        kind: 'decree',
        number: '100.3.3.1/K.435/2023',
        year: 2023,
        title: 'Gugus Tugas Pencegahan dan Penanganan TPPO Provinsi Kalimantan Timur',
        part: 'mandate',
        mark: 'verified',
        source: 'uji',
        note: null,
      },
    ]);
  });
  await agreeInvented(world, steward, round2024());
});
afterAll(async () => {
  await closePdf();
  await world.close();
});

const get = async <T>(person: Person, url: string): Promise<T> => {
  const r = await world.call(person, 'GET', url);
  expect(r.status, JSON.stringify(r.body)).toBe(200);
  return r.body as T;
};
const post = (person: Person, url: string, body: unknown, method: 'POST' | 'PUT' | 'DELETE' = 'POST') =>
  world.call(person, method, url, body);
const act = async (person: Person, url: string, body: unknown, method: 'POST' | 'PUT' = 'POST') => {
  const r = await post(person, url, body, method);
  expect(r.status, JSON.stringify(r.body)).toBe(200);
  return r.body as { id: string; version: number };
};
const view = (id: string, person = secretariat) => get<ReportView>(person, `/reporting/reports/${id}`);
const create = async (year: number) => (await act(secretariat, '/reporting/reports', { year })).id;

async function download(person: Person, url: string): Promise<Buffer> {
  const r = await world.app.server.inject({
    method: 'GET',
    url: `/api/downloads${url}`,
    headers: {
      authorization: `Bearer ${person.token}`,
      ...(person.agency ? { 'x-agency': person.agency } : {}),
    },
  });
  expect(r.statusCode, r.body.slice(0, 300)).toBe(200);
  return r.rawPayload;
}
const docx = async (id: string, person = secretariat) =>
  readDocx(await download(person, `/reporting/reports/${id}/docx`));

describe('the January report', () => {
  let id: string;

  test('REP-1 has the parts of the yearly report in their order; parts without data say so', async () => {
    id = await create(2024);
    const report = await view(id);
    expect(report.chapters.map((c) => c.number)).toEqual([
      '',
      '',
      'I',
      'II',
      'III',
      'IV',
      'V',
      'VI',
      'VII',
      'VIII',
      'IX',
      'X',
      'XI',
    ]);
    expect(report.chapters.filter((c) => c.status === 'empty').map((c) => c.key)).toEqual([
      'overview',
      'subtaskforces',
      'protection',
      'enforcement',
      'institutions',
      'budget',
      'monev',
      'follow_up',
    ]);
    expect(report).toMatchObject({
      state: 'draft',
      number: null,
      class: 'TERBATAS',
      dueOn: '2025-01-31',
      agreed: true,
    });
    const paper = await docx(id);
    expect(paper.text.match(/Belum ada data pada Simpul untuk bagian ini\./g)).toHaveLength(8);
    expect(paper.text).toContain('100.3.3.1/K.435/2023');
    expect(paper.text).toContain('DRAF, belum dibekukan');
    expect(paper.header).toContain('TERBATAS');
    expect(paper.text).not.toContain('DATA CONTOH');
    for (const office of ['Laporan kinerja gugus tugas kepada Gubernur', 'Gubernur Kalimantan Timur'])
      expect(paper.text).toContain(office);
  });

  test('REP-2 cases and victims are cited with provenance, published figures beside them', async () => {
    const report = await view(id);
    const figure = (label: string) => report.figures.find((f) => f.label === label);
    expect(figure('Korban TPPO, angka sepakat 2024')).toMatchObject({
      value: 23,
      unit: 'victim',
      asOf: '2026-11-25',
      moved: null,
    });
    expect(figure('Korban TPPO, angka sepakat 2024')?.usedIn).toEqual(
      expect.arrayContaining(['summary', 'cases', 'sources']),
    );
    expect(figure('Korban TPPO, terpublikasi 2022')?.source).toMatch(/DKP3A|Polda/);
    for (const f of report.figures) expect(f.source && f.countingRule && f.yearBasis).toBeTruthy();
    const drawn = report.chapters.flatMap((c) => c.blocks).find((b) => b.kind === 'bars');
    const years = (published: boolean) =>
      drawn?.points.filter((p) => p.published === published).map((p) => p.label.slice(0, 4));
    expect(years(false), 'agreed years are solid').toEqual(['2024']);
    expect(years(true), 'what others published is hollow').toContain('2022');
    const { text } = await docx(id);
    expect(text).toContain('Batang tanpa isi: terpublikasi, bukan angka gugus tugas');
    expect(text).toContain('Sepanjang 2024 gugus tugas mencatat 13 kasus dengan 23 korban');
    expect(text).toContain('1.012');
  });

  test('REP-3 people write the parts that have no data; a NIK is refused, own numbers are marked', async () => {
    const write = (text: string, textVersion: number, chapter = 'budget', person = secretariat) =>
      post(person, `/reporting/reports/${id}/chapters/${chapter}`, { text, textVersion }, 'PUT');
    expect((await write('Pelaku 6472 0112 3456 9001 ditahan', 0)).body).toMatchObject({
      errors: [{ path: 'text', code: 'personal_data' }],
    });
    expect((await write('Anggaran terserap 82 persen.\n\nRincian menyusul.', 0)).status).toBe(200);
    expect((await write('lain', 0)).status).toBe(409);
    expect((await write('surat', 0, 'letter')).status).toBe(409);
    expect((await write('ketua menulis', 1, 'budget', chair)).status).toBe(403);
    const chapter = (await view(id)).chapters.find((c) => c.key === 'budget');
    expect(chapter).toMatchObject({ status: 'text', textVersion: 1, canWrite: true });
    const { text } = await docx(id);
    expect(text).toContain('Anggaran terserap 82 persen.\nRincian menyusul.');
    expect(text).toContain('tidak dibekukan dari sumber');
  });

  test('REP-4 refreshing reads figures again and keeps what was written', async () => {
    await agreeInvented(world, steward, {
      ...round2024(),
      victims: 24,
      tables: { sex: { female: 16, male: 8 } },
    });
    const before = await view(id);
    const moved = before.figures.find((f) => f.label === 'Korban TPPO, angka sepakat 2024');
    expect(moved).toMatchObject({ value: 23, moved: { value: 24 } });
    const early = await post(chair, `/reporting/reports/${id}/sign`, { version: before.version });
    expect(early).toMatchObject({ status: 409, body: { params: { reason: 'figures_moved' } } });
    await act(secretariat, `/reporting/reports/${id}/refresh`, { version: before.version });
    const after = await view(id);
    expect(after.figures.find((f) => f.label === 'Korban TPPO, angka sepakat 2024')).toMatchObject({
      value: 24,
      moved: null,
    });
    expect(after.chapters.find((c) => c.key === 'budget')?.text).toContain('82 persen');
    expect(
      (await post(secretariat, `/reporting/reports/${id}/refresh`, { version: before.version })).status,
    ).toBe(409);
  });

  test('REP-5 a draft is seen by who writes or signs; others do not learn of it', async () => {
    for (const person of [governor, auditor, steward])
      expect((await world.call(person, 'GET', `/reporting/reports/${id}`)).status).toBe(404);
    expect((await world.call(contact, 'GET', `/reporting/reports/${id}`)).status).toBe(403);
    expect((await world.call(governor, 'GET', `/downloads/reporting/reports/${id}/docx`)).status).toBe(404);
    expect((await get<{ items: unknown[] }>(governor, '/reporting/reports')).items).toEqual([]);
    await view(id, chair);
  });

  test('REP-6 signing freezes content, gives number and hash; only who may sign', async () => {
    const draft = await view(id);
    for (const person of [secretariat, steward, governor])
      expect((await post(person, `/reporting/reports/${id}/sign`, { version: draft.version })).status).toBe(
        403,
      );
    expect((await post(chair, `/reporting/reports/${id}/sign`, { version: draft.version - 1 })).status).toBe(
      409,
    );
    await act(chair, `/reporting/reports/${id}/sign`, { version: draft.version });
    const signed = await view(id, governor);
    expect(signed).toMatchObject({
      state: 'signed',
      number: '1/GT-TPPO/2026',
      signedAs: 'Ketua Harian Gugus Tugas PP-TPPO Kalimantan Timur',
      intact: true,
      can: { write: false, sign: false },
    });
    expect(signed.sha256).toMatch(/^[0-9a-f]{64}$/);
    const [row] = await world.asOwner(
      'select number, edition, content, sha256 from reporting.report where id = $1',
      [id],
    );
    expect(
      paperHash({
        number: String(row?.['number']),
        edition: Number(row?.['edition']),
        content: row?.['content'],
      }),
    ).toBe(row?.['sha256']);
    const paper = await docx(id, governor);
    expect(paper.footer + paper.text).toContain(signed.sha256?.slice(0, 4));
    expect(paper.text).toContain('1/GT-TPPO/2026');
    expect(paper.text).not.toContain('DRAF');
  });

  test('REP-7 afterwards nothing changes: not by a command, not by raw SQL; downloads are the same bytes', async () => {
    const before = await view(id);
    const first = await download(governor, `/reporting/reports/${id}/docx`);
    await agreeInvented(world, steward, {
      ...round2024(),
      victims: 30,
      tables: { sex: { female: 20, male: 10 } },
    });
    expect(Buffer.compare(first, await download(auditor, `/reporting/reports/${id}/docx`))).toBe(0);
    const after = await view(id);
    expect(after.sha256).toBe(before.sha256);
    expect(after.intact).toBe(true);
    expect(after.figures.find((f) => f.label === 'Korban TPPO, angka sepakat 2024')).toMatchObject({
      value: 24,
      moved: { value: 30 },
    });
    for (const [url, body] of [
      ['refresh', { version: after.version }],
      ['withdraw', { version: after.version, reason: 'ingin ubah' }],
      ['reopen', { version: after.version, reason: 'ingin ubah' }],
    ] as const)
      expect((await post(secretariat, `/reporting/reports/${id}/${url}`, body)).status).toBe(409);
    for (const sql of [
      `update reporting.report set content = '{}'`,
      `update reporting.report set signed_as = 'x'`,
      `update reporting.report set state = 'draft'`,
    ])
      await expect(world.asOwner(sql)).rejects.toThrow(/does not change|does not go/);
    const raw = world.as(chair, (ctx) =>
      ctx.client.query(`update reporting.report set sha256 = repeat('0', 64)`),
    );
    await expect(raw).rejects.toThrow(/does not change|does not go/);
  });

  test('REP-8 PDF: tagged, with the number and hash of the Word file', async () => {
    const pdf = await download(governor, `/reporting/reports/${id}/pdf`);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
    expect(Buffer.compare(pdf, await download(governor, `/reporting/reports/${id}/pdf`))).toBe(0);
  });

  test('REP-9 handed over: day and letter; not before it was signed', async () => {
    const { version } = await view(id);
    const send = (submittedOn: string, person = secretariat) =>
      post(person, `/reporting/reports/${id}/submit`, { version, submittedOn, letterNumber: '400/12' });
    expect((await send('2026-11-24')).status).toBe(422);
    expect((await send('2026-12-24')).status).toBe(422);
    expect((await send('2026-11-25', governor)).status).toBe(403);
    expect((await send('2026-11-25')).status).toBe(200);
    expect(await view(id, governor)).toMatchObject({
      state: 'submitted',
      submittedOn: '2026-11-25',
      letterNumber: '400/12',
      intact: true,
    });
  });

  test('REP-10 a correction is another edition', async () => {
    const second = await create(2024);
    expect(await view(second)).toMatchObject({ edition: 2, state: 'draft', number: null });
    expect((await post(secretariat, '/reporting/reports', { year: 2024 })).status).toBe(409);
    const { version } = await view(second);
    await act(secretariat, `/reporting/reports/${second}/freeze`, { version });
    const frozen = await view(second);
    expect(frozen).toMatchObject({ state: 'frozen', number: '2/GT-TPPO/2026' });
    expect((await docx(second)).text).toContain('Perbaikan ke-1');
    await act(secretariat, `/reporting/reports/${second}/reopen`, {
      version: frozen.version,
      reason: 'Bab V menyusul',
    });
    const open = await view(second);
    expect(open).toMatchObject({ state: 'draft', sha256: null });
    await act(secretariat, `/reporting/reports/${second}/withdraw`, {
      version: open.version,
      reason: 'Tidak jadi',
    });
    expect((await view(second)).state).toBe('withdrawn');
  });

  test('REP-12 the list is paged by year and edition; a cursor of somebody else is refused', async () => {
    const first = await get<{ items: { edition: number }[]; nextCursor: string }>(
      secretariat,
      '/reporting/reports?limit=1',
    );
    const second = await get<{ items: { edition: number }[]; nextCursor: string | null }>(
      secretariat,
      `/reporting/reports?limit=1&cursor=${first.nextCursor}`,
    );
    expect([first.items[0]?.edition, second.items[0]?.edition, second.nextCursor]).toEqual([2, 1, null]);
    expect((await world.call(secretariat, 'GET', '/reporting/reports?cursor=9e99')).status).toBe(422);
  });

  test('REP-11 what was done is in the trail', async () => {
    const trail = await world.asOwner(
      'select action, detail from audit.entry where subject_id = $1 order by id',
      [id],
    );
    const actions = trail.map((e) => e['action']);
    for (const a of [
      'create_report',
      'write_chapter',
      'refresh_draft',
      'sign_report',
      'download_report',
      'submit_report',
    ])
      expect(actions).toContain(`reporting.${a}`);
    expect(JSON.stringify(trail)).not.toContain('82 persen');
  });
});

describe('a year without an agreed figure', () => {
  test('REP-20 says so, shows published figures as somebody else’s, and cites nothing as agreed', async () => {
    const id = await create(2022);
    const report = await view(id);
    expect(report.agreed).toBe(false);
    expect(report.figures.every((f) => f.kind === 'published')).toBe(true);
    const { text } = await docx(id);
    expect(text).toContain('Belum ada angka sepakat untuk tahun 2022');
    expect(text).toContain('belum disepakati antarinstansi');
    expect(text).toContain('belum ada berita acara');
    expect(text).not.toMatch(/gugus tugas mencatat/);
  });
  test('REP-13 signing closes the duty to report to the Governor; its log says which paper did', async () => {
    await world.as(secretariat, runDailyDuties);
    const duty = async (person: Person, url: string) =>
      (
        await get<{ items: { id: string; kind: string; subject: { id: string }; status: string }[] }>(
          person,
          url,
        )
      ).items.filter((d) => d.kind === 'january_report');
    const [open] = await duty(secretariat, '/duties/tasks?until=2027-01-31');
    expect(open).toMatchObject({ subject: { id: '2026' }, status: 'open' });
    const id = await create(2026);
    const { version } = await view(id);
    await act(chair, `/reporting/reports/${id}/sign`, { version });
    const { number } = await view(id);
    expect(await duty(secretariat, '/duties/tasks?until=2027-01-31')).toEqual([]);
    const closed = await get<{ status: string; log: object[] }>(secretariat, `/duties/deadlines/${open?.id}`);
    expect(closed.status).toBe('done');
    expect(closed.log.at(-1)).toMatchObject({
      act: 'complete',
      byName: 'Pejabat tf_executive_chair',
      reason: `report_signed:${number}`,
    });
    expect(readFulfilled(`report_signed:${number}`)).toEqual({ by: 'report_signed', paper: number });
  });
  test('REP-21 a year that has not begun has no report', async () => {
    expect((await post(secretariat, '/reporting/reports', { year: 2027 })).status).toBe(422);
  });
});

describe('official record', () => {
  test('REP-30 is made once, with day in words, agencies, totals and the table by source', async () => {
    const list = await get<RecordList>(contact, '/reporting/records');
    expect(list).toMatchObject({ items: [{ id: null, year: 2024 }], can: { make: false } });
    expect((await post(contact, '/reporting/records', { year: 2024 })).status).toBe(403);
    expect((await post(steward, '/reporting/records', { year: 2019 })).status).toBe(409);
    await agreeInvented(world, steward, round2024());
    const { id } = await act(steward, '/reporting/records', { year: 2024 });
    expect((await post(steward, '/reporting/records', { year: 2024 })).status).toBe(409);
    const [round] = await world.asOwner(
      "select record_number from clearing.round where state = 'agreed' and year = 2024",
    );
    const paper = await readDocx(await download(contact, `/reporting/records/${id}/docx`));
    expect(round?.['record_number']).toMatch(/^\d+\/GT-TPPO\/2026$/);
    expect(paper.text).toContain(String(round?.['record_number']));
    expect(paper.text).toContain('Rabu tanggal dua puluh lima bulan November tahun dua ribu dua puluh enam');
    expect(paper.text).toContain('13 kasus dengan 23 korban');
    const table = paper.tables.find((t) => t[0]?.[0] === 'Sumber');
    // Dinsos has 3 cases and 4 victims: hidden, and with it the smallest of the others.
    expect(table?.map((r) => r.slice(1, 3).join(' ')).toSorted()).toEqual(
      ['12 21', '13 23', '9 17', 'Kasus Korban', 'terbatas terbatas', 'terbatas terbatas'].toSorted(),
    );
    expect((await download(contact, `/reporting/records/${id}/pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
    const raw = world.as(steward, (ctx) => ctx.client.query("update reporting.record set number = 'x'"));
    await expect(raw).rejects.toThrow(/permission denied|only grows/);
  });
});

describe('settings and templates', () => {
  test('REP-40 letterhead and number follow the office', async () => {
    const settings = await get<PaperSettingsView>(governor, '/reporting/settings');
    expect(settings).toMatchObject({
      version: 0,
      authority: ['PEMERINTAH PROVINSI KALIMANTAN TIMUR'],
      can: { change: false },
    });
    const { templates: _t, can: _c, ...values } = settings;
    const change = (s: object, person = secretariat) =>
      post(person, '/reporting/settings', { ...values, ...s }, 'PUT');
    expect((await change({ numberPattern: '{urut}' })).status).toBe(422);
    expect((await change({}, chair)).status).toBe(403);
    expect(
      (await change({ place: 'Samarinda', numberPattern: '400.2/{urut}/GT/{bulan}/{tahun}' })).status,
    ).toBe(200);
    expect((await change({ place: 'Balikpapan' })).status).toBe(409);
    const id = await create(2023);
    const { version } = await view(id);
    await act(secretariat, `/reporting/reports/${id}/freeze`, { version });
    expect((await view(id)).number).toMatch(/^400\.2\/\d+\/GT\/XI\/2026$/);
    expect((await docx(id)).text).toContain('Samarinda, 25 November 2026');
  });

  test('REP-41 a Word template of the office is checked, used, and taken back', async () => {
    const upload = async (bytes: Uint8Array) => {
      const form = new FormData();
      form.set('file', new File([Buffer.from(bytes)], 'templat.docx'));
      const body = new Response(form);
      const r = await world.app.server.inject({
        method: 'POST',
        url: '/api/files',
        payload: Buffer.from(await body.arrayBuffer()),
        headers: {
          authorization: `Bearer ${secretariat.token}`,
          'content-type': body.headers.get('content-type') ?? '',
        },
      });
      expect(r.statusCode, r.body).toBe(200);
      return (JSON.parse(r.body) as { id: string }).id;
    };
    const good = await upload(await defaultTemplate('report'));
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(await defaultTemplate('report'));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    zip.file('word/document.xml', xml.replace('{judul}', '{judl}'));
    const bad = await upload(await zip.generateAsync({ type: 'uint8array' }));
    const refused = await post(secretariat, '/reporting/templates', { kind: 'report', file: bad });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('template.tag_unknown');
    expect((await post(governor, '/reporting/templates', { kind: 'report', file: good })).status).toBe(403);
    expect((await post(secretariat, '/reporting/templates', { kind: 'report', file: good })).status).toBe(
      200,
    );
    const used = (await get<PaperSettingsView>(chair, '/reporting/settings')).templates.find(
      (t) => t.kind === 'report',
    );
    expect(used?.setAt).not.toBeNull();
    expect((await download(secretariat, '/reporting/templates/report')).length).toBeGreaterThan(1000);
    expect((await world.call(secretariat, 'DELETE', '/reporting/templates/report')).status).toBe(200);
    expect((await world.call(secretariat, 'DELETE', '/reporting/templates/report')).status).toBe(409);
  });
});

test('REP-50 in a demonstration every page says DATA CONTOH', async () => {
  const demo = await createWorld({ kind: 'demo' });
  try {
    const person = await demo.person('tf_secretariat');
    const made = await demo.call(person, 'POST', '/reporting/reports', { year: 2024 });
    const { id } = made.body as { id: string };
    const r = await demo.app.server.inject({
      method: 'GET',
      url: `/api/downloads/reporting/reports/${id}/docx`,
      headers: { authorization: `Bearer ${person.token}` },
    });
    const paper = await readDocx(r.rawPayload);
    expect(paper.header).toContain('DATA CONTOH');
  } finally {
    await demo.close();
  }
});
