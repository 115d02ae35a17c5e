import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { useNominate } from '../applying/use-nominate';
import { callPath } from '../paths';
import type { CircleFull, CallToNominateFor } from './circles.server';
import styles from './circles.module.css';

interface Props {
  readonly circle: CircleFull;
  readonly calls: readonly CallToNominateFor[];
}

/** Calls that run, for which the circle may put forward who speaks for it: said by anybody else in it. */
export function CircleNominates({ circle: { id, name, spokesperson }, calls }: Props) {
  const t = useT();
  const { community: { slug, locale }, membership } = useCommunity()!;
  const { nominate, isBusy, isDone } = useNominate();
  if (!spokesperson || spokesperson.id === membership?.id || calls.length === 0) return null;
  const voice = { id, name, spokesperson };
  return (
    <ul role="list" className={styles.nominates} aria-label={t('applying.nominate')}>
      {calls.map((call) => (
        <li key={call.id}>
          <Link to={callPath(slug, call.id)} lang={locale}>{call.title}</Link>
          <Button size="s" busy={isBusy(call.id, voice)} disabled={isDone(call.id, voice)} icon={<Icon name={isDone(call.id, voice) ? 'check' : 'users'} size={16} />} onClick={() => void nominate(call.id, voice)}>
            {t('applying.nominateVoice', { name: spokesperson.displayName })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
