import { type KeyObject, randomUUIDv7 } from 'node:crypto';
import type { SourceRow } from '@simpul/contract/clearing/row';
import { precisionOf } from '@simpul/contract/standards/partial-date';
import { dayIn } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';
import { Cancelled, type JobContext } from '../../../platform/jobs/worker.ts';
import { areaLookup } from '../area-lookup.ts';
import { checkRows } from '../import/check-rows.ts';
import { matchKey, rowHmac } from '../keys.ts';
import { matchTokens } from '../match/match-keys.ts';
import { getOpenPeriod } from '../periods.ts';
import { sealIdentities } from '../row-identity.ts';
import { refuseSigned } from '../standing-rows.ts';
import { checkImportTask, periodOf } from './check-import.ts';
import { failImport } from './fail-import.ts';
import { getImportRecord, type ImportRecord } from './import-record.ts';
import { knownFingerprints } from './known-rows.ts';
import { openSource, readHead } from './open-source.ts';

/** Larger ones are no faster and leave larger values behind for the collector. */
const batch = 250;

interface NewRow {
  id: string;
  fingerprint: string;
  source: SourceRow;
}

const day = (date: string | undefined) => (date !== undefined && precisionOf(date) === 'day' ? date : null);

async function insertRows(ctx: Ctx, record: ImportRecord, rows: NewRow[]): Promise<void> {
  const c = rows.map((r) => r.source.case);
  await ctx.client.query(
    `insert into clearing.source_row (id, tenant, agency, import, row_number, period, counting_year, year_basis, report_date,
       case_no, role, place_code, origin_code, sex, age_min, age_max, child, primary_form, victim_status, legal_stage,
       case_data, linkable, fingerprint)
     select r.id, $1, $2, $3, r.n, $4, r.year, r.basis, r.reported, r.case_no, r.role, r.place, r.origin, r.sex, r.age_min, r.age_max,
            r.child, r.form, r.status, r.stage, r.data, r.linkable, r.fingerprint
       from unnest($5::uuid[], $6::int[], $7::int[], $8::text[], $9::date[], $10::text[], $11::text[], $12::text[], $13::text[],
                   $14::text[], $15::int[], $16::int[], $17::text[], $18::text[], $19::text[], $20::text[], $21::jsonb[],
                   $22::boolean[], $23::bytea[])
              as r (id, n, year, basis, reported, case_no, role, place, origin, sex, age_min, age_max, child, form, status,
                    stage, data, linkable, fingerprint)`,
    [
      ctx.actor.tenant,
      record.agency,
      record.id,
      record.period,
      rows.map((r) => r.id),
      rows.map((r) => r.source.row),
      c.map((x) => x.countingYear),
      c.map((x) => x.yearBasis),
      c.map((x) => day(x.reportDate)),
      c.map((x) => x.caseNo ?? null),
      c.map((x) => x.role),
      c.map((x) => x.placeCode),
      c.map((x) => x.originCode ?? null),
      c.map((x) => x.sex),
      c.map((x) => x.ageMin ?? null),
      c.map((x) => x.ageMax ?? null),
      c.map((x) => x.child),
      c.map((x) => x.exploitation[0] ?? 'unknown'),
      c.map((x) => x.victimStatus ?? null),
      c.map((x) => x.legalStage ?? null),
      c.map((x) => JSON.stringify(x)),
      rows.map((r) => r.source.linkable),
      rows.map((r) => Buffer.from(r.fingerprint, 'hex')),
    ],
  );
}

async function insertIdentities(
  ctx: Ctx,
  record: ImportRecord,
  key: KeyObject,
  rows: NewRow[],
): Promise<void> {
  const known = rows.flatMap((r) => (r.source.identity ? [{ row: r.id, identity: r.source.identity }] : []));
  if (known.length === 0) return;
  const sealed = await sealIdentities(ctx, known);
  await ctx.client.query(
    `insert into clearing.row_identity (row, tenant, agency, sealed)
     select i.row, $1, $2, i.sealed from unnest($3::uuid[], $4::bytea[]) as i (row, sealed)`,
    [ctx.actor.tenant, record.agency, known.map((k) => k.row), sealed],
  );
  // A suspect is never compared with a victim.
  const words = rows
    .filter((r) => r.source.linkable && r.source.case.role === 'victim')
    .flatMap((r) =>
      r.source.identity ? matchTokens(key, r.source.identity).map((token) => ({ row: r.id, token })) : [],
    );
  await ctx.client.query(
    `insert into clearing.match_key (tenant, token, row, agency)
     select $1, w.token, w.row, $2 from unnest($3::uuid[], $4::bytea[]) as w (row, token) on conflict do nothing`,
    [ctx.actor.tenant, record.agency, words.map((w) => w.row), words.map((w) => w.token)],
  );
}

/**
 * Takes every row of a checked file in, in the one transaction of `ctx`: killed at any point, nothing of the
 * file is there and the task begins again. Rows an earlier import brought are passed over.
 */
export async function takeImportIn(
  ctx: Ctx,
  id: string,
  progress: (done: number) => Promise<void> = async () => {},
): Promise<void> {
  // Two files of an agency one after another: the second then knows the rows of the first.
  await ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `simpul-take-in/${ctx.actor.tenant}/${ctx.actor.agency ?? ''}`,
  ]);
  const record = await getImportRecord(ctx, id);
  if (record.state !== 'accepting' || !record.mapping) return;
  const head = await readHead(ctx, { id: record.file, kind: record.kind }, record.sheet, record.header_row);
  if (!head.header) throw new AppError('wrong_state', { params: { reason: 'header_not_found' } });
  const areas = await areaLookup(ctx);
  const [hmac, key] = [await rowHmac(ctx), await matchKey(ctx)];
  const source = await openSource(ctx, { id: record.file, kind: record.kind }, record.sheet);
  const inFile = new Set<string>();
  let waiting: NewRow[] = [];
  let taken = 0;
  const write = async (rows: NewRow[]) => {
    const known = await knownFingerprints(
      ctx,
      rows.map((r) => r.fingerprint),
    );
    const fresh = rows.filter((r) => !known.has(r.fingerprint));
    if (fresh.length > 0) {
      await insertRows(ctx, record, fresh);
      await insertIdentities(ctx, record, key, fresh);
    }
    taken += fresh.length;
    await progress(taken);
  };
  // The database writes one batch while the next one is read.
  let writing = Promise.resolve();
  const hand = async () => {
    await writing;
    writing = write(waiting);
    // Whoever waits for it next hears of a failure; until then nobody does.
    writing.catch(() => {});
    waiting = [];
  };
  try {
    for await (const row of checkRows(
      source.rows,
      record.mapping,
      areas,
      dayIn(ctx.actor.zone, ctx.clock.now()),
      {
        hmac,
        period: periodOf(record.period),
        lastHeaderRow: head.header.lastHeaderRow,
        headings: head.header.headings.map((h) => h.text),
      },
    )) {
      // The calendar or the areas changed since the check: look at the file again rather than take in half of it.
      if (row.status === 'problem')
        throw new AppError('wrong_state', { params: { reason: 'rows_wrong', count: 1 } });
      // A row that may repeat another of the file was warned about; one equal to the letter is the same row.
      if (!row.source || !row.fingerprint || inFile.has(row.fingerprint)) continue;
      inFile.add(row.fingerprint);
      waiting.push({ id: randomUUIDv7(), fingerprint: row.fingerprint, source: row.source });
      if (waiting.length >= batch) await hand();
    }
    await hand();
    await writing;
  } finally {
    // Nothing may still be on its way when the transaction ends.
    await writing.catch(() => {});
    await source.close();
  }
  // Laid aside meanwhile: nothing of it is taken in.
  const now = await getImportRecord(ctx, id, { lock: true });
  if (now.state !== 'accepting') throw new Cancelled();
  // Signed off or closed while it waited or was read: the rows would stand in a period somebody answered for.
  await getOpenPeriod(ctx, record.period);
  await refuseSigned(ctx, record.period);
  await ctx.client.query(
    "update clearing.import set state = 'accepted', accepted_at = $2, version = version + 1 where id = $1",
    [id, new Date(ctx.clock.now().epochMilliseconds)],
  );
  await ctx.audit({
    action: 'clearing.take_in',
    subject: { kind: 'clearing.import', id },
    detail: { period: record.period },
  });
}

export async function acceptImportTask(job: JobContext): Promise<void> {
  const id = job.ids['import'] ?? '';
  try {
    await job.inTransaction((ctx) => takeImportIn(ctx, id, (done) => job.progress(done)));
  } catch (error) {
    if (error instanceof AppError) {
      await job.inTransaction((ctx) => failImport(ctx, id, error));
      await checkImportTask(job);
    }
    throw error;
  }
}
