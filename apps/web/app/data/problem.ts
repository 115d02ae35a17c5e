import type { AnyProblemCode } from '~/graphql/generated/documents';

/** Why something was refused or went wrong, in the API's codes; `OFFLINE` when no answer came. */
export interface ProblemFacts {
  code: AnyProblemCode | 'OFFLINE';
  params: Record<string, string | number | boolean | null>;
  /** To quote when asking for help. */
  reference?: string;
}

interface GraphQLErrorLike {
  extensions?: Record<string, unknown>;
}

/** The first error of an answer as a problem. */
export function problemOf(errors: readonly GraphQLErrorLike[]): ProblemFacts {
  const extensions = errors[0]?.extensions ?? {};
  return {
    code: typeof extensions.code === 'string' ? (extensions.code as AnyProblemCode) : 'INTERNAL',
    params: (extensions.params as ProblemFacts['params'] | undefined) ?? {},
    reference: typeof extensions.requestId === 'string' ? extensions.requestId : undefined,
  };
}

/** Thrown by `mutate` when the API refuses. */
export class ProblemError extends Error {
  /** @param told whether the page tells of it already, in a dialog of its own */
  constructor(
    readonly problem: ProblemFacts,
    readonly told = false,
  ) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

/** Whether a dialog tells of it: then nobody else needs to. */
export function isToldOf(error: unknown): boolean {
  return error instanceof ProblemError && error.told;
}

/** Any thrown thing as a problem: forms and buttons show it with `problemText`. */
export function asProblem(error: unknown): ProblemFacts {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'INTERNAL', params: {} };
}
