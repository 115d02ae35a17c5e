import type { AnyProblemCode } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useVoting } from '../voting/voting-provider';
import { isUnsaved, type DraftState } from './draft-state';
import styles from './draft-status.module.css';

/** Where the text is safe right now. */
export function DraftStatus({ state }: { state: DraftState }) {
  const t = useT();
  const { gate } = useVoting();
  const word = words();
  return (
    <p role="status" className={styles.status} data-trouble={state.phase === 'offline' || state.phase === 'refused' || undefined}>
      {word && <><Icon name={state.phase === 'offline' || state.phase === 'refused' ? 'warning' : 'check'} size={16} />{word}</>}
    </p>
  );

  function words(): string | null {
    if (gate !== null) return isUnsaved(state) ? t('posting.statusLocal') : null;
    if (state.phase === 'offline') return t('posting.statusOffline');
    if (state.phase === 'refused') return t('posting.statusRefused', { reason: problemText(t, { code: state.problem as AnyProblemCode, params: {} }) });
    if (state.phase === 'saving') return t('posting.statusSaving');
    return state.savedAt !== null && !isUnsaved(state) ? t('posting.statusSaved') : null;
  }
}
