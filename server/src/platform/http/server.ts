import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError, type AnyRouter } from '@orpc/server';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Actor, Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { loggerOptions } from '../log.ts';
import type { HttpContext } from './guard.ts';
import { problemOf } from './problem.ts';

export interface ServerOptions {
  services: Services;
  router: AnyRouter;
  /** Finds the signed-in person of a request's headers. */
  identify: (headers: Headers, agency: string | undefined) => Promise<Actor | null>;
  ready: () => Promise<boolean>;
  /** False: no log; a sink: lines go there instead of to standard output. */
  log?: boolean | LogSink;
  bodyLimit?: number;
}
export type Server = FastifyInstance;
declare module 'fastify' {
  interface FastifyInstance {
    /** First page of the web app, which answers any address of its own that is not a file (serve-web.ts). */
    web: { page: ((reply: FastifyReply) => FastifyReply) | undefined };
  }
}
export interface LogSink {
  write: (line: string) => void;
}

const loggerOf = (log: ServerOptions['log']) =>
  log === false ? false : typeof log === 'object' ? { ...loggerOptions, stream: log } : loggerOptions;

export const toHeaders = (request: FastifyRequest): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
};

export const contextOf = (o: ServerOptions, request: FastifyRequest): HttpContext => {
  let actor: Promise<Actor | null> | undefined;
  return {
    services: o.services,
    requestId: request.id,
    ip: request.ip,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    authenticate: () =>
      (actor ??= o.identify(toHeaders(request), request.headers['x-agency'] as string | undefined)),
  };
};

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error, request.id);
  if (problem.status === 503) reply.header('retry-after', '5');
  if (problem.status >= 500) request.log.error({ err: error }, 'unexpected');
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Methods that change something must come from our own pages: a cheap second fence behind SameSite cookies. */
function refuseForeign(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (
    request.method !== 'GET' &&
    request.method !== 'HEAD' &&
    site &&
    site !== 'same-origin' &&
    site !== 'none'
  )
    throw new AppError('forbidden');
}

export async function buildServer(o: ServerOptions): Promise<Server> {
  const app = Fastify({
    logger: loggerOf(o.log),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: o.bodyLimit ?? 1024 * 1024,
    // The largest file over a slow line; whoever is slower starts again.
    requestTimeout: 15 * 60_000,
    // Whose word about the caller's address is taken: the proxy on this machine, or the one an operator names.
    trustProxy: process.env['SIMPUL_TRUST_PROXY'] ?? 'loopback',
    routerOptions: { maxParamLength: 300 },
    // An address that is not even well written never reaches the handlers below.
    frameworkErrors: (_error, request, reply) => void sendProblem(request, reply, new AppError('not_found')),
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        // Mantine sets custom properties through style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'manifest-src': ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    // Plain HTTP on loopback is the demonstration; an office puts TLS in front (deploy/).
    strictTransportSecurity: o.services.kind === 'office',
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { files: 1, fileSize: 200 * 1024 * 1024, fields: 20, fieldSize: 10_000 },
  });
  await app.register(rateLimit, {
    max: o.services.kind === 'test' ? 1_000_000 : 1200,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new AppError('too_many_requests'),
  });
  app.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode;
    if (!(error instanceof AppError) && status && status < 500)
      return sendProblem(request, reply, new ORPCError('BAD_REQUEST', { status }));
    return sendProblem(request, reply, error);
  });
  app.decorate('web', { page: undefined });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!app.web.page || !wantsPage || request.url.startsWith('/api')) throw new AppError('not_found');
    return app.web.page(reply);
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
    refuseForeign(request);
  });
  app.get('/healthz', () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) =>
    (await o.ready()) ? { ok: true } : reply.code(503).send({ ok: false }),
  );

  const handler = new OpenAPIHandler<HttpContext>(o.router as never, {
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          const problem = problemOf(error, context.requestId);
          if (problem.status >= 500) app.log.error({ err: error, reqId: context.requestId }, 'unexpected');
          throw new ORPCError('PROBLEM', { status: problem.status, data: problem });
        }
      },
    ],
    customErrorResponseBodyEncoder: (error) => error.data,
  });
  const json = /^application\/json\b/;
  app.all('/api/*', async (request, reply) => {
    const type = request.headers['content-type'];
    if (type && !json.test(type)) throw new AppError('unsupported_media');
    const done = await handler.handle(request, reply, { prefix: '/api', context: contextOf(o, request) });
    if (!done.matched) throw new AppError('not_found');
    return reply;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode >= 400 && request.url.startsWith('/api')) reply.type('application/problem+json');
    return payload;
  });
  return app;
}
