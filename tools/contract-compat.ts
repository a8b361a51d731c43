/** Whether a released contract still holds: routes stay, and only gain optional things. */

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
}
interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  'x-permission'?: string;
}
export interface Api {
  paths: Record<string, Record<string, Operation>>;
}

const bodyOf = (o: Operation) => o.requestBody?.content?.['application/json']?.schema;
const answerOf = (o: Operation) => o.responses?.['200']?.content?.['application/json']?.schema;

/** What a caller of old would miss in an answer. */
function lost(before: Schema | undefined, now: Schema | undefined, at: string): string[] {
  if (!before) return [];
  if (!now) return [`${at} is gone`];
  const fields = Object.entries(before.properties ?? {}).flatMap(([name, schema]) =>
    lost(schema, now.properties?.[name], `${at}.${name}`),
  );
  return [...fields, ...(before.items ? lost(before.items, now.items, `${at}[]`) : [])];
}

/** What a caller of old does not send and must now. */
function demanded(before: Schema | undefined, now: Schema | undefined, at: string): string[] {
  if (!now) return [];
  const fields = (now.required ?? [])
    .filter((name) => !before?.required?.includes(name))
    .map((name) => `${at}.${name} is now required`);
  const values = (before?.enum ?? []).filter((v) => now.enum && !now.enum.includes(v));
  const inner = Object.entries(now.properties ?? {}).flatMap(([name, schema]) => {
    const old = before?.properties?.[name];
    return old ? demanded(old, schema, `${at}.${name}`) : [];
  });
  return [...fields, ...inner, ...values.map((v) => `${at} no longer takes ${String(v)}`)];
}

export function breaks(before: Api, now: Api): string[] {
  return Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, old]) => {
      const at = `${method.toUpperCase()} ${path}`;
      const current = now.paths[path]?.[method];
      if (!current) return [`${at} is gone`];
      const parameters = (current.parameters ?? [])
        .filter(
          (p) => p.required && !old.parameters?.some((q) => q.name === p.name && q.in === p.in && q.required),
        )
        .map((p) => `${at} now asks for ${p.in} ${p.name}`);
      const permission =
        old['x-permission'] === current['x-permission'] ? [] : [`${at} asks for another permission`];
      return [
        ...parameters,
        ...permission,
        ...demanded(bodyOf(old), bodyOf(current), `${at} body`),
        ...lost(answerOf(old), answerOf(current), `${at} answer`),
      ];
    }),
  );
}

const kept = new Set(['type', 'properties', 'required', 'items', 'enum']);

function slim(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => kept.has(key))
      .map(([key, value]) => {
        if (key === 'items') return [key, slim(value as Schema)];
        if (key !== 'properties') return [key, value];
        const fields = Object.entries(value as Record<string, Schema>);
        return [key, Object.fromEntries(fields.map(([name, inner]) => [name, slim(inner)]))];
      }),
  );
}

/** What of an OpenAPI document is promised: the parts compared above, nothing else. */
export function promiseOf(api: Api): Api {
  const content = (schema: Schema | undefined) =>
    schema ? { content: { 'application/json': { schema: slim(schema) } } } : {};
  const operation = (o: Operation): Operation => ({
    ...(o.parameters
      ? {
          parameters: o.parameters.map((p) => ({
            name: p.name,
            in: p.in,
            ...(p.required ? { required: true } : {}),
          })),
        }
      : {}),
    ...(bodyOf(o) ? { requestBody: content(bodyOf(o)) } : {}),
    responses: { '200': content(answerOf(o)) },
    ...(o['x-permission'] ? { 'x-permission': o['x-permission'] } : {}),
  });
  return {
    paths: Object.fromEntries(
      Object.entries(api.paths).map(([path, operations]) => [
        path,
        Object.fromEntries(Object.entries(operations).map(([method, o]) => [method, operation(o)])),
      ]),
    ),
  };
}
