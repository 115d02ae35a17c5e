import { useT } from '~/i18n/react';
import type { MessageKey, Translator } from '~/i18n/translator';
import { useCommunity } from '~/shell/use-root';
import { Bars } from '../transparency/bars';
import { durationWords } from '../transparency/duration';
import { Part } from '../transparency/part';
import type { Numbers } from './numbers.server';

interface Props {
  numbers: Numbers;
}

const STEPS = ['seen', 'started', 'submitted', 'selected', 'accepted'] as const;
const HOUR_SECONDS = 3_600;

const share = (t: Translator, value: number | null) => (value === null ? t('numbers.none') : t.number(value, { style: 'percent', maximumFractionDigits: 0 }));
const ratio = (t: Translator, value: number | null) => (value === null ? t('numbers.none') : t.number(value, { maximumFractionDigits: 1 }));

/** How far members came in each call. */
export function CallParts({ numbers: { calls } }: Props) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return calls.map((call) => (
    <Part key={call.callId} id={`call-${call.callId}`} title={<span lang={locale}>{call.title}</span>} says={t('numbers.callSays', { ...call })} definition={t('numbers.callDefinition')}>
      <Bars bars={STEPS.map((step) => ({ key: step, label: t(`numbers.step_${step}`), value: call[step] }))} heads={[t('numbers.step'), t('numbers.members')]} />
    </Part>
  ));
}

export function EffectsPart({ numbers: { amplification, credibility, appropriation } }: Props) {
  const t = useT();
  const [started, takenUp] = [appropriation.reduce((sum, one) => sum + one.started, 0), appropriation.reduce((sum, one) => sum + one.takenUp, 0)];
  return (
    <>
      <Part id="amplification" title={t('numbers.amplification')} says={t('numbers.amplificationSays', { visitors: amplification.visitors, works: amplification.works, value: ratio(t, amplification.value) })} definition={t('numbers.amplificationDefinition')} />
      <Part id="credibility" title={t('numbers.credibility')} says={t('numbers.credibilitySays', { value: share(t, credibility.value) })} definition={t('numbers.credibilityDefinition')}>
        {credibility.value !== null && <Bars bars={[{ key: 'credible', label: t('numbers.credible'), value: credibility.value, shown: share(t, credibility.value) }]} heads={[t('numbers.reachOf'), t('numbers.share')]} full={1} />}
      </Part>
      <Part id="appropriation" title={t('numbers.appropriation')} says={t('numbers.appropriationSays', { started, takenUp })} definition={t('numbers.appropriationDefinition')}>
        {started > 0 && <Bars bars={appropriation.map(({ kind, started: full, takenUp: value }) => ({ key: kind, label: t(`numbers.kind_${kind}` as MessageKey), value, shown: t('numbers.of', { part: value, whole: full }) }))} heads={[t('numbers.begun'), t('numbers.takenUp')]} full={Math.max(1, ...appropriation.map((one) => one.started))} />}
      </Part>
    </>
  );
}

export function ReachPart({ numbers: { reach } }: Props) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const visitors = reach.reduce((sum, one) => sum + one.visitors, 0);
  return (
    <Part id="reach" title={t('numbers.reach')} says={t('numbers.reachSays', { visitors, channels: reach.length })} definition={t('numbers.reachDefinition')}>
      {visitors > 0 && <Bars bars={reach.map(({ channel, visitors: value }) => ({ key: channel, label: channel, lang: locale, value }))} heads={[t('numbers.channel'), t('numbers.visitors')]} />}
    </Part>
  );
}

export function WorkParts({ numbers: { missions, entries, disclosure } }: Props) {
  const t = useT();
  const states = (counts: Numbers['missions'], of: 'mission' | 'entry') => counts.map(({ state, count }) => ({ key: state, label: t(`numbers.${of}_${state}` as MessageKey), value: count }));
  const [many, sent] = [missions.reduce((sum, one) => sum + one.count, 0), entries.reduce((sum, one) => sum + one.count, 0)];
  return (
    <>
      <Part id="missions" title={t('numbers.missions')} says={t('numbers.missionsSays', { missions: many, entries: sent })} definition={t('numbers.missionsDefinition')}>
        {many > 0 && <Bars bars={states(missions, 'mission')} heads={[t('numbers.mission'), t('numbers.number')]} />}
        {sent > 0 && <Bars bars={states(entries, 'entry')} heads={[t('numbers.entry'), t('numbers.number')]} />}
      </Part>
      <Part id="disclosure" title={t('numbers.disclosure')} says={t('numbers.disclosureSays', { rate: share(t, disclosure.rate), missing: disclosure.missing })} definition={t('numbers.disclosureDefinition')}>
        {disclosure.rate !== null && <Bars bars={(['found', 'missing', 'unreachable', 'unread'] as const).map((verdict) => ({ key: verdict, label: t(`numbers.verdict_${verdict}`), value: disclosure[verdict], muted: verdict !== 'found' }))} heads={[t('numbers.page'), t('numbers.number')]} />}
      </Part>
    </>
  );
}

export function AnswersPart({ numbers: { entryAnswers, applicationAnswers } }: Props) {
  const t = useT();
  const said = ({ count, median, ninetieth }: Numbers['entryAnswers'], of: 'entries' | 'applications') =>
    median === null || ninetieth === null ? t(`numbers.${of}Unanswered`) : t(`numbers.${of}Answered`, { count, median: durationWords(t, median * HOUR_SECONDS), ninetieth: durationWords(t, ninetieth * HOUR_SECONDS) });
  return <Part id="answers" title={t('numbers.answers')} says={<>{said(entryAnswers, 'entries')} {said(applicationAnswers, 'applications')}</>} definition={t('numbers.answersDefinition')} />;
}

export function CostsPart({ numbers: { costs } }: Props) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const [points, perks] = [costs.reduce((sum, one) => sum + one.points, 0), costs.reduce((sum, one) => sum + one.perks, 0)];
  return (
    <Part id="costs" title={t('numbers.costs')} says={t('numbers.costsSays', { points, perks })} definition={t('numbers.costsDefinition')}>
      {costs.length > 0 && (
        <Bars
          bars={costs.map((cost) => ({ key: cost.missionId ?? '', label: cost.title ?? t('numbers.erased'), lang: cost.title === null ? undefined : locale, value: Math.max(0, cost.points), shown: t('numbers.cost', { points: cost.points, perks: cost.perks, accepted: cost.accepted }) }))}
          heads={[t('numbers.mission'), t('numbers.paid')]}
        />
      )}
    </Part>
  );
}
