import type { Ctx } from '../../platform/context.ts';

export interface LegalBasis {
  key: string;
  kind: string;
  number: string;
  year: number;
  title: string;
  part: 'national' | 'mandate' | 'plan' | 'service_centre' | 'basis';
  mark: 'verified' | 'stated' | 'memory';
  source: string;
  note: string | null;
}

export async function listLegalBasis(ctx: Ctx): Promise<LegalBasis[]> {
  const found = await ctx.client.query<LegalBasis>(
    'select key, kind, number, year, title, part, mark, source, note from reporting.legal_basis order by position',
  );
  return found.rows;
}

/** Takes rules and decrees in, in their order; those that are known by key stay. */
export async function loadLegalBasis(ctx: Ctx, entries: readonly LegalBasis[]): Promise<number> {
  const done = await ctx.client.query(
    `insert into reporting.legal_basis (tenant, key, position, kind, number, year, title, part, mark, source, note, loaded_by)
     select $1, x.key, x.position, x.kind, x.number, x.year, x.title, x.part, x.mark, x.source, x.note, $2
       from jsonb_to_recordset($3::jsonb) as x (key text, position int, kind text, number text, year int, title text, part text,
                                               mark text, source text, note text)
     on conflict do nothing`,
    [ctx.actor.tenant, ctx.actor.id, JSON.stringify(entries.map((e, position) => ({ ...e, position })))],
  );
  return done.rowCount ?? 0;
}
