import type { IdentityLevel } from '~/graphql/generated/documents';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { IdentityMark } from '~/kit/marks';
import { useCommunity } from '~/shell/use-root';
import { pagePath } from '../paths';
import type { MyThings } from './me.server';
import styles from './identity-ladder.module.css';

const STEPS = ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'] as const satisfies readonly IdentityLevel[];
const WORDS = { ANONYMOUS: 'Anonymous', CONFIRMED: 'Confirmed', LINKED: 'Linked', VERIFIED: 'Verified' } as const;

/** The steps from a handle to a verified person: what each brings, and what it reveals to whom. */
export function IdentityLadder({ identity }: { identity: MyThings['identity'] }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <section className={styles.section} aria-labelledby="identity">
      <h2 id="identity">{t('me.identityHeading')}</h2>
      <p className={styles.lead}>{t('me.identityLead')} <Link to={pagePath(slug, 'marks')}>{t('members.marksLink')}</Link></p>
      <ol role="list" className={styles.steps}>
        {STEPS.map((level) => <Step key={level} level={level} identity={identity} />)}
      </ol>
      <p><LinkButton to="/settings/identity">{t('identity.manage')}</LinkButton></p>
    </section>
  );
}

function Step({ level, identity }: { level: IdentityLevel; identity: MyThings['identity'] }) {
  const t = useT();
  const [at, here] = [STEPS.indexOf(level), STEPS.indexOf(identity.level)];
  const state = at < here ? 'done' : at === here ? 'here' : 'ahead';
  const word = WORDS[level];
  const confirmed = identity.evidence.find(({ kind }) => kind === 'EMAIL')?.at;
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
      <span className={styles.mark}>{level === 'ANONYMOUS' ? <span className={styles.dot} /> : <IdentityMark level={level} size={26} />}</span>
      <div className={styles.words}>
        <div className={styles.title}>
          <h3>{t(`me.step${word}Title`)}</h3>
          {state === 'here' && <Badge size="s" tone="accent">{t('me.identityNow')}</Badge>}
          {state === 'done' && <Badge size="s" tone="good" icon="check">{t('me.identityDone')}</Badge>}
        </div>
        <p>{t(`me.step${word}Brings`)}</p>
        <p className={styles.reveals}>{t(`me.step${word}Reveals`)}</p>
        {level === 'CONFIRMED' && confirmed && <p className={styles.reveals}>{t('me.stepConfirmedDone', { date: t.date(confirmed) })}</p>}
        {level === 'CONFIRMED' && state === 'ahead' && <p><LinkButton tone="primary" to="/confirm">{t('me.stepConfirmedAction')}</LinkButton></p>}
      </div>
    </li>
  );
}
