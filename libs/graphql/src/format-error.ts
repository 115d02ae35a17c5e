import { Logger } from '@nestjs/common';
import { newId, Problem, type ProblemCode } from '@fanfare/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { causesOf, formattedProblem, problemIn } from './problem-errors.js';

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

/** What Apollo refuses under its catch-all BAD_REQUEST although we have a code for it. */
const BETTER_CODES: readonly [begins: string, code: ProblemCode][] = [
  ['Operation batching disabled', 'BATCHING_REFUSED'],
  ['This operation has been blocked as a potential Cross-Site Request Forgery', 'CROSS_SITE_REQUEST'],
];

export const MOST_ERRORS = 5;
/** GraphQL quotes the value it could not use, however long it is. */
const LONGEST_MESSAGE = 500;
const log = new Logger('GraphQL');

/**
 * The one way an error leaves the process, over HTTP and WebSocket alike: our problems keep code and parameters, errors
 * about the client's own document keep their text, anything else becomes `INTERNAL`.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const base = place(formatted);
  const problem = problemIn(error) ?? known(formatted);
  if (problem) return withId(formattedProblem(problem, base));
  const code = codeOf(formatted, error);
  if (!DOCUMENT_CODES.has(code)) return withId(formattedProblem(new Problem('INTERNAL'), base));
  return withId({ message: shortened(formatted.message), ...base, extensions: { code, params: {} } });
}

/** The same without what is not said in production: how the schema's own names are spelled. Apollo leaves it in messages about variables. */
export function formatErrorDiscreetly(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, ...rest } = formatError(formatted, error);
  return { message: message.replace(/ Did you mean [^]*$/, ''), ...rest };
}

/** At most five errors, each with the reference to quote; what was masked is logged under the same reference. */
export function withReference(errors: readonly GraphQLFormattedError[], requestId: string): GraphQLFormattedError[] {
  return errors.slice(0, MOST_ERRORS).map((error) => withId(error, requestId));
}

/** Logs what nobody expected, with where it came from; of an absent database one line each. */
export function logUnexpected(errors: readonly GraphQLError[], requestId: string): void {
  for (const error of errors) {
    const problem = problemIn(error);
    const origin = causesOf(error).at(-1) ?? error;
    const where = `${requestId} ${error.path?.join('.') ?? ''}`;
    if (problem?.code === 'TEMPORARILY_UNAVAILABLE') log.warn(`${where}: ${origin.message}`);
    else if (!problem && !DOCUMENT_CODES.has(codeOf(error, error))) log.error(`${where}: ${origin.stack ?? origin.message}`);
  }
}

/** What graphql-js says of variables that do not fit, where Apollo has no code for it. */
const ABOUT_VARIABLES = /^(Variable|Argument) "|^Too many errors processing variables/;

/** graphql-js gives its own errors no code; Apollo gives most of them one. What wraps somebody else's error is not about the document, whatever code that carries. */
function codeOf({ message, extensions, path }: Pick<GraphQLFormattedError, 'message' | 'extensions' | 'path'>, error: unknown): string {
  if (causesOf(error).some((cause) => !(cause instanceof GraphQLError))) return 'INTERNAL';
  const code = extensions?.['code'];
  if (DOCUMENT_CODES.has(String(code))) return String(code);
  if (ABOUT_VARIABLES.test(message)) return 'BAD_USER_INPUT';
  if (message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  const isOfRequest = code === undefined && path === undefined && !message.startsWith('Unexpected error');
  return isOfRequest ? 'GRAPHQL_VALIDATION_FAILED' : 'INTERNAL';
}

function known({ message, extensions }: GraphQLFormattedError): Problem | null {
  if (extensions?.['code'] !== 'BAD_REQUEST') return null;
  const found = BETTER_CODES.find(([begins]) => message.startsWith(begins));
  return found ? new Problem(found[1]) : null;
}

/** Errors from before there is a context get a reference of their own. */
function withId(error: GraphQLFormattedError, requestId: string = newId()): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE).toWellFormed()}…` : message;
}

function place(formatted: GraphQLFormattedError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
}
