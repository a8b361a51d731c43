/** Requests that no well-behaved client sends, made from the OpenAPI document. */
import fc from 'fast-check';
import { roles } from '@simpul/contract/accounts/roles';
import type { OpenApiDocument } from '../src/platform/http/openapi.ts';
import { brokenJson, contentTypes, junk, multipart, oddHeaders, oddPart, oddQuery } from './fuzz-junk.ts';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type Method = (typeof methods)[number];
export const callers = [
  'nobody',
  'member',
  'steward',
  'contact',
  'secretariat',
  'chair',
  'sysadmin',
] as const;
export type Who = (typeof callers)[number];
export interface Request {
  who: Who;
  /** What it is aimed at, as the document names it. */
  aim?: string;
  method: Method;
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}
interface Operation {
  'x-permission'?: string;
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}
type Maker = fc.Arbitrary<unknown>;

/** Values the schema allows, as far as it says; `known` are ids that exist. */
export function schemaMaker(document: OpenApiDocument, known: readonly string[]) {
  const components = (document as unknown as { components?: { schemas?: Record<string, Schema> } })
    .components;
  const make = (schema: Schema | undefined, depth = 0): Maker => {
    if (!schema || depth > 6) return junk;
    if (schema.$ref) return make(components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''], depth + 1);
    if ('const' in schema) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const some = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (some && some.length > 0) return fc.oneof(...some.map((s) => make(s, depth + 1)));
    if (Array.isArray(schema.type))
      return fc.oneof(...schema.type.map((type) => make({ ...schema, type }, depth + 1)));
    switch (schema.type) {
      case 'object': {
        const required = new Set(schema.required);
        const parts = Object.entries(schema.properties ?? {}).map(([key, s]): [string, Maker] => [
          key,
          make(s, depth + 1),
        ]);
        return fc.record(Object.fromEntries(parts), {
          requiredKeys: parts.map(([key]) => key).filter((key) => required.has(key)),
        });
      }
      case 'array':
        return fc.array(make(schema.items, depth + 1), { maxLength: 3 });
      case 'integer':
      case 'number':
        return fc.oneof(
          fc.integer({
            min: schema.minimum ?? 0,
            max: Math.max(schema.minimum ?? 0, schema.maximum ?? 3000),
          }),
          fc.constantFrom(1, 50, 2024),
        );
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'string':
        if (schema.format === 'uuid') return fc.constantFrom(...known);
        if (schema.format === 'date') return fc.constantFrom('2024-01-01', '2026-11-25', '2030-12-31');
        return fc.oneof(
          fc.constantFrom(
            '2024-Q4',
            '64.72',
            '64',
            'kemendagri',
            'victims',
            'name',
            'nik',
            'same',
            'uji',
            ...known,
          ),
          fc.string({ maxLength: 20 }),
        );
      default:
        return junk;
    }
  };
  return make;
}

/** Sometimes puts junk in place of the whole or of one part. */
const spoilt = (value: Maker): Maker =>
  fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 1, arbitrary: junk },
    {
      weight: 4,
      arbitrary: fc.tuple(value, fc.nat(), junk).map(([whole, at, odd]) => {
        if (typeof whole !== 'object' || whole === null) return odd;
        const keys = Object.keys(whole);
        const key = keys[at % Math.max(1, keys.length)];
        return key === undefined ? odd : { ...whole, [key]: odd };
      }),
    },
  );

const written = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const inUrl = (value: unknown): string => {
  try {
    return encodeURIComponent(written(value));
  } catch {
    // A lone surrogate cannot be written in an address.
    return '%ED%A0%80';
  }
};

/** What a header can carry at all. */
const inHeader = (value: unknown) =>
  written(value)
    .replaceAll(/[^\x20-\xff]/g, '?')
    .slice(0, 4000);

const roleOf: Record<Who, string | null> = {
  nobody: null,
  member: 'tf_member',
  steward: 'data_steward',
  contact: 'data_contact',
  secretariat: 'tf_secretariat',
  chair: 'tf_executive_chair',
  sysadmin: 'sysadmin',
};
const anybody = fc.constantFrom(...callers);
/** Mostly who may: what stands behind a permission is met by those who hold it. */
function callerFor(permission: string | undefined): fc.Arbitrary<Who> {
  const able = callers.filter((who) => {
    const role = roles.find((r) => r.code === roleOf[who]);
    return role && (permission === 'signed-in' || role.capabilities.some((c) => c === permission));
  });
  if (able.length === 0) return anybody;
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...able) }, { weight: 1, arbitrary: anybody });
}

/** A request against one operation of the document, wrong in one or several ways, or in none. */
export function requestMaker(
  document: OpenApiDocument,
  byPath: Readonly<Record<string, readonly string[]>>,
  more: readonly { path: string; permission?: string }[],
) {
  const known = Object.values(byPath).flat();
  const make = schemaMaker(document, known);
  const near = (path: string) =>
    byPath[Object.keys(byPath).find((start) => path.includes(start)) ?? ''] ?? [];
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) =>
      operationMaker(path, method.toUpperCase() as Method, operation as Operation, make, near(path)),
    ),
  );
  const beside = more.map(({ path, permission }) =>
    operationMaker(path, 'GET', permission ? { 'x-permission': permission } : {}, make, near(path)),
  );
  const upload = fc
    .tuple(anybody, multipart, fc.constantFrom(...contentTypes), oddHeaders)
    .map(([as, payload, type, odd]): Request => ({
      who: as,
      method: 'POST',
      url: '/api/files',
      headers: { 'x-simpul': 'web', 'content-type': type, ...odd },
      payload,
    }));
  const lost = fc
    .tuple(
      anybody,
      fc.constantFrom(...methods),
      oddPart,
      fc.constantFrom('/', '/api/', '/api/auth/', '/assets/', '/api/downloads/'),
    )
    .map(([as, method, part, base]): Request => ({ who: as, method, url: `${base}${part}`, headers: {} }));
  return fc.oneof(
    { weight: 30, arbitrary: fc.oneof(...operations) },
    { weight: 4, arbitrary: fc.oneof(...beside) },
    { weight: 1, arbitrary: upload },
    { weight: 1, arbitrary: lost },
  );
}

function operationMaker(
  path: string,
  method: Method,
  operation: Operation,
  make: (schema: Schema | undefined) => Maker,
  /** Ids that exist of what the path speaks of. */
  near: readonly string[],
): fc.Arbitrary<Request> {
  const parameters = operation.parameters ?? [];
  const inPath = fc.record(
    Object.fromEntries(
      [...path.matchAll(/[{:](\w+)\}?/g)].map(([, name = '']) => {
        const schema = parameters.find((p) => p.in === 'path' && p.name === name)?.schema;
        const value = spoilt(make(schema ?? { type: 'string' })).map(inUrl);
        return [
          name,
          fc.oneof(
            { weight: 8, arbitrary: value },
            { weight: 1, arbitrary: oddPart },
            ...(name === 'id' && near.length > 0
              ? [{ weight: 12, arbitrary: fc.constantFrom(...near) }]
              : []),
          ),
        ];
      }),
    ),
  );
  // Cursors cannot be guessed; `oddQuery` has false ones.
  const queries = parameters.filter((p) => p.in === 'query' && p.name !== 'cursor');
  const inQuery = fc.record(
    Object.fromEntries(
      queries.map((p) => {
        // A list takes many parameters, and one of them that is odd is enough.
        const arbitrary = make(p.schema);
        return [
          p.name,
          fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: spoilt(arbitrary) }).map(inUrl),
        ];
      }),
    ),
    { requiredKeys: queries.filter((p) => p.required).map((p) => p.name) },
  );
  const purposes = parameters.find((p) => p.in === 'header' && p.name === 'x-purpose')?.schema;
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const json = spoilt(make(schema ?? { type: 'object' })).map((value) => JSON.stringify(value));
  const body = fc.oneof(
    { weight: 8, arbitrary: json.map((payload) => ({ payload, type: 'application/json' })) },
    { weight: 1, arbitrary: brokenJson.map((payload) => ({ payload, type: 'application/json' })) },
    { weight: 1, arbitrary: fc.record({ payload: json, type: fc.constantFrom(...contentTypes) }) },
  );
  return fc
    .record({
      as: callerFor(operation['x-permission']),
      verb: fc.oneof(
        { weight: 20, arbitrary: fc.constant(method) },
        { weight: 1, arbitrary: fc.constantFrom(...methods) },
      ),
      inPath,
      inQuery,
      odd: fc.option(oddQuery, { freq: 8 }),
      body,
      headers: oddHeaders,
      purpose: purposes ? spoilt(make(purposes)) : fc.constant(undefined),
    })
    .map((r): Request => {
      const address = path.replace(/[{:](\w+)\}?/g, (_, name: string) => r.inPath[name] ?? '');
      const query = [
        ...Object.entries(r.inQuery).map(([key, value]) => `${key}=${value ?? ''}`),
        ...(r.odd === null ? [] : [r.odd]),
      ].join('&');
      const bare = r.verb === 'GET' || r.verb === 'HEAD';
      return {
        who: r.as,
        aim: `${method} ${path}`,
        method: r.verb,
        url: `/api${address}${query ? `?${query}` : ''}`,
        headers: {
          ...(r.purpose === undefined ? {} : { 'x-purpose': inHeader(r.purpose) }),
          ...(bare ? {} : { 'content-type': r.body.type }),
          ...r.headers,
        },
        ...(bare ? {} : { payload: r.body.payload }),
      };
    });
}
