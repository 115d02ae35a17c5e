import type { CSSProperties, ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { query } from '~/data/query.server';
import { themeVariables } from '~/design/theme';
import styles from '~/features/home/home.module.css';
import { HomeDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Ladder } from '~/kit/ladder';
import { FanShape } from '~/kit/marks';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { useRoot, useViewer } from '~/shell/use-root';

export const meta: MetaFunction = ({ matches }) => {
  const t = metaTranslator(matches);
  return pageMeta(matches, { title: 'Fanfare', description: t('home.description'), canonical: '/' });
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { communities } = await query({ request, context }, HomeDocument);
  return communities.nodes;
}

type CommunityCard = Awaited<ReturnType<typeof loader>>[number];

const EXAMPLE_RUNGS = [
  { position: 1, support: 100, days: 60 },
  { position: 2, support: 1000, days: 365 },
  { position: 3, support: 5000, days: 182 },
  { position: 4, support: 10000, days: 182 },
];

export default function Home() {
  const t = useT();
  const communities = useLoaderData<typeof loader>();
  const needsSetup = useRoot()?.deployment.needsSetup;
  const operator = useViewer()?.account.isOperator;
  return (
    <div className={styles.home}>
      <section className={styles.hero}>
        <div className={styles.words}>
          <h1>{t('home.title')}</h1>
          <p>{t('home.lead')}</p>
        </div>
        <div className={styles.art} aria-hidden="true">
          <div className={styles.fan}><FanShape size={560} /></div>
        </div>
      </section>

      <section aria-labelledby="communities">
        <div className={styles.top}>
          <h2 id="communities" className={styles.heading}>{t('home.communities')}</h2>
          {operator && <LinkButton to="/new-community" icon={<Icon name="plus" size={18} />}>{t('running.createCommunity')}</LinkButton>}
        </div>
        {communities.length === 0 && <EmptyState level={3} title={t('home.emptyTitle')} text={t(needsSetup ? 'home.setupText' : 'home.emptyText')} />}
        <ul role="list" className={styles.communities}>
          {communities.map((community) => <li key={community.id}><CommunityTile community={community} /></li>)}
        </ul>
      </section>

      <section aria-labelledby="how">
        <h2 id="how" className={styles.heading}>{t('home.how')}</h2>
        <ol role="list" className={styles.steps}>
          <Step title={t('home.step1')} text={t('home.step1Text')} art={<SayArt />} />
          <Step title={t('home.step2')} text={t('home.step2Text')} art={<Ladder rungs={EXAMPLE_RUNGS} verified={430} reached={1} caption={false} />} />
          <Step title={t('home.step3')} text={t('home.step3Text')} art={<AnswerArt />} />
        </ol>
      </section>
    </div>
  );
}

function CommunityTile({ community }: { community: CommunityCard }) {
  const t = useT();
  const { theme, statusCounts } = community;
  const count = (status: string) => statusCounts.find((entry) => entry.status === status)?.count ?? 0;
  return (
    <Link to={`/c/${community.slug}`} className={styles.tile} style={themeVariables(theme) as CSSProperties}>
      <div className={styles.picture}>{theme.hero && <img src={theme.hero} srcSet={theme.heroPicture?.srcset} sizes="(min-width: 48rem) 34rem, 100vw" alt="" loading="lazy" />}</div>
      <div className={styles.about} lang={community.locale}>
        <h3>{theme.logo && <img src={theme.logo} alt="" className={styles.logo} />}{community.name}</h3>
        <p>{community.tagline}</p>
      </div>
      <p className={styles.counts}>
        <Badge tone="accent" icon="arrowUp">{t('home.open', { count: count('OPEN') })}</Badge>
        {count('DELIVERED') > 0 && <Badge tone="good" icon="check">{t('home.delivered', { count: count('DELIVERED') })}</Badge>}
        <Icon name="arrowRight" className={styles.go} />
      </p>
    </Link>
  );
}

function Step({ title, text, art }: { title: string; text: string; art: ReactNode }) {
  return (
    <li className={styles.step}>
      <div className={styles.stepArt} aria-hidden="true">{art}</div>
      <h3>{title}</h3>
      <p>{text}</p>
    </li>
  );
}

/** A speech bubble with a similar one behind it. */
function SayArt() {
  return (
    <svg viewBox="16 0 170 110" className={styles.drawing}>
      <path d="M78 18h92a14 14 0 0 1 14 14v34a14 14 0 0 1-14 14h-6l4 16-20-16H78a14 14 0 0 1-14-14V32a14 14 0 0 1 14-14Z" fill="var(--accent-soft)" stroke="var(--accent-line)" strokeWidth="2" strokeDasharray="1 7" strokeLinecap="round" />
      <path d="M30 8h92a14 14 0 0 1 14 14v38a14 14 0 0 1-14 14H54L36 92l3-18h-9a14 14 0 0 1-14-14V22A14 14 0 0 1 30 8Z" fill="var(--accent)" />
      <path d="M36 30h78M36 44h78M36 58h42" stroke="var(--on-accent)" strokeWidth="5" strokeLinecap="round" opacity="0.9" />
    </svg>
  );
}

/** A letter with a seal. */
function AnswerArt() {
  return (
    <svg viewBox="33 0 140 110" className={styles.drawing}>
      <rect x="34" y="10" width="132" height="88" rx="12" fill="var(--surface)" stroke="var(--line)" strokeWidth="2" />
      <path d="M52 34h58M52 50h78M52 66h44" stroke="var(--line-strong)" strokeWidth="5" strokeLinecap="round" opacity="0.55" />
      <circle cx="146" cy="80" r="24" fill="var(--good)" />
      <path d="m135 81 8 8 15-17" fill="none" stroke="var(--surface)" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
