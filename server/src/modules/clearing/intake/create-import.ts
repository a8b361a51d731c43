import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { CreateImport, ImportVersion, SetMapping } from '@simpul/contract/clearing/import';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../../platform/context.ts';
import { fileError } from '../../../platform/documents/messages.ts';
import { AppError } from '../../../platform/errors.ts';
import { getFile } from '../../../platform/files/tenant-files.ts';
import { getOpenPeriod } from '../periods.ts';
import { refuseSigned } from '../standing-rows.ts';
import { getImportRecord, requireState, requireVersion } from './import-record.ts';

async function queueCheck(ctx: Ctx, id: string): Promise<void> {
  const job = await ctx.enqueue('clearing.check_import', { import: id });
  await ctx.client.query("update clearing.import set job = $2, state = 'checking' where id = $1", [id, job]);
}

/** Notes a file as handed in for a period; the original stays as it came. */
export async function insertImport(ctx: Ctx, input: z.infer<typeof CreateImport>): Promise<string> {
  if (!ctx.actor.agency) throw new AppError('forbidden');
  await getOpenPeriod(ctx, input.period);
  await refuseSigned(ctx, input.period);
  const file = await getFile(ctx, input.file);
  if (file.kind !== 'csv' && file.kind !== 'xlsx')
    throw new AppError('unsupported_media', { params: { kind: file.kind } });
  const id = randomUUIDv7();
  await ctx.client.query(
    `insert into clearing.import (id, tenant, agency, period, file, file_sha256, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      ctx.actor.tenant,
      ctx.actor.agency,
      input.period,
      file.id,
      file.sha256,
      ctx.actor.id,
      new Date(ctx.clock.now().epochMilliseconds),
    ],
  );
  await ctx.audit({
    action: 'clearing.create_import',
    subject: { kind: 'clearing.import', id },
    detail: { period: input.period },
  });
  return id;
}

/** A file handed in for a period: recognising and checking begin. */
export async function createImport(ctx: Ctx, input: z.infer<typeof CreateImport>): Promise<Ref> {
  const id = await insertImport(ctx, input);
  await queueCheck(ctx, id);
  return { id, version: 1 };
}

/** Lays down how the file is read, as a person says. */
export async function keepMapping(ctx: Ctx, input: z.infer<typeof SetMapping>): Promise<Ref> {
  const record = await getImportRecord(ctx, input.id, { lock: true });
  requireVersion(record, input.version);
  requireState(record, 'recognised', 'checked');
  await getOpenPeriod(ctx, record.period);
  const sheets = record.columns?.sheets ?? [];
  if (input.sheet !== undefined && !sheets.includes(input.sheet))
    throw fileError('invalid', 'xlsx.no_sheet', { sheet: input.sheet, sheets: sheets.join(', ') }, 'sheet');
  await ctx.client.query(
    `update clearing.import set mapping = $2, sheet = coalesce($3, sheet), header_row = coalesce($4, header_row),
            version = version + 1 where id = $1`,
    [
      record.id,
      input.mapping ? JSON.stringify(input.mapping) : null,
      input.sheet ?? null,
      input.headerRow ?? null,
    ],
  );
  await ctx.audit({ action: 'clearing.map_import', subject: { kind: 'clearing.import', id: record.id } });
  return { id: record.id, version: record.version + 1 };
}

/** The file is checked again from the first row, as it is now read. */
export async function setMapping(ctx: Ctx, input: z.infer<typeof SetMapping>): Promise<Ref> {
  const kept = await keepMapping(ctx, input);
  await queueCheck(ctx, input.id);
  return kept;
}

/** Says that the rows are to be taken in; refused while a row has an error. */
export async function markAccepting(ctx: Ctx, input: z.infer<typeof ImportVersion>): Promise<Ref> {
  const record = await getImportRecord(ctx, input.id, { lock: true });
  requireVersion(record, input.version);
  requireState(record, 'checked');
  await getOpenPeriod(ctx, record.period);
  if (record.rows_wrong > 0)
    throw new AppError('wrong_state', { params: { reason: 'rows_wrong', count: record.rows_wrong } });
  if (record.rows_ready === 0) throw new AppError('wrong_state', { params: { reason: 'no_new_rows' } });
  await refuseSigned(ctx, record.period);
  await ctx.client.query(
    "update clearing.import set state = 'accepting', accepted_by = $2, version = version + 1 where id = $1",
    [record.id, ctx.actor.id],
  );
  await ctx.audit({ action: 'clearing.accept_import', subject: { kind: 'clearing.import', id: record.id } });
  return { id: record.id, version: record.version + 1 };
}

/** Takes the rows in, all or none, in a job. */
export async function acceptImport(ctx: Ctx, input: z.infer<typeof ImportVersion>): Promise<Ref> {
  const marked = await markAccepting(ctx, input);
  const job = await ctx.enqueue('clearing.accept_import', { import: input.id });
  await ctx.client.query('update clearing.import set job = $2 where id = $1', [input.id, job]);
  return marked;
}

export async function cancelImport(ctx: Ctx, input: z.infer<typeof ImportVersion>): Promise<Ref> {
  const record = await getImportRecord(ctx, input.id, { lock: true });
  requireVersion(record, input.version);
  requireState(record, 'uploaded', 'recognised', 'checking', 'checked', 'accepting', 'failed');
  if (record.job)
    await ctx.client.query(
      "update platform.job set cancel_requested = true where id = $1 and state in ('queued', 'running')",
      [record.job],
    );
  await ctx.client.query('delete from clearing.import_problem where import = $1', [record.id]);
  await ctx.client.query(
    "update clearing.import set state = 'cancelled', version = version + 1 where id = $1",
    [record.id],
  );
  await ctx.audit({ action: 'clearing.cancel_import', subject: { kind: 'clearing.import', id: record.id } });
  return { id: record.id, version: record.version + 1 };
}
