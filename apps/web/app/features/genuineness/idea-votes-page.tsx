import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { VotesOfIdeaDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { RelativeTime } from '~/kit/relative-time';
import { SupportMeter } from '~/kit/support-meter';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { ideaPath, votesPath } from '../paths';
import type { Story, WatchedIdea } from './genuineness.server';
import { RunCard } from './run-card';
import styles from './genuineness.module.css';

/** An idea's votes as moderators see them: what counts, who came together and why that stands out, and what happened to them. */
export function IdeaVotesPage({ idea }: { idea: WatchedIdea }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const runs = idea.suspectedRuns ?? [];
  return (
    <Page width="text" className={styles.page}>
      <PageTitle
        title={t('genuineness.ofIdea', { title: idea.title })}
        lead={<><Link to={ideaPath(slug, idea)}>{t('genuineness.toIdea')}</Link> · <Link to={votesPath(slug)}>{t('genuineness.toAll')}</Link></>}
      />
      <section aria-labelledby="counts"><h2 id="counts" className="visually-hidden">{t('genuineness.counts')}</h2><Card><SupportMeter support={idea.support} /></Card></section>
      <section className={styles.list} aria-labelledby="groups">
        <h2 id="groups">{t('genuineness.groups')}</h2>
        {runs.length === 0 && <p className={styles.quiet}>{t('genuineness.noGroups')}</p>}
        <ul role="list" className={styles.list}>{runs.map((run) => <li key={run.id}><RunCard run={run} ideaId={idea.id} /></li>)}</ul>
      </section>
      <StoryOfVotes id={idea.id} story={idea.suspicionEvents!} />
    </Page>
  );
}

function StoryOfVotes({ id, story }: { id: string; story: Story }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(VotesOfIdeaDocument, { id, after })).idea!.suspicionEvents!;
  return (
    <section className={styles.list} aria-labelledby="story">
      <h2 id="story">{t('genuineness.story')}</h2>
      {story.nodes.length === 0 && <p className={styles.quiet}>{t('genuineness.noStory')}</p>}
      <Growing key={key} page={story} fetchPage={fetchPage} hrefOf={(after) => `${votesPath(slug, id)}?after=${encodeURIComponent(after)}#story`} label={t('common.loadMore')}>
        {(events) => (
          <ol role="list" className={styles.story}>
            {events.map(({ id: event, kind, votes, at, ruling }) => (
              <li key={event} data-kind={kind}>
                <span>{t(`genuineness.event_${kind}`, { count: votes, name: ruling?.by?.displayName ?? t('genuineness.moderator') })}</span>
                <RelativeTime at={at} />
                {ruling && <q>{ruling.reason}</q>}
              </li>
            ))}
          </ol>
        )}
      </Growing>
    </section>
  );
}
