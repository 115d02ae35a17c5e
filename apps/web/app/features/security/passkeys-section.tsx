import { useCallback, useState } from 'react';
import { mutate } from '~/data/mutate';
import { deviceName } from '~/features/account/device-name';
import { useSubmission } from '~/features/account/use-submission';
import { AddPasskeyDocument, RemovePasskeyDocument, RenamePasskeyDocument, type SecurityQuery } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, IconButton, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useHydrated } from '~/shell/now';
import { knowsPasskeys, makePasskey } from './passkeys';
import styles from './security.module.css';
import type { Changing } from './use-security';

type Passkey = NonNullable<SecurityQuery['viewer']>['security']['passkeys'][number];

/** The passkeys of the account: what each is called, and when it was used. */
export function PasskeysSection({ passkeys, changing }: { passkeys: readonly Passkey[]; changing: Changing }) {
  const t = useT();
  const hydrated = useHydrated();
  const [named, setNamed] = useState<Passkey | null>(null);
  const [removed, setRemoved] = useState<Passkey | null>(null);
  const { busy, problem, run } = useSubmission(
    useCallback(async () => {
      let response: string | null = null;
      await changing('security.passkeyAdded', async () => {
        response ??= await makePasskey();
        if (response === null) return false;
        const name = deviceName(navigator.userAgent) ?? t('security.passkeyName');
        return (await mutate(AddPasskeyDocument, { input: { response, name } })).addPasskey.recoveryCodes ?? true;
      });
    }, [changing, t]),
  );
  return (
    <Card as="section" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('security.passkeys')}</h2>
      <p className={styles.quiet}>{t('security.passkeysText')}</p>
      {passkeys.length > 0 && (
        <ul role="list" className={styles.list}>
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <Icon name="key" />
              <div className={styles.what}>
                <strong>{passkey.name}</strong>
                <span className={styles.quiet}><Used passkey={passkey} /></span>
              </div>
              {passkey.maySync && <Badge>{t('security.synced')}</Badge>}
              <span className={styles.tools}>
                <IconButton label={t('security.renameOf', { name: passkey.name })} icon={<Icon name="edit" />} onClick={() => setNamed(passkey)} />
                <IconButton label={t('security.removeOf', { name: passkey.name })} icon={<Icon name="trash" />} onClick={() => setRemoved(passkey)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {passkeys.length === 0 && <p className={styles.none}>{t('security.noPasskeys')}</p>}
      <FormProblem problem={problem} />
      {hydrated && !knowsPasskeys()
        ? <p className={styles.quiet}>{t('security.noBrowser')}</p>
        : <Button tone={passkeys.length === 0 ? 'primary' : 'secondary'} icon={<Icon name="plus" size={18} />} busy={busy} disabled={!hydrated} onClick={() => void run({})}>{t('security.addPasskey')}</Button>}
      <Rename passkey={named} close={() => setNamed(null)} changing={changing} />
      <Remove passkey={removed} isLast={passkeys.length === 1} close={() => setRemoved(null)} changing={changing} />
    </Card>
  );
}

function Used({ passkey: { createdAt, lastUsedAt } }: { passkey: Passkey }) {
  return <T k={lastUsedAt ? 'security.lastUsed' : 'security.added'} values={{ time: () => <RelativeTime at={lastUsedAt ?? createdAt} /> }} />;
}

interface AboutOne {
  passkey: Passkey | null;
  close: () => void;
  changing: Changing;
}

function Rename({ passkey, close, changing }: AboutOne) {
  const t = useT();
  const { busy, onSubmit } = useSubmission(
    useCallback(async ({ name = '' }) => {
      if (!passkey) return;
      close();
      await changing('security.renamed', () => mutate(RenamePasskeyDocument, { input: { passkey: passkey.id, name } }).then(() => true), true);
    }, [passkey, close, changing]),
  );
  return (
    <Dialog open={passkey !== null} onOpenChange={(open) => !open && close()} title={t('security.renameTitle')}>
      <form method="post" onSubmit={onSubmit} className={styles.form}>
        <TextField label={t('security.name')} name="name" defaultValue={passkey?.name} maxLength={60} required />
        <div><SubmitButton tone="primary" busy={busy}>{t('common.save')}</SubmitButton></div>
      </form>
    </Dialog>
  );
}

function Remove({ passkey, isLast, close, changing }: AboutOne & { isLast: boolean }) {
  const t = useT();
  const { busy, run } = useSubmission(
    useCallback(async () => {
      if (!passkey) return;
      close();
      await changing('security.removed', () => mutate(RemovePasskeyDocument, { input: { passkey: passkey.id } }).then(() => true), true);
    }, [passkey, close, changing]),
  );
  return (
    <Dialog
      open={passkey !== null}
      onOpenChange={(open) => !open && close()}
      title={t('security.removeTitle', { name: passkey?.name ?? '' })}
      description={t(isLast ? 'security.removeLastText' : 'security.removeText')}
      footer={<Button tone="danger" busy={busy} onClick={() => void run({})}>{t('security.remove')}</Button>}
    />
  );
}
