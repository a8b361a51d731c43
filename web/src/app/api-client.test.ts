import { oc } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { createClient } from './api-client.ts';
import { NoAnswerError, ProblemError } from './problem.ts';

const routes = {
  areas: {
    get: oc.route({ method: 'GET', path: '/areas/{code}' }),
    rename: oc.route({ method: 'POST', path: '/areas/{code}/rename' }),
  },
};

interface Sent {
  method: string;
  url: string;
  key: string | null;
  purpose: string | null;
  agency: string | null;
  body: string;
}

function setUp(
  answers: (() => Response | Promise<Response>)[],
  stepUp: () => Promise<boolean> = async () => false,
) {
  const sent: Sent[] = [];
  const client = createClient<typeof routes>({
    origin: 'http://simpul.test',
    routes,
    stepUp,
    agency: () => 'a-1',
    send: async (request) => {
      sent.push({
        method: request.method,
        url: request.url,
        key: request.headers.get('idempotency-key'),
        purpose: request.headers.get('x-purpose'),
        agency: request.headers.get('x-agency'),
        body: await request.text(),
      });
      const answer = answers.shift();
      if (!answer) throw new Error('unexpected call');
      return answer();
    },
  });
  return { client, sent };
}
const ok = (body: unknown) => () => Response.json(body);
const problem = (status: number, code: string) => () =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'r-1' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

describe('the client', () => {
  test('puts codes into the address as they are', async () => {
    const { client, sent } = setUp([ok({ name: 'Kotawaringin Timur' })]);
    await client.areas.get({ code: '62.02' }, { context: {} });
    expect(sent[0]).toMatchObject({
      method: 'GET',
      url: 'http://simpul.test/api/areas/62.02',
      agency: 'a-1',
    });
  });

  test('carries key and purpose when given', async () => {
    const { client, sent } = setUp([ok({ id: '1' })]);
    await client.areas.rename(
      { code: '62.02', name: 'x' },
      { context: { idempotencyKey: 'k-1', purpose: 'clearing.review' } },
    );
    expect(sent[0]).toMatchObject({ key: 'k-1', purpose: 'clearing.review', body: '{"name":"x"}' });
  });

  test('turns a refusal into its code, and anything else into a number', async () => {
    const { client } = setUp([problem(409, 'stale_version'), () => new Response('<html>', { status: 502 })]);
    const refused = await client.areas.get({ code: '1' }, { context: {} }).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ code: 'stale_version', status: 409, problem: { requestId: 'r-1' } });
    const broken = await client.areas.get({ code: '1' }, { context: {} }).catch((e: unknown) => e);
    expect(broken).toMatchObject({ code: 'internal', status: 502 });
  });

  test('tells no answer from a refusal', async () => {
    const { client } = setUp([() => Promise.reject(new TypeError('failed to fetch'))]);
    const lost = await client.areas.get({ code: '1' }, { context: {} }).catch((e: unknown) => e);
    expect(lost).toBeInstanceOf(NoAnswerError);
  });

  test('asks once more who one is, then repeats the call with the same key', async () => {
    let asked = 0;
    const { client, sent } = setUp([problem(403, 'step_up_required'), ok({ id: '1' })], async () => {
      asked += 1;
      return true;
    });
    await client.areas.rename({ code: '1', name: 'x' }, { context: { idempotencyKey: 'k-2' } });
    expect(asked).toBe(1);
    expect(sent.map((s) => s.key)).toEqual(['k-2', 'k-2']);
  });

  test('gives the refusal on when the person gives up', async () => {
    const { client, sent } = setUp([problem(403, 'step_up_required')]);
    const refused = await client.areas.get({ code: '1' }, { context: {} }).catch((e: unknown) => e);
    expect(refused).toMatchObject({ code: 'step_up_required' });
    expect(sent).toHaveLength(1);
  });
});
