import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { formattedProblem, problemIn } from './problem-errors.js';

/** Codes of GraphQL itself whose messages speak of the client's own document. */
const DOCUMENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

export const MOST_ERRORS = 5;
const log = new Logger('GraphQL');

/**
 * The one way an error leaves the process, over HTTP and WebSocket alike: our problems keep code and parameters, errors
 * about the client's own document keep their text, anything else becomes `INTERNAL`.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const base = place(formatted);
  const problem = problemIn(error);
  if (problem) return formattedProblem(problem, base);
  const code = String(formatted.extensions?.['code'] ?? '');
  if (DOCUMENT_CODES.has(code)) return { message: formatted.message, ...base, extensions: { code } };
  return { message: 'INTERNAL', ...base, extensions: { code: 'INTERNAL', params: {} } };
}

/** At most five errors, each with the reference to quote; what was masked is logged under the same reference. */
export function withReference(
  errors: readonly GraphQLFormattedError[],
  requestId: string,
): GraphQLFormattedError[] {
  return errors.slice(0, MOST_ERRORS).map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
}

/** Logs what nobody expected, with where it came from. */
export function logUnexpected(errors: readonly GraphQLError[], requestId: string): void {
  for (const error of errors) {
    if (problemIn(error) || !error.originalError) continue;
    log.error(`${requestId} ${error.path?.join('.') ?? ''}: ${error.originalError.stack ?? error.message}`);
  }
}

function place(formatted: GraphQLFormattedError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
}
