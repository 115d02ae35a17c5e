import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon, type IconName } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { useCommunity } from '~/shell/use-root';
import { ambassadorsPath } from '../paths';
import type { CallFull } from '../recruitment/recruitment.server';
import { useMoment } from './moment';
import styles from './applying.module.css';

interface OfCall {
  call: CallFull;
}

/** Whether nobody applies any more. */
function isOver({ state }: CallFull): boolean {
  return state === 'CLOSED' || state === 'DECIDED';
}

/** The way from an application to a seat, with its dates. */
export function HowDecided({ call }: OfCall) {
  const t = useT();
  const moment = useMoment();
  const { locale } = useCommunity()!.community;
  return (
    <section className={styles.stack} aria-labelledby="how">
      <h2 id="how">{t(call.state === 'DECIDED' ? 'applying.howThen' : 'applying.how')}</h2>
      <ol role="list" className={styles.way}>
        <Stage icon="edit" title={t('applying.stepApply')}>{t(isOver(call) ? 'applying.stepApplyOver' : 'applying.stepApplyText', { from: t.date(call.opensAt), to: moment(call.closesAt) })}</Stage>
        {call.votingUntil && <Stage icon="heart" title={t('applying.stepVotes')}>{t('applying.stepVotesText', { date: moment(call.votingUntil) })}</Stage>}
        {call.selection !== 'COMMUNITY' && (
          <Stage icon="eye" title={t('applying.stepPanel')} more={call.selection === 'HALF' && <p>{t('applying.stepHalf')}</p>}>
            {t('applying.stepPanelText')}{' '}
            <span className={styles.criteria}>
              {call.criteria.map(({ position, label, weight }) => <Badge key={position}><span lang={locale}>{label}</span>{weight > 1 && <>{' '}<span aria-hidden="true">×{weight}</span><span className="visually-hidden">{t('applying.weight', { weight })}</span></>}</Badge>)}
            </span>
          </Stage>
        )}
        <Stage icon="mail" title={t('applying.stepAnswer')}>{t('applying.stepAnswerText')}</Stage>
        <Stage icon="star" title={t('applying.stepServe')}>{t('applying.stepServeText', { days: call.acceptDays, months: call.termMonths })}</Stage>
      </ol>
    </section>
  );
}

function Stage({ icon, title, more, children }: { icon: IconName; title: string; more?: ReactNode; children: ReactNode }) {
  return <li className={styles.stage}><span className={styles.dot}><Icon name={icon} size={18} /></span><div><h3>{title}</h3><p>{children}</p>{more}</div></li>;
}

/** The questions as they will be asked. */
export function Asked({ call }: OfCall) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <section className={styles.stack} aria-labelledby="asked">
      <h2 id="asked">{t(isOver(call) ? 'applying.askedThen' : 'applying.asked')}</h2>
      {call.questions.length > 0 && (
        <ol className={styles.questions}>
          {call.questions.map((question) => (
            <li key={question.id}>
              <p lang={locale}>{question.text}</p>
              <p className={styles.facts}><span>{t(`applying.kind_${question.kind}`)}</span>{!question.required && <span>{t('common.optional')}</span>}{question.audience === 'COMMUNITY' && <Badge size="s" tone="info" icon="eye">{t('applying.public')}</Badge>}</p>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.quiet}>{t(call.questions.length > 0 ? 'applying.askedReach' : 'applying.askedNothing')}</p>
    </section>
  );
}

/** Who reads the answers, by name where somebody was named. */
export function Readers({ call }: OfCall) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  return (
    <section className={styles.stack} aria-labelledby="who">
      <h2 id="who">{t(call.state === 'DECIDED' ? 'applying.whoThen' : 'applying.who')}</h2>
      <p>{t('applying.whoTeam', { community: name })}{call.reviewers.length > 0 ? ` ${t('applying.whoNamed')}` : '.'}</p>
      {call.reviewers.length > 0 && <ul role="list" className={styles.people}>{call.reviewers.map((member) => <li key={member.id}><MemberChip member={member} community={slug} size="s" /></li>)}</ul>}
      <p className={styles.quiet}>{t(call.selection === 'PANEL' ? 'applying.whoPanel' : 'applying.whoAll')}{call.blind && ` ${t('recruitment.blind')}`}</p>
    </section>
  );
}

/** What changed once the call was public; the last first. */
export function News({ call }: OfCall) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  if (call.changes.length === 0) return null;
  return (
    <section className={styles.stack} aria-labelledby="news">
      <h2 id="news">{t('applying.news')}</h2>
      <ul role="list" className={styles.news}>
        {call.changes.toReversed().map((change) => (
          <li key={change.id}>
            <p><strong>{t(`recruitment.change_${change.kind}`, { date: t.date(change.closesAt) })}</strong> <span className={styles.quiet}>{t('applying.newsOn', { date: t.date(change.at) })}</span></p>
            <p lang={locale} className={styles.lines}>{change.notice}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What came of it. */
export function Result({ call }: OfCall) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const isAnswered = (call.viewerApplication?.decisions?.length ?? 0) > 0;
  if (call.state === 'CLOSED' && isAnswered) return null; // theirs says it
  if (call.state === 'CLOSED') return <Card as="section" tone="wash" className={`${styles.stack} ${styles.result}`}><h2 className={styles.small}>{t('applying.deciding')}</h2><p>{t('applying.decidingText')}</p></Card>;
  if (call.state !== 'DECIDED') return null;
  return (
    <Card as="section" tone="good" className={`${styles.stack} ${styles.result}`} aria-labelledby="result">
      <h2 id="result" className={styles.small}>{t('applying.results')}</h2>
      <p>{call.applicants === 0 ? t('applying.resultsNone') : t('applying.resultsText', { taken: call.seatsTaken, seats: call.seats, applied: call.applicants })}</p>
      {call.seatsTaken > 0 && <p><LinkButton size="s" to={ambassadorsPath(slug)}>{t('applying.meet')}</LinkButton></p>}
    </Card>
  );
}
