import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import type { CallFull } from '../recruitment/recruitment.server';
import type { Voice } from './applying.server';
import { useNominate } from './use-nominate';
import styles from './applying.module.css';

/** On a call: circles of the reader put their spokesperson forward. */
export function Nominate({ call, voices }: { call: CallFull; voices: readonly Voice[] }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const { nominate, isBusy, isDone } = useNominate();
  if (voices.length === 0 || (call.state !== 'OPEN' && call.state !== 'CLOSED') || call.viewerRuns) return null;
  return (
    <Card as="section" tone="wash" className={styles.stack} aria-labelledby="nominate">
      <h2 id="nominate" className={styles.small}>{t('applying.nominate')}</h2>
      <p className={styles.quiet}>{t('applying.nominateText')}</p>
      <ul role="list" className={styles.conditions}>
        {voices.map((voice) => (
          <li key={voice.id} lang={locale}>
            <Button size="s" block busy={isBusy(call.id, voice)} disabled={isDone(call.id, voice)} icon={<Icon name={isDone(call.id, voice) ? 'check' : 'users'} size={16} />} onClick={() => void nominate(call.id, voice)}>
              {t('applying.nominateDo', { name: voice.spokesperson.displayName, circle: voice.name })}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
