/**
 * The steps of the main job in the caller's transaction, without jobs: for the seed of the demonstration and
 * for tests. The same functions as behind the routes, with their refusals, one after another.
 */
import type { z } from 'zod';
import type { CreateImport, Import } from '@simpul/contract/clearing/import';
import type { ImportMapping } from '@simpul/contract/clearing/columns';
import type { Ctx } from '../../platform/context.ts';
import { takeImportIn } from './intake/accept-import.ts';
import { checkImport } from './intake/check-import.ts';
import { insertImport, keepMapping, markAccepting } from './intake/create-import.ts';
import { getImport } from './intake/import-reads.ts';
import { matchRound } from './round/match-round.ts';
import { insertRound } from './round/open-round.ts';

/** Hands a file in and checks it. `mapping` answers what the file itself does not say, such as the code system. */
export async function checkAtOnce(
  ctx: Ctx,
  input: z.infer<typeof CreateImport> & { mapping?: (proposed: ImportMapping) => ImportMapping },
): Promise<Import> {
  const id = await insertImport(ctx, input);
  await checkImport(ctx, id);
  const first = await getImport(ctx, { id });
  if (first.state !== 'recognised' || !first.mapping || !input.mapping) return first;
  await keepMapping(ctx, { id, mapping: input.mapping(first.mapping), version: first.version });
  await checkImport(ctx, id);
  return getImport(ctx, { id });
}

/** Takes a checked import in. */
export async function acceptAtOnce(ctx: Ctx, id: string): Promise<void> {
  const { version } = await getImport(ctx, { id });
  await markAccepting(ctx, { id, version });
  await takeImportIn(ctx, id);
}

/** Opens a round and proposes its pairs. */
export async function openRoundAtOnce(ctx: Ctx, year: number): Promise<string> {
  const id = await insertRound(ctx, year);
  await matchRound(ctx, id);
  return id;
}
