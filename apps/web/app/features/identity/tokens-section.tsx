import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { Growing } from '~/features/members/growing';
import { CommunityPurchasesDocument, CreateApiTokenDocument, RevokeApiTokenDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { useCommunity, useRoot } from '~/shell/use-root';
import settings from '../running/settings.module.css';
import type { Purchases } from './codes-part';
import styles from './identity.module.css';

type Tokens = NonNullable<Purchases['apiTokens']>;
type Token = Tokens['nodes'][number];

/** Tokens of the brand's programs: made, shown once, ended. */
export function TokensSection({ tokens }: { tokens: Tokens }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { busy, problem, act } = useAct();
  const [name, setName] = useState('');
  const [token, setToken] = useState<string | null>(null);
  const create = async () => {
    const send = async () => setToken((await mutate(CreateApiTokenDocument, { input: { community: slug, name, scope: 'PURCHASE_ISSUE' } })).createApiToken.token);
    if (await act(send, t('identity.tokenOnce'))) setName('');
  };
  const fetchPage = async (after: string) => (await mutate(CommunityPurchasesDocument, { slug, tokens: after })).community!.apiTokens!;
  return (
    <section aria-labelledby="tokens">
      <h3 id="tokens" className={settings.heading}>{t('identity.tokens')}</h3>
      <form method="post" className={settings.form} onSubmit={(event) => { event.preventDefault(); void create(); }}>
        <p className={settings.quiet}><T k="identity.tokensText" values={{ code: (text) => <code>{text}</code> }} /></p>
        <HowTo />
        <TextField label={t('identity.tokenName')} name="name" value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={100} required />
        <FormProblem problem={problem} />
        <div className={settings.save}><SubmitButton busy={busy}>{t('identity.tokenCreate')}</SubmitButton></div>
        <div role="status">{token && <div className={styles.token}><p>{t('identity.tokenOnce')}</p><code>{token}</code></div>}</div>
      </form>
      {tokens.nodes.length === 0 && <p className={settings.quiet}>{t('identity.tokensNone')}</p>}
      <Growing key={tokens.nodes[0]?.id} page={tokens} fetchPage={fetchPage} hrefOf={(after) => `/c/${slug}/settings/codes?tokens=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
        {(nodes: readonly Token[]) => <ul role="list" className={settings.list}>{nodes.map((one) => <li key={one.id}><TokenRow token={one} /></li>)}</ul>}
      </Growing>
    </section>
  );
}

/** What a program sends, ready to be tried. */
function HowTo() {
  const t = useT();
  const origin = useRoot()!.origin;
  return (
    <details className={styles.howto}>
      <summary>{t('identity.tokenHow')}</summary>
      <p className={settings.quiet}>{t('identity.tokenHowText')}</p>
      <pre>{exampleOf(origin)}</pre>
    </details>
  );
}

function exampleOf(origin: string): string {
  const query = 'mutation ($i: IssuePurchaseCodesInput!) { issuePurchaseCodes(input: $i) { codes } }';
  const body = { query, variables: { i: { count: 1, label: 'Web shop', idempotencyKey: 'order-4711' } } };
  return `curl ${origin}/graphql \\\n  -H 'content-type: application/json' \\\n  -H "authorization: Bearer $TOKEN" \\\n  -d '${JSON.stringify(body, null, 1)}'`;
}

function TokenRow({ token: { id, name, scope, createdAt, lastUsedAt, revokedAt: revokedBefore } }: { token: Token }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  const [revokedAt, setRevokedAt] = useState(revokedBefore);
  const send = async () => setRevokedAt((await mutate(RevokeApiTokenDocument, { input: { apiToken: id } })).revokeApiToken.apiToken.revokedAt);
  const revoke = () => void act(send, t('identity.tokenRevokedDone'));
  const facts = [scope === 'PURCHASE_ISSUE' ? 'purchase:issue' : scope, t.date(createdAt), lastUsedAt ? t('identity.tokenUsed', { time: t.date(lastUsedAt) }) : t('identity.tokenUnused')];
  return (
    <>
      <span className={settings.who}><strong>{name}</strong><span className={settings.quiet}>{facts.join(' · ')}</span><FormProblem problem={problem} /></span>
      {revokedAt ? <Badge size="s">{t('identity.tokenRevoked', { date: t.date(revokedAt) })}</Badge> : <Button size="s" busy={busy} onClick={revoke} aria-label={t('identity.tokenRevokeLabel', { name })}>{t('identity.tokenRevoke')}</Button>}
    </>
  );
}
