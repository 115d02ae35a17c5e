import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Ladder } from '~/kit/ladder';
import { ladderInput, MOST_RUNGS, type RungDraft, rowKey, rungFaults } from './community-draft';
import styles from './fields.module.css';

interface Props {
  ladder: readonly RungDraft[];
  onChange(ladder: readonly RungDraft[]): void;
}

/** How much support an idea needs, and by when, before the brand must answer. */
export function LadderFields({ ladder, onChange }: Props) {
  const t = useT();
  const faults = rungFaults(ladder);
  const whole = ladderInput(ladder);
  const edit = (at: number, change: Partial<RungDraft>) => onChange(ladder.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <div className={styles.fields}>
      <ol role="list" className={styles.rows}>
        {ladder.map((rung, at) => (
          <li key={rung.key} className={styles.rung}>
            <TextField label={t('running.rungSupport', { number: at + 1 })} inputMode="numeric" value={rung.support} maxLength={9} onChange={(event) => edit(at, { support: event.target.value })} error={supportError(t, faults[rung.key]?.support)} />
            <TextField label={t(at === 0 ? 'running.rungDaysFirst' : 'running.rungDays')} inputMode="numeric" value={rung.days} maxLength={4} onChange={(event) => edit(at, { days: event.target.value })} error={faults[rung.key]?.days ? t('running.rungDaysWrong') : null} />
            <span className={styles.tools}>
              <IconButton size="s" icon={<Icon name="trash" />} label={t('running.rungRemove', { number: at + 1 })} disabled={ladder.length === 1} onClick={() => onChange(ladder.filter((one) => one !== rung))} />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button icon={<Icon name="plus" size={18} />} disabled={ladder.length >= MOST_RUNGS} onClick={() => onChange([...ladder, nextRung(ladder.at(-1))])}>{t('running.rungAdd')}</Button>
      </div>
      {whole && <LadderPicture ladder={whole} />}
    </div>
  );
}

/** The ladder as fans will see it, and in one sentence. */
function LadderPicture({ ladder }: { ladder: readonly { support: number; days: number }[] }) {
  const t = useT();
  const days = ladder.reduce((sum, rung) => sum + rung.days, 0);
  return (
    <div className={styles.picture}>
      <Ladder rungs={ladder.map((rung, at) => ({ ...rung, position: at + 1 }))} verified={0} caption={false} />
      <p className={styles.quiet}>{t('running.ladderSummary', { rungs: ladder.length, support: ladder.at(-1)!.support, days })}</p>
    </div>
  );
}

function supportError(t: ReturnType<typeof useT>, fault: 'number' | 'order' | undefined): string | null {
  if (!fault) return null;
  return t(fault === 'order' ? 'running.rungOrder' : 'running.rungNumber');
}

/** Twice the support of the last one, with as many days. */
function nextRung(last: RungDraft | undefined): RungDraft {
  const support = Number(last?.support);
  return { key: rowKey(), support: Number.isInteger(support) && support > 0 ? String(support * 2) : '', days: last?.days ?? '60' };
}
