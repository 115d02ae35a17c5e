import type { EvidenceKind, IdentityLevel } from '~/graphql/generated/documents';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { IdentityMark } from '~/kit/marks';
import { useCommunity } from '~/shell/use-root';
import { KIND_ICONS } from '../identity/kind-icons';
import { pagePath } from '../paths';
import type { MyThings } from './me.server';
import styles from './identity-ladder.module.css';

const STEPS = ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'] as const satisfies readonly IdentityLevel[];
const WORDS = { ANONYMOUS: 'Anonymous', CONFIRMED: 'Confirmed', LINKED: 'Linked', VERIFIED: 'Verified' } as const;
const KINDS: Readonly<Record<IdentityLevel, readonly EvidenceKind[]>> = { ANONYMOUS: [], CONFIRMED: ['EMAIL'], LINKED: ['LINKED_ACCOUNT', 'WEBSITE'], VERIFIED: ['PURCHASE', 'REAL_NAME'] };

type Proof = MyThings['identity']['evidence'][number];

/** The steps from a handle to a verified person: the next one first, then what each brings, and what it reveals to whom. */
export function IdentityLadder({ viewer: { identity, membership } }: { viewer: MyThings }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const level = membership?.identityLevel ?? identity.level;
  const counting = identity.evidence.filter(({ community }) => !community || community.slug === slug);
  return (
    <section className={styles.section} aria-labelledby="identity">
      <h2 id="identity">{t('me.identityHeading')}</h2>
      <p className={styles.lead}>{t('me.identityLead')} <Link to={pagePath(slug, 'marks')}>{t('members.marksLink')}</Link></p>
      <NextStep level={level} elsewhere={identity.linkProviders.length > 0} />
      <ol role="list" className={styles.steps}>
        {STEPS.map((step) => <Step key={step} level={step} here={STEPS.indexOf(level)} proofs={counting.filter(({ kind }) => KINDS[step].includes(kind))} />)}
      </ol>
      <p><LinkButton to="/settings/identity">{t('identity.manage')}</LinkButton></p>
    </section>
  );
}

/** @param elsewhere whether the operator lets people show accounts elsewhere */
function NextStep({ level, elsewhere }: { level: IdentityLevel; elsewhere: boolean }) {
  const t = useT();
  const community = useCommunity()!.community.name;
  const next = STEPS[STEPS.indexOf(level) + 1] as Exclude<IdentityLevel, 'ANONYMOUS'> | undefined;
  if (!next) return <p className={styles.arrived}><Icon name="sparkle" size={20} />{t('me.nextNone', { community })}</p>;
  const to = next === 'CONFIRMED' ? '/confirm?to=/settings/identity' : `/settings/identity#step-${WORDS[next].toLowerCase()}`;
  return (
    <div className={styles.next} role="group" aria-labelledby="next-step">
      <IdentityMark level={next} size={32} />
      <div className={styles.words}>
        <h3 id="next-step">{t(`me.next${next}Title`)}</h3>
        <p>{t(`me.next${next}`, { community, elsewhere: elsewhere ? 'yes' : 'no' })}</p>
        <p><LinkButton tone="primary" to={to}>{t('me.nextAction')}</LinkButton></p>
      </div>
    </div>
  );
}

function Step({ level, here, proofs }: { level: IdentityLevel; here: number; proofs: readonly Proof[] }) {
  const t = useT();
  const at = STEPS.indexOf(level);
  const state = at < here ? 'done' : at === here ? 'here' : 'ahead';
  const word = WORDS[level];
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
      <span className={styles.mark}>{level === 'ANONYMOUS' ? <span className={styles.dot} /> : <IdentityMark level={level} size={26} />}</span>
      <div className={styles.words}>
        <div className={styles.title}>
          <h3>{t(`domain.identity.${level}`)}</h3>
          {state === 'here' && <Badge size="s" tone="accent">{t('me.identityNow')}</Badge>}
          {state === 'done' && <Badge size="s" tone="good" icon="check">{t('me.identityDone')}</Badge>}
        </div>
        <p>{t(`me.step${word}Brings`)}</p>
        <p className={styles.reveals}>{t(`me.step${word}Reveals`)}</p>
        {proofs.map((proof) => (
          <p key={`${proof.kind} ${proof.detail} ${proof.at}`} className={styles.proof}>
            <Icon name={KIND_ICONS[proof.kind]} size={16} />
            <span>{t(`identity.kind_${proof.kind}`)} · {t('me.proofSince', { date: t.date(proof.at) })}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
