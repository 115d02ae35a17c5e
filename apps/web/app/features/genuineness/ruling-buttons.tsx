import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { RuleOnRunDocument, type RunFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { useToast } from '~/kit/toast';
import { ReasonDialog } from '../merges/reason-dialog';
import { useChange } from '../merges/use-change';
import styles from './genuineness.module.css';

/** Lets a run's votes count or keeps them aside, with a reason; what was decided before can be decided anew. */
export function RulingButtons({ run }: { run: RunFactsFragment }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [asked, setAsked] = useState<'let' | 'keep' | null>(null);
  const [last, setLast] = useState<'let' | 'keep'>('let');
  const change = useChange(RuleOnRunDocument, () => {
    setAsked(null);
    toast(t('genuineness.decided'), { tone: 'good' });
    void revalidate();
  });
  const ask = (what: 'let' | 'keep') => {
    setLast(what);
    setAsked(what);
  };
  return (
    <div className={styles.acts}>
      {!run.ruling?.counts && <Button onClick={() => ask('let')}>{t('genuineness.let')}</Button>}
      {run.ruling?.counts !== false && <Button tone={run.ruling ? undefined : 'quiet'} onClick={() => ask('keep')}>{t('genuineness.keep')}</Button>}
      <ReasonDialog
        key={last}
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t(`genuineness.${last}Title`)}
        text={t(`genuineness.${last}Text`)}
        label={t('genuineness.reasonLabel')}
        action={t('genuineness.send')}
        max={2000}
        busy={change.busy}
        problem={change.problem}
        onSend={(reason) => change.send({ run: run.id, counts: last === 'let', reason })}
      />
    </div>
  );
}
