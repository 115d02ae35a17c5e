import { Fragment } from 'react';
import { Link } from 'react-router';
import type { PanelRowFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { Badge } from '~/kit/badge';
import { Icon } from '~/kit/icon';
import type { PanelCall } from './calls-desk.server';
import { nameOf } from './panel-words';
import styles from './panel.module.css';

interface Props {
  row: PanelRowFragment;
  call: PanelCall;
  open: readonly string[];
  /** Whether the list is the waiting list, which has places of its own. */
  inLine: boolean;
  /** Whether some of the list can be chosen. */
  choosing: boolean;
  /** Null where it cannot be chosen. */
  chosen: boolean | null;
  to: string;
  beside: string;
  onChoose(): void;
}

/** One application in the panel's list: its place, whose it is where that may be known, and its points. */
export function PanelRow({ row, call, open, inLine, choosing, chosen, to, beside, onChoose }: Props) {
  const t = useT();
  const name = nameOf(t, row);
  const isOpen = open.includes(row.id);
  const { ranking } = row;
  const ranked = ranking?.points == null ? null : ranking.place;
  return (
    <li className={styles.row} data-open={isOpen || undefined}>
      {choosing && chosen === null && <span className={styles.tick} />}
      {chosen !== null && <input type="checkbox" className={styles.tick} data-choose={row.id} checked={chosen} aria-label={t('calls.chooseOne', { name })} onChange={onChoose} />}
      <Link to={to} data-row={row.id} className={styles.rowLink} aria-current={isOpen || undefined} preventScrollReset>
        <span className={styles.place}>{(inLine ? row.waitingPlace : ranked) ?? '–'}</span>
        {row.member && <Avatar seed={row.member.id} url={row.member.avatarUrl} size={28} />}
        <span className={styles.who}>
          <strong>{name}</strong>
          <small>{factsOf().map((fact, at) => <Fragment key={fact}>{at > 0 && '\u00a0· '}<span>{fact}</span></Fragment>)}</small>
          {row.state !== 'SUBMITTED' && <Badge size="s" tone={row.state === 'SELECTED' ? 'good' : 'neutral'}>{t(`recruitment.one_${row.state as 'SELECTED'}`)}</Badge>}
        </span>
      </Link>
      {open.length > 0 && !isOpen && <Link to={beside} className={styles.beside} aria-label={t('calls.besideOne', { name })} data-hint={t('calls.beside')} preventScrollReset><Icon name="plus" size={18} /></Link>}
    </li>
  );

  function factsOf(): string[] {
    const points = ranking?.points ?? null;
    const said = points === null ? t('calls.noPoints') : t('calls.pointsOf', { points: t.number(points, { maximumFractionDigits: 2 }) });
    const votes = call.selection === 'PANEL' ? null : t('recruitment.verifiedVotes', { count: row.verifiedVotes });
    const marked = call.selection === 'COMMUNITY' || !ranking ? null : t('calls.markedBy', { count: ranking.reviewers });
    return [said, votes, marked].filter((fact) => fact !== null);
  }
}
