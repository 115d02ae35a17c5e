import type { TypedDocument } from '~/graphql/generated/documents';

export interface Listener<News> {
  news(news: News): void;
  /** The line was cut and is back: something may have been missed. */
  caughtUp(): void;
}

/**
 * Hears what a subscription tells, until the returned function is called. The code for it arrives only now, so that reading a
 * page never waits for it; a cut line is mended without end, slower each time.
 */
export function listenTo<R extends object, V extends Record<string, unknown>>(document: TypedDocument<R, V>, variables: V, listener: Listener<R>): () => void {
  let stop = () => {};
  let stopped = false;
  void import('graphql-ws').then(({ createClient }) => {
    if (stopped) return;
    let connections = 0;
    const client = createClient({
      url: location.origin.replace(/^http/, 'ws') + '/graphql',
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      on: { connected: () => void (connections++ > 0 && listener.caughtUp()) },
    });
    const unsubscribe = client.subscribe<R>({ query: document, variables }, { next: ({ data }) => data && listener.news(data as R), error: () => {}, complete: () => {} });
    stop = () => {
      unsubscribe();
      void client.dispose();
    };
  });
  return () => {
    stopped = true;
    stop();
  };
}
