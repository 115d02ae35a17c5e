import { IdeaChangedDocument, type IdeaChangedSubscription } from '~/graphql/generated/documents';

export type IdeaNews = IdeaChangedSubscription['ideaChanged'];

interface Listener {
  news(idea: IdeaNews): void;
  /** The line was cut and is back: something may have been missed. */
  caughtUp(): void;
}

/**
 * Tells when an idea changes, until the returned function is called. The code for it arrives only now, so that reading a
 * page never waits for it; a cut line is mended without end, slower each time.
 */
export function listenToIdea(id: string, listener: Listener): () => void {
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
    const unsubscribe = client.subscribe<IdeaChangedSubscription>(
      { query: IdeaChangedDocument, variables: { id } },
      { next: ({ data }) => data && listener.news(data.ideaChanged), error: () => {}, complete: () => {} },
    );
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
