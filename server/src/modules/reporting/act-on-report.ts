import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import { builtOnly } from '@simpul/contract/reporting/codes';
import type {
  CreateReport,
  OneReport,
  SubmitReport,
  WithReason,
  WriteChapterText,
} from '@simpul/contract/reporting/report';
import type { Ref } from '@simpul/contract/route';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { buildContent } from './build/build-content.ts';
import { textProblems } from './chapter-text.ts';
import { gather } from './gather.ts';
import { chapterTexts, getForAct, getWhole } from './report-store.ts';

export const nowOf = (ctx: Ctx): Date => new Date(ctx.clock.now().epochMilliseconds);

/** Opens the draft of a year. After a signed report it is the next edition, which corrects the former. */
export async function createReport(ctx: Ctx, { year }: z.infer<typeof CreateReport>): Promise<Ref> {
  await ctx.client.query('select pg_advisory_xact_lock(hashtext($1))', [
    `simpul-report/${ctx.actor.tenant}/${year}`,
  ]);
  if (year > Number(dayIn(ctx.actor.zone, ctx.clock.now()).slice(0, 4)))
    throw new AppError('invalid', {
      errors: [{ path: 'year', code: 'in_future', message: 'Choose this year or an earlier one.' }],
    });
  const known = await ctx.client.query<{ edition: number; open: boolean }>(
    "select edition, state in ('draft', 'frozen') as open from reporting.report where year = $1",
    [year],
  );
  if (known.rows.some((r) => r.open))
    throw new AppError('conflict', { params: { reason: 'report_open', year } });
  const edition = Math.max(0, ...known.rows.map((r) => r.edition)) + 1;
  const id = randomUUIDv7();
  await ctx.client.query(
    `insert into reporting.report (id, tenant, year, edition, content, created_by, created_at, refreshed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [
      id,
      ctx.actor.tenant,
      year,
      edition,
      JSON.stringify(buildContent(await gather(ctx, year))),
      ctx.actor.id,
      nowOf(ctx),
    ],
  );
  await ctx.audit({
    action: 'reporting.create_report',
    subject: { kind: 'report', id },
    detail: { year, edition },
  });
  return { id, version: 1 };
}

/** Reads the figures again; what people wrote stays. */
export async function refreshDraft(ctx: Ctx, input: z.infer<typeof OneReport>): Promise<Ref> {
  const report = await getForAct(ctx, input, 'refresh');
  const content = buildContent(await gather(ctx, report.year));
  await ctx.client.query(
    'update reporting.report set content = $2, refreshed_at = $3, version = version + 1 where id = $1',
    [report.id, JSON.stringify(content), nowOf(ctx)],
  );
  await ctx.audit({ action: 'reporting.refresh_draft', subject: { kind: 'report', id: report.id } });
  return { id: report.id, version: report.version + 1 };
}

/** Writes a chapter. An empty text takes it away; numbers in it are the writer's own and are marked as such. */
export async function writeChapterText(ctx: Ctx, o: z.infer<typeof WriteChapterText>): Promise<Ref> {
  const report = await getWhole(ctx, o.id, true);
  if (report.state !== 'draft')
    throw new AppError('wrong_state', { params: { reason: `report_${report.state}` } });
  if (builtOnly.includes(o.chapter))
    throw new AppError('wrong_state', { params: { reason: 'chapter_built' } });
  const errors = textProblems(o.text);
  if (errors.length > 0) throw new AppError('invalid', { errors });
  const known = (await chapterTexts(ctx, o.id)).get(o.chapter);
  if ((known?.version ?? 0) !== o.textVersion) throw new AppError('stale_version');
  await ctx.client.query(
    `insert into reporting.chapter_text (report, chapter, tenant, text, written_by, written_by_name, written_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (report, chapter) do update set text = excluded.text, written_by = excluded.written_by,
       written_by_name = excluded.written_by_name, written_at = excluded.written_at, version = chapter_text.version + 1`,
    [o.id, o.chapter, ctx.actor.tenant, o.text, ctx.actor.id, ctx.actor.name, nowOf(ctx)],
  );
  // The report as a whole moves on too: who signs must have seen this text.
  await ctx.client.query('update reporting.report set version = version + 1 where id = $1', [o.id]);
  await ctx.audit({
    action: 'reporting.write_chapter',
    subject: { kind: 'report', id: o.id },
    detail: { chapter: o.chapter, characters: o.text.length },
  });
  return { id: o.id, version: report.version + 1 };
}

/** A frozen report goes back to its draft; the number stays with it. */
export async function reopenReport(ctx: Ctx, input: z.infer<typeof WithReason>): Promise<Ref> {
  const report = await getForAct(ctx, input, 'reopen');
  await ctx.client.query(
    `update reporting.report set state = 'draft', sha256 = null, template = null, frozen_by = null, frozen_at = null,
            reopened_reason = $2, version = version + 1 where id = $1`,
    [report.id, input.reason],
  );
  await ctx.audit({ action: 'reporting.reopen_report', subject: { kind: 'report', id: report.id } });
  return { id: report.id, version: report.version + 1 };
}

export async function withdrawDraft(ctx: Ctx, input: z.infer<typeof WithReason>): Promise<Ref> {
  const report = await getForAct(ctx, input, 'withdraw');
  await ctx.client.query(
    `update reporting.report set state = 'withdrawn', withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4,
            version = version + 1 where id = $1`,
    [report.id, ctx.actor.id, nowOf(ctx), input.reason],
  );
  await ctx.audit({ action: 'reporting.withdraw_draft', subject: { kind: 'report', id: report.id } });
  return { id: report.id, version: report.version + 1 };
}

/** Notes that the signed report was handed over, on which day and by which letter. */
export async function submitReport(ctx: Ctx, input: z.infer<typeof SubmitReport>): Promise<Ref> {
  const report = await getForAct(ctx, input, 'submit');
  const signed = report.signedAt
    ? dayIn(ctx.actor.zone, Temporal.Instant.from(report.signedAt.toISOString()))
    : '';
  const wrong = (code: string, message: string) =>
    new AppError('invalid', { errors: [{ path: 'submittedOn', code, message }] });
  if (input.submittedOn < signed)
    throw wrong('before_signing', 'The report was signed later: choose that day or a later one.');
  if (input.submittedOn > dayIn(ctx.actor.zone, ctx.clock.now()))
    throw wrong('in_future', 'Choose today or an earlier day.');
  await ctx.client.query(
    `update reporting.report set state = 'submitted', submitted_by = $2, submitted_on = $3, letter_number = $4,
            version = version + 1 where id = $1`,
    [report.id, ctx.actor.id, input.submittedOn, input.letterNumber],
  );
  await ctx.audit({ action: 'reporting.submit_report', subject: { kind: 'report', id: report.id } });
  return { id: report.id, version: report.version + 1 };
}
