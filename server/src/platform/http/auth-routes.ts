import type { Auth } from '../auth/auth.ts';
import { type Server, toHeaders } from './server.ts';

/** Lets better-auth answer under /api/auth: sign-in, second factor, sessions, sign-out. */
export function serveAuth(app: Server, auth: Auth, baseUrl: string): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    handler: async (request, reply) => {
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined;
      const headers = toHeaders(request);
      headers.delete('content-length');
      if (body !== undefined) headers.set('content-type', 'application/json');
      const response = await auth.handler(
        new Request(new URL(request.url, baseUrl), { method: request.method, headers, ...(body === undefined ? {} : { body }) }),
      );
      reply.code(response.status);
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      return reply.send(Buffer.from(await response.arrayBuffer()));
    },
  });
}
