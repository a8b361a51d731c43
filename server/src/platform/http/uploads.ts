import type { Capability } from '@simpul/contract/accounts/roles';
import type { RouteMeta } from '@simpul/contract/route';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';
import type { FileKind } from '../files/kinds.ts';
import { dropStaged } from '../files/disk.ts';
import { keepFile, stageTenantFile } from '../files/tenant-files.ts';
import { runAs } from '../run-as.ts';
import { guarded } from './guard.ts';
import { contextOf, type Server, type ServerOptions } from './server.ts';

const allow: readonly FileKind[] = ['csv', 'xlsx', 'docx', 'pdf'];
const maxBytes = 200 * 1024 * 1024;

/** Whoever sends no mark of our own pages cannot send a form across sites: a custom header needs a preflight. */
const mark = 'x-simpul';

/** What these two ways in and out say about themselves, as a route of the contract does. */
export const uploadMeta: RouteMeta = {
  permission: 'files.upload',
  audit: 'files.upload',
  kind: 'command',
  upload: true,
};
export const downloadMeta = ({ permission, purpose }: DownloadRoute): RouteMeta => ({
  permission,
  ...(purpose === undefined ? {} : { stepUp: true, purposes: [purpose], purposeGoesWithoutSaying: true }),
  audit: 'files.download',
  kind: 'read',
});

const noFile = () =>
  new AppError('invalid', {
    errors: [{ path: 'file', code: 'missing', message: 'Send one file as multipart/form-data.' }],
  });
/** What the reader of multipart bodies says of a form that is cut, has no boundary or is none at all. */
function brokenForm(error: Error & { statusCode?: number }): never {
  const ofReader =
    error.statusCode === undefined && /multipart|boundary|form|terminated|aborted/i.test(error.message);
  throw ofReader ? noFile() : error;
}

/**
 * `POST /api/files`: one file as multipart/form-data, sealed while it streams in; answers its id. The transaction
 * begins when all has arrived: a slow line must not hold a connection of the database.
 */
export function serveUploads(app: Server, o: ServerOptions): void {
  app.post('/api/files', { bodyLimit: maxBytes + 10_000 }, async (request, reply) => {
    const file = await guarded(contextOf(o, request), uploadMeta, 'POST /files', async (actor) => {
      if (!request.isMultipart()) throw new AppError('unsupported_media');
      if (!request.headers[mark] && !request.headers.authorization) throw new AppError('forbidden');
      const part = await request.file().catch(brokenForm);
      if (!part) throw noFile();
      const { services } = o;
      const staged = await stageTenantFile(services, actor.tenant, part.file, { allow, maxBytes }).catch(
        brokenForm,
      );
      const keep = async (ctx: Ctx) => {
        const kept = await keepFile(ctx, staged);
        await ctx.audit({
          action: 'files.upload',
          subject: { kind: 'file', id: kept.id },
          detail: { bytes: kept.bytes },
        });
        return kept;
      };
      return runAs(services, actor, keep, { requestId: request.id }).catch(async (error: unknown) => {
        await dropStaged(staged);
        throw error;
      });
    });
    return reply.code(200).send({ id: file.id, kind: file.kind, bytes: file.bytes });
  });
}

export interface Download {
  name: string;
  mime: string;
  body: Buffer | Uint8Array | NodeJS.ReadableStream;
}

/** A download as a module offers it; server/src/downloads.ts collects them. */
export interface DownloadRoute {
  path: `/${string}`;
  permission: Capability;
  /** Where identity leaves: the one purpose it leaves for. Asks for step-up. */
  purpose?: string;
  make: (ctx: Ctx, params: Record<string, string>, query: Record<string, string>) => Promise<Download>;
}

/**
 * A download of a module: `GET /api/downloads/<path>`. `make` runs in a transaction as the person and writes
 * its own audit line. The name is made by the system: kinds, periods and numbers, never a person.
 */
export function serveDownload(app: Server, o: ServerOptions, download: DownloadRoute): void {
  const { path, make } = download;
  const meta = downloadMeta(download);
  app.get(`/api/downloads${path}`, async (request, reply) => {
    const made = await guarded(contextOf(o, request), meta, `GET /downloads${path}`, (actor, purpose) =>
      runAs(
        o.services,
        actor,
        (ctx) => make(ctx, request.params as Record<string, string>, request.query as Record<string, string>),
        { requestId: request.id, purpose },
      ),
    );
    const body = made.body instanceof Uint8Array ? Buffer.from(made.body) : made.body;
    return reply
      .type(made.mime)
      .header('content-disposition', `attachment; filename="${made.name.replaceAll(/[^\w.-]/g, '-')}"`)
      .send(body);
  });
}
