import { registerEnumType } from '@nestjs/graphql';
import { Problem, PROBLEM_CODES, type ProblemCode } from '@fanfare/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The codes as an enum object, so that they stand in the schema. */
export const ProblemCodeEnum = Object.fromEntries(PROBLEM_CODES.map((code) => [code, code])) as {
  [code in ProblemCode]: code;
};

registerEnumType(ProblemCodeEnum, {
  name: 'ProblemCode',
  description: 'Every reason a request can be refused for, as `extensions.code` of an error. GraphQL’s own codes (GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT …) stand beside them.',
});

/** An error as clients see it. Messages of our own are the code; nothing internal passes. */
export function formattedProblem(problem: Problem, base: Pick<GraphQLFormattedError, 'locations' | 'path'>): GraphQLFormattedError {
  return { message: problem.code, ...base, extensions: { code: problem.code, params: problem.params } };
}

/** Finds the problem inside whatever wraps it. */
export function problemIn(error: unknown): Problem | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    if (at instanceof Problem) return at;
    at = at instanceof GraphQLError ? at.originalError : at.cause;
  }
  return null;
}
