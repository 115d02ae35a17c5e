import { useT } from '~/i18n/react';
import type { MessageKey, Translator } from '~/i18n/translator';
import { useCommunity } from '~/shell/use-root';
import type { Bar } from '~/kit/bars';
import { BarsWithTable } from './bars-with-table';
import { durationWords } from './duration';
import { Part } from './part';
import type { Report } from './transparency.server';

interface Props {
  report: Report;
}

/** Counted words as bars, the most frequent first. */
function barsOf(t: Translator, counts: readonly { word: string; count: number }[], key: (word: string) => MessageKey): Bar[] {
  return counts.toSorted((one, other) => other.count - one.count).map(({ word, count }) => ({ key: word, label: t(key(word)), value: count }));
}

export function NoticesPart({ report: { notices } }: Props) {
  const t = useT();
  return (
    <Part id="notices" title={t('transparency.notices')} says={t('transparency.noticesSays', { count: notices.total, illegal: notices.illegalContent, visitors: notices.byVisitors })} definition={t('transparency.noticesDefinition')}>
      {notices.total > 0 && <BarsWithTable bars={barsOf(t, notices.byCategory, (word) => `moderation.category_${word}` as MessageKey)} heads={[t('transparency.category'), t('transparency.reports')]} />}
    </Part>
  );
}

export function DecisionsPart({ report: { decisions } }: Props) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const { total, restrictions, automatedDecisions, automatedDetections } = decisions;
  const grounds = decisions.byGround.map(({ ground, rule, title, count }): Bar => {
    const label = ground === 'RULE' ? t('transparency.ruleTitle', { number: rule, title }) : title;
    return { key: `${ground} ${rule} ${title}`, label, lang: locale === t.locale ? undefined : locale, value: count };
  });
  return (
    <>
      <Part id="decisions" title={t('transparency.decisions')} says={t('transparency.decisionsSays', { count: total, kept: total - restrictions, restrictions })} definition={t('transparency.decisionsDefinition')}>
        {total > 0 && <BarsWithTable bars={barsOf(t, decisions.byAction, (word) => `moderation.action_${word}` as MessageKey)} heads={[t('transparency.decision'), t('transparency.number')]} />}
      </Part>
      {restrictions > 0 && (
        <Part id="grounds" title={t('transparency.grounds')} says={t('transparency.groundsSays')} definition={t('transparency.groundsDefinition')}>
          <BarsWithTable bars={grounds} heads={[t('transparency.ground'), t('transparency.number')]} />
        </Part>
      )}
      {total > 0 && (
        <Part id="deciders" title={t('transparency.deciders')} says={t('transparency.automatedSays', { count: automatedDecisions, total, detections: automatedDetections })} definition={t('transparency.decidersDefinition')}>
          <BarsWithTable bars={barsOf(t, decisions.byDecider, (word) => `moderation.by_${word}` as MessageKey)} heads={[t('transparency.decidedBy'), t('transparency.number')]} />
        </Part>
      )}
    </>
  );
}

/** "Half of them within 3 hours, 95 in 100 within 2 days." */
function timesSaid(t: Translator, { count, median, p95 }: Report['times'], none: MessageKey): string {
  if (median === null || p95 === null) return t(none);
  return t('transparency.timesSays', { count, median: durationWords(t, median), p95: durationWords(t, p95) });
}

export function TimesPart({ report: { times } }: Props) {
  const t = useT();
  return <Part id="times" title={t('transparency.times')} says={timesSaid(t, times, 'transparency.noTimes')} definition={t('transparency.timesDefinition')} />;
}

export function AppealsPart({ report: { appeals } }: Props) {
  const t = useT();
  const { opened, decided, upheld, reversed, changed } = appeals;
  const bars: Bar[] = (['UPHELD', 'REVERSED', 'CHANGED'] as const).map((outcome, at) => ({ key: outcome, label: t(`transparency.appeal_${outcome}`), value: [upheld, reversed, changed][at]! }));
  return (
    <Part id="appeals" title={t('transparency.appeals')} says={<>{t('transparency.appealsSays', { opened, decided })} {decided > 0 && timesSaid(t, appeals.times, 'transparency.noTimes')}</>} definition={t('transparency.appealsDefinition')}>
      {decided > 0 && <BarsWithTable bars={bars} heads={[t('transparency.outcome'), t('transparency.number')]} />}
    </Part>
  );
}

export function AccuracyPart({ report: { accuracy } }: Props) {
  const t = useT();
  const { judged, upheld, unfounded, abusive } = accuracy;
  const bars: Bar[] = (['UPHELD', 'UNFOUNDED', 'ABUSIVE'] as const).map((outcome, at) => ({ key: outcome, label: t(`transparency.report_${outcome}`), value: [upheld, unfounded, abusive][at]! }));
  return (
    <Part id="accuracy" title={t('transparency.accuracy')} says={t('transparency.accuracySays', { judged, upheld })} definition={t('transparency.accuracyDefinition')}>
      {judged > 0 && <BarsWithTable bars={bars} heads={[t('transparency.outcome'), t('transparency.reports')]} />}
    </Part>
  );
}
