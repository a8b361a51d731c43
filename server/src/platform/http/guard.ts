import { os } from '@orpc/server';
import type { Ref, RouteMeta } from '@simpul/contract/route';
import type { Actor, Ctx, Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { recall, remember } from './idempotency.ts';
import { runAs } from '../run-as.ts';

/** What the web framework hands in; the person is looked up only when a route needs one. */
export interface HttpContext {
  services: Services;
  requestId: string;
  ip: string;
  header: (name: string) => string | undefined;
  authenticate: () => Promise<Actor | null>;
}

/** How long a confirmed password or code opens what needs one. */
export const stepUpMinutes = 5;
const fault = (code: string, message: string) => ({ path: 'header.x-purpose', code, message });

/** The purpose a request states: one that the route names, or none where it names none. */
function purposeOf(context: HttpContext, meta: RouteMeta): string | null {
  const named = context.header('x-purpose') ?? null;
  const { purposes } = meta;
  if (!purposes) {
    if (named === null) return null;
    throw new AppError('invalid', {
      errors: [fault('surplus', 'This address takes no purpose: leave it out.')],
    });
  }
  if (named === null && meta.purposeGoesWithoutSaying) return purposes[0] ?? null;
  if (named !== null && purposes.includes(named)) return named;
  const list = purposes.join(', ');
  throw new AppError('purpose_required', {
    params: { purposes: list },
    errors: [fault(named === null ? 'missing' : 'unknown', `State why, as one of: ${list}.`)],
  });
}

function checkAllowed(
  actor: Actor,
  meta: Pick<RouteMeta, 'permission' | 'stepUp' | 'withoutSecondFactor'>,
  services: Services,
): void {
  if (services.kind === 'office' && !actor.secondFactor && !meta.withoutSecondFactor)
    throw new AppError('second_factor_required');
  if (meta.permission !== 'signed-in' && !actor.capabilities.has(meta.permission))
    throw new AppError('forbidden');
  if (!meta.stepUp) return;
  // A token of the command line lies in a file: it never opens what asks for the person.
  if (!actor.sessionId) throw new AppError('session_required');
  const age = actor.stepUpAt ? services.clock.now().epochMilliseconds - actor.stepUpAt.getTime() : Infinity;
  if (age > stepUpMinutes * 60_000) throw new AppError('step_up_required');
}

/** A refusal is written in a transaction of its own: the refused one leaves nothing behind. */
async function auditRefusal(
  context: HttpContext,
  actor: Actor,
  meta: RouteMeta,
  route: string,
  code: string,
) {
  await runAs(
    context.services,
    actor,
    (ctx) => ctx.audit({ action: meta.audit ?? 'route.read', outcome: 'refused', detail: { route, code } }),
    { requestId: context.requestId },
  );
}

const audited = new Set([
  'forbidden',
  'second_factor_required',
  'session_required',
  'step_up_required',
  'purpose_required',
  'not_found',
  'wrong_credentials',
  'wrong_code',
  'too_many_requests',
]);

/** Runs `work` for who may, and writes down a refusal: before it as well as in it. */
export async function guarded<T>(
  context: HttpContext,
  meta: RouteMeta,
  route: string,
  work: (actor: Actor, purpose: string | null) => Promise<T>,
): Promise<T> {
  const actor = await context.authenticate();
  if (!actor) throw new AppError('unauthenticated');
  try {
    checkAllowed(actor, meta, context.services);
    return await work(actor, purposeOf(context, meta));
  } catch (error) {
    if (error instanceof AppError && audited.has(error.code) && (meta.audit || error.code !== 'not_found'))
      await auditRefusal(context, actor, meta, route, error.code);
    throw error;
  }
}

/** Sign-in, permission, purpose and step-up by the contract's meta; then the transaction around the handler. */
export function guard(meta: RouteMeta, route: string) {
  return os.$context<HttpContext>().middleware(async ({ context, next }, input, output) =>
    guarded(context, meta, route, (actor, purpose) => {
      const key = meta.kind === 'command' && !meta.secret ? context.header('idempotency-key') : undefined;
      return runAs(
        context.services,
        actor,
        async (ctx: Ctx) => {
          const known = key ? await recall(ctx, key, route, input) : undefined;
          if (known) return output(known as never);
          const result = await next({ context: { ctx } });
          if (key) await remember(ctx, key, route, input, result.output as Ref);
          return result;
        },
        { requestId: context.requestId, purpose },
      );
    }),
  );
}
