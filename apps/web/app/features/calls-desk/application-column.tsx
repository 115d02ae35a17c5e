import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { useCommunity } from '~/shell/use-root';
import { circlePath } from '../paths';
import { AnswersPart } from './answers-part';
import { Arithmetic } from './arithmetic';
import type { PanelApplication, PanelCall } from './calls-desk.server';
import { ConflictForm, MarksForm } from './marks-form';
import { DecideDialog } from './decide-dialog';
import { DecisionsPart } from './decisions-part';
import { nameOf } from './panel-words';
import { StandingPart } from './standing-part';
import styles from './panel.module.css';

interface Props {
  application: PanelApplication;
  call: PanelCall;
  /** Whether answers can be given now. */
  answering: boolean;
  closeTo: string;
}

/** One application as the panel reads it, beside others. */
export function ApplicationColumn({ application, call, answering, closeTo }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const [deciding, setDeciding] = useState(false);
  const name = nameOf(t, application);
  const marking = application.state === 'SUBMITTED' && call.selection !== 'COMMUNITY';
  const decided = application.state !== 'SUBMITTED';
  return (
    <Card as="article" className={styles.column} aria-label={name}>
      <header className={styles.head}>
        <h2 className={styles.whose}>{application.member ? <MemberChip member={application.member} community={slug} /> : <><Icon name="eyeOff" size={20} />{name}</>}</h2>
        <Link to={closeTo} className={styles.beside} aria-label={t('calls.closeOne', { name })} preventScrollReset><Icon name="close" size={18} /></Link>
      </header>
      <p className={styles.facts}>
        <Badge tone={application.state === 'SELECTED' ? 'good' : application.state === 'SUBMITTED' ? 'accent' : 'neutral'}>{t(`recruitment.one_${application.state as 'SUBMITTED'}`)}</Badge>
        {application.waitingPlace && <span>{t('calls.waitingPlace', { place: application.waitingPlace })}</span>}
        {application.submittedAt && <span>{t('calls.handedIn', { date: t.date(application.submittedAt) })}</span>}
        {application.nominatedBy?.map((circle) => <Link key={circle.id} to={circlePath(slug, circle.slug)}>{t('calls.nominatedBy', { circle: circle.name })}</Link>)}
      </p>
      <Arithmetic application={application} call={call} />
      <AnswersPart application={application} call={call} />
      <StandingPart application={application} />
      {marking && application.viewerMayJudge.allowed && <MarksForm application={application} call={call} />}
      {marking && application.viewerMayJudge.allowed && <ConflictForm id={application.id} />}
      {application.viewerHasConflict && <p className={styles.note}><Icon name="info" size={18} />{t('recruitment.conflicted')}</p>}
      {application.viewerMayJudge.reason === 'OWN_APPLICATION' && <p className={styles.note}><Icon name="info" size={18} />{t('calls.own')}</p>}
      <DecisionsPart application={application} call={call} />
      {call.viewerRuns && application.viewerMayDecide.allowed && (answering
        ? <p><Button tone={decided ? 'secondary' : 'primary'} data-decide={application.id} onClick={() => setDeciding(true)}>{t(decided ? 'calls.reverse' : 'calls.answerOne')}</Button></p>
        : <p className={styles.quiet}>{t('calls.notYet')}</p>)}
      <DecideDialog open={deciding} onOpenChange={setDeciding} ids={[application.id]} name={name} from={decided ? application.state : null} />
    </Card>
  );
}
