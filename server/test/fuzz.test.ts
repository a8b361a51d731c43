import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloads } from '../src/downloads.ts';
import type { OpenApiDocument } from '../src/platform/http/openapi.ts';
import { type Request, requestMaker } from './fuzz-requests.ts';
import { type Desk, leaksIn, openDesk, reachReview, secretWords } from './main-job.ts';
import { createWorld, type Person, type World } from './world.ts';

/** `SIMPUL_FUZZ=20000 npx vitest run server/test/fuzz` is the long run. */
const runs = Number(process.env['SIMPUL_FUZZ'] ?? 1500);
let world: World;
let desk: Desk;
let people: Record<Request['who'], Person | null>;
let secrets: string[];
const log: string[] = [];

beforeAll(async () => {
  world = await createWorld({ log: { write: (line) => void log.push(line) } });
  desk = await openDesk(world);
  await reachReview(world, desk);
  // By token: what asks for the person in front of the screen stays shut.
  const { cookie: _session, ...steward } = desk.steward;
  people = { nobody: null, member: await world.person('tf_member'), steward };
  secrets = await secretWords();
});
afterAll(() => world.close());

/** Marks of our own insides: a stack, a file of the source, a statement, a message of the database. */
const insides =
  /\n\s+at .+:\d+:\d+|node_modules|\/server\/src\/|\.ts:\d+|\b(select|insert into|update)\b[^"]{0,80}\b(from|values|set|where)\b|violates|syntax error at|invalid input syntax|relation "/i;

function faultsOf(status: number, type: string, body: string, method: string, isApi: boolean): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`answers ${status}`);
  if (insides.test(body)) faults.push(`shows insides: ${insides.exec(body)?.[0]}`);
  if (leaksIn(body, secrets).length > 0) faults.push('shows a person');
  if (status >= 400 && isApi && method !== 'HEAD') {
    if (!type.startsWith('application/problem+json')) faults.push(`refuses as ${type || 'nothing'}`);
    else {
      const problem = JSON.parse(body) as { status?: unknown; code?: unknown };
      if (problem.status !== status || typeof problem.code !== 'string')
        faults.push('refuses without a code');
    }
  }
  return faults;
}

async function send(r: Request) {
  const token = people[r.who]?.token;
  const answer = await world.app.server.inject({
    method: r.method,
    url: r.url,
    ...(r.payload === undefined ? {} : { payload: r.payload }),
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...r.headers },
  });
  return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), body: answer.body };
}

test(
  'malformed requests are refused in good order and open nothing',
  async () => {
    const { body } = await world.call(null, 'GET', '/openapi.json');
    const ids = await world.asOwner(
      `select id::text as id from clearing.pair union all select id::text from clearing.round
       union all select id::text from clearing.import union all (select id::text from clearing.source_row limit 20)
       union all select id::text from agencies.agency union all select id::text from accounts.person
       union all select id::text from figures.figure`,
    );
    const known = ids.map((row) => String(row['id']));
    expect(known.length).toBeGreaterThan(50);
    const paths = [
      ...downloads.map((d) => `/downloads${d.path}`),
      '/auth/sign-in/email',
      '/auth/two-factor/verify-totp',
      '/auth/sign-out',
      '/auth/get-session',
    ];
    const requests = requestMaker(body as OpenApiDocument, known, paths);
    const met = new Map<string, number>();
    const wrong = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const { status, type, body: text } = await send(request);
        const key = `${request.who} ${status}`;
        met.set(key, (met.get(key) ?? 0) + 1);
        for (const fault of faultsOf(status, type, text, request.method, request.url.startsWith('/api')))
          wrong.set(
            `${request.method} ${request.url.slice(0, 60)}: ${fault}`,
            JSON.stringify(request).slice(0, 600),
          );
      }),
      { numRuns: runs, seed: 642022, endOnFailure: true },
    );
    expect([...wrong]).toEqual([]);
    if (process.env['SIMPUL_FUZZ'])
      process.stdout.write(`${JSON.stringify(Object.fromEntries([...met].sort()))}\n`);
    // It reached everything: what is open, what is refused by right, by form, by state.
    for (const key of ['nobody 401', 'member 200', 'member 403', 'steward 200', 'steward 422', 'steward 404'])
      expect(met.get(key) ?? 0, key).toBeGreaterThan(0);
    expect(leaksIn(log.join('\n'), [...secrets, people.steward?.token ?? 'x'])).toEqual([]);
  },
  Math.max(120_000, runs * 60),
);

test('the eye of this test sees a planted fault', () => {
  const [secret = ''] = secrets;
  const json = 'application/problem+json';
  expect(faultsOf(500, json, '{"status":500,"code":"unexpected"}', 'GET', true)).toEqual(['answers 500']);
  expect(faultsOf(404, 'text/html', 'x', 'GET', true)).toEqual(['refuses as text/html']);
  expect(faultsOf(200, 'text/plain', `x ${secret.toUpperCase()} y`, 'GET', true)).toEqual(['shows a person']);
  expect(faultsOf(200, 'text/plain', 'Error\n    at a (b.ts:1:2)', 'GET', true)).toHaveLength(1);
  expect(faultsOf(422, json, '{"status":400}', 'GET', true)).toEqual(['refuses without a code']);
});
