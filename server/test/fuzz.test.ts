import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloads } from '../src/downloads.ts';
import type { OpenApiDocument } from '../src/platform/http/openapi.ts';
import { type Request, requestMaker, type Who } from './fuzz-requests.ts';
import { deskOfEverything, idsByPath } from './fuzz-world.ts';
import { leaksIn, secretWords } from './main-job.ts';
import { createWorld, type Person, type World } from './world.ts';

/** `SIMPUL_FUZZ=20000 npx vitest run server/test/fuzz` is the long run. */
const runs = Number(process.env['SIMPUL_FUZZ'] ?? 1500);
let world: World;
let people: Record<Who, Person | null>;
let secrets: string[];
const log: string[] = [];

beforeAll(async () => {
  world = await createWorld({ log: { write: (line) => void log.push(line) } });
  people = await deskOfEverything(world);
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
  const person = people[r.who];
  const answer = await world.app.server.inject({
    method: r.method,
    url: r.url,
    ...(r.payload === undefined ? {} : { payload: r.payload }),
    headers: {
      ...(person?.cookie ? { cookie: person.cookie } : {}),
      ...(person && !person.cookie ? { authorization: `Bearer ${person.token}` } : {}),
      ...r.headers,
    },
  });
  // A request may well end the session it came by; the next ones are to reach something again.
  if (person?.cookie && answer.statusCode === 401)
    people[r.who] = await world.signedIn(person, { stepUp: true });
  return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), body: answer.body };
}

test(
  'malformed requests are refused in good order and open nothing',
  async () => {
    const { body } = await world.call(null, 'GET', '/openapi.json');
    const known = await idsByPath(world);
    for (const [path, ids] of Object.entries(known)) expect(ids.length, path).toBeGreaterThan(0);
    const paths = [
      ...downloads.map((d) => ({ path: `/downloads${d.path}`, permission: d.permission })),
      { path: '/auth/sign-in/email' },
      { path: '/auth/two-factor/verify-totp' },
      { path: '/auth/sign-out' },
      { path: '/auth/get-session' },
    ];
    const requests = requestMaker(body as OpenApiDocument, known, paths);
    const met = new Map<string, number>();
    const wrong = new Map<string, string>();
    const entered = new Set<string>();
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const { status, type, body: text } = await send(request);
        if (request.aim && (status < 300 || status === 404 || status === 409)) entered.add(request.aim);
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
    const routes = Object.entries((body as OpenApiDocument).paths).flatMap(([path, byMethod]) =>
      Object.keys(byMethod).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const missed = routes.filter((route) => !entered.has(route));
    if (process.env['SIMPUL_FUZZ'])
      process.stdout.write(`${JSON.stringify({ met: Object.fromEntries([...met].sort()), missed })}\n`);
    expect([...wrong]).toEqual([]);
    // Everybody was let in, refused by form, by state or by what is not there; and by right where they lack it.
    for (const who of ['steward', 'contact', 'secretariat', 'chair', 'sysadmin'])
      for (const status of [200, 403, 404, 422])
        expect(met.get(`${who} ${status}`) ?? 0, `${who} ${status}`).toBeGreaterThan(0);
    for (const key of [
      'nobody 401',
      'member 200',
      'member 403',
      'steward 409',
      'contact 409',
      'secretariat 409',
    ])
      expect(met.get(key) ?? 0, key).toBeGreaterThan(0);
    expect(missed.length, `routes whose form nobody got past: ${missed.join(', ')}`).toBeLessThan(
      routes.length / 4,
    );
    expect(
      leaksIn(log.join('\n'), [...secrets, people.steward?.token ?? 'x', people.contact?.token ?? 'x']),
    ).toEqual([]);
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
