import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { CallFunnelDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SkeletonText } from '~/kit/skeleton';
import { useCommunity } from '~/shell/use-root';
import type { Funnel as Steps, PanelCall } from './calls-desk.server';
import { Funnel } from './funnel';
import { funnelTime } from './funnel-time';
import styles from './panel.module.css';

/** The funnel of a call, counted when somebody wants to see it. */
export function FunnelDetails({ call }: { call: PanelCall }) {
  const t = useT();
  const complain = useComplaint();
  const { slug } = useCommunity()!.community;
  const [steps, setSteps] = useState<Steps | null>(null);
  const count = async () => {
    try {
      const { community } = await mutate(CallFunnelDocument, { slug, call: call.id, ...funnelTime(call.opensAt, Date.now()) });
      setSteps(community?.ambassadorNumbers?.calls[0] ?? null);
    } catch (error) {
      complain(error);
    }
  };
  return (
    <details className={styles.funnel} onToggle={(event) => event.currentTarget.open && void count()}>
      <summary>{t('calls.funnel')}</summary>
      {steps ? <Funnel funnel={steps} /> : <SkeletonText />}
    </details>
  );
}
