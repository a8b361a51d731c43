import { mayFollow, type ReportAct, type ReportState } from '@simpul/contract/reporting/codes';
import { ReportContent } from '@simpul/contract/reporting/content';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

export interface ReportRow {
  id: string;
  year: number;
  edition: number;
  state: ReportState;
  number: string | null;
  sha256: string | null;
  template: string | null;
  refreshedAt: Date;
  frozenAt: Date | null;
  signedAt: Date | null;
  signedAs: string | null;
  submittedOn: string | null;
  letterNumber: string | null;
  withdrawnReason: string | null;
  agreed: boolean;
  version: number;
}
export interface WholeReport extends ReportRow {
  content: ReportContent;
}

export const reportColumns = `r.id, r.year, r.edition, r.state, r.number, r.sha256, r.template, r.refreshed_at as "refreshedAt",
  r.frozen_at as "frozenAt", r.signed_at as "signedAt", r.signed_as as "signedAs",
  to_char(r.submitted_on, 'YYYY-MM-DD') as "submittedOn", r.letter_number as "letterNumber",
  r.withdrawn_reason as "withdrawnReason", coalesce((r.content->>'agreed')::boolean, false) as agreed, r.version`;

export async function getWhole(ctx: Ctx, id: string, lock = false): Promise<WholeReport> {
  const found = await ctx.client.query<ReportRow & { content: unknown }>(
    `select ${reportColumns}, r.content from reporting.report r where r.id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  const row = found.rows[0];
  if (!row) throw new AppError('not_found');
  return { ...row, content: ReportContent.parse(row.content) };
}

/** The report for an act, locked: refused when somebody else changed it meanwhile, or its state does not allow it. */
export async function getForAct(
  ctx: Ctx,
  o: { id: string; version: number },
  act: ReportAct,
): Promise<WholeReport> {
  const report = await getWhole(ctx, o.id, true);
  if (report.version !== o.version) throw new AppError('stale_version');
  if (!mayFollow(act, report.state))
    throw new AppError('wrong_state', { params: { reason: `report_${report.state}` } });
  return report;
}

export interface ChapterText {
  chapter: string;
  text: string;
  writtenBy: string;
  writtenAt: Date;
  version: number;
}

export async function chapterTexts(ctx: Ctx, report: string): Promise<Map<string, ChapterText>> {
  const found = await ctx.client.query<ChapterText>(
    `select chapter, text, written_by_name as "writtenBy", written_at as "writtenAt", version
       from reporting.chapter_text where report = $1`,
    [report],
  );
  return new Map(found.rows.map((r) => [r.chapter, r]));
}

/** A draft with what was written into it; from freezing on the texts are part of the content. */
export async function withTexts(ctx: Ctx, report: WholeReport): Promise<WholeReport> {
  if (report.state !== 'draft' && report.sha256 !== null) return report;
  const texts = await chapterTexts(ctx, report.id);
  const chapters = report.content.chapters.map((c) => ({ ...c, text: texts.get(c.key)?.text ?? null }));
  return { ...report, content: { ...report.content, chapters } };
}
