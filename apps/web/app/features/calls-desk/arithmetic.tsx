import { useT } from '~/i18n/react';
import { useCommunity } from '~/shell/use-root';
import type { PanelApplication, PanelCall } from './calls-desk.server';
import { marksByReviewer, type ReviewerMarks } from './panel-words';
import styles from './panel.module.css';

/** The place of an application with every number that led there. Others' marks show once one has given one's own. */
export function Arithmetic({ application, call }: { application: PanelApplication; call: PanelCall }) {
  const t = useT();
  const me = useCommunity()?.membership?.id;
  const { ranking } = application;
  if (!ranking) return null;
  const number = (value: number) => t.number(value, { maximumFractionDigits: 2 });
  const all = marksByReviewer(application.marks ?? [], call.criteria);
  const waits = application.state === 'SUBMITTED' && application.viewerMayJudge.allowed && !all.some(({ reviewer }) => reviewer?.id === me);
  const panel = ranking.panelPoints === null ? t('calls.sumNoMarks') : t('calls.sumPanel', { means: waits ? '…' : all.map(({ mean }) => number(mean)).join(' + '), count: ranking.reviewers, points: number(ranking.panelPoints) });
  const votes = ranking.mostVotes === 0 ? t('calls.sumNoVotes') : t('calls.sumVotes', { votes: ranking.verifiedVotes, most: ranking.mostVotes, points: number(ranking.communityPoints ?? 0), all: ranking.votes });
  return (
    <section className={styles.part}>
      <h3>{ranking.points === null ? t('calls.noPoints') : t('calls.placeWith', { place: ranking.place, points: number(ranking.points) })}</h3>
      {call.selection !== 'COMMUNITY' && <p className={styles.sum}>{panel}</p>}
      {call.selection !== 'PANEL' && <p className={styles.sum}>{votes}</p>}
      {call.selection === 'HALF' && ranking.points !== null && <p className={styles.sum}>{t('calls.sumHalf', { panel: number(ranking.panelPoints ?? 0), community: number(ranking.communityPoints ?? 0), points: number(ranking.points) })}</p>}
      {all.length > 0 && (waits ? <p className={styles.quiet}>{t('calls.marksWait', { count: all.length })}</p> : <MarksTable all={all} call={call} />)}
    </section>
  );
}

function MarksTable({ all, call }: { all: readonly ReviewerMarks[]; call: PanelCall }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <details>
      <summary>{t('calls.marks', { count: all.length })}</summary>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('calls.marks', { count: all.length })}>
        <table className={styles.marks}>
          <thead><tr><th scope="col">{t('calls.reviewer')}</th>{call.criteria.map(({ position, label, weight }) => <th key={position} scope="col" lang={locale}>{label} × {weight}</th>)}<th scope="col">{t('calls.mean')}</th></tr></thead>
          <tbody>
            {all.map(({ reviewer, marks, mean }) => (
              <tr key={reviewer?.id ?? ''}>
                <th scope="row">{reviewer?.displayName ?? '–'}</th>
                {call.criteria.map(({ position }) => <td key={position}>{marks.get(position)?.score ?? '–'}</td>)}
                <td>{t.number(mean, { maximumFractionDigits: 2 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.flatMap(({ reviewer, marks }) => [...marks].flatMap(([criterion, { note }]) => (note ? [<p key={`${reviewer?.id}${criterion}`} className={styles.quote}><strong>{reviewer?.displayName}</strong> {note}</p>] : [])))}
    </details>
  );
}
