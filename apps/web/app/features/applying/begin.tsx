import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { StartApplicationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { useAct } from '../circles/use-act';
import type { CallFull } from '../recruitment/recruitment.server';
import { useMoment } from './moment';
import { Readers } from './call-sections';
import { DeclaredFields } from './declared-fields';
import { WizardFrame } from './wizard-frame';
import styles from './wizard.module.css';

/** The first page, before anything is kept: who reads it, and what the call needs to know of who applies. */
export function Begin({ call }: { call: CallFull }) {
  const t = useT();
  const moment = useMoment();
  const navigate = useNavigate();
  const { act, busy, problem } = useAct();
  const [declared, setDeclared] = useState({ country: call.viewerApplication?.country ?? '', ofAge: false });
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const { country, ofAge } = declared;
    const input = { call: call.id, country: country || null, ofAge: call.eligibility.leastAge === 0 || ofAge };
    if (await act(StartApplicationDocument, input)) await navigate('?step=2', { replace: true });
  };
  return (
    <WizardFrame call={call} at={0} open={false}>
      <form method="post" className={styles.form} onSubmit={(event) => void begin(event)}>
        <p>{t('applying.youLead')}</p>
        <DeclaredFields call={call} declared={declared} onChange={setDeclared} />
        <Readers call={call} />
        <p className={styles.quiet}>{t('applying.youKept', { date: moment(call.closesAt) })}</p>
        <FormProblem problem={problem} />
        <div className={styles.foot}><SubmitButton tone="primary" size="l" busy={busy}>{t('applying.begin')}</SubmitButton></div>
      </form>
    </WizardFrame>
  );
}
