import fs from 'node:fs';
import path from 'node:path';
import { contract } from '@simpul/contract/router';
import { expect, test } from 'vitest';
import { openApiOf } from '../server/src/platform/http/openapi.ts';
import { type Api, breaks } from './contract-compat.ts';
import { dataDictionary, readTables } from './data-dictionary.ts';

const docs = path.join(import.meta.dirname, '../docs');
const read = (file: string) => fs.readFileSync(path.join(docs, file), 'utf8');

test('docs/data-dictionary.md says what the migrations say; npm run docs writes it anew', () => {
  expect(read('data-dictionary.md')).toBe(dataDictionary());
  const changed = readTables([
    "comment on column a.b.c is 'P1 · one';",
    "comment on column a.b.c is 'P3 · it''s two';",
  ]);
  expect(changed).toEqual([
    { name: 'a.b', meaning: '', columns: [{ name: 'c', sensitivity: 'P3', meaning: "it's two" }] },
  ]);
});

test('the contract still holds what docs/openapi.snapshot.json promises', async () => {
  const promised = JSON.parse(read('openapi.snapshot.json')) as Api;
  const now = (await openApiOf(contract)) as unknown as Api;
  expect(Object.keys(promised.paths).length).toBeGreaterThan(40);
  expect(breaks(promised, now)).toEqual([]);
});

test('each way of breaking a promise is seen', async () => {
  const promised = JSON.parse(read('openapi.snapshot.json')) as Api;
  const changed = (mend: (api: Api) => void) => {
    const api = structuredClone(promised);
    mend(api);
    return breaks(promised, api);
  };
  const me = (api: Api) => api.paths['/accounts/me']?.['get'] ?? {};
  expect(changed((api) => delete api.paths['/accounts/me'])).toEqual(['GET /accounts/me is gone']);
  expect(changed((api) => (me(api)['x-permission'] = 'public'))).toEqual([
    'GET /accounts/me asks for another permission',
  ]);
  expect(changed((api) => (me(api).parameters = [{ name: 'new', in: 'query', required: true }]))).toEqual([
    'GET /accounts/me now asks for query new',
  ]);
  const answer = (api: Api) =>
    me(api).responses?.['200']?.content?.['application/json']?.schema?.properties ?? {};
  expect(changed((api) => delete answer(api)['tenant'])).toEqual(['GET /accounts/me answer.tenant is gone']);
  const body = (api: Api) =>
    api.paths['/clearing/rounds']?.['post']?.requestBody?.content?.['application/json']?.schema ?? {};
  expect(changed((api) => body(api).required?.push('why'))).toEqual([
    'POST /clearing/rounds body.why is now required',
  ]);
});
