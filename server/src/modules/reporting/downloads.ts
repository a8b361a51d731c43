import type { TemplateKind } from '@simpul/contract/reporting/codes';
import { templateKinds } from '@simpul/contract/reporting/codes';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { defaultTemplate, renderDocx } from '../../platform/documents/docx.ts';
import type { PaperInput } from '../../platform/documents/paper.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { AppError } from '../../platform/errors.ts';
import type { Download, DownloadRoute } from '../../platform/http/uploads.ts';
import { paperHash } from './hash.ts';
import { getRecord, recordPaper } from './make-record.ts';
import { isIntact } from './report-reads.ts';
import { getWhole, withTexts } from './report-store.ts';
import { currentTemplate, templateBytes } from './templates.ts';
import { reportPaper } from './to-paper.ts';

const mimes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
type Format = keyof typeof mimes;
const isFormat = (text: string | undefined): text is Format => text === 'docx' || text === 'pdf';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function wanted(params: Record<string, string>): { id: string; format: Format } {
  const { id = '', format } = params;
  if (!uuid.test(id) || !isFormat(format)) throw new AppError('not_found');
  return { id, format };
}

const render = async (
  paper: PaperInput,
  format: Format,
  template: Uint8Array | undefined,
): Promise<Uint8Array> => (format === 'pdf' ? renderPdf(paper) : renderDocx(paper, template));

const isDemo = (ctx: Ctx): boolean => ctx.services.kind === 'demo';

/** A report in Word or PDF. Signed, it is the same bytes every time. */
export async function downloadReport(ctx: Ctx, params: Record<string, string>): Promise<Download> {
  const { id, format } = wanted(params);
  const stored = await getWhole(ctx, id);
  if (!isIntact(stored)) throw new AppError('wrong_state', { params: { reason: 'content_damaged' } });
  const report = await withTexts(ctx, stored);
  const { content, number, edition } = report;
  const at = report.signedAt ?? report.frozenAt;
  const paper = reportPaper(content, {
    state: report.state,
    number,
    edition,
    sha256: report.sha256 ?? paperHash({ number, edition, content }),
    day: dayIn(ctx.actor.zone, at ? Temporal.Instant.from(at.toISOString()) : ctx.clock.now()),
    signedAs: report.signedAs,
    demo: isDemo(ctx),
  });
  const template = report.sha256 === null ? await currentTemplate(ctx, 'report') : report.template;
  const body = await render(paper, format, await templateBytes(ctx, template));
  await ctx.audit({
    action: 'reporting.download_report',
    subject: { kind: 'report', id },
    detail: { year: report.year, edition, state: report.state, format },
  });
  const name = `laporan-januari-${report.year}${edition > 1 ? `-perbaikan-${edition - 1}` : ''}${report.state === 'draft' ? '-draf' : ''}`;
  return { name: `${name}.${format}`, mime: mimes[format], body };
}

export async function downloadRecord(ctx: Ctx, params: Record<string, string>): Promise<Download> {
  const { id, format } = wanted(params);
  const record = await getRecord(ctx, id);
  if (record.sha256 !== paperHash({ number: record.number, content: record.content }))
    throw new AppError('wrong_state', { params: { reason: 'content_damaged' } });
  const body = await render(
    recordPaper(record, isDemo(ctx)),
    format,
    await templateBytes(ctx, record.template),
  );
  await ctx.audit({
    action: 'reporting.download_record',
    subject: { kind: 'record', id },
    detail: { year: record.year, format },
  });
  const name = `berita-acara-kliring-${record.year}-putaran-${record.content.roundNumber}`;
  return { name: `${name}.${format}`, mime: mimes[format], body };
}

const isKind = (text: string | undefined): text is TemplateKind => templateKinds.some((k) => k === text);

/** The Word template in use, to be changed in Word and handed in again. */
export async function downloadTemplate(ctx: Ctx, { kind }: Record<string, string>): Promise<Download> {
  if (!isKind(kind)) throw new AppError('not_found');
  const own = await templateBytes(ctx, await currentTemplate(ctx, kind));
  await ctx.audit({ action: 'reporting.download_template', detail: { kind } });
  return { name: `templat-${kind}.docx`, mime: mimes.docx, body: own ?? (await defaultTemplate(kind)) };
}

export const reportingDownloads: DownloadRoute[] = [
  { path: '/reporting/reports/:id/:format', permission: 'reporting.read', make: downloadReport },
  { path: '/reporting/records/:id/:format', permission: 'figures.read', make: downloadRecord },
  { path: '/reporting/templates/:kind', permission: 'reporting.draft', make: downloadTemplate },
];
