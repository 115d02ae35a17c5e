import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type OwnTermFragment, RenewTermDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { Checkbox } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import { AgreementText } from './agreement-text';
import styles from './terms.module.css';
import { renewable } from './terms-state';
import { agreementInLanguage } from './terms-words';
import type { AgreementsNow } from './terms.server';

/** Going on takes both sides: who proposes, who agrees, and under which words. */
export function RenewalPart({ term, agreements }: { term: OwnTermFragment; agreements: AgreementsNow }) {
  const t = useT();
  const { name } = useCommunity()!.community;
  if (!renewable(term, new Date())) return term.renewableFrom ? <p className={styles.quiet}>{t('terms.renewLater', { date: t.date(term.renewableFrom) })}</p> : null;
  const months = t('recruitment.months', { count: term.renewalMonths ?? term.months });
  if (term.renewalByMemberAt) {
    return <Card as="section" className={styles.term} aria-labelledby="renew"><h2 id="renew">{t('terms.renew')}</h2><p>{t('terms.renewAsked', { months, community: name })}</p></Card>;
  }
  return (
    <Card as="section" tone={term.renewalByBrandAt ? 'good' : 'plain'} className={styles.term} aria-labelledby="renew">
      <h2 id="renew">{t('terms.renew')}</h2>
      <p>{t(term.renewalByBrandAt ? 'terms.renewOffered' : 'terms.renewText', { months, community: name })}</p>
      <Agree term={term} agreements={agreements} />
    </Card>
  );
}

function Agree({ term, agreements }: { term: OwnTermFragment; agreements: AgreementsNow }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [read, setRead] = useState(false);
  const agreement = agreementInLanguage(agreements, t.locale);
  if (!agreement) return null;
  const same = agreement.version === term.agreement?.version;
  const done = t(term.renewalByBrandAt ? 'terms.renewed' : 'terms.renewSent');
  const renew = () => act(() => mutate(RenewTermDocument, { input: { term: term.id, agreementHash: agreement.hash } }), done);
  return (
    <>
      <details className={styles.fold} open={!same}>
        <summary>{t(same ? 'terms.sameWords' : 'terms.newWords')}</summary>
        <div className={styles.paper}><AgreementText agreement={agreement} level={4} /></div>
      </details>
      <Checkbox label={t('recruitment.haveRead')} checked={read} onChange={(event) => setRead(event.target.checked)} />
      <FormProblem problem={problem} />
      <p><Button tone="primary" busy={busy} disabled={!read} onClick={() => void renew()}>{t(term.renewalByBrandAt ? 'terms.renewAgree' : 'terms.renewPropose')}</Button></p>
    </>
  );
}
