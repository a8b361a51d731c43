import type { z } from 'zod';
import type { OneReport } from '@simpul/contract/reporting/report';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { fulfilReportDuty } from '../duties/index.ts';
import { nowOf } from './act-on-report.ts';
import { paperHash } from './hash.ts';
import { countUnread, findMoved } from './moved.ts';
import { numberFor } from './numbers.ts';
import { signingOffice } from './policy.ts';
import { getForAct, type WholeReport, withTexts } from './report-store.ts';
import { currentTemplate } from './templates.ts';

/** Figures that moved or came after the draft read them would be frozen as wrong: the draft is refreshed first. */
async function refuseMoved(ctx: Ctx, report: WholeReport): Promise<void> {
  const moved = await findMoved(ctx, report.content.figures);
  if (moved.size > 0)
    throw new AppError('wrong_state', { params: { reason: 'figures_moved', count: moved.size } });
  const unread = await countUnread(ctx, report);
  if (unread > 0) throw new AppError('wrong_state', { params: { reason: 'figures_unread', count: unread } });
}

/** Gives the number, copies the texts in, and fixes all of it under one hash. */
async function freeze(ctx: Ctx, draft: WholeReport): Promise<void> {
  await refuseMoved(ctx, draft);
  const number = await numberFor(ctx, 'report', draft.id);
  const { content } = await withTexts(ctx, draft);
  await ctx.client.query(
    `update reporting.report set state = 'frozen', number = $2, content = $3, sha256 = $4, template = $5, frozen_by = $6,
            frozen_at = $7, version = version + 1 where id = $1`,
    [
      draft.id,
      number,
      JSON.stringify(content),
      paperHash({ number, edition: draft.edition, content }),
      await currentTemplate(ctx, 'report'),
      ctx.actor.id,
      nowOf(ctx),
    ],
  );
}

export async function freezeReport(ctx: Ctx, input: z.infer<typeof OneReport>): Promise<Ref> {
  const draft = await getForAct(ctx, input, 'freeze');
  await freeze(ctx, draft);
  await ctx.audit({
    action: 'reporting.freeze_report',
    subject: { kind: 'report', id: draft.id },
    detail: { year: draft.year },
  });
  return { id: draft.id, version: draft.version + 1 };
}

/** Signs what the signer saw: the version must be the one on the screen. Content and hash never change afterwards. */
export async function signReport(ctx: Ctx, input: z.infer<typeof OneReport>): Promise<Ref> {
  const seen = await getForAct(ctx, input, 'sign');
  if (seen.state === 'draft') await freeze(ctx, seen);
  else await refuseMoved(ctx, seen);
  const signed = await ctx.client.query<{ version: number; sha256: string; number: string }>(
    `update reporting.report set state = 'signed', signed_by = $2, signed_as = $3, signed_at = $4, version = version + 1
      where id = $1 returning version, sha256, number`,
    [seen.id, ctx.actor.id, signingOffice(ctx), nowOf(ctx)],
  );
  const done = signed.rows[0];
  if (!done) throw new AppError('not_found');
  await fulfilReportDuty(ctx, { year: seen.year, number: done.number });
  await ctx.audit({
    action: 'reporting.sign_report',
    subject: { kind: 'report', id: seen.id },
    detail: { year: seen.year, edition: seen.edition, sha256: done.sha256 },
  });
  return { id: seen.id, version: done.version };
}
