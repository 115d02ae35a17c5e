import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { MoreCreationRepliesDocument, MoreResponsesDocument, type CreationResponseFactsFragment, type CreationThreadFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { LoadMore } from '~/kit/load-more';
import { useCommunity } from '~/shell/use-root';
import commentStyles from '../comments/comments.module.css';
import threadStyles from '../comments/comment-thread.module.css';
import { creationPath } from '../paths';
import type { CreationFull } from './creations.server';
import { ResponseComposer } from './response-composer';
import { ResponseItem, type ResponseChange } from './response-item';
import { addReplies, addReply, addThread, joinThreads, patchResponse } from './response-threads';

/** What others say about a work. */
export function Responses({ creation, after }: { creation: CreationFull; after: string | null }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const talk = useResponses(creation);
  const closed = creation.withdrawnAt !== null || creation.withheld !== null;
  const here = creationPath(slug, creation);
  if (closed && talk.threads.length === 0) return null;
  return (
    <section id="responses" className={commentStyles.comments} aria-labelledby="responses-title">
      <h2 id="responses-title">{t('creations.responsesHeading', { count: creation.responseCount })}</h2>
      {closed ? <p className={commentStyles.quiet}>{t('creations.responsesClosed')}</p> : <ResponseComposer creation={creation.id} onPosted={talk.add} />}
      {after && <p><LinkButton size="s" to={`${here}#responses`}>{t('creations.responsesFromStart')}</LinkButton></p>}
      {talk.threads.length === 0 && !closed && <p className={commentStyles.quiet}>{t('creations.responsesEmpty')}</p>}
      <ul role="list" className={commentStyles.list}>
        {talk.threads.map((thread) => <li key={thread.id}><Thread thread={thread} creation={creation.id} talk={talk} closed={closed} /></li>)}
      </ul>
      {talk.next && <LoadMore to={`${here}?after=${encodeURIComponent(talk.next)}#responses`} onLoad={() => void talk.loadMore()} busy={talk.busy} label={t('creations.responsesMore')} />}
    </section>
  );
}

interface ThreadProps {
  thread: CreationThreadFragment;
  creation: string;
  talk: ReturnType<typeof useResponses>;
  closed: boolean;
}

/** A response and the replies under it; a reply to a reply stands beside it and says whom it answers. */
function Thread({ thread, creation, talk, closed }: ThreadProps) {
  const t = useT();
  const [answering, setAnswering] = useState<CreationResponseFactsFragment | null>(null);
  const item = (response: CreationResponseFactsFragment) => (
    <ResponseItem response={response} top={thread.id} onChange={talk.patch} onReply={closed || response.deletedAt || response.withheld ? undefined : () => setAnswering(response)} />
  );
  return (
    <div className={threadStyles.thread}>
      {item(thread)}
      {(thread.replies.nodes.length > 0 || answering) && (
        <div className={threadStyles.replies}>
          <ul role="list" className={threadStyles.list}>{thread.replies.nodes.map((reply) => <li key={reply.id}>{item(reply)}</li>)}</ul>
          {thread.replies.pageInfo.hasNextPage && <Button size="s" tone="quiet" onClick={() => void talk.loadReplies(thread)}>{t('creations.repliesMore')}</Button>}
          {answering && (
            <ResponseComposer
              key={answering.id}
              creation={creation}
              parent={{ id: answering.id, name: answering.author?.displayName ?? t('creations.former') }}
              onPosted={(reply) => {
                talk.reply(thread.id, reply);
                setAnswering(null);
              }}
              onCancel={() => setAnswering(null)}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** The thread on the screen: what the loader brought, and what was written, changed and opened since. */
function useResponses({ id, responses }: CreationFull) {
  const complain = useComplaint();
  const [threads, setThreads] = useState<readonly CreationThreadFragment[]>(responses.nodes);
  const [{ hasNextPage, endCursor }, setPageInfo] = useState(responses.pageInfo);
  const [busy, setBusy] = useState(false);
  useEffect(() => setThreads((now) => joinThreads(now, responses.nodes)), [responses.nodes]);
  const loadMore = async () => {
    setBusy(true);
    try {
      const { creation } = await mutate(MoreResponsesDocument, { id, after: endCursor });
      setThreads((now) => joinThreads(now, creation!.responses.nodes));
      setPageInfo(creation!.responses.pageInfo);
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  const loadReplies = async (thread: CreationThreadFragment) => {
    try {
      const { creationResponse } = await mutate(MoreCreationRepliesDocument, { id: thread.id, after: thread.replies.pageInfo.endCursor });
      if (creationResponse) setThreads((now) => addReplies(now, thread.id, creationResponse.replies));
    } catch (error) {
      complain(error);
    }
  };
  return {
    threads,
    next: hasNextPage ? endCursor : null,
    busy,
    loadMore,
    loadReplies,
    add: (written: CreationThreadFragment) => setThreads((now) => addThread(now, written)),
    reply: (top: string, written: CreationResponseFactsFragment) => setThreads((now) => addReply(now, top, written)),
    patch: (change: ResponseChange) => setThreads((now) => patchResponse(now, change)),
  };
}
