import type { MutedRight } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Checkbox, Select } from '~/kit/field';
import { type Draft, restricts, RIGHTS, type Sanction } from './draft';
import type { ReviewItem } from './moderation-desk.server';
import styles from './decision.module.css';

interface Props {
  item: ReviewItem;
  draft: Draft;
  change(part: Partial<Draft>): void;
}

const LENGTHS: Record<Sanction['action'], readonly (number | null)[]> = { WARN: [null], MUTE: [7, 1, 3, 30, 90], SUSPEND: [7, 1, 3, 30, 90, 365] };
/** What is about the author already needs nothing beside it. */
const BESIDE: readonly (Draft['action'])[] = ['ASK_CHANGE', 'HIDE', 'REMOVE', 'LABEL'];

/** What it means for the author beside the text, for the same reasons. */
export function SanctionFields({ item, draft: { action, sanction }, change }: Props) {
  const t = useT();
  if (!restricts(action) || !BESIDE.includes(action) || !item.author || item.subjectKind === 'MERGE' || item.subjectKind === 'REPUTATION_ENTRY') return null;
  const choose = (value: string) => change({ sanction: value ? firstOf(value as Sanction['action']) : null });
  const lengths = sanction ? LENGTHS[sanction.action] : [];
  return (
    <div className={styles.pair}>
      <Select
        label={t('review.sanction')}
        options={[{ value: '', label: t('review.sanctionNone') }, ...(item.viewerDecidesLightlyOnly ? (['WARN'] as const) : (['WARN', 'MUTE', 'SUSPEND'] as const)).map((one) => ({ value: one, label: t(`review.do.${one}`) }))]}
        value={sanction?.action ?? ''}
        onChange={(event) => choose(event.target.value)}
      />
      {sanction?.action === 'MUTE' && <Select label={t('review.right')} options={RIGHTS.map((right) => ({ value: right, label: t(`review.right.${right}`) }))} value={sanction.right ?? ''} onChange={(event) => change({ sanction: { ...sanction, right: event.target.value as MutedRight } })} />}
      {sanction && lengths.length > 1 && <Select label={t('review.howLong')} options={lengths.map((days) => ({ value: String(days), label: t('review.lastsDays', { count: days! }) }))} value={String(sanction.days)} onChange={(event) => change({ sanction: { ...sanction, days: Number(event.target.value) } })} />}
    </div>
  );
}

function firstOf(action: Sanction['action']): Sanction {
  return { action, right: action === 'MUTE' ? 'COMMENTING' : null, days: LENGTHS[action][0] ?? null };
}

/** Reports that were made to harm, which only a moderator's own word makes so. */
export function AbusiveReports({ item, draft: { action, abusive }, change }: Props) {
  const t = useT();
  if (action !== 'KEEP' || item.reports.length === 0) return null;
  const name = (report: ReviewItem['reports'][number]) => report.reporter?.displayName ?? t('review.noReporter');
  const choose = (id: string, on: boolean) => change({ abusive: on ? [...abusive, id] : abusive.filter((one) => one !== id) });
  return (
    <details className={styles.abusive}>
      <summary>{t('review.abusive')}</summary>
      <p className={styles.aside}>{t('review.abusiveText')}</p>
      {item.reports.map((report) => <Checkbox key={report.id} label={name(report)} checked={abusive.includes(report.id)} onChange={(event) => choose(report.id, event.target.checked)} />)}
    </details>
  );
}
