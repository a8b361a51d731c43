import { z } from 'zod';
import { P0 } from './field.ts';

export const pageSize = 50;
/** Counts stop here: an exact count over a million rows under row-level security is not worth its wait. */
export const countCap = 1000;

export const PageQuery = z.object({
  cursor: P0(z.string().max(400).optional()),
  limit: P0(z.coerce.number().int().min(1).max(200).default(pageSize)),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of items; `total` is capped at `countCap` + 1, which is shown as "1.000+". */
export const page = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    nextCursor: P0(z.string().nullable()),
    total: P0(z.number().int()),
  });
