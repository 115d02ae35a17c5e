import { Link } from 'react-router';
import type { PostedIdeaQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FanShape } from '~/kit/marks';
import { Ladder } from '~/kit/ladder';
import { Page } from '~/shell/page';
import { useCommunity, useViewer } from '~/shell/use-root';
import { ShareButton } from '../idea/share-button';
import { ideaPath } from '../paths';
import { VoteControl } from '../voting/idea-vote';
import { useVote } from '../voting/use-vote';
import styles from './posted-page.module.css';

export type PostedIdea = NonNullable<PostedIdeaQuery['idea']>;

/** Of an idea that a moderator reads first: where it is, and what happens next. */
function Pending({ idea }: { idea: PostedIdea }) {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <Page width="text" className={styles.page}>
      <header className={styles.head}>
        <span className={styles.sign}><FanShape size={84} /></span>
        <h1>{t('withheld.pendingHeading')}</h1>
        <p className={styles.lead}>{t('withheld.pendingLead', { title: idea.title })}</p>
        <div className={styles.buttons}><LinkButton tone="primary" to={ideaPath(community.slug, idea)}>{t('withheld.pendingOpen')}</LinkButton></div>
      </header>
      <Card as="section">
        <ol className={styles.steps}>
          <li>{t('withheld.pendingStep1')}</li>
          <li>{t('withheld.pendingStep2')}</li>
          <li>{t('withheld.pendingStep3')}</li>
        </ol>
      </Card>
    </Page>
  );
}

/** Right after posting: what happens next, and how to gather support. */
export function PostedPage({ idea }: { idea: PostedIdea }) {
  const t = useT();
  const viewer = useViewer();
  const { community } = useCommunity()!;
  const vote = useVote(idea);
  if (idea.status === 'PENDING') return <Pending idea={idea} />;
  const path = ideaPath(community.slug, idea);
  const [first, last] = [community.ladder[0], community.ladder.at(-1)];
  return (
    <Page width="text" className={styles.page}>
      <header className={styles.head}>
        <span className={styles.sign}><FanShape size={84} /></span>
        <h1>{t('posting.doneHeading')}</h1>
        <p className={styles.lead}>{t('posting.doneLead', { title: idea.title })}</p>
        <div className={styles.buttons}>
          <ShareButton title={idea.title} path={path} tone="primary" />
          <LinkButton to={path}>{t('posting.doneOpen')}</LinkButton>
        </div>
      </header>
      <Card as="section">
        <Ladder rungs={community.ladder} verified={vote.support.verified} caption={false} />
        <ol className={styles.steps}>
          <li>{t('posting.doneStep1')}</li>
          {first && <li>{t('posting.doneStep2', { support: first.support, days: first.days })}</li>}
          {last && <li>{t('posting.doneStep3', { support: last.support })}</li>}
        </ol>
      </Card>
      <section className={styles.gather}>
        <h2>{t('posting.doneGather')}</h2>
        <ul className={styles.tips}>
          <li>{t('posting.doneGather1')}</li>
          <li>{t('posting.doneGather2')}</li>
          <li>{t('posting.doneGather3')}</li>
        </ul>
        {idea.votingOpen && <div className={styles.own}><p>{t('posting.doneBackFirst')}</p><VoteControl idea={idea} vote={vote} look="wide" /></div>}
        {viewer && !viewer.account.emailConfirmed && <p className={styles.confirm}>{t('posting.doneConfirm')} <Link to="/confirm">{t('idea.voteUnverifiedAction')}</Link></p>}
      </section>
    </Page>
  );
}
