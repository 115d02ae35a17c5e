import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { LevelMark } from '~/kit/marks';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { pagePath } from '../paths';
import type { Rules } from './reputation.server';
import { ruleWords, signed } from './rule-words';
import styles from './reputation.module.css';

/** How reputation works, from the rules themselves. */
export function RulesPage({ rules: { reputationRules, levels } }: { rules: Rules }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <Page width="text">
      <PageTitle title={t('reputation.how')} lead={<>{t('reputation.howLead')} <Link to={pagePath(slug, 'leaderboard')}>{t('reputation.leaderboard')}</Link></>} />
      <section>
        <h2>{t('reputation.rules')}</h2>
        <ul role="list" className={styles.entries}>{reputationRules.map((rule) => <RuleLine key={rule.code} rule={rule} />)}</ul>
      </section>
      <section>
        <h2>{t('reputation.levels')}</h2>
        <ul role="list" className={styles.entries}>{levels.map((right) => <LevelLine key={right.level} right={right} />)}</ul>
      </section>
      <p className={styles.facts}>{t('reputation.promise')}</p>
    </Page>
  );
}

function RuleLine({ rule }: { rule: Rules['reputationRules'][number] }) {
  const t = useT();
  const { points, perPair, dailyCap } = rule;
  return (
    <li className={styles.entry}>
      <span className={styles.points}>{points === 0 ? '×' : signed(points, t.number)}</span>
      <div className={styles.reason}>
        <p className={styles.what}>{ruleWords(rule, t.locale)}</p>
        <p>{ruleWords({ en: rule.enCondition, fr: rule.frCondition }, t.locale)}</p>
        <p className={styles.facts}>
          {perPair && <span>{t('reputation.perPair', { steps: perPair.map((step) => t.number(step)).join(', ') })}</span>}
          {dailyCap != null && <span>{t('reputation.dailyCap', { cap: dailyCap })}</span>}
        </p>
      </div>
    </li>
  );
}

function LevelLine({ right }: { right: Rules['levels'][number] }) {
  const t = useT();
  return (
    <li className={styles.entry}>
      <span className={styles.points}><LevelMark level={right.level} size={28} /></span>
      <div className={styles.reason}>
        <p className={styles.what}>{t(`domain.level.${right.level}`)}</p>
        <p>{right.score === 0 ? t('reputation.fromTheStart') : t('reputation.levelAsks', { score: right.score, identity: t(`domain.identity.${right.identityLevel}`) })}</p>
        <p className={styles.facts}>
          <span>{t(right.links ? 'reputation.linksYes' : 'reputation.linksNo')}</span>
          <span>{right.votesPerDay === null ? t('reputation.votesAny') : t('reputation.votesADay', { votes: right.votesPerDay })}</span>
        </p>
      </div>
    </li>
  );
}
