import type { z } from 'zod';
import type { UsedFigure } from '@simpul/contract/reporting/content';
import type { Moved } from '@simpul/contract/reporting/report';
import type { Ctx } from '../../platform/context.ts';
import { findCurrentFigures } from '../figures/index.ts';
import { buildContent } from './build/build-content.ts';
import { gather } from './gather.ts';
import type { WholeReport } from './report-store.ts';

/** Figures whose source says something else by now, or nothing any more. The report keeps what it froze and says so. */
export async function findMoved(
  ctx: Ctx,
  figures: readonly UsedFigure[],
): Promise<Map<string, z.infer<typeof Moved>>> {
  const now = await findCurrentFigures(
    ctx,
    figures.map((f) => f.id),
  );
  const moved = new Map<string, z.infer<typeof Moved>>();
  for (const f of figures) {
    const current = now.get(f.id);
    if (current === undefined || current?.id === f.id) continue;
    if (current === null) moved.set(f.id, { value: null, since: ctx.clock.now().toString() });
    else if (current.value !== f.value) moved.set(f.id, { value: current.value, since: current.enteredAt });
  }
  return moved;
}

/** How many figures the report would state if it were read now, and does not: a round agreed since, a new source. */
export async function countUnread(ctx: Ctx, report: WholeReport): Promise<number> {
  const read = new Set(report.content.figures.map((f) => f.id));
  const now = buildContent(await gather(ctx, report.year)).figures;
  return now.filter((f) => !read.has(f.id)).length;
}
