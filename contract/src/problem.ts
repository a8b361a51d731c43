import { z } from 'zod';

/** Expected refusals. The code is also the message key of the web's texts (`problem.<code>`). */
export const problems = {
  unauthenticated: 401,
  wrong_credentials: 401,
  wrong_code: 401,
  challenge_expired: 401,
  // Who asks is known: 401 would tell the browser that the session is over.
  second_factor_required: 403,
  step_up_required: 403,
  session_required: 403,
  purpose_required: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale_version: 409,
  idempotency_mismatch: 409,
  wrong_state: 409,
  too_large: 413,
  unsupported_media: 415,
  invalid: 422,
  too_many_requests: 429,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof problems;

/** RFC 9457. `detail` never carries personal data; `errors` names field (and row) and how to mend it. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  requestId: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z
    .array(
      z.object({
        path: z.string(),
        code: z.string(),
        message: z.string(),
        /** Fills the text of `code` in the reader's language. */
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
