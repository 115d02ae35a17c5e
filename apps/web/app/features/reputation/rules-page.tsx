import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { IdentityMark } from '~/kit/marks';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { deskPath, pagePath, whyPath } from '../paths';
import { IDENTITIES, scoreOf, TENTHS } from './identity-share';
import { LevelsTable } from './levels-table';
import type { Rules } from './reputation.server';
import { ruleIcon, ruleWords, signed } from './rule-words';
import styles from './rules-page.module.css';

/** What the examples start from. */
const EXAMPLE = 100;

/** How reputation works, from the rules themselves. */
export function RulesPage({ rules: { reputationRules, levels } }: { rules: Rules }) {
  const t = useT();
  const { community, membership, roles = [] } = useCommunity()!;
  const { slug } = community;
  return (
    <Page width="text" className={styles.page}>
      <div>
        <PageTitle title={t('reputation.how')} lead={t('reputation.howLead')} />
        <p className={styles.formula}>{t('reputation.formula')}</p>
        <p className={styles.ways}>
          {membership && <Link to={whyPath(slug, membership.handle)}>{t('reputation.mine')}</Link>}
          <Link to={pagePath(slug, 'leaderboard')}>{t('reputation.leaderboard')}</Link>
          {roles.includes('MODERATOR') && <Link to={deskPath(slug, '/disputes')}>{t('reputation.disputes')}</Link>}
        </p>
      </div>
      <RuleList id="earns" title={t('reputation.earns')} lead={t('reputation.earnsLead')} rules={reputationRules.filter(({ points }) => points > 0)} />
      <RuleList id="costs" title={t('reputation.costs')} lead={t('reputation.costsLead')} rules={reputationRules.filter(({ points }) => points < 0)} />
      <Shares rule={reputationRules.find(({ code }) => code === 'IDENTITY')} />
      <section aria-labelledby="levels">
        <h2 id="levels">{t('reputation.levels')}</h2>
        <p className={styles.lead}>{t('reputation.levelsLead', { community: community.name })}</p>
        <LevelsTable levels={levels} own={membership?.level ?? null} />
      </section>
      <section aria-labelledby="promises">
        <h2 id="promises">{t('reputation.promises')}</h2>
        <ul className={styles.promises}>
          <li>{t('reputation.promiseReasons')}</li>
          <li>{t('reputation.promiseBack')}</li>
          <li>{t('reputation.promiseVersions')}</li>
          <li>{t('reputation.promiseDispute')}</li>
        </ul>
      </section>
    </Page>
  );
}

function RuleList({ id, title, lead, rules }: { id: string; title: string; lead: string; rules: Rules['reputationRules'] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      <ul role="list" className={styles.rules}>{rules.map((rule) => <RuleLine key={rule.code} rule={rule} />)}</ul>
    </section>
  );
}

function RuleLine({ rule }: { rule: Rules['reputationRules'][number] }) {
  const t = useT();
  const { points, perPair, dailyCap } = rule;
  return (
    <li className={styles.rule}>
      <strong className={styles.points} data-loses={points < 0 ? '' : undefined}>{signed(points, t.number)}</strong>
      <div className={styles.words}>
        <h3 className={styles.what}><Icon name={ruleIcon(rule.code)} size={18} />{ruleWords(rule, t.locale)}</h3>
        <p className={styles.quiet}>{ruleWords({ en: rule.enCondition, fr: rule.frCondition }, t.locale)}</p>
        {(perPair || dailyCap != null) && (
          <ul role="list" className={styles.caps}>
            {perPair && <li>{t('reputation.perPair', { steps: perPair.map((step) => t.number(step)).join(', ') })}</li>}
            {dailyCap != null && <li>{t('reputation.dailyCap', { cap: dailyCap })}</li>}
          </ul>
        )}
      </div>
    </li>
  );
}

/** What identity makes of merit, with an example. */
function Shares({ rule }: { rule: Rules['reputationRules'][number] | undefined }) {
  const t = useT();
  return (
    <section aria-labelledby="shares">
      <h2 id="shares">{t('reputation.shares')}</h2>
      {rule && <p className={styles.lead}>{ruleWords({ en: rule.enCondition, fr: rule.frCondition }, t.locale)}</p>}
      <ul role="list" className={styles.shares}>
        {IDENTITIES.map((level) => (
          <li key={level} className={styles.share}>
            <span className={styles.identity}>{level !== 'ANONYMOUS' && <span aria-hidden="true"><IdentityMark level={level} size={20} /></span>}{t(`domain.identity.${level}`)}</span>
            <strong>× {t.number(TENTHS[level] / 10)}</strong>
            <span className={styles.quiet}>{t('reputation.shareExample', { base: EXAMPLE, score: scoreOf(EXAMPLE, TENTHS[level]) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
