import { useState } from 'react';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import type { PanelCall } from './calls-desk.server';
import { DecideDialog } from './decide-dialog';
import { RankingDialog } from './ranking-dialog';
import styles from './panel.module.css';

interface Props {
  call: PanelCall;
  /** How many wait for an answer. */
  waiting: number;
  chosen: readonly string[];
  answering: boolean;
  onDone(): void;
}

/** Answers for many: those who were chosen, or the first of the ranking. */
export function BulkBar({ call, waiting, chosen, answering, onDone }: Props) {
  const t = useT();
  const [deciding, setDeciding] = useState(false);
  const [ranking, setRanking] = useState(false);
  if (!answering) return call.state === 'OPEN' || call.voting ? <p className={styles.note}>{t('calls.notYet')}</p> : null;
  return (
    <div className={styles.bulk} role="group" aria-label={t('calls.bulk')}>
      <p role="status">{t('calls.waitingMany', { count: waiting })}{chosen.length > 0 && ` · ${t('calls.chosenMany', { count: chosen.length })}`}</p>
      <div className={styles.facts}>
        {chosen.length > 0 && <Button size="s" tone="quiet" onClick={onDone}>{t('calls.chooseNone')}</Button>}
        {chosen.length > 0 && <Button size="s" tone="primary" onClick={() => setDeciding(true)}>{t('recruitment.decide', { count: chosen.length })}</Button>}
        {waiting > 0 && <Button size="s" tone={chosen.length > 0 ? 'secondary' : 'primary'} onClick={() => setRanking(true)}>{t('calls.byRanking')}</Button>}
      </div>
      <DecideDialog open={deciding} onOpenChange={setDeciding} ids={chosen} onDone={onDone} />
      <RankingDialog key={`${waiting} ${call.seatsTaken}`} open={ranking} onOpenChange={setRanking} call={call} waiting={waiting} />
    </div>
  );
}
