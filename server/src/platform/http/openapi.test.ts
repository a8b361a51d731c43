import { mostWhole } from '@simpul/contract/field';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';
import type { OpenApiDocument } from './openapi.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the OpenAPI document lists every route with its permission', async () => {
  const { body } = await world.call(null, 'GET', '/openapi.json');
  const document = body as OpenApiDocument;
  expect(document.openapi).toBe('3.1.1');
  const me = document.paths['/accounts/me']?.['get'];
  expect(me).toMatchObject({ 'x-permission': 'signed-in' });
  const operations = Object.values(document.paths).flatMap((p) => Object.values(p));
  expect(operations.length).toBeGreaterThan(20);
  expect(operations.filter((o) => typeof o['x-permission'] !== 'string')).toEqual([]);
});

test('the reference page needs no script', async () => {
  const { status, body } = await world.call(null, 'GET', '/reference');
  expect(status).toBe(200);
  expect(body).toContain('/accounts/me');
  expect(body).not.toContain('<script');
});

interface Schema {
  type?: string;
  maximum?: number;
  [key: string]: unknown;
}
/** Where a number may be larger than a column of the database takes. */
function boundless(node: unknown, at: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, maximum = Infinity } = node as Schema;
  const most = type === 'integer' ? mostWhole : type === 'number' ? Number.MAX_SAFE_INTEGER - 1 : Infinity;
  const here = maximum > most ? [at] : [];
  return [...here, ...Object.entries(node).flatMap(([key, value]) => boundless(value, `${at}.${key}`))];
}

test('no route takes a number that the database does not: it would answer 500', async () => {
  const { body } = await world.call(null, 'GET', '/openapi.json');
  const found = Object.entries((body as OpenApiDocument).paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).flatMap(([method, { parameters, requestBody }]) =>
      boundless({ parameters, requestBody }, `${method} ${path}`),
    ),
  );
  expect(found).toEqual([]);
  expect(boundless({ a: { type: 'integer', maximum: 2 ** 53 } }, 'x')).toEqual(['x.a']);
});
