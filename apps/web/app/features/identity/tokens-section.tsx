import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { CreateApiTokenDocument, RevokeApiTokenDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import settings from '../running/settings.module.css';
import type { Purchases } from './codes-part';
import { useAct } from './use-act';
import styles from './identity.module.css';

type Token = NonNullable<Purchases['apiTokens']>['nodes'][number];

/** Tokens of the brand's programs: made, shown once, ended. */
export function TokensSection({ tokens }: { tokens: readonly Token[] }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { busy, problem, act } = useAct();
  const [name, setName] = useState('');
  const [token, setToken] = useState<string | null>(null);
  const create = async () => {
    const send = async () => setToken((await mutate(CreateApiTokenDocument, { input: { community: slug, name, scope: 'PURCHASE_ISSUE' } })).createApiToken.token);
    if (await act(send, t('identity.tokenOnce'))) setName('');
  };
  return (
    <section aria-labelledby="tokens">
      <h3 id="tokens" className={settings.heading}>{t('identity.tokens')}</h3>
      <form method="post" className={settings.form} onSubmit={(event) => { event.preventDefault(); void create(); }}>
        <p className={settings.quiet}>{t('identity.tokensText')}</p>
        <TextField label={t('identity.tokenName')} name="name" value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={100} required />
        <FormProblem problem={problem} />
        <div className={settings.save}><SubmitButton busy={busy}>{t('identity.tokenCreate')}</SubmitButton></div>
        <div role="status">{token && <div className={styles.token}><p>{t('identity.tokenOnce')}</p><code>{token}</code></div>}</div>
      </form>
      {tokens.length === 0 && <p className={settings.quiet}>{t('identity.tokensNone')}</p>}
      <ul role="list" className={settings.list}>{tokens.map((one) => <li key={one.id}><TokenRow token={one} /></li>)}</ul>
    </section>
  );
}

function TokenRow({ token: { id, name, scope, createdAt, lastUsedAt, revokedAt } }: { token: Token }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  const revoke = () => void act(() => mutate(RevokeApiTokenDocument, { input: { apiToken: id } }), t('identity.tokenRevokedDone'));
  const facts = [scope === 'PURCHASE_ISSUE' ? 'purchase:issue' : scope, t.date(createdAt), lastUsedAt ? t('identity.tokenUsed', { time: t.date(lastUsedAt) }) : t('identity.tokenUnused')];
  return (
    <>
      <span className={settings.who}><strong>{name}</strong><span className={settings.quiet}>{facts.join(' · ')}</span><FormProblem problem={problem} /></span>
      {revokedAt ? <Badge size="s">{t('identity.tokenRevoked', { date: t.date(revokedAt) })}</Badge> : <Button size="s" busy={busy} onClick={revoke} aria-label={t('identity.tokenRevokeLabel', { name })}>{t('identity.tokenRevoke')}</Button>}
    </>
  );
}
