import { useState } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type OwnTermFragment, TakeTermDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Checkbox } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import { callPath } from '../paths';
import { AgreementText } from './agreement-text';
import styles from './terms.module.css';
import { agreementInLanguage } from './terms-words';
import type { AgreementsNow } from './terms.server';

/** The offer: nothing begins before the words were read and accepted. */
export function TakeOffer({ term, agreements }: { term: OwnTermFragment; agreements: AgreementsNow }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const [read, setRead] = useState(false);
  const agreement = agreementInLanguage(agreements, t.locale);
  if (!agreement) return null;
  const accept = () => act(() => mutate(TakeTermDocument, { input: { term: term.id, agreementHash: agreement.hash } }), t('recruitment.welcome'));
  return (
    <section className={styles.part} aria-labelledby="offer">
      <h2 id="offer">{t('terms.toAccept')}</h2>
      <p>{t('terms.toAcceptText')}</p>
      <div className={styles.paper}><AgreementText agreement={agreement} level={3} /></div>
      <Checkbox label={t('recruitment.haveRead')} checked={read} onChange={(event) => setRead(event.target.checked)} />
      <FormProblem problem={problem} />
      <p className={styles.actions}>
        <Button tone="primary" disabled={!read} busy={busy} onClick={() => void accept()}>{t('recruitment.accept')}</Button>
        {term.call && <Link to={callPath(slug, term.call.id)}>{t('terms.turnDown')}</Link>}
      </p>
    </section>
  );
}
