import type { z } from 'zod';
import { builtOnly, type ChapterKey } from '@simpul/contract/reporting/codes';
import type { ReportBlock, ReportContent } from '@simpul/contract/reporting/content';
import type { ReportLine, ReportPage, ReportView } from '@simpul/contract/reporting/report';
import type { PageQuery } from '@simpul/contract/paging';
import type { Ctx } from '../../platform/context.ts';
import { cursorOf, readCursor } from '../../platform/cursor.ts';
import { listAgreedRounds } from '../clearing/index.ts';
import { getLegalParameter } from '../duties/index.ts';
import { numberMark } from './build/chapters.ts';
import { paperHash } from './hash.ts';
import { countUnread, findMoved } from './moved.ts';
import { abilitiesOn, mayDraft } from './policy.ts';
import {
  chapterTexts,
  getWhole,
  reportColumns,
  type ReportRow,
  type WholeReport,
  withTexts,
} from './report-store.ts';

/** Month and day the report is due, from the list of legal parameters. */
async function dueDay(ctx: Ctx): Promise<string | null> {
  const { current } = await getLegalParameter(ctx, { key: 'january_report.due' });
  return current?.unit === 'fixed_date' ? current.text : null;
}

const toLine = (r: ReportRow, due: string | null): ReportLine => ({
  id: r.id,
  year: r.year,
  edition: r.edition,
  state: r.state,
  number: r.number,
  agreed: r.agreed,
  refreshedAt: r.refreshedAt.toISOString(),
  frozenAt: r.frozenAt?.toISOString() ?? null,
  signedAt: r.signedAt?.toISOString() ?? null,
  signedAs: r.signedAs,
  submittedOn: r.submittedOn,
  dueOn: due === null ? null : `${r.year + 1}-${due}`,
});

export async function listReports(ctx: Ctx, q: PageQuery): Promise<z.infer<typeof ReportPage>> {
  const after = readCursor(q.cursor, ['number', 'number']);
  const found = await ctx.client.query<ReportRow>(
    `select ${reportColumns} from reporting.report r
      where $2::bigint is null or (r.year, r.edition) < ($2::bigint, $3::bigint)
      order by r.year desc, r.edition desc limit $1`,
    [q.limit + 1, after?.[0] ?? null, after?.[1] ?? null],
  );
  const counted = await ctx.client.query<{ n: number }>('select count(*)::int as n from reporting.report');
  const due = await dueDay(ctx);
  const last = found.rows.slice(0, q.limit).at(-1);
  const live = await ctx.client.query<{ year: number }>(
    "select distinct year from reporting.report where state <> 'withdrawn'",
  );
  const years = mayDraft(ctx) ? (await listAgreedRounds(ctx)).map((r) => r.year) : [];
  return {
    items: found.rows.slice(0, q.limit).map((r) => toLine(r, due)),
    nextCursor:
      found.rows.length > q.limit && last ? cursorOf([String(last.year), String(last.edition)]) : null,
    total: counted.rows[0]?.n ?? 0,
    suggested: years.filter((y) => !live.rows.some((r) => r.year === y)),
    can: { create: mayDraft(ctx) },
  };
}

/** A frozen report whose stored content no longer has its hash was tampered with. */
export const isIntact = (r: WholeReport): boolean =>
  r.sha256 === null || r.sha256 === paperHash({ number: r.number, edition: r.edition, content: r.content });

function figuresIn(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((b) => {
    if (b.kind === 'paragraph') return b.parts.flatMap((p) => p.figure ?? []);
    if (b.kind === 'list') return b.items.flat().flatMap((p) => p.figure ?? []);
    if (b.kind === 'table') return b.rows.flatMap((r) => r.cells.flatMap((c) => c.figure ?? []));
    return [];
  });
}

function placesOf(content: ReportContent): Map<string, ReportView['figures'][number]['usedIn']> {
  const places = new Map<string, Set<ReportView['figures'][number]['usedIn'][number]>>();
  for (const part of [...content.chapters, ...content.annexes])
    for (const id of figuresIn(part.blocks)) places.set(id, (places.get(id) ?? new Set()).add(part.key));
  return new Map([...places].map(([id, keys]) => [id, [...keys]]));
}

/** The number stands in the covering letter as soon as there is one. */
const numbered = <B extends ReportBlock>(blocks: B[], number: string | null): B[] =>
  blocks.map((b) =>
    b.kind === 'facts'
      ? { ...b, items: b.items.map((i) => ({ ...i, value: i.value.replaceAll(numberMark, number ?? '—') })) }
      : b,
  );

const statusOf = (c: { blocks: readonly unknown[]; text: string | null }) => {
  const [data, text] = [c.blocks.length > 0, Boolean(c.text)];
  return data && text ? 'both' : data ? 'data' : text ? 'text' : 'empty';
};

export async function getReport(ctx: Ctx, { id }: { id: string }): Promise<ReportView> {
  const stored = await getWhole(ctx, id);
  const report = await withTexts(ctx, stored);
  const texts = await chapterTexts(ctx, id);
  const { content } = report;
  const moved = await findMoved(ctx, content.figures);
  const unsigned = report.state === 'draft' || report.state === 'frozen';
  const unread = unsigned ? await countUnread(ctx, stored) : 0;
  const places = placesOf(content);
  const can = abilitiesOn(ctx, report);
  return {
    ...toLine(report, await dueDay(ctx)),
    class: 'TERBATAS',
    sha256: report.sha256,
    intact: isIntact(report),
    compiledAt: content.compiledAt,
    letterNumber: report.letterNumber,
    withdrawnReason: report.withdrawnReason,
    chapters: content.chapters.map((c) => ({
      ...c,
      blocks: numbered(c.blocks, report.number),
      status: statusOf(c),
      writtenBy: texts.get(c.key)?.writtenBy ?? null,
      writtenAt: texts.get(c.key)?.writtenAt.toISOString() ?? null,
      textVersion: can.write ? (texts.get(c.key)?.version ?? 0) : null,
      canWrite: can.write && !builtOnly.includes(c.key satisfies ChapterKey),
    })),
    annexes: content.annexes,
    figures: content.figures.map((f) => ({
      ...f,
      moved: moved.get(f.id) ?? null,
      usedIn: places.get(f.id) ?? [],
    })),
    unread,
    version: report.version,
    can,
  };
}
