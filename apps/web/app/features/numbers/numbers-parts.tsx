import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import type { MessageKey } from '~/i18n/translator';
import { Bars } from '~/kit/bars';
import { useNow } from '~/shell/now';
import { useCommunity } from '~/shell/use-root';
import { missionsPath } from '../missions/missions-state';
import { durationWords } from '../transparency/duration';
import { Part } from '../transparency/part';
import type { Period } from '../transparency/period';
import { Columns } from './columns';
import { share } from './figures';
import styles from './numbers.module.css';
import type { Numbers } from './numbers.server';
import { spansOf } from './spans';

interface Props {
  numbers: Numbers;
}

const STEPS = ['seen', 'started', 'submitted', 'selected', 'accepted'] as const;
const HOUR_SECONDS = 3_600;

/** Where entries and missions in a state are listed. */
const DESK: Readonly<Record<string, string>> = { SUBMITTED: '', NEEDS_DISCLOSURE: '?tab=returned', CHANGE_ASKED: '?tab=returned', ACCEPTED: '?tab=accepted', REFUSED: '?tab=refused' };
const CATALOGUE: Readonly<Record<string, string>> = { DRAFT: '?tab=drafts', UPCOMING: '?tab=coming', OPEN: '', OVER: '?tab=closed', CLOSED: '?tab=closed' };

/** How far members came in each call. */
export function CallParts({ numbers: { calls } }: Props) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  if (calls.length === 0) return <Part id="calls" title={t('numbers.file_calls')} says={t('numbers.noCalls')} definition={t('numbers.callDefinition')} />;
  return calls.map((call) => {
    const panel = `/c/${slug}/calls/${call.callId}/panel`;
    const lists = { seen: `/c/${slug}/calls/${call.callId}`, started: undefined, submitted: panel, selected: panel, accepted: `/c/${slug}/ambassadors` };
    return (
      <Part key={call.callId} id={`call-${call.callId}`} title={<span lang={locale}>{call.title}</span>} says={t('numbers.callSays', { ...call })} definition={t('numbers.callDefinition')}>
        <Bars label={t('numbers.step')} bars={STEPS.map((step) => ({ key: step, label: t(`calls.step_${step}`), value: call[step], shown: step === 'seen' || call.seen === 0 ? undefined : t('numbers.ofSeen', { members: call[step], share: share(t, call[step] / call.seen) }), to: lists[step] }))} />
      </Part>
    );
  });
}

export function ReachPart({ numbers: { reach, reachDays }, period }: Props & { period: Period }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const now = useNow();
  const visitors = reach.reduce((sum, one) => sum + one.visitors, 0);
  return (
    <Part id="reach" title={t('numbers.reach')} says={t('numbers.reachSays', { visitors, channels: reach.length })} definition={t('numbers.reachDefinition')}>
      {visitors > 0 && <Columns spans={spansOf(reachDays, period, now)} />}
      {visitors > 0 && <Bars label={t('numbers.channel')} bars={reach.map(({ channel, visitors: value, links }) => ({ key: channel, label: channel, lang: locale, value, shown: t('numbers.byLinks', { visitors: value, links }) }))} />}
      {reach.length > 0 && <p className={styles.more}><Link to={`/c/${slug}/movement/links`}>{t('numbers.toLinks')}</Link></p>}
    </Part>
  );
}

export function WorkParts({ numbers: { missions, entries, disclosure } }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const [many, sent] = [missions.reduce((sum, one) => sum + one.count, 0), entries.reduce((sum, one) => sum + one.count, 0)];
  const behind = (path: string, lists: Readonly<Record<string, string>>, state: string) => (state in lists ? missionsPath(slug, path + lists[state]) : undefined);
  return (
    <>
      <Part id="missions" title={t('numbers.missions')} says={t('numbers.missionsSays', { missions: many, entries: sent })} definition={t('numbers.missionsDefinition')}>
        {many > 0 && sent > 0 && <h4>{t('numbers.file_missions')}</h4>}
        {many > 0 && <Bars label={t('numbers.file_missions')} bars={missions.map(({ state, count }) => ({ key: state, label: t(`numbers.mission_${state}` as MessageKey), value: count, to: behind('', CATALOGUE, state) }))} />}
        {many > 0 && sent > 0 && <h4>{t('numbers.file_entries')}</h4>}
        {sent > 0 && <Bars label={t('numbers.file_entries')} bars={entries.map(({ state, count }) => ({ key: state, label: t(`numbers.entry_${state}` as MessageKey), value: count, to: behind('/desk', DESK, state) }))} />}
      </Part>
      <Part id="disclosure" title={t('numbers.disclosure')} says={t(disclosure.rate === null ? 'numbers.disclosureNone' : 'numbers.disclosureSays', { rate: share(t, disclosure.rate), missing: disclosure.missing })} definition={t('numbers.disclosureDefinition')}>
        {disclosure.rate !== null && <Bars label={t('numbers.page')} bars={(['found', 'missing', 'unreachable', 'unread'] as const).map((verdict) => ({ key: verdict, label: t(`numbers.verdict_${verdict}`), value: disclosure[verdict], muted: verdict !== 'found', to: verdict === 'missing' ? missionsPath(slug, '/desk?tab=lost') : undefined }))} />}
      </Part>
    </>
  );
}

export function AnswersPart({ numbers: { entryAnswers, applicationAnswers } }: Props) {
  const t = useT();
  const said = ({ count, median, ninetieth }: Numbers['entryAnswers'], of: 'entries' | 'applications') =>
    median === null || ninetieth === null ? t(`numbers.${of}Unanswered`) : t(`numbers.${of}Answered`, { count, median: durationWords(t, median * HOUR_SECONDS), ninetieth: durationWords(t, ninetieth * HOUR_SECONDS) });
  const rows = ([['entries', entryAnswers], ['applications', applicationAnswers]] as const).flatMap(([of, { median, ninetieth }]) =>
    (['median', 'ninetieth'] as const).flatMap((which) => {
      const hours = which === 'median' ? median : ninetieth;
      return hours === null ? [] : [{ key: of + which, label: t(`numbers.${of}_${which}`), value: hours, shown: durationWords(t, hours * HOUR_SECONDS), muted: which === 'ninetieth' }];
    }));
  return (
    <Part id="answers" title={t('numbers.answers')} says={<>{said(entryAnswers, 'entries')} {said(applicationAnswers, 'applications')}</>} definition={t('numbers.answersDefinition')}>
      {rows.length > 0 && <Bars label={t('numbers.answers')} bars={rows} />}
    </Part>
  );
}

export function CostsPart({ numbers: { costs } }: Props) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const [points, perks] = [costs.reduce((sum, one) => sum + one.points, 0), costs.reduce((sum, one) => sum + one.perks, 0)];
  return (
    <Part id="costs" title={t('numbers.costs')} says={t('numbers.costsSays', { points, perks })} definition={t('numbers.costsDefinition')}>
      {costs.length > 0 && (
        <Bars label={t('numbers.mission')} bars={costs.map((cost) => ({
          key: cost.missionId ?? '', label: cost.title ?? t('numbers.erased'), lang: cost.title === null ? undefined : locale, value: cost.points,
          shown: t('numbers.cost', { points: cost.points, perks: cost.perks, accepted: cost.accepted }), to: cost.missionId ? missionsPath(slug, `/${cost.missionId}`) : undefined,
        }))} />
      )}
      <p className={styles.more}><Link to={`/c/${slug}/movement/budgets`}>{t('numbers.toBudgets')}</Link></p>
    </Part>
  );
}
