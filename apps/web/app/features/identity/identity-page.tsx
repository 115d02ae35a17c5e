import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { EvidenceKind, IdentityLevel, MyIdentityQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { IdentityMark } from '~/kit/marks';
import { Page, PageTitle } from '~/shell/page';
import { EvidenceItem, PastEvidence } from './evidence-item';
import { LinkedAccounts } from './linked-accounts';
import { PurchaseForm } from './purchase-form';
import { WebsiteForm } from './website-form';
import styles from './identity.module.css';

type Viewer = NonNullable<MyIdentityQuery['viewer']>;

const KINDS: Readonly<Record<Exclude<IdentityLevel, 'ANONYMOUS'>, readonly EvidenceKind[]>> = { CONFIRMED: ['EMAIL'], LINKED: ['LINKED_ACCOUNT', 'WEBSITE'], VERIFIED: ['PURCHASE', 'REAL_NAME'] };
const WORDS = { CONFIRMED: 'confirmed', LINKED: 'linked', VERIFIED: 'verified' } as const;

/** One's identity as a ladder of steps: what each brings, what it reveals to whom, what stands and how to add to it. */
export function IdentityPage({ viewer }: { viewer: Viewer }) {
  const t = useT();
  const { identity, memberships, account } = viewer;
  const reached = (level: IdentityLevel) => (level === 'VERIFIED' ? memberships.some((member) => member.identityLevel === 'VERIFIED') : identity.level === level || (level === 'CONFIRMED' && identity.level === 'LINKED'));
  const everywhere = memberships.length > 0 && memberships.every((member) => member.identityLevel === 'VERIFIED');
  return (
    <Page width="text">
      <p className={styles.back}><Link to="/settings">← {t('myData.back')}</Link></p>
      <PageTitle title={t('identity.title')} lead={t('identity.lead')} />
      <ol role="list" className={styles.steps}>
        <Step level="CONFIRMED" reached={reached('CONFIRMED')} identity={identity}>
          {!account.emailConfirmed && <p><LinkButton tone="primary" to="/confirm?to=/settings/identity">{t('account.confirmNow')}</LinkButton></p>}
        </Step>
        <Step level="LINKED" reached={reached('LINKED')} identity={identity} early={!reached('CONFIRMED')}>
          <LinkedAccounts providers={identity.linkProviders} />
          <More folded={reached('LINKED')} label={t('identity.addWebsite')}><WebsiteForm profileUrls={identity.profileUrls} /></More>
        </Step>
        <Step level="VERIFIED" reached={reached('VERIFIED')} identity={identity} early={!reached('LINKED')}>
          <Standings memberships={memberships} />
          <More folded={everywhere} label={t('identity.addPurchase')}><PurchaseForm memberships={memberships} /></More>
          <section className={styles.way} aria-labelledby="name">
            <h3 id="name"><Icon name="user" size={20} />{t('identity.nameTitle')}</h3>
            <p>{t('identity.nameText')}</p>
          </section>
        </Step>
      </ol>
      <PastEvidence past={identity.past} />
    </Page>
  );
}

interface StepProps {
  level: Exclude<IdentityLevel, 'ANONYMOUS'>;
  reached: boolean;
  identity: Viewer['identity'];
  /** The step before is not done: what is proved here waits for it. */
  early?: boolean;
  children: ReactNode;
}

function Step({ level, reached, identity, early, children }: StepProps) {
  const t = useT();
  const word = WORDS[level];
  const standing = identity.evidence.filter(({ kind }) => KINDS[level].includes(kind));
  return (
    <li className={styles.step} data-reached={reached ? '' : undefined}>
      <span className={styles.mark} aria-hidden="true"><IdentityMark level={level} size={28} /></span>
      <div className={styles.body}>
        <div className={styles.title}>
          <h2 id={`step-${word}`}>{t(`domain.identity.${level}`)}</h2>
          {reached && <Badge size="s" tone="good" icon="check">{t('me.identityDone')}</Badge>}
        </div>
        <dl className={styles.effects}>
          <div><dt><Icon name="arrowUp" size={16} />{t('identity.brings')}</dt><dd>{t(`identity.${word}Brings`)}</dd></div>
          <div><dt><Icon name="eye" size={16} />{t('identity.reveals')}</dt><dd>{t(`identity.${word}Reveals`)}</dd></div>
        </dl>
        {standing.length > 0 && <ul role="list" className={styles.list} aria-label={t('identity.yours')}>{standing.map((evidence) => <EvidenceItem key={evidence.id} evidence={evidence} />)}</ul>}
        {early && standing.length > 0 && <p className={styles.early}><Icon name="info" size={18} />{t('identity.needsFirst')}</p>}
        {children}
      </div>
    </li>
  );
}

/** Another way of a step that is done: there for whoever wants it. */
function More({ folded, label, children }: { folded: boolean; label: string; children: ReactNode }) {
  return folded ? <details className={styles.more}><summary>{label}</summary>{children}</details> : children;
}

/** How far one has come in each community: the last step is each brand's own. */
function Standings({ memberships }: { memberships: Viewer['memberships'] }) {
  const t = useT();
  if (memberships.length === 0) return null;
  return (
    <ul role="list" className={styles.standings}>
      {memberships.map(({ id, identityLevel, community }) => (
        <li key={id}><IdentityMark level={identityLevel} size={18} />{t('identity.inCommunity', { name: community.name, level: t(`domain.identity.${identityLevel}`) })}</li>
      ))}
    </ul>
  );
}
