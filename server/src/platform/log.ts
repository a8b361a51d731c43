import type { FastifyServerOptions } from 'fastify';

/**
 * Structured logs. A request line holds method, path template, status, time and request id: no query
 * string, no body, no header, no address, so that no name can slip in. Errors keep type and stack;
 * messages of the database are cut, since they may quote a value.
 */
export const loggerOptions: Exclude<FastifyServerOptions['logger'], boolean | undefined> = {
  level: process.env['SIMPUL_LOG'] ?? 'info',
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: {
    req: (request: { method: string; routeOptions?: { url?: string | undefined } }) =>
      ({ method: request.method, route: request.routeOptions?.url ?? 'unknown' }) as never,
    res: (reply: { statusCode: number }) => ({ status: reply.statusCode }) as never,
    err: (error: Error & { code?: string }) =>
      ({
        type: error.name,
        code: error.code,
        message: error.code && /^[0-9A-Z]{5}$/.test(error.code) ? 'refused by the database' : error.message,
        // Places only: a message of several lines stands in the stack too, and may quote a value.
        stack: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 11)
          .join('\n'),
      }) as never,
  },
};
