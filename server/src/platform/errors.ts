import { type ProblemCode, problems } from '@simpul/contract/problem';

export interface FieldProblem {
  path: string;
  code: string;
  message: string;
  /** Fills the text of `code` in the reader's language. */
  params?: Record<string, string | number>;
}

/** An expected refusal. Carries a code, never personal data. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string | number>;
  readonly errors: FieldProblem[];
  constructor(
    code: ProblemCode,
    o: { params?: Record<string, string | number>; errors?: FieldProblem[] } = {},
  ) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = o.params ?? {};
    this.errors = o.errors ?? [];
  }
  get status(): number {
    return problems[this.code];
  }
}
