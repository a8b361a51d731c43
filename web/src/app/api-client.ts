import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { NoAnswerError, ProblemError, toProblem } from './problem.ts';

/** What a call may carry besides its input. */
export interface CallContext {
  /** One key per intended act; the same key on every retry of it. */
  idempotencyKey?: string;
  /** Why identity is read; goes into the log. */
  purpose?: string;
}

export interface ClientOptions {
  origin: string;
  routes: AnyContractRouter;
  /** Asks the person for the second factor or password; false when the person gave up. */
  stepUp: () => Promise<boolean>;
  send?: (request: Request, init: { redirect?: RequestRedirect }) => Promise<Response>;
  /** The agency the person acts for, when roles at several are held. */
  agency?: () => string | undefined;
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

export const agencyHeader = (agency: string | undefined): Record<string, string> =>
  agency === undefined ? {} : { 'x-agency': agency };

/** The typed client over the contract's routes, same origin, cookies included. */
export function createClient<C extends AnyContractRouter>(
  o: ClientOptions,
): ContractRouterClient<C, CallContext> {
  const send = o.send ?? ((request, init) => fetch(request, init));
  const link = new OpenAPILink<CallContext>(o.routes, {
    url: `${o.origin}/api`,
    headers: ({ context }) => ({
      ...agencyHeader(o.agency?.()),
      ...(context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
      ...(context.purpose === undefined ? {} : { 'x-purpose': context.purpose }),
    }),
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          if (!(error instanceof ProblemError) || error.code !== 'step_up_required') throw error;
          if (!(await o.stepUp())) throw error;
          return next();
        }
      },
    ],
    fetch: async (request, init) => {
      let response: Response;
      try {
        response = await send(request, init);
      } catch (error) {
        throw isAbort(error) ? error : new NoAnswerError(error);
      }
      if (!response.ok) throw new ProblemError(toProblem(response.status, await readJson(response)));
      return response;
    },
  });
  return createORPCClient(link);
}
