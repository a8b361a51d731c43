import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import { implement } from '@orpc/server';
import type { RouteMeta } from '@simpul/contract/route';
import type { Ctx, OpenCtx } from '../context.ts';
import { guard, type HttpContext } from './guard.ts';

type Input<C extends AnyContractProcedure> = InferSchemaOutput<NonNullable<C['~orpc']['inputSchema']>>;
type Output<C extends AnyContractProcedure> = InferSchemaInput<NonNullable<C['~orpc']['outputSchema']>>;

export const metaOf = (route: AnyContractProcedure): RouteMeta => route['~orpc'].meta as RouteMeta;
export const nameOf = (route: AnyContractProcedure): string =>
  `${route['~orpc'].route.method ?? 'POST'} ${route['~orpc'].route.path ?? ''}`;

/** Who may not call a route does not learn what it takes: input is parsed behind the guard. */
const guardFirst = { initialInputValidationIndex: Infinity };

/**
 * Binds a route of the contract to a function. Sign-in, permission, purpose, idempotency, transaction and
 * audit happen around it, by what the contract says (guard.ts).
 */
export function bind<C extends AnyContractProcedure>(
  route: C,
  handler: (ctx: Ctx, input: Input<C>) => Promise<Output<C>>,
) {
  return implement(route, guardFirst)
    .$context<HttpContext>()
    .use(guard(metaOf(route), nameOf(route)))
    .handler((({ input, context }: { input: Input<C>; context: HttpContext & { ctx: Ctx } }) =>
      handler(context.ctx, input)) as never);
}

/** Binds a public route: nobody is signed in and there is no transaction. */
export function bindOpen<C extends AnyContractProcedure>(
  route: C,
  handler: (ctx: OpenCtx, input: Input<C>) => Promise<Output<C>>,
) {
  if (metaOf(route).permission !== 'public') throw new Error(`${nameOf(route)} is not public`);
  return implement(route)
    .$context<HttpContext>()
    .handler((({ input, context }: { input: Input<C>; context: HttpContext }) =>
      handler(
        {
          services: context.services,
          clock: context.services.clock,
          requestId: context.requestId,
          ip: context.ip,
        },
        input,
      )) as never);
}
