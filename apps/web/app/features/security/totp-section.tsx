import { useCallback, useMemo, useState } from 'react';
import { encode } from 'uqr';
import { mutate } from '~/data/mutate';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import { ConfirmTotpDocument, RemoveTotpDocument, RenewRecoveryCodesDocument, SetUpTotpDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useHydrated } from '~/shell/now';
import styles from './security.module.css';
import type { Changing } from './use-security';

interface SetUp {
  secret: string;
  uri: string;
}

/** Codes of an authenticator app: off, being set up, or on. */
export function TotpSection({ since, isLast, changing }: { since: string | null | undefined; isLast: boolean; changing: Changing }) {
  const t = useT();
  const hydrated = useHydrated();
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const begin = useSubmission(
    useCallback(async () => {
      await changing('security.totpBegun', async () => {
        setSetUp((await mutate(SetUpTotpDocument, { input: {} })).setUpTotp.setUp);
        return false;
      });
    }, [changing]),
  );
  const [asking, setAsking] = useState(false);
  const end = useSubmission(
    useCallback(async () => {
      setAsking(false);
      await changing('security.totpOff', () => mutate(RemoveTotpDocument, { input: {} }).then(() => true));
    }, [changing]),
  );
  return (
    <Card as="section" aria-labelledby="totp">
      <h2 id="totp">{t('security.totp')} {since && <Badge tone="good" icon="check">{t('security.on')}</Badge>}</h2>
      <p className={styles.quiet}>{since ? t('security.totpSince', { date: t.date(since, { dateStyle: 'long' }) }) : t('security.totpText')}</p>
      <FormProblem problem={begin.problem ?? end.problem} />
      {setUp && <SettingUp setUp={setUp} changing={changing} done={() => setSetUp(null)} />}
      {!setUp && (
        <div className={styles.row}>
          <Button busy={begin.busy} disabled={!hydrated} onClick={() => void begin.run({})}>{t(since ? 'security.totpReplace' : 'security.totpSetUp')}</Button>
          {since && <Button tone="danger" busy={end.busy} onClick={() => setAsking(true)}>{t('security.totpRemove')}</Button>}
        </div>
      )}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('security.totpRemoveTitle')}
        description={t(isLast ? 'security.totpRemoveLastText' : 'security.totpRemoveText')}
        footer={<Button tone="danger" onClick={() => void end.run({})}>{t('security.totpRemove')}</Button>}
      />
    </Card>
  );
}

function SettingUp({ setUp, changing, done }: { setUp: SetUp; changing: Changing; done: () => void }) {
  const t = useT();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async ({ code = '' }) => {
      await changing('security.totpOn', async () => (await mutate(ConfirmTotpDocument, { input: { code } })).confirmTotp.recoveryCodes ?? true);
      done();
    }, [changing, done]),
  );
  const wrong = problemFor(problem, ['WRONG_CODE']);
  return (
    <div className={styles.setUp}>
      <QrCode text={setUp.uri} label={t('security.qr')} />
      <form method="post" onSubmit={onSubmit} className={styles.form}>
        <p>{t('security.scan')}</p>
        <p className={styles.quiet}>{t('security.typeInstead')} <code className={styles.secret}>{setUp.secret.match(/.{1,4}/g)?.join(' ')}</code></p>
        <TextField label={t('security.appCode')} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} required error={wrong && t('security.wrongCode')} />
        <FormProblem problem={wrong ? null : problem} />
        <div className={styles.row}>
          <SubmitButton tone="primary" busy={busy}>{t('security.totpConfirm')}</SubmitButton>
          <Button tone="quiet" onClick={done}>{t('common.cancel')}</Button>
        </div>
      </form>
    </div>
  );
}

/** Dark on light in either appearance, with the quiet zone that cameras look for. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { border: 4, ecc: 'M' });
    const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: dots.join('') };
  }, [text]);
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** How many codes are left, and fresh ones. Only where there is something to recover from. */
export function RecoverySection({ left, changing }: { left: number; changing: Changing }) {
  const t = useT();
  const { busy, problem, run } = useSubmission(
    useCallback(() => changing('security.codesRenewed', async () => (await mutate(RenewRecoveryCodesDocument, { input: {} })).renewRecoveryCodes.recoveryCodes), [changing]),
  );
  return (
    <Card as="section" tone={left < 3 ? 'accent' : 'plain'} aria-labelledby="recovery">
      <h2 id="recovery">{t('security.recovery')}</h2>
      <p className={styles.count}><Icon name="lock" size={20} />{t('security.codesLeft', { count: left })}</p>
      <p className={styles.quiet}>{t('security.recoveryText')}</p>
      <FormProblem problem={problem} />
      <Button busy={busy} onClick={() => void run({})}>{t('security.renewCodes')}</Button>
    </Card>
  );
}
