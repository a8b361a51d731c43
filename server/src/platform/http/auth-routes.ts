import { handleAuth } from '../auth/auth-door.ts';
import type { Services } from '../context.ts';
import { type Server, toHeaders } from './server.ts';

/** Sign-in, second factor and sign-out under /api/auth; anything else there is not found. */
export function serveAuth(app: Server, services: Services, baseUrl: string): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    config: { rateLimit: { max: services.kind === 'test' ? 100_000 : 60, timeWindow: '1 minute' } },
    handler: async (request, reply) => {
      const { body, cookies } = await handleAuth(services, baseUrl, {
        method: request.method,
        path: new URL(request.url, baseUrl).pathname.slice('/api/auth'.length),
        body: request.body,
        headers: toHeaders(request),
        requestId: request.id,
      });
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      return reply.send(body);
    },
  });
}
