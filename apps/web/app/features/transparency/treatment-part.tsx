import { useT } from '~/i18n/react';
import type { Bar } from '~/kit/bars';
import { BarsWithTable } from './bars-with-table';
import { Part } from './part';
import type { Report } from './transparency.server';

/** Below so many texts, one decision more or less moves a rate visibly. */
const FEW = 50;

/** How texts that criticise the brand fared, beside all others: what tells whether critics are silenced. */
export function TreatmentPart({ report: { critical, other } }: { report: Report }) {
  const t = useT();
  const percent = (share: number) => t.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const rows = [
    { key: 'critical', said: critical, muted: false },
    { key: 'other', said: other, muted: true },
  ] as const;
  const bars = (count: 'removed' | 'restricted') => rows.map(({ key, said, muted }): Bar => {
    const share = said.judged === 0 ? 0 : said[count] / said.judged;
    return { key, label: t(`transparency.${key}`), value: share, muted, shown: said.judged === 0 ? t('transparency.none') : t('transparency.share', { share: percent(share), count: said[count], judged: said.judged }) };
  });
  const smallest = Math.min(critical.judged, other.judged);
  const says = smallest === 0 ? t('transparency.treatmentNone') : t('transparency.treatmentSays', { critical: percent(critical.removed / critical.judged), other: percent(other.removed / other.judged) });
  const note = smallest > 0 && smallest < FEW ? t('transparency.smallNumbers', { count: smallest, step: percent(1 / smallest) }) : null;
  return (
    <Part id="treatment" title={t('transparency.treatment')} says={says} definition={t('transparency.treatmentDefinition')}>
      <h4>{t('transparency.removedShare')}</h4>
      <BarsWithTable bars={bars('removed')} heads={[t('transparency.texts'), t('transparency.removedShare')]} full={1} />
      <h4>{t('transparency.restrictedShare')}</h4>
      <BarsWithTable bars={bars('restricted')} heads={[t('transparency.texts'), t('transparency.restrictedShare')]} full={1} note={note} />
    </Part>
  );
}
