import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { AboutSubject } from '../decisions/about-subject';
import { StateBadge } from '../decisions/state-badge';
import { Growing } from '../members/growing';
import { decidedAboutYou } from '../moderation/decided-words';
import { decisionPath } from '../paths';
import type { MyThings } from './me.server';
import styles from './my-comments.module.css';
import { NOTHING, useMyPage } from './use-my-page';

type MyDecision = NonNullable<MyThings['decisions']>['nodes'][number];

/** What moderators decided about oneself and one's texts. */
export function MyDecisions({ viewer }: { viewer: MyThings }) {
  const t = useT();
  const { key } = useLocation();
  const { fetchMine, hrefOf } = useMyPage('decisions');
  const page = viewer.decisions ?? NOTHING;
  if (page.nodes.length === 0) return <EmptyState title={t('decisions.mineEmptyTitle')} text={t('decisions.mineEmptyText')} />;
  return (
    <Growing key={key} page={page} hrefOf={hrefOf} fetchPage={async (after) => (await fetchMine(after)).decisions ?? NOTHING} label={t('reports.more')}>
      {(decisions: readonly MyDecision[]) => <ul role="list" className={styles.list}>{decisions.map((decision) => <li key={decision.id}><OneDecision decision={decision} /></li>)}</ul>}
    </Growing>
  );
}

function OneDecision({ decision }: { decision: MyDecision }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { action, state, acknowledgedAt, ruleNumber, endsAt, appealUntil } = decision;
  return (
    <article className={styles.comment}>
      <h2 className={styles.on}><Link to={decisionPath(slug, decision.id)}>{decidedAboutYou(t, decision)}</Link></h2>
      {decision.subjectKind !== 'MEMBER' && <p className={styles.about}><AboutSubject decision={decision} /></p>}
      <p className={styles.facts}>
        <StateBadge state={state} size="s" />
        <RelativeTime at={decision.decidedAt} />
        {ruleNumber && <span>{t('moderation.rule', { number: ruleNumber })}</span>}
        {endsAt && <span>{t('log.until', { date: t.date(endsAt) })}</span>}
      </p>
      {action === 'WARN' && state === 'IN_FORCE' && !acknowledgedAt && <p className={styles.facts}><strong>{t('decisions.waitsForYou')}</strong></p>}
      {state === 'IN_FORCE' && appealUntil && <p className={styles.facts}>{t('decisions.appealUntil', { date: t.date(appealUntil) })}</p>}
    </article>
  );
}
