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
