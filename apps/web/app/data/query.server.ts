import { data, redirect, type RouterContextProvider } from 'react-router';
import type { TypedDocument } from '~/graphql/generated/documents';
import { problemOf, type ProblemFacts } from './problem';
import { servicesContext } from './services.server';

/** The arguments of a loader that this file needs. */
interface LoaderSide {
  context: Readonly<RouterContextProvider>;
  request: Request;
}

/** Variables may be left out when the document has none. */
type Given<V> = Record<string, never> extends V ? [variables?: V] : [variables: V];

/**
 * Asks the API for a document inside a loader.
 * @throws a redirect to signing in when that is what is missing; otherwise an error page with the problem's status
 */
export async function query<R, V>(side: LoaderSide, document: TypedDocument<R, V>, ...[variables]: Given<V>): Promise<R> {
  const services = side.context.get(servicesContext);
  const { data: result, errors } = await services.execute<R>(document, variables as Record<string, unknown> | undefined);
  if (errors && errors.length > 0) throw refusal(problemOf(errors), side.request, services.requestId);
  if (result == null) throw refusal({ code: 'INTERNAL', params: {} }, side.request, services.requestId);
  return result;
}

/** Throw it when a loader finds that the thing asked for does not exist: `if (!idea) throw notFound()`. */
export function notFound() {
  return data({ code: 'NOT_FOUND', params: {} } satisfies ProblemFacts, { status: 404 });
}

/** Throw it in loaders of pages for signed-in people. */
export function signInFirst(request: Request) {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  url.searchParams.delete('_routes');
  return redirect(`/sign-in?to=${encodeURIComponent(path + url.search)}`);
}

function refusal(problem: ProblemFacts, request: Request, requestId: string) {
  if (problem.code === 'SIGN_IN_REQUIRED') return signInFirst(request);
  return data({ ...problem, reference: problem.reference ?? requestId }, { status: statusOf(problem.code) });
}

function statusOf(code: ProblemFacts['code']): number {
  switch (code) {
    case 'NOT_FOUND': return 404;
    case 'NOT_ALLOWED':
    case 'SECOND_FACTOR_NEEDED':
    case 'NOT_A_MEMBER': return 403;
    case 'INVALID_CURSOR':
    case 'INVALID_INPUT':
    case 'INVALID_PAGE_SIZE':
    case 'TOO_LONG': return 400;
    case 'TOO_MANY_ATTEMPTS': return 429;
    case 'TEMPORARILY_UNAVAILABLE': return 503;
    default: return 500;
  }
}
