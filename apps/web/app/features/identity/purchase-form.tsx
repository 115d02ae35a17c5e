import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type MyIdentityQuery, RedeemPurchaseCodeDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import styles from './identity.module.css';

type Memberships = NonNullable<MyIdentityQuery['viewer']>['memberships'];

/** Redeeming a code that came with a purchase. */
export function PurchaseForm({ memberships }: { memberships: Memberships }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  const [community, setCommunity] = useState(memberships[0]?.community.slug ?? '');
  const [code, setCode] = useState('');
  const redeem = async () => {
    if (await act(() => mutate(RedeemPurchaseCodeDocument, { input: { community, code } }), t('identity.purchaseDone'))) setCode('');
  };
  const wrong = problem?.code === 'WRONG_CODE' ? problem : null;
  return (
    <section className={styles.way} aria-labelledby="purchase">
      <h3 id="purchase"><Icon name="tag" size={20} />{t('identity.purchaseTitle')}</h3>
      <p>{t('identity.purchaseText')}</p>
      {memberships.length === 0 ? <p className={styles.quiet}>{t('account.noCommunities')}</p> : (
        <form method="post" className={styles.form} onSubmit={(event) => { event.preventDefault(); void redeem(); }}>
          {memberships.length > 1 && <Select label={t('identity.purchaseCommunity')} name="community" value={community} onChange={(event) => setCommunity(event.currentTarget.value)} options={memberships.map(({ community: { slug, name } }) => ({ value: slug, label: name }))} />}
          <TextField label={t('identity.purchaseCode')} hint={t('identity.purchaseHint')} name="code" value={code} onChange={(event) => setCode(event.currentTarget.value)} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={200} required error={wrong && problemText(t, wrong)} />
          <FormProblem problem={wrong ? null : problem} />
          <div><SubmitButton busy={busy}>{t('identity.purchaseRedeem')}</SubmitButton></div>
        </form>
      )}
    </section>
  );
}
