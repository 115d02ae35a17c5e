import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LogLineFragment } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Card } from '~/kit/card';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { decidedSentence } from '../moderation/decided-words';
import { rulePath } from '../paths';
import { EntryCheck } from './entry-check';
import styles from './log-page.module.css';
import { logPath } from './log-state';
import type { Log } from './log.server';

/** One entry: what was decided, under which rule, when and by whom; folded, what it takes to verify it. */
export function LogLine({ entry, log }: { entry: LogLineFragment; log: Log }) {
  const { slug } = useCommunity()!.community;
  return (
    <Card as="article" snug id={`entry-${entry.index}`} className={styles.entry}>
      <p className={styles.number}><Link to={logPath(slug, { entry: entry.index })}>#{entry.index}</Link><RelativeTime at={entry.recordedAt} /></p>
      <Said entry={entry} />
      <EntryCheck entry={entry} log={log} />
    </Card>
  );
}

function Said({ entry: { decision, second, ended, appeal, key } }: { entry: LogLineFragment }) {
  if (decision) return <DecisionSaid decision={decision} />;
  if (appeal) return <AppealSaid appeal={appeal} />;
  if (second) return <SecondSaid second={second} />;
  if (ended) return <EndSaid ended={ended} />;
  return key && <KeySaid endorsed={key.endorsed} previous={key.previous} />;
}

function What({ children }: { children: ReactNode }) {
  return <h2 className={styles.what}>{children}</h2>;
}

function DecisionSaid({ decision }: { decision: NonNullable<LogLineFragment['decision']> }) {
  const t = useT();
  const { action, subjectKind, mutedRight, decidedAs, source, endsAt } = decision;
  return (
    <>
      <What>{decidedSentence(t, { action, subjectKind, right: mutedRight })}</What>
      <Ground decision={decision} />
      <ul role="list" className={styles.facts}>
        {decision.proposed && <li><Badge size="s" tone="info" icon="hourglass">{t('log.proposed')}</Badge></li>}
        <li>{t(`moderation.by_${decidedAs}`)}</li>
        {source && <li>{t(`moderation.source_${source}`)}</li>}
        <li>{t(decision.automatedDecision ? 'log.automatedDecision' : decision.automatedDetection ? 'log.automatedDetection' : 'log.notAutomated')}</li>
        {endsAt && <li>{t('log.until', { date: t.date(endsAt) })}</li>}
      </ul>
    </>
  );
}

/** The rule in the wording it had then; or the law as cited. */
function Ground({ decision: { ground, ruleNumber, ruleTitle, law } }: { decision: NonNullable<LogLineFragment['decision']> }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  if (ground === null) return null;
  if (ground === 'LAW') return <p className={styles.ground}>{t('moderation.law', { law: law ?? '' })}</p>;
  return <p className={styles.ground}><Link to={rulePath(slug, ruleNumber!)}>{t('moderation.rule', { number: ruleNumber })}</Link> <span lang={locale}>{ruleTitle}</span></p>;
}

function Concerns({ index }: { index: number | null }) {
  const { slug } = useCommunity()!.community;
  if (index === null) return null;
  return <p className={styles.ground}><T k="log.concerns" values={{ index, link: (text) => <Link to={logPath(slug, { entry: index })}>{text}</Link> }} /></p>;
}

function AppealSaid({ appeal }: { appeal: NonNullable<LogLineFragment['appeal']> }) {
  const t = useT();
  return (
    <>
      <What>{t(`log.appeal_${appeal.outcome}`)}</What>
      <Concerns index={appeal.concerns} />
      <ul role="list" className={styles.facts}>
        <li>{t(`log.appellant_${appeal.appellant}`)}</li>
        <li>{t(`moderation.by_${appeal.decidedAs}`)}</li>
        <li>{t('log.round', { round: appeal.round })}</li>
      </ul>
    </>
  );
}

function SecondSaid({ second }: { second: NonNullable<LogLineFragment['second']> }) {
  const t = useT();
  return (
    <>
      <What>{t(second.agreed ? 'log.seconded' : 'log.notSeconded')}</What>
      <Concerns index={second.concerns} />
      <ul role="list" className={styles.facts}><li>{t(`moderation.by_${second.decidedAs}`)}</li></ul>
    </>
  );
}

function EndSaid({ ended: { concerns, cause, endedAt } }: { ended: NonNullable<LogLineFragment['ended']> }) {
  const t = useT();
  return (
    <>
      <What>{t(`log.ended_${cause}`)}</What>
      <Concerns index={concerns} />
      <ul role="list" className={styles.facts}><li>{t('log.endedAt', { date: t.date(endedAt) })}</li></ul>
    </>
  );
}

function KeySaid({ endorsed, previous }: { endorsed: boolean; previous: string | null }) {
  const t = useT();
  return (
    <>
      <What>{t(previous ? 'log.newKey' : 'log.firstKey')}</What>
      <p className={styles.ground}>{t(!previous ? 'log.firstKeyText' : endorsed ? 'log.endorsed' : 'log.notEndorsed')}</p>
    </>
  );
}
