import { Link } from 'react-router';
import { T, useT } from '~/i18n/react';
import type { Translator } from '~/i18n/translator';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { decidedAboutYou, decidedSentence } from '../moderation/decided-words';
import { logPath } from '../moderation-log/log-state';
import { pagePath, rulePath } from '../paths';
import { AboutSubject } from './about-subject';
import { Acknowledge } from './acknowledge';
import { AppealPart } from './appeal-part';
import type { FullDecision } from './decision.server';
import styles from './decision-page.module.css';
import { StateBadge } from './state-badge';

/** To whom it affects it speaks; to everybody else it tells. */
export function titleOf(t: Translator, decision: FullDecision): string {
  return decision.concernsViewer ? decidedAboutYou(t, decision) : decidedSentence(t, decision);
}

/** The statement of reasons, and what can be done against it. */
export function DecisionPage({ decision }: { decision: FullDecision }) {
  const t = useT();
  const { community } = useCommunity()!;
  const { concernsViewer } = decision;
  // That something stays as it was needs no badge: the title says it.
  const stays = decision.action === 'KEEP' && decision.state === 'IN_FORCE';
  return (
    <Page width="text" className={styles.page}>
      <div>
        <Back decision={decision} />
        <PageTitle title={titleOf(t, decision)} lead={t(concernsViewer ? 'decisions.leadYours' : 'decisions.lead', { community: community.name })} />
        {!stays && <p className={styles.state}><StateBadge state={decision.state} needsSecond={decision.needsSecond} />{decision.overAt && <span>{t('decisions.over', { date: t.date(decision.overAt) })}</span>}</p>}
      </div>
      <Statement decision={decision} />
      {concernsViewer && <Acknowledge decision={decision} />}
      {concernsViewer && decision.state === 'IN_FORCE' && decision.action !== 'KEEP' && <Meaning decision={decision} />}
      <AppealPart decision={decision} />
    </Page>
  );
}

/** To where whoever reads this has most likely come from: their own things, or the log that everybody reads. */
function Back({ decision: { concernsViewer, appeals, viewerMayAppeal } }: { decision: FullDecision }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const me = pagePath(slug, 'me');
  const reported = viewerMayAppeal || appeals.some(({ mine }) => mine);
  const [to, words] = concernsViewer ? [`${me}?tab=decisions`, t('decisions.back')] : reported ? [`${me}?tab=reports`, t('reports.toMine')] : [pagePath(slug, 'log'), t('log.title')];
  return <p><Link to={to} className={styles.back}><Icon name="chevronLeft" size={16} />{words}</Link></p>;
}

function Statement({ decision }: { decision: FullDecision }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { automatedDecision, automatedDetection, facts, passage, language, logEntry } = decision;
  return (
    <Card as="section" aria-labelledby="statement">
      <h2 id="statement" className={styles.heading}>{t('decisions.statement')}</h2>
      <dl className={styles.reasons}>
        <div><dt>{t('decisions.about')}</dt><dd><AboutSubject decision={decision} /></dd></div>
        <Ground decision={decision} />
        {facts && <div><dt>{t('decisions.facts')}</dt><dd className={styles.words} lang={language ?? undefined}>{facts}</dd></div>}
        {passage && <div><dt>{t('decisions.passage')}</dt><dd><blockquote className={styles.passage} lang={language ?? undefined}>{passage}</blockquote></dd></div>}
        <Term decision={decision} />
        <div><dt>{t('decisions.source')}</dt><dd>{t(`moderation.source_${decision.source}`)}</dd></div>
        <div><dt>{t('decisions.decided')}</dt><dd>{t('decisions.decidedBy', { by: t(`moderation.by_${decision.decidedAs}`), date: t.date(decision.decidedAt) })}</dd></div>
        <div><dt>{t('decisions.automated')}</dt><dd>{t(automatedDecision ? 'log.automatedDecision' : automatedDetection ? 'log.automatedDetection' : 'log.notAutomated')}</dd></div>
        {logEntry && <div><dt>{t('decisions.inLog')}</dt><dd><Link to={logPath(slug, { entry: logEntry.index })}>{t('log.entryTitle', { index: logEntry.index })}</Link></dd></div>}
      </dl>
      {!facts && decision.action !== 'KEEP' && <p className={styles.quiet}>{t(decision.concernsViewer ? 'decisions.erased' : 'decisions.private')}</p>}
    </Card>
  );
}

/** The rule in the wording it had then, so that nobody has to look for it; or the law as cited. */
function Ground({ decision: { ground, ruleNumber, ruleVersion, law, rule } }: { decision: FullDecision }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  if (ground === null) return null;
  return (
    <div>
      <dt>{t('decisions.ground')}</dt>
      {ground === 'LAW' ? <dd>{t('moderation.law', { law: law ?? '' })}</dd> : (
        <dd className={styles.rule}>
          <p><Link to={rulePath(slug, ruleNumber!)}>{t('moderation.rule', { number: ruleNumber })}</Link> {rule && <strong lang={locale}>{rule.title}</strong>}{ruleVersion! > 1 && <> <span className={styles.quiet}>{t('decisions.wording', { version: ruleVersion })}</span></>}</p>
          {rule && <p className={styles.words} lang={locale}>{rule.body}</p>}
        </dd>
      )}
    </div>
  );
}

/** From when until when. */
function Term({ decision: { startsAt, endsAt, action } }: { decision: FullDecision }) {
  const t = useT();
  if (!startsAt || action === 'KEEP') return null;
  const key = endsAt ? 'fromUntil' : action === 'WARN' ? 'fromRead' : 'fromOn';
  return <div><dt>{t('decisions.term')}</dt><dd>{t(`decisions.${key}`, { from: t.date(startsAt), until: endsAt ? t.date(endsAt) : '' })}</dd></div>;
}

/** What it means for whoever it affects, and what they still may. */
function Meaning({ decision: { action, scope, right } }: { decision: FullDecision }) {
  const t = useT();
  const key = action === 'HOLD' && scope === 'MEMBER' ? 'HOLD_MEMBER' : action;
  if (key === 'KEEP') return null;
  return (
    <section aria-labelledby="meaning" className={styles.part}>
      <h2 id="meaning" className={styles.heading}>{t('decisions.meaning')}</h2>
      <p><T k={`decisions.means_${key}`} values={{ right: right ? t(`moderation.right_${right}`) : '' }} /></p>
    </section>
  );
}
