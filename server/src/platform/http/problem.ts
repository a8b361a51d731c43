import { ORPCError } from '@orpc/server';
import type { Problem } from '@simpul/contract/problem';
import { AppError, type FieldProblem } from '../errors.ts';

interface Issue {
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  message: string;
  code?: string;
}
const pathOf = (issue: Issue) =>
  (issue.path ?? []).map((p) => String(typeof p === 'object' ? p.key : p)).join('.');

/** Which field is wrong and how to mend it; the value itself is never repeated. */
function fieldProblems(error: ORPCError<string, unknown>): FieldProblem[] {
  const issues = (error.data as { issues?: Issue[] } | undefined)?.issues ?? [];
  return issues.slice(0, 50).map((i) => ({
    path: pathOf(i),
    code: i.code ?? 'invalid',
    message: i.message.replace(/, received .*$/, ''),
  }));
}

/** RFC 9457 body for an expected refusal, and a reference number alone for anything else. */
export function problemOf(error: unknown, requestId: string): Problem {
  const body = (code: string, status: number, more: Partial<Problem> = {}): Problem => ({
    type: `urn:simpul:problem:${code}`,
    title: code,
    status,
    code,
    requestId,
    ...more,
  });
  const app = error instanceof AppError ? error : error instanceof ORPCError && error.cause;
  if (app instanceof AppError)
    return body(app.code, app.status, {
      ...(Object.keys(app.params).length > 0 ? { params: app.params } : {}),
      ...(app.errors.length > 0 ? { errors: app.errors } : {}),
    });
  if (error instanceof ORPCError) {
    if (error.status === 413) return body('too_large', 413);
    if (error.status === 415) return body('unsupported_media', 415);
    if (error.code === 'BAD_REQUEST') {
      const errors = fieldProblems(error);
      return body('invalid', 422, errors.length > 0 ? { errors } : {});
    }
    if (error.status === 404) return body('not_found', 404);
    if (error.status < 500) return body('invalid', 422);
  }
  const pg = pgRefusal(error);
  if (pg) return body(pg.code, pg.status);
  return body('unexpected', 500);
}

/** What the database itself refuses and a person can mend. */
function pgRefusal(error: unknown): { code: string; status: number } | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // What the pool says when every connection is taken for too long.
  if (message === 'timeout exceeded when trying to connect') return { code: 'unavailable', status: 503 };
  if (code === '42501') return { code: 'forbidden', status: 403 };
  if (code === '23505') return { code: 'conflict', status: 409 };
  if (code === '40001' || code === '40P01') return { code: 'conflict', status: 409 };
  if (code === '57014') return { code: 'unavailable', status: 503 };
  if (code === '22P02' || code === '22021' || code === '22P05') return { code: 'invalid', status: 422 };
  return undefined;
}
