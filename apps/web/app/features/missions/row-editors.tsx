import { useId } from 'react';
import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { Select, TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { emptyCriterion, emptyWords, MOST_CRITERIA, MOST_DISCLOSURES, type RubricRow, type WordsRow } from './mission-draft';
import styles from './missions.module.css';

interface Props<Row> {
  rows: readonly Row[];
  onChange(rows: readonly Row[]): void;
  error: string | null;
}

const replaced = <Row,>(rows: readonly Row[], at: number, part: Partial<Row>) => rows.map((row, index) => (index === at ? { ...row, ...part } : row));
const without = <Row,>(rows: readonly Row[], at: number) => rows.filter((_, index) => index !== at);

/** What a review looks at, each with its weight. */
export function RubricEditor({ rows, onChange, error }: Props<RubricRow>) {
  const t = useT();
  return (
    <fieldset className={styles.fieldset} data-invalid={error ? '' : undefined}>
      <legend>{t('missions.rubric')}</legend>
      <p className={styles.quiet}>{t('missions.rubricHint')}</p>
      {rows.map((row, at) => (
        <div key={at} className={styles.row}>
          <TextField label={t('missions.criterion')} value={row.criterion} onChange={(event) => onChange(replaced(rows, at, { criterion: event.target.value }))} maxLength={200} required />
          <TextField label={t('missions.criterionPoints')} type="number" inputMode="numeric" min={1} max={100} value={row.points} onChange={(event) => onChange(replaced(rows, at, { points: event.target.value }))} required />
          <IconButton icon={<Icon name="trash" size={18} />} label={t('missions.removeRow')} onClick={() => onChange(without(rows, at))} />
        </div>
      ))}
      {error && <p className={styles.wrong} role="alert">{error}</p>}
      {rows.length < MOST_CRITERIA && <div><Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => onChange([...rows, emptyCriterion()])}>{t('missions.addCriterion')}</Button></div>}
    </fieldset>
  );
}

/** The words by which an ambassador says what they receive, for each place they publish in. */
export function WordsEditor({ rows, onChange, error }: Props<WordsRow>) {
  const t = useT();
  const list = useId();
  const { locale } = useCommunity()!.community;
  const languages = [...new Set([locale, 'en', 'fr', ...rows.map(({ language }) => language)])];
  const names = new Intl.DisplayNames([t.locale], { type: 'language' });
  return (
    <fieldset className={styles.fieldset} data-invalid={error ? '' : undefined}>
      <legend>{t('missions.words')}</legend>
      <p className={styles.quiet}>{t('missions.wordsAsked')} {t('missions.wordsHint')}</p>
      <datalist id={list}>{['Instagram', 'TikTok', 'YouTube', 'Blog', 'Podcast'].map((name) => <option key={name} value={name} />)}</datalist>
      {rows.map((row, at) => (
        <div key={at} className={styles.words3}>
          <TextField label={t('missions.channel')} list={list} value={row.channel} onChange={(event) => onChange(replaced(rows, at, { channel: event.target.value }))} maxLength={80} required />
          <Select label={t('missions.language')} value={row.language} onChange={(event) => onChange(replaced(rows, at, { language: event.target.value }))} options={languages.map((value) => ({ value, label: names.of(value) ?? value }))} />
          <TextArea label={t('missions.wordsLabel')} rows={2} value={row.words} onChange={(event) => onChange(replaced(rows, at, { words: event.target.value }))} required />
          {rows.length > 1 && <IconButton icon={<Icon name="trash" size={18} />} label={t('missions.removeRow')} onClick={() => onChange(without(rows, at))} />}
        </div>
      ))}
      {error && <p className={styles.wrong} role="alert">{error}</p>}
      {rows.length < MOST_DISCLOSURES && <div><Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => onChange([...rows, emptyWords(rows.at(-1)?.language ?? locale, t('missions.wordsUsual'))])}>{t('missions.addChannel')}</Button></div>}
    </fieldset>
  );
}
