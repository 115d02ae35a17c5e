import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { useComplaint } from '~/data/use-complaint';
import { NominateForCallDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';
import type { CallFull } from '../recruitment/recruitment.server';
import type { Voice } from './applying.server';
import styles from './applying.module.css';

/** Circles of the reader put their spokesperson forward. Whether they applied is theirs to say: it shows when it is tried. */
export function Nominate({ call, voices }: { call: CallFull; voices: readonly Voice[] }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const toast = useToast();
  const complain = useComplaint();
  if (voices.length === 0 || (call.state !== 'OPEN' && call.state !== 'CLOSED') || call.viewerRuns) return null;
  const nominate = async ({ id, name: circle, spokesperson: { displayName: name } }: Voice) => {
    setBusy(id);
    try {
      await mutate(NominateForCallDocument, { input: { call: call.id, circle: id } });
      setDone([...done, id]);
      toast(t('applying.nominated', { circle, name }), { tone: 'good' });
    } catch (error) {
      if (asProblem(error).code === 'NOT_ELIGIBLE') toast(t('applying.nominateNot', { name }));
      else complain(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Card as="section" tone="wash" className={styles.stack} aria-labelledby="nominate">
      <h2 id="nominate" className={styles.small}>{t('applying.nominate')}</h2>
      <p className={styles.quiet}>{t('applying.nominateText')}</p>
      <ul role="list" className={styles.conditions}>
        {voices.map((voice) => (
          <li key={voice.id} lang={locale}>
            <Button size="s" block busy={busy === voice.id} disabled={done.includes(voice.id)} icon={done.includes(voice.id) ? <Icon name="check" size={16} /> : <Icon name="users" size={16} />} onClick={() => void nominate(voice)}>
              {t('applying.nominateDo', { name: voice.spokesperson.displayName, circle: voice.name })}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
