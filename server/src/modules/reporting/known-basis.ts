import type { Ctx } from '../../platform/context.ts';
import { type LegalBasis, loadLegalBasis } from './legal-basis.ts';

/** Rules of the nation and decrees of the tenant's own area that public sources tell; safe to repeat. */
export async function loadKnownBasis(ctx: Ctx): Promise<number> {
  const [{ nationalBasis }, { regulations }] = await Promise.all([
    import('../../../seed/national-basis.ts'),
    import('../../../seed/governance.ts'),
  ]);
  const own = regulations
    .filter((r) => r.areaCode === ctx.actor.tenant)
    .map((r): LegalBasis => ({
      key: r.key,
      kind: r.kind,
      number: r.number,
      year: r.year,
      title: r.title.id,
      part: r.part,
      mark: r.mark,
      source: r.source,
      note: r.note,
    }));
  return loadLegalBasis(ctx, [...nationalBasis, ...own]);
}
