import type { Problem } from '@simpul/contract/problem';

/** An expected refusal of the server (RFC 9457), with the code that is also the message key. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
  get code(): string {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: no network, or the server is down. Nothing is known about what was done. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('no_answer', { cause });
    this.name = 'NoAnswerError';
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads a problem from whatever came back; anything that is not one becomes `internal` with its status. */
export function toProblem(status: number, body: unknown): Problem {
  const b = isRecord(body) ? body : {};
  const text = (key: string) => (typeof b[key] === 'string' ? b[key] : undefined);
  const problem: Problem = {
    type: text('type') ?? 'about:blank',
    title: text('title') ?? text('message') ?? '',
    status,
    code: text('code') ?? (status === 404 ? 'not_found' : status === 401 ? 'unauthenticated' : 'internal'),
    requestId: text('requestId') ?? '',
  };
  if (isRecord(b['params'])) problem.params = b['params'] as NonNullable<Problem['params']>;
  if (Array.isArray(b['errors'])) problem.errors = b['errors'] as NonNullable<Problem['errors']>;
  return problem;
}

/** Worth trying again by itself: the server may not have seen it, or could not answer just now. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswerError) return true;
  return error instanceof ProblemError && (error.status >= 500 || error.status === 429);
}
