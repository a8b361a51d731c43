import { randomUUIDv7 } from 'node:crypto';
import type { ImportMapping, RecognisedColumn } from '@simpul/contract/clearing/columns';
import type { FileProblem, RowProblem } from '@simpul/contract/clearing/row';
import { dayIn } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Cancelled, type JobContext } from '../../../platform/jobs/worker.ts';
import { areaLookup } from '../area-lookup.ts';
import type { AreaLookup } from '../import/areas.ts';
import { checkMapping } from '../import/check-mapping.ts';
import { checkRows, createColumnTally } from '../import/check-rows.ts';
import { headerFingerprint } from '../import/fingerprint.ts';
import type { FoundHeader } from '../import/find-header.ts';
import { createProblemGroups } from '../import/group-problems.ts';
import { proposeMapping, recogniseColumns } from '../import/recognise-columns.ts';
import { rowHmac } from '../keys.ts';
import { failImport } from './fail-import.ts';
import { knownFingerprints } from './known-rows.ts';
import { getImportRecord, type ImportRecord } from './import-record.ts';
import { type Head, openSource, readHead } from './open-source.ts';

/** Problems kept row by row; beyond that the groups still count all of them. */
const keptProblems = 20_000;
const batch = 1000;

const refuse = (code: FileProblem['code']): FileProblem[] => [{ code, field: null, params: {} }];

async function rememberedMapping(ctx: Ctx, fingerprint: string): Promise<ImportMapping | null> {
  const found = await ctx.client.query<{ mapping: ImportMapping }>(
    'select mapping from clearing.column_mapping where agency = $1 and fingerprint = $2',
    [ctx.actor.agency, fingerprint],
  );
  return found.rows[0]?.mapping ?? null;
}

interface Recognised {
  head: Head;
  header: FoundHeader | undefined;
  fingerprint: string | null;
  columns: RecognisedColumn[];
  mapping: ImportMapping | null;
  remembered: boolean;
  refusals: FileProblem[];
}

/** Headings, columns and mapping: a person's, else the remembered one of this layout, else the proposed one. */
async function recognise(
  ctx: Ctx,
  record: ImportRecord,
  areas: AreaLookup,
  today: string,
): Promise<Recognised> {
  const head = await readHead(ctx, { id: record.file, kind: record.kind }, record.sheet, record.header_row);
  const { header } = head;
  if (!header)
    return {
      head,
      header,
      fingerprint: null,
      columns: [],
      mapping: null,
      remembered: false,
      refusals: refuse(head.rows.length === 0 ? 'no_rows' : 'header_not_found'),
    };
  const fingerprint = headerFingerprint(header);
  const data = head.rows.filter((r) => r.number > header.lastHeaderRow);
  const columns = recogniseColumns(header, data, { areas, today });
  const given = record.mapping;
  const remembered = given ? null : await rememberedMapping(ctx, fingerprint);
  const mapping = given ?? remembered ?? proposeMapping(header, columns);
  const refusals =
    data.length === 0 ? refuse('no_rows') : checkMapping(mapping, areas, header.headings.length);
  return {
    head,
    header,
    fingerprint,
    columns: columns.map((c) => asMapped(c, mapping, Boolean(given ?? remembered))),
    mapping,
    remembered: remembered !== null,
    refusals,
  };
}

/** Shows the column as it is read, which may differ from what was recognised. */
function asMapped(column: RecognisedColumn, mapping: ImportMapping, byPerson: boolean): RecognisedColumn {
  const mapped = mapping.columns.find((c) => c.index === column.index);
  if (!byPerson || (mapped?.target ?? null) === column.target) return column;
  return {
    ...column,
    target: mapped?.target ?? null,
    flag: mapped?.flag ?? null,
    leftOut: mapped ? null : (column.leftOut ?? 'not_needed'),
    status: mapped ? 'mapped_by_you' : 'left_out',
  };
}

interface Checked {
  total: number;
  ready: number;
  wrong: number;
  known: number;
  leftOut: number;
  repeated: number;
  problems: RowProblem[];
  groups: ReturnType<ReturnType<typeof createProblemGroups>['groups']>;
  shares: { filled: number; valid: number }[];
}

async function checkAll(
  ctx: Ctx,
  record: ImportRecord,
  r: Recognised & { header: FoundHeader; mapping: ImportMapping },
  areas: AreaLookup,
  today: string,
  progress: (done: number) => Promise<void>,
): Promise<Checked> {
  const hmac = await rowHmac(ctx);
  const source = await openSource(ctx, { id: record.file, kind: record.kind }, r.head.sheet);
  const tally = createColumnTally(r.header.headings.length);
  const groups = createProblemGroups();
  const out: Checked = {
    total: 0,
    ready: 0,
    wrong: 0,
    known: 0,
    leftOut: 0,
    repeated: 0,
    problems: [],
    groups: [],
    shares: [],
  };
  const inFile = new Set<string>();
  let fingerprints: string[] = [];
  const settle = async () => {
    const known = await knownFingerprints(ctx, fingerprints);
    out.known += known.size;
    out.ready += fingerprints.length - known.size;
    fingerprints = [];
    await progress(out.total);
  };
  try {
    for await (const row of checkRows(source.rows, r.mapping, areas, today, {
      hmac,
      period: periodOf(record.period),
      lastHeaderRow: r.header.lastHeaderRow,
      headings: r.header.headings.map((h) => h.text),
    })) {
      if (row.status === 'skipped') continue;
      out.total += 1;
      if (row.status === 'left_out') {
        out.leftOut += 1;
        continue;
      }
      tally.add(row);
      groups.add(row.problems);
      if (out.problems.length < keptProblems) out.problems.push(...row.problems);
      if (row.status === 'problem') out.wrong += 1;
      else if (row.fingerprint && inFile.has(row.fingerprint)) out.repeated += 1;
      else if (row.fingerprint) {
        inFile.add(row.fingerprint);
        fingerprints.push(row.fingerprint);
      }
      if (out.total % batch === 0) await settle();
    }
    await settle();
  } finally {
    await source.close();
  }
  return { ...out, groups: groups.groups(), shares: tally.shares() };
}

/** `2024-Q4` as first and last day. */
export function periodOf(code: string): { first: string; last: string } {
  const year = Number(code.slice(0, 4));
  const quarter = Number(code.slice(6));
  const first = Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 });
  return { first: first.toString(), last: first.add({ months: 3 }).subtract({ days: 1 }).toString() };
}

async function writeProblems(ctx: Ctx, record: ImportRecord, problems: RowProblem[]): Promise<void> {
  await ctx.client.query('delete from clearing.import_problem where import = $1', [record.id]);
  for (let i = 0; i < problems.length; i += batch) {
    const part = problems.slice(i, i + batch);
    await ctx.client.query(
      `insert into clearing.import_problem (id, tenant, agency, import, row_number, column_letter, field, code, severity, value, params)
       select p.id, $1, $2, $3, p.row, p.letter, p.field, p.code, p.severity, p.value, p.params
         from unnest($4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::jsonb[])
                as p (id, row, letter, field, code, severity, value, params)`,
      [
        ctx.actor.tenant,
        record.agency,
        record.id,
        part.map(() => randomUUIDv7()),
        part.map((p) => p.row),
        part.map((p) => p.column),
        part.map((p) => p.field),
        part.map((p) => p.code),
        part.map((p) => p.severity),
        part.map((p) => p.value),
        part.map((p) => JSON.stringify(p.params)),
      ],
    );
  }
}

async function remember(ctx: Ctx, r: Recognised): Promise<void> {
  if (!r.mapping || !r.fingerprint) return;
  const { decisions: _ofThisFile, ...layout } = r.mapping;
  await ctx.client.query(
    `insert into clearing.column_mapping (tenant, agency, fingerprint, mapping, saved_by) values ($1, $2, $3, $4, $5)
     on conflict (tenant, agency, fingerprint)
     do update set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now(), version = column_mapping.version + 1
       where column_mapping.mapping <> excluded.mapping`,
    [ctx.actor.tenant, ctx.actor.agency, r.fingerprint, JSON.stringify(layout), ctx.actor.id],
  );
}

/** Recognises and checks a file from its first row; run again it replaces what it found before. */
export async function checkImport(
  ctx: Ctx,
  id: string,
  progress: (done: number) => Promise<void> = async () => {},
): Promise<void> {
  const record = await getImportRecord(ctx, id);
  if (record.state === 'cancelled' || record.state === 'accepted' || record.state === 'accepting') return;
  const today = dayIn(ctx.actor.zone, ctx.clock.now());
  const areas = await areaLookup(ctx);
  const r = await recognise(ctx, record, areas, today);
  const { header, mapping } = r;
  const checked =
    header && mapping && r.refusals.length === 0
      ? await checkAll(ctx, record, { ...r, header, mapping }, areas, today, progress)
      : null;
  const columns = checked ? r.columns.map((c) => ({ ...c, ...checked.shares[c.index] })) : r.columns;
  // Not held while the file is read, so that a person can lay the import aside meanwhile.
  const now = await getImportRecord(ctx, id, { lock: true });
  if (now.version !== record.version) return;
  await writeProblems(ctx, record, checked?.problems ?? []);
  if (checked && record.mapping) await remember(ctx, r);
  await ctx.client.query(
    `update clearing.import set state = $2, sheet = $3, header_row = $4, columns = $5, mapping = $6, fingerprint = $7,
            refusal = $8, rows_total = $9, rows_ready = $10, rows_wrong = $11, rows_known = $12, groups = $13, rows_left_out = $14, rows_repeated = $15, version = version + 1
      where id = $1`,
    [
      id,
      checked ? 'checked' : 'recognised',
      r.head.sheet,
      record.header_row,
      JSON.stringify({
        recognised: columns,
        sheets: r.head.sheets,
        hiddenRows: r.head.hiddenRows,
        remembered: r.remembered,
        lastHeaderRow: header?.lastHeaderRow ?? null,
      }),
      mapping && JSON.stringify(mapping),
      r.fingerprint,
      JSON.stringify(r.refusals),
      checked?.total ?? 0,
      checked?.ready ?? 0,
      checked?.wrong ?? 0,
      checked?.known ?? 0,
      JSON.stringify(checked?.groups ?? []),
      checked?.leftOut ?? 0,
      checked?.repeated ?? 0,
    ],
  );
}

/** A file that breaks while it is read is told to the person, who may hand in another. */
export async function checkImportTask(job: JobContext): Promise<void> {
  const id = job.ids['import'] ?? '';
  try {
    await job.inTransaction((ctx) => checkImport(ctx, id, (done) => job.progress(done)));
  } catch (error) {
    if (!(error instanceof Cancelled))
      await job.inTransaction((ctx) => failImport(ctx, id, error)).catch(() => {});
    throw error;
  }
}
