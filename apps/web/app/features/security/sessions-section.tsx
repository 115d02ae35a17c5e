import { useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { deviceName } from '~/features/account/device-name';
import { EndSessionsDocument, SignOutDocument, type SecurityQuery } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useToast } from '~/kit/toast';
import { sessionChanged } from '~/shell/session-change';
import styles from './security.module.css';

type Session = NonNullable<SecurityQuery['viewer']>['account']['sessions'][number];

/** Where the account is signed in, this place first; each can be ended, and all at once. */
export function SessionsSection({ sessions }: { sessions: readonly Session[] }) {
  const t = useT();
  const { busy, endOne, endOthers, leave } = useEnding();
  const inOrder = [...sessions].sort((one, other) => Number(other.current) - Number(one.current));
  return (
    <Card as="section" aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions')}</h2>
      <ul role="list" className={styles.list}>
        {inOrder.map((session) => <li key={session.id}><Place session={session} busy={busy} end={() => void endOne(session.id)} /></li>)}
      </ul>
      <div className={styles.row}>
        {sessions.length > 1 && <Button busy={busy} onClick={() => void endOthers()}>{t('security.endOthers')}</Button>}
        <Button tone="danger" icon={<Icon name="signOut" size={18} />} onClick={() => void leave()}>{t('account.signOutEverywhere')}</Button>
      </div>
      <p className={styles.quiet}>{t('account.signOutEverywhereText')}</p>
    </Card>
  );
}

function Place({ session: { userAgent, current, lastSeenAt }, busy, end }: { session: Session; busy: boolean; end: () => void }) {
  const t = useT();
  const name = deviceName(userAgent) ?? t('account.sessionUnknown');
  return (
    <>
      <Icon name="device" />
      <div className={styles.what}>
        <strong>{name}</strong>
        {!current && <span className={styles.quiet}><T k="account.sessionSeen" values={{ time: () => <RelativeTime at={lastSeenAt} /> }} /></span>}
      </div>
      {current
        ? <Badge tone="good" icon="check">{t('account.sessionHere')}</Badge>
        : <span className={styles.tools}><Button size="s" busy={busy} onClick={end}>{t('security.endOne')}<span className="visually-hidden"> {name}</span></Button></span>}
    </>
  );
}

function useEnding() {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  const end = (session: string | null) => act(async () => {
    const { endSessions } = await mutate(EndSessionsDocument, { input: { session } });
    await revalidate();
    toast(t('security.ended', { count: endSessions.ended }), { tone: 'good' });
  });
  const leave = () => act(async () => {
    await mutate(SignOutDocument, { input: { everywhere: true } });
    sessionChanged();
    await navigate('/');
    toast(t('shell.signedOut'));
  });
  return { busy, endOne: (id: string) => end(id), endOthers: () => end(null), leave };
}
