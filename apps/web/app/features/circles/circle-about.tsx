import { StartElectionDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { problemText } from '~/i18n/problems';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { useCommunity } from '~/shell/use-root';
import type { CircleFull } from './circles.server';
import { RunningElection } from './election-card';
import { ElectionResult } from './election-result';
import { useAct } from './use-act';
import styles from './circles.module.css';

/** What it is for, who speaks for it, and how it chooses. */
export function CircleAbout({ circle }: { circle: CircleFull }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const over = circle.elections?.nodes.filter(({ closedAt }) => closedAt !== null) ?? [];
  return (
    <div className={styles.sections}>
      <section className={styles.section} aria-labelledby="about">
        <h2 id="about">{t('circles.aboutTitle')}</h2>
        <Markdown html={circle.descriptionHtml} lang={locale} />
        <p className={styles.quiet}>{t(circle.joining === 'OPEN' ? 'circles.openText' : 'circles.requestText')}</p>
      </section>
      <Offices circle={circle} />
      {circle.election ? <RunningElection election={circle.election} /> : <NextElection circle={circle} />}
      {over.length > 0 && (
        <section className={styles.section} aria-labelledby="elections">
          <h2 id="elections">{t('circles.electionsTitle')}</h2>
          {over.map((election) => <ElectionResult key={election.id} election={election} />)}
        </section>
      )}
    </div>
  );
}

function Offices({ circle }: { circle: CircleFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const day = (at: string) => t.date(at, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <section className={styles.section} aria-labelledby="offices">
      <h2 id="offices">{t('circles.officesTitle')}</h2>
      <dl className={styles.who}>
        {circle.spokesperson && circle.termEndsAt && <><dt>{t('circles.spokesperson')}</dt><dd><MemberChip member={circle.spokesperson} community={slug}>{t('circles.termUntil', { date: day(circle.termEndsAt) })}</MemberChip></dd></>}
        {!circle.spokesperson && circle.keeper && <><dt>{t('circles.keeper')}</dt><dd><MemberChip member={circle.keeper} community={slug}>{t('circles.keeperText')}</MemberChip></dd></>}
        <dt>{t('circles.founder')}</dt><dd><MemberChip member={circle.founder} community={slug}>{t('circles.foundedOn', { date: day(circle.createdAt) })}</MemberChip></dd>
      </dl>
    </section>
  );
}

/** Begins an election, or says why not now. */
function NextElection({ circle }: { circle: CircleFull }) {
  const t = useT();
  const { act, busy } = useAct();
  const { asked, needed, viewerAsked } = circle.electionCalls;
  const { allowed, reason } = circle.viewerCan.startElection;
  const atOnce = needed === 1;
  const start = () => void act(StartElectionDocument, { circle: circle.id }, t(atOnce ? 'circles.electionStarted' : 'circles.electionAsked'));
  return (
    <Card as="section" tone="wash" className={styles.section} aria-labelledby="next-election">
      <h2 id="next-election">{t('circles.nextTitle')}</h2>
      <p>{t(atOnce ? 'circles.nextOpen' : 'circles.nextTerm', { needed })}</p>
      {!atOnce && asked > 0 && <p>{t('circles.askedSoFar', { asked, needed })}</p>}
      {allowed && !viewerAsked && <p><Button busy={busy} onClick={start}>{t(atOnce ? 'circles.startElection' : 'circles.askElection')}</Button></p>}
      {viewerAsked && <p className={styles.quiet}>{t('circles.youAsked')}</p>}
      {!allowed && circle.viewerMembership && reason && <p className={styles.quiet}>{problemText(t, { code: reason, params: {} })}</p>}
    </Card>
  );
}
