import { Logger } from '@nestjs/common';
import { formattedProblem, problemIn } from '@fanfare/graphql';
import { newId, Problem, type ProblemCode } from '@fanfare/kernel';
import type { FastifyReply } from 'fastify';

const STATUS: Partial<Record<ProblemCode, number>> = {
  SIGN_IN_REQUIRED: 401,
  NOT_ALLOWED: 403,
  CROSS_SITE_REQUEST: 403,
  NOT_FOUND: 404,
  PICTURE_TOO_LARGE: 413,
  UNSUPPORTED_PICTURE: 415,
  UNREADABLE_PICTURE: 422,
  PICTURE_TOO_SMALL: 422,
  TOO_MANY_ATTEMPTS: 429,
  TEMPORARILY_UNAVAILABLE: 503,
  INTERNAL: 500,
};

const log = new Logger('Http');

/** Answers a failure outside GraphQL in GraphQL's own shape, so that clients read one kind of error. Never cached. */
export function answerProblem(reply: FastifyReply, error: unknown, where: string): FastifyReply {
  const requestId = newId();
  const problem = problemIn(error);
  if (!problem) log.error(`${requestId} ${where}: ${error instanceof Error ? error.stack : String(error)}`);
  const { message, extensions } = formattedProblem(problem ?? new Problem('INTERNAL'));
  const status = STATUS[problem?.code ?? 'INTERNAL'] ?? 400;
  void reply.status(status).header('cache-control', 'no-store');
  return reply.send({ errors: [{ message, extensions: { ...extensions, requestId } }] });
}
