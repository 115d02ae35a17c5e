import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { mutate } from '~/data/mutate';
import type { ProblemFacts } from '~/data/problem';
import { useSubmission } from '~/features/account/use-submission';
import { LinkAccountDocument, type MyIdentityQuery } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { useHydrated } from '~/shell/now';
import styles from './linked-accounts.module.css';

type Provider = NonNullable<MyIdentityQuery['viewer']>['identity']['linkProviders'][number];

/**
 * Buttons to show an account elsewhere, where the operator set any provider. The provider sends the browser back to
 * `/settings/identity` with `linked` or `refused`, of which this tells.
 */
export function LinkedAccounts({ providers }: { providers: readonly Provider[] }) {
  const t = useT();
  if (providers.length === 0) return null;
  return (
    <section className={styles.links} aria-labelledby="elsewhere">
      <h3 id="elsewhere"><Icon name="link" size={20} />{t('security.elsewhere')}</h3>
      <p className={styles.quiet}>{t('security.linkText')}</p>
      <Outcome providers={providers} />
      {providers.map((provider) => <LinkButton key={provider.id} provider={provider} />)}
    </section>
  );
}

function Outcome({ providers }: { providers: readonly Provider[] }) {
  const t = useT();
  const [search] = useSearchParams();
  const [linked, refused] = [search.get('linked'), search.get('refused')];
  const name = providers.find(({ id }) => id === linked)?.name;
  if (name) return <p role="status" className={styles.done}><Icon name="check" size={18} />{t('security.linked', { name })}</p>;
  if (!refused) return null;
  return <FormProblem problem={{ code: refused as ProblemFacts['code'], params: {} }} />;
}

function LinkButton({ provider: { id, name } }: { provider: Provider }) {
  const t = useT();
  const hydrated = useHydrated();
  const { busy, problem, run } = useSubmission(
    useCallback(async () => {
      const { linkAccount } = await mutate(LinkAccountDocument, { input: { provider: id } });
      window.location.assign(linkAccount.url);
    }, [id]),
  );
  return (
    <div>
      <Button icon={<Icon name="link" size={18} />} busy={busy} disabled={!hydrated} onClick={() => void run({})}>{t('security.link', { name })}</Button>
      {problem && <p role="alert" className={styles.quiet}>{problemText(t, problem)}</p>}
    </div>
  );
}
