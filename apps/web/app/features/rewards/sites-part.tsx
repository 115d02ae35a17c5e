import type { FormEvent } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { FollowSiteFeedDocument, UnfollowSiteFeedDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { NextReading } from '../missions/next-reading';
import type { SiteFeed } from './rewards.server';
import styles from './rewards-page.module.css';

/** Feeds of the reader's own sites: which are read, how that went, and what becomes of it after the term. */
export function SitesPart({ feeds, serves }: { feeds: readonly SiteFeed[]; serves: boolean }) {
  const t = useT();
  return (
    <section className={styles.part} aria-labelledby="sites">
      <div className={styles.lead}>
        <h2 id="sites">{t('rewards.sites')}</h2>
        <p className={styles.quiet}><T k="rewards.sitesText" values={{ link: (text) => <Link to="/settings/identity">{text}</Link> }} /></p>
      </div>
      {feeds.length > 0 && <ul role="list" className={styles.lines}>{feeds.map((feed) => <li key={feed.id}><FeedLine feed={feed} /></li>)}</ul>}
      {serves && <Follow />}
    </section>
  );
}

function FeedLine({ feed: { id, url, title, readAt, nextReadAt, problem } }: { feed: SiteFeed }) {
  const t = useT();
  const { act, busy } = useAct({ aloud: true });
  const name = title ?? url.replace(/^https?:\/\//, '');
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span><strong>{name}</strong> {problem && <Badge size="s" tone={problem === 'TERM_ENDED' ? 'neutral' : 'warn'} icon={problem === 'TERM_ENDED' ? 'clock' : 'warning'}>{t(`rewards.feed_${problem}`)}</Badge>}</span>
        <a href={url} rel="noopener" target="_blank" className={styles.url}>{url.replace(/^https?:\/\//, '')}</a>
        <span className={styles.quiet}>
          {readAt ? <>{t('rewards.readAt')} <RelativeTime at={readAt} /></> : t(problem ? 'rewards.neverRead' : 'rewards.readSoon')}
          {nextReadAt && (readAt || problem) && <NextReading at={nextReadAt} />}
          {problem && problem !== 'TERM_ENDED' && !nextReadAt && <> · {t('rewards.givenUp')}</>}
          {problem === 'TERM_ENDED' && <> · {t('rewards.feedKept')}</>}
        </span>
      </div>
      <Button size="s" tone="quiet" busy={busy} onClick={() => void act(() => mutate(UnfollowSiteFeedDocument, { input: { feed: id } }), t('rewards.unfollowed'))} aria-label={t('rewards.unfollowLabel', { name })}>{t('rewards.unfollow')}</Button>
    </div>
  );
}

function Follow() {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const url = String(new FormData(form).get('url'));
    if (await act(() => mutate(FollowSiteFeedDocument, { input: { community: slug, url } }), t('rewards.followed'))) form.reset();
  };
  return (
    <form method="post" className={styles.new} onSubmit={(event) => void submit(event)}>
      <TextField label={t('rewards.site')} hint={t('rewards.siteHint')} name="url" inputMode="url" placeholder="https://" required maxLength={2000} />
      <SubmitButton busy={busy}>{t('rewards.follow')}</SubmitButton>
      <FormProblem problem={problem} />
    </form>
  );
}
