import type { TypedDocument } from '~/graphql/generated/documents';
import { POWERS_WAIT } from './powers-wait';
import { ProblemError, type ProblemFacts, problemOf } from './problem';

const HEADERS = { 'content-type': 'application/json', 'fanfare-session': 'cookie', 'apollo-require-preflight': 'true' };

/**
 * Posts a document to the API from the browser, with the session's cookie. Also for small questions while typing.
 * @throws ProblemError with the API's code, or `OFFLINE` when no answer came
 */
export async function mutate<R, V>(document: TypedDocument<R, V>, variables: V, signal?: AbortSignal): Promise<R> {
  const answer = await post(JSON.stringify({ query: document, variables }), signal);
  if (answer.errors?.length) throw refusal(problemOf(answer.errors));
  if (!answer.data) throw new ProblemError({ code: 'INTERNAL', params: {} });
  return answer.data as R;
}

/** What a missing second factor keeps somebody from, the page's dialog tells, where there is one: it says so by taking the event. */
function refusal(problem: ProblemFacts): ProblemError {
  const isTold = problem.code === 'SECOND_FACTOR_NEEDED' && !window.dispatchEvent(new Event(POWERS_WAIT, { cancelable: true }));
  return new ProblemError(problem, isTold);
}

async function post(body: string, signal?: AbortSignal): Promise<{ data?: unknown; errors?: { extensions?: Record<string, unknown> }[] }> {
  try {
    const response = await fetch('/graphql', { method: 'POST', headers: HEADERS, body, signal, credentials: 'same-origin' });
    return await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError({ code: 'OFFLINE', params: {} });
  }
}

/** One key per intent: send it again with every retry of the same submission. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
