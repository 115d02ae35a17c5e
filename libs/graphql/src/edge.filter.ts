import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { Problem } from '@fanfare/kernel';
import type { GraphQLFormattedError } from 'graphql';
import { formatError } from './format-error.js';

export const GRAPHQL_PATH = '/graphql';
/** Bytes of a request. */
export const LARGEST_BODY = 100 * 1024;

interface Reply {
  status(code: number): Reply;
  send(body: unknown): unknown;
}

/**
 * The last word on every exception. GraphQL gets its own back without a line in the log: `formatError` decides what leaves
 * the process, and what nobody expected is logged there. What HTTP refuses before GraphQL sees it (a body too large, no
 * JSON) has the shape of a GraphQL error too.
 */
@Catch()
export class EdgeFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): unknown {
    // GraphQL takes an error that is returned for one that was thrown, and anything else for an answer.
    if (host.getType<string>() === 'graphql') return error instanceof Error ? error : new Error(`Thrown: ${String(error)}`);
    const { url } = host.switchToHttp().getRequest<{ url: string }>();
    const status = error instanceof HttpException ? error.getStatus() : 500;
    if (url.split('?')[0] !== GRAPHQL_PATH || status >= 500) return super.catch(error, host);
    const answer = { errors: [refusal(status, (error as HttpException).message)] };
    return host.switchToHttp().getResponse<Reply>().status(status).send(answer);
  }
}

function refusal(status: number, message: string): GraphQLFormattedError {
  const about = { message, extensions: { code: 'BAD_REQUEST' } };
  return formatError(about, status === 413 ? new Problem('TOO_LONG', { field: 'body', max: LARGEST_BODY }) : null);
}
