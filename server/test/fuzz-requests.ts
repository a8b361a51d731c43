/** Requests that no well-behaved client sends, made from the OpenAPI document. */
import fc from 'fast-check';
import type { OpenApiDocument } from '../src/platform/http/openapi.ts';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type Method = (typeof methods)[number];
export interface Request {
  who: 'nobody' | 'member' | 'steward';
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
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}
type Maker = fc.Arbitrary<unknown>;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\uD800',
    '\u202E',
    "'; drop table clearing.pair; --",
    '%',
    '_',
    '../../etc/passwd',
    '${7*7}',
    '<script>alert(1)</script>',
    '=1+1',
    '__proto__',
    'constructor',
    'NaN',
    '2024-02-30',
    '9999-99-99',
    '2024-Q9',
    '64.03',
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.constantFrom(5_000, 70_000).map((n) => 'x'.repeat(n)),
);
/** Anything JSON can say, nested and oddly keyed. */
const junk: Maker = fc.oneof(
  { weight: 4, arbitrary: text },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      [],
      {},
      -1,
      0,
      0.5,
      2 ** 31,
      2 ** 53,
      -(2 ** 63),
      1e300,
      [[]],
      [null],
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3, noUnicodeString: false }) },
  { weight: 1, arbitrary: fc.dictionary(text, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 4 }) },
);

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

const inUrl = (value: unknown): string => {
  const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  try {
    return encodeURIComponent(written);
  } catch {
    // A lone surrogate cannot be written in an address.
    return '%ED%A0%80';
  }
};

/** What a header can carry at all. */
const inHeader = (value: string) => value.replaceAll(/[^\x20-\xff]/g, '?').slice(0, 4000);

/** Parts of an address that are not even well written. */
const oddPart = fc.constantFrom(
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%00',
  '%zz',
  '%',
  '%ff%fe',
  '.',
  ';x=1',
  '%252e%252e',
  'x'.repeat(299),
  'x'.repeat(2000),
);
const oddQuery = fc.constantFrom(
  'limit=1&limit=2',
  'limit[]=1',
  'limit[a][b]=1',
  'cursor=eyJhIjoxfQ',
  'cursor=%00',
  'cursor=x',
  '__proto__[x]=1',
  'constructor.prototype=1',
  '&&==&',
  'q=%',
  'q=%zz',
  'sort=1;drop',
  '?',
);
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((c) => String.fromCharCode(c)),
  maxLength: 30,
});
const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'x-agency',
          'x-purpose',
          'idempotency-key',
          'authorization',
          'cookie',
          'if-match',
          'accept',
          'accept-language',
          'x-request-id',
          'x-forwarded-for',
          'x-forwarded-host',
          'x-http-method-override',
          'origin',
          'range',
          'transfer-encoding',
          'sec-fetch-site',
        ),
        fc.oneof(
          headerText,
          fc.constantFrom(
            'none',
            'clearing.review',
            'Bearer ',
            'Bearer x',
            'x'.repeat(4000),
            '__proto__',
            '🙂'.slice(0, 0),
          ),
        ),
      )
      .map(([name, value]) => ({ [name]: value })),
  },
);
const contentTypes = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/html',
  'application/xml',
  'application/json/x',
  'x',
] as const;
const brokenJson = fc.constantFrom(
  '{',
  '{"a":',
  '[1,',
  '\0',
  '"',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{}}}',
  'nul',
  '\uFEFF{}',
  '{"a":1}{"b":2}',
  '['.repeat(3000),
  `{"a":${'9'.repeat(500)}}`,
  '{"version":1e999}',
);
const multipart = fc.constantFrom(
  '--x\r\n',
  '--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="../../a"\r\n\r\nabc\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n%PDF-1.7\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  `--x\r\n${'a: b\r\n'.repeat(300)}\r\n--x--`,
);

const who = fc.oneof(
  { weight: 1, arbitrary: fc.constant('nobody' as const) },
  { weight: 2, arbitrary: fc.constant('member' as const) },
  { weight: 4, arbitrary: fc.constant('steward' as const) },
);

/** A request against one operation of the document, wrong in one or several ways, or in none. */
export function requestMaker(document: OpenApiDocument, known: readonly string[], more: readonly string[]) {
  const make = schemaMaker(document, known);
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) =>
      operationMaker(path, method.toUpperCase() as Method, operation as Operation, make),
    ),
  );
  const beside = more.map((path) => operationMaker(path, 'GET', {}, make));
  const upload = fc
    .tuple(who, multipart, fc.constantFrom(...contentTypes), oddHeaders)
    .map(([as, payload, type, odd]): Request => ({
      who: as,
      method: 'POST',
      url: '/api/files',
      headers: { 'x-simpul': 'web', 'content-type': type, ...odd },
      payload,
    }));
  const lost = fc
    .tuple(
      who,
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
): fc.Arbitrary<Request> {
  const parameters = operation.parameters ?? [];
  const inPath = fc.record(
    Object.fromEntries(
      [...path.matchAll(/[{:](\w+)\}?/g)].map(([, name = '']) => {
        const schema = parameters.find((p) => p.in === 'path' && p.name === name)?.schema;
        const value = spoilt(make(schema ?? { type: 'string' })).map(inUrl);
        return [name, fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: oddPart })];
      }),
    ),
  );
  const inQuery = fc.record(
    Object.fromEntries(
      parameters.filter((p) => p.in === 'query').map((p) => [p.name, spoilt(make(p.schema)).map(inUrl)]),
    ),
    { requiredKeys: parameters.filter((p) => p.in === 'query' && p.required).map((p) => p.name) },
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
      as: who,
      verb: fc.oneof(
        { weight: 20, arbitrary: fc.constant(method) },
        { weight: 1, arbitrary: fc.constantFrom(...methods) },
      ),
      inPath,
      inQuery,
      odd: fc.option(oddQuery, { freq: 8 }),
      body,
      headers: oddHeaders,
      purpose: purposes ? spoilt(make(purposes)).map(String) : fc.constant(undefined),
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
