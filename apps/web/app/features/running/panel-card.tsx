import { useState } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { AppointPanelModeratorDocument, DismissPanelModeratorDocument, type OperatorPageQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import styles from './health.module.css';

export type Panel = NonNullable<OperatorPageQuery['moderationPanel']>;

/** Who decides where a community has too few moderators of its own. */
export function PanelCard({ panel }: { panel: Panel }) {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="panel" className={styles.wide}>
      <h2 id="panel">{t('panel.title')}</h2>
      <p className={styles.quiet}>{t('panel.text')} <Link to="/panel">{t('panel.toDuties')}</Link></p>
      {panel.length === 0 && <p className={styles.quiet}>{t('panel.none')}</p>}
      <ul role="list" className={styles.panel}>
        {panel.map((one) => <li key={one.accountId}><PanelRow {...one} /></li>)}
      </ul>
      <AppointForm />
    </Card>
  );
}

function PanelRow({ accountId: account, displayName: name, email, appointedAt }: Panel[number]) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const dismiss = async () => {
    if (await act(() => mutate(DismissPanelModeratorDocument, { input: { account } }), t('panel.dismissed', { name }))) setAsking(false);
  };
  return (
    <>
      <span><strong>{name}</strong> <span className={styles.quiet}>{email}, {t('panel.since', { date: t.date(appointedAt) })}</span></span>
      <Button size="s" onClick={() => setAsking(true)}>{t('panel.dismiss')}<span className="visually-hidden"> {name}</span></Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('panel.dismissTitle', { name })} description={t('panel.dismissText', { name })} footer={<Button tone="danger" busy={busy} onClick={() => void dismiss()}>{t('panel.dismiss')}</Button>}>
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}

function AppointForm() {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [email, setEmail] = useState('');
  const appoint = async () => {
    if (await act(() => mutate(AppointPanelModeratorDocument, { input: { email } }), t('panel.appointed', { email }))) setEmail('');
  };
  const unknown = problem?.code === 'NOT_FOUND' ? t('panel.unknown') : null;
  return (
    <form method="post" className={styles.appoint} onSubmit={(event) => { event.preventDefault(); void appoint(); }}>
      <TextField label={t('panel.email')} type="email" name="email" autoComplete="off" maxLength={320} required value={email} onChange={(event) => setEmail(event.target.value)} error={unknown} />
      <SubmitButton busy={busy}>{t('panel.appoint')}</SubmitButton>
      <FormProblem problem={unknown ? null : problem} />
    </form>
  );
}
