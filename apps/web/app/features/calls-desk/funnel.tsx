import { useT } from '~/i18n/react';
import { BarsWithTable } from '../transparency/bars-with-table';
import type { Funnel as Steps } from './calls-desk.server';

const STEPS = ['seen', 'started', 'submitted', 'selected', 'accepted'] as const;

/** Where members came to in a call, with a sentence. */
export function Funnel({ funnel }: { funnel: Steps }) {
  const t = useT();
  return (
    <>
      <p>{t('calls.funnelSentence', { seen: funnel.seen, submitted: funnel.submitted, accepted: funnel.accepted })}</p>
      <BarsWithTable bars={STEPS.map((step) => ({ key: step, label: t(`calls.step_${step}`), value: funnel[step] }))} heads={[t('calls.funnelStep'), t('calls.funnelMembers')]} />
    </>
  );
}
