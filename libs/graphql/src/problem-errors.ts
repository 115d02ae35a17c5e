import { registerEnumType } from '@nestjs/graphql';
import { isUnavailable } from '@fanfare/database';
import { Problem, PROBLEM_CODES, type ProblemCode } from '@fanfare/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { sentenceOf } from './problem.sentences.js';

/** The codes as an enum object, so that they stand in the schema. */
export const ProblemCodeEnum = Object.fromEntries(PROBLEM_CODES.map((code) => [code, code])) as {
  [code in ProblemCode]: code;
};

registerEnumType(ProblemCodeEnum, {
  name: 'ProblemCode',
  description: 'Every reason a request can be refused for, as `extensions.code` of an error. GraphQL’s own codes (GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT …) stand beside them.',
});

/** An error as clients see it: nothing but the code, its parameters and its sentence. */
export function formattedProblem(problem: Problem, base: Pick<GraphQLFormattedError, 'locations' | 'path'> = {}): GraphQLFormattedError {
  return { message: sentenceOf(problem), ...base, extensions: { code: problem.code, params: problem.params } };
}

/** The problem inside whatever wraps it; a database that is away is one too. Null for what nobody expected. */
export function problemIn(error: unknown): Problem | null {
  for (const cause of causesOf(error)) {
    if (cause instanceof Problem) return cause;
    if (isUnavailable(cause)) return new Problem('TEMPORARILY_UNAVAILABLE', {}, { cause });
  }
  return null;
}

/** An error and what it wraps, outermost first. */
export function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let at: unknown = error; at instanceof Error && causes.length < 5; ) {
    causes.push(at);
    at = at instanceof GraphQLError ? at.originalError : at.cause;
  }
  return causes;
}
