import { Link } from 'react-router';
import type { ElectionFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useCommunity } from '~/shell/use-root';
import { memberPath } from '../paths';
import styles from './circles.module.css';

/** How an election ended: a sentence, and a table whose rows are its bars. */
export function ElectionResult({ election }: { election: ElectionFactsFragment }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { outcome, winner, candidates, electorate } = election;
  const turnout = election.turnout ?? 0;
  const date = t.date(election.closesAt, { dateStyle: 'long', timeZone: 'UTC' });
  const most = Math.max(1, ...candidates.map(({ votes }) => votes ?? 0));
  return (
    <article className={styles.section}>
      <h3>{date}</h3>
      <p>{outcome === 'ELECTED' ? t('circles.elected', { name: winner?.displayName ?? t('circles.former'), turnout, electorate }) : t(outcome === 'NO_VOTE' ? 'circles.noVote' : 'circles.noCandidate')}</p>
      {candidates.length > 0 && (
        <table className={styles.result}>
          <caption className="visually-hidden">{t('circles.resultCaption', { date })}</caption>
          <thead><tr><th scope="col">{t('circles.candidate')}</th><th scope="col"><span className="visually-hidden">{t('circles.share')}</span></th><th scope="col">{t('circles.votes')}</th></tr></thead>
          <tbody>
            {candidates.map(({ member, votes }) => (
              <tr key={member.id} data-winner={member.id === winner?.id || undefined}>
                <th scope="row"><Link to={memberPath(slug, member.handle)}>{member.displayName}</Link></th>
                <td><span className={styles.track} aria-hidden="true"><span className={styles.fill} style={{ inlineSize: `${((votes ?? 0) / most) * 100}%` }} /></span></td>
                <td>{t.number(votes ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
}
