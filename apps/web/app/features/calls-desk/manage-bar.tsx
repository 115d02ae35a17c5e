import { useState } from 'react';
import { PublishCallDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { callPath } from '../paths';
import styles from './manage.module.css';

interface Run {
  readonly id: string;
  readonly state: 'DRAFT' | 'SCHEDULED' | 'OPEN' | 'CLOSED' | 'DECIDED';
  readonly opensAt: string;
  readonly closesAt: string;
  readonly viewerRuns: boolean;
}

/** Above a call's page, for who runs it: that they see it as fans will, and the next step. Nothing for others. */
export function ManageBar({ call }: { call: Run }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  if (!call.viewerRuns) return null;
  const editable = call.state === 'DRAFT' || call.state === 'SCHEDULED';
  return (
    <section className={styles.bar} aria-label={t('calls.barLabel')}>
      <p><Icon name={call.state === 'DRAFT' ? 'eyeOff' : 'eye'} size={20} />{t(call.state === 'DRAFT' ? 'calls.barDraft' : 'calls.barPublic')}</p>
      <div className={styles.actions}>
        {editable && <LinkButton size="s" to={callPath(slug, call.id, '/edit')}>{t('calls.edit')}</LinkButton>}
        <LinkButton size="s" to={callPath(slug, call.id, '/manage')}>{t('calls.manage')}</LinkButton>
        {call.state === 'DRAFT' && <Publish call={call} />}
      </div>
    </section>
  );
}

/** Makes a draft public, once it was said what that means. */
export function Publish({ call }: { call: Pick<Run, 'id' | 'opensAt' | 'closesAt'> }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { act, busy, problem } = useAct();
  const publish = async () => {
    if (await act(PublishCallDocument, { call: call.id }, t('calls.published'))) setAsking(false);
  };
  return (
    <>
      <Button size="s" tone="primary" onClick={() => setAsking(true)}>{t('calls.publish')}</Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('calls.publishTitle')}
        description={t('calls.publishText', { opens: t.date(call.opensAt), closes: t.date(call.closesAt) })}
        footer={<>
          <Button tone="quiet" onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button tone="primary" busy={busy} onClick={() => void publish()}>{t('calls.publishNow')}</Button>
        </>}
      >
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}
