import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { callPath } from '../paths';
import { AcceptTerm } from '../recruitment/accept-term';
import type { Agreement, CallFull } from '../recruitment/recruitment.server';
import { AskAgain } from './ask-again';
import { useMoment } from './moment';
import { TakeBack } from './take-back';
import styles from './applying.module.css';

type Own = NonNullable<CallFull['viewerApplication']>;

interface Props {
  call: CallFull;
  own: Own;
}

const TONES = { DRAFT: 'accent', SUBMITTED: 'wash', SELECTED: 'good', WAITING: 'wash', DECLINED: 'wash', WITHDRAWN: 'wash' } as const;

/** The reader's own application: where it stands, the answer with its reason, and what they can do about it. */
export function MyApplication({ call, agreement }: { call: CallFull; agreement: Agreement | null }) {
  const t = useT();
  const own = call.viewerApplication;
  if (!own) return null;
  const isServing = own.term?.state === 'ACTIVE';
  const canGo = !isServing && own.state !== 'DECLINED' && own.state !== 'WITHDRAWN' && (own.term === null || own.term.state === 'OFFERED');
  return (
    <Card as="section" tone={TONES[own.state]} className={styles.own} aria-labelledby="own">
      <div className={styles.ownHead}>
        <p className={styles.eyebrow}>{t('applying.mine')}</p>
        <h2 id="own">{t(`applying.mine_${own.state}`, { place: own.waitingPlace ?? 0 })}</h2>
      </div>
      <Answer own={own} />
      <Standing call={call} own={own} />
      <Held own={own} />
      {own.term?.state === 'OFFERED' && agreement && <AcceptTerm term={own.term} agreement={agreement} />}
      {isServing && <p><strong>{t('applying.serving_ACTIVE')}</strong></p>}
      <Support call={call} own={own} />
      <div className={styles.ways}>
        {call.state === 'OPEN' && (own.state === 'DRAFT' || own.state === 'SUBMITTED') && <Continue call={call} own={own} />}
        {canGo && <TakeBack call={call} own={own} />}
      </div>
      <AskAgain own={own} />
    </Card>
  );
}

function Continue({ call, own }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return <LinkButton tone={own.state === 'DRAFT' ? 'primary' : 'secondary'} to={callPath(slug, call.id, '/apply')}>{t(own.state === 'DRAFT' ? 'recruitment.goOn' : 'applying.change')}</LinkButton>;
}

/** One or two sentences on what it means now, and what comes next. */
function Standing({ call, own }: Props) {
  const t = useT();
  const moment = useMoment();
  const isOpen = call.state === 'OPEN';
  switch (own.state) {
    case 'DRAFT': return <p>{t('applying.answered', { done: own.answers.length, all: call.questions.length })} {t('applying.savedOn', { date: t.date(own.changedAt) })}</p>;
    case 'SUBMITTED': return <p>{isOpen ? t('applying.canChange', { date: moment(call.closesAt) }) : own.withheld ? null : t('applying.waitsDecision')}</p>;
    case 'WAITING': return <p>{t('applying.waitingText')}</p>;
    case 'WITHDRAWN': return <p>{own.seatLeftAt ? t('applying.seatLeft', { date: t.date(own.seatLeftAt) }) : isOpen ? t('applying.withdrawnText', { date: moment(call.closesAt) }) : t('applying.withdrawnOver')}</p>;
    case 'SELECTED': return own.seatLeftAt && <p>{t('applying.seatLeft', { date: t.date(own.seatLeftAt) })}</p>;
    case 'DECLINED': return <Again call={call} own={own} />;
  }
}

const DAY_MS = 86_400_000;

function Again({ call, own }: Props) {
  const t = useT();
  const days = call.eligibility.reapplyAfterDays;
  if (days === 0 || !own.decidedAt) return <p>{t('applying.againNow')}</p>;
  return <p>{t('applying.again', { date: t.date(new Date(Date.parse(own.decidedAt) + days * DAY_MS)) })}</p>;
}

/** Intake holds it, or a moderator took it out. */
function Held({ own }: { own: Own }) {
  const t = useT();
  if (!own.withheld) return null;
  const waits = own.withheld === 'HOLD';
  return (
    <div className={styles.held}>
      <Icon name={waits ? 'hourglass' : 'eyeOff'} size={20} />
      <div>{waits && <p><strong>{t('applying.heldTitle')}</strong></p>}<p>{t(waits ? 'applying.heldText' : 'applying.removedText')}</p></div>
    </div>
  );
}

/** The last answer with its reason; those before it behind a click. */
function Answer({ own }: { own: Own }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const decisions = own.decisions ?? [];
  const last = decisions.at(-1);
  if (!last) return null;
  return (
    <>
      <figure className={styles.answer}>
        <figcaption>{t('applying.reason')}</figcaption>
        <blockquote lang={locale}>{last.reason}</blockquote>
      </figure>
      {last.reviewOutcome && <p lang={locale}><strong>{t('recruitment.reviewAnswer')}</strong> {last.reviewAnswer}</p>}
      {last.reviewAskedAt && !last.reviewOutcome && <p>{t('recruitment.reviewWaits')}</p>}
      {decisions.length > 1 && (
        <details>
          <summary>{t('applying.earlier')}</summary>
          <ul>{decisions.slice(0, -1).map(({ id, state, reason, at }) => <li key={id}><strong>{t(`recruitment.one_${state}`)}</strong> ({t.date(at)}): <span lang={locale}>{reason}</span></li>)}</ul>
        </details>
      )}
    </>
  );
}

/** Votes they got, and circles that stand behind them. */
function Support({ call, own }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const circles = own.nominatedBy ?? [];
  return (
    <>
      {call.selection !== 'PANEL' && own.state !== 'DRAFT' && own.state !== 'WITHDRAWN' && <p><Link to={callPath(slug, call.id, '/candidates')}>{t(call.voting ? 'applying.votesOfMine' : 'applying.votesGot', { verified: own.verifiedVotes, all: own.votes })}</Link></p>}
      {circles.length > 0 && <p>{t('applying.putForward', { circles: new Intl.ListFormat(t.locale).format(circles.map((circle) => circle.name)) })}</p>}
    </>
  );
}
