import { type AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { RouteMeta } from '@simpul/contract/route';
import { Problem } from '@simpul/contract/problem';
import { z } from 'zod';
import type { Server } from './server.ts';

const version = '0.1.0';

interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: unknown[];
  requestBody?: unknown;
  responses?: Record<string, unknown>;
  [extra: `x-${string}`]: unknown;
}
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
}

const header = (name: string, description: string, required: boolean, values?: readonly string[]) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', ...(values ? { enum: values } : {}) },
});

/** What the contract's meta means for a caller: permission, purpose, step-up, idempotency, problem documents. */
function describe(operation: Operation, meta: RouteMeta): Operation {
  const headers = [
    ...(meta.permission === 'public'
      ? []
      : [
          header(
            'x-agency',
            'Agency to act for, where a person has several; "none" for roles of the whole tenant',
            false,
          ),
        ]),
    ...(meta.purposes ? [header('x-purpose', 'Why identity is read', true, meta.purposes)] : []),
    ...(meta.kind === 'command'
      ? [header('idempotency-key', 'New for each act: sent again it answers the first result', false)]
      : []),
  ];
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []), ...headers],
    responses: {
      ...operation.responses,
      default: {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    'x-permission': meta.permission,
    ...(meta.audit ? { 'x-audit': meta.audit } : {}),
    ...(meta.stepUp ? { 'x-step-up': true } : {}),
  };
}

/** OpenAPI 3.1 of the whole contract. */
export async function openApiOf(contract: AnyContractRouter): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const metas = new Map<string, RouteMeta>();
  const document = (await generator.generate(contract, {
    info: { title: 'Simpul', version },
    servers: [{ url: '/api' }],
    components: { schemas: { Problem: z.toJSONSchema(Problem) as never } },
    filter: ({ contract: route }) => {
      const { method = 'POST', path = '' } = route['~orpc'].route;
      metas.set(`${method.toLowerCase()} ${path}`, route['~orpc'].meta as RouteMeta);
      return true;
    },
  })) as unknown as OpenApiDocument;
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const meta = metas.get(`${method} ${path}`);
      if (meta) operations[method] = describe(operation, meta);
    }
  return document;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A reference page without scripts: every route with what it does and who may call it. */
export function referencePage(document: OpenApiDocument): string {
  const byTag = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, o] of Object.entries(operations)) {
      const row = `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escape(path)}</code></td><td>${escape(o.summary ?? '')}</td><td>${escape(String(o['x-permission'] ?? ''))}</td></tr>`;
      const tag = o.tags?.[0] ?? 'other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), row]);
    }
  const sections = [...byTag].map(
    ([tag, rows]) =>
      `<h2>${escape(tag)}</h2><table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th><th scope="col">Permission</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Simpul API</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #8886}code{font-size:.9em}</style></head><body><h1>Simpul API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>. Paths below start with <code>/api</code>. Sign in with a session, or send <code>Authorization: Bearer</code> with a token of yours. Refusals are problem documents (RFC 9457).</p>${sections.join('')}</body></html>`;
}

/** `/api/openapi.json` and `/api/reference`. Generated at the first call: start-up does not wait for it. */
export function serveOpenApi(app: Server, contract: AnyContractRouter): void {
  let document: Promise<OpenApiDocument> | undefined;
  const get = () => (document ??= openApiOf(contract));
  app.get('/api/openapi.json', async () => get());
  app.get('/api/reference', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(referencePage(await get())),
  );
}
