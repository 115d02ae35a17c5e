import { useId } from 'react';
import type { MutedRight } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Select, TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { ACTIONS, type About, actionsFor, type Draft, lengthsOf, needsPassage, RIGHTS } from './draft';
import { Kbd } from './kbd';
import type { Rule } from './moderation-desk.server';
import styles from './decision.module.css';

export interface FieldsProps {
  about: About;
  draft: Draft;
  change(part: Partial<Draft>): void;
}

/** What is to happen; `a` and a letter choose. */
export function ActionChoice({ about, draft, change, choosing }: FieldsProps & { choosing: boolean }) {
  const t = useT();
  const name = useId();
  const possible = actionsFor(about);
  const id = (action: string) => `${name}-${action}`;
  return (
    <fieldset className={styles.set} data-choosing={choosing || undefined}>
      <legend>{t('review.action')} <Kbd>a</Kbd></legend>
      <div className={styles.actions}>
        {ACTIONS.filter(([action]) => possible.includes(action)).map(([action, letter]) => (
          <label key={action} className={styles.action} data-chosen={draft.action === action || undefined}>
            <input type="radio" name={name} data-action={action} checked={draft.action === action} aria-describedby={id(action)} onChange={() => change({ action, days: undefined })} />
            <span>{t(`review.do.${action}`)}</span>
            <Kbd>{letter}</Kbd>
            <span id={id(action)} hidden>{t(`review.does.${action}`)}</span>
          </label>
        ))}
      </div>
      <p role="status" className={styles.does}>{choosing ? t('review.chooseLetter') : draft.action && t(`review.does.${draft.action}`)}</p>
    </fieldset>
  );
}

/** Of what kind the muting is, and how long it lasts. */
export function ExtentFields({ about, draft, change, lacksRight }: FieldsProps & { lacksRight: boolean }) {
  const t = useT();
  const lengths = draft.action ? lengthsOf(draft.action, about) : [];
  const days = draft.days === undefined ? lengths[0] : draft.days;
  return (
    <div className={styles.pair}>
      {draft.action === 'MUTE' && (
        <Select
          label={t('review.right')}
          data-field="right"
          error={lacksRight ? t('review.missing.right') : null}
          options={[{ value: '', label: t('review.rightNone') }, ...RIGHTS.map((right) => ({ value: right, label: t(`review.right.${right}`) }))]}
          value={draft.right ?? ''}
          onChange={(event) => change({ right: (event.target.value || null) as MutedRight | null })}
        />
      )}
      {lengths.length > 0 && (
        <Select
          label={t('review.howLong')}
          options={lengths.map((length) => ({ value: String(length), label: length === null ? t(draft.action === 'BAN' ? 'review.lastsForGood' : 'review.lastsOpen') : t('review.lastsDays', { count: length }) }))}
          value={String(days)}
          onChange={(event) => change({ days: event.target.value === 'null' ? null : Number(event.target.value) })}
        />
      )}
    </div>
  );
}

/** Which rule or law it breaks; the number of a rule is its key. */
export function GroundChoice({ draft, change, rules, lacking }: Omit<FieldsProps, 'about'> & { rules: readonly Rule[]; lacking: boolean }) {
  const t = useT();
  const name = useId();
  const rule = (number: number) => draft.ground === 'RULE' && draft.rule === number;
  return (
    <fieldset className={styles.set} aria-describedby={lacking ? `${name}-lacking` : undefined}>
      <legend>{t('review.ground')}</legend>
      <div className={styles.rules}>
        {rules.map(({ number, title, body }) => (
          <label key={number} className={styles.rule} data-chosen={rule(number) || undefined}>
            <input type="radio" name={name} data-rule={number} checked={rule(number)} onChange={() => change({ ground: 'RULE', rule: number })} />
            <Kbd>{String(number)}</Kbd>
            <span><span className={styles.ruleTitle}>{title}</span>{rule(number) && <span className={styles.ruleBody}>{body}</span>}</span>
          </label>
        ))}
        <label className={styles.rule} data-chosen={draft.ground === 'LAW' || undefined}>
          <input type="radio" name={name} data-rule="law" checked={draft.ground === 'LAW'} onChange={() => change({ ground: 'LAW' })} />
          <Kbd>§</Kbd>
          <span className={styles.ruleTitle}>{t('review.aLaw')}</span>
        </label>
      </div>
      {draft.ground === 'LAW' && <TextField label={t('review.law')} data-field="law" maxLength={500} value={draft.law} onChange={(event) => change({ law: event.target.value })} />}
      {lacking && <p id={`${name}-lacking`} className={styles.lacking}><Icon name="warning" size={16} />{t('review.missing.ground')}</p>}
    </fieldset>
  );
}

interface PassageProps extends FieldsProps {
  error: string | null;
  picking: boolean;
  onQuote(): void;
  onPick(): void;
}

/** The words that break it, out of the text. */
export function PassageField({ about, draft, change, error, picking, onQuote, onPick }: PassageProps) {
  const t = useT();
  if (!needsPassage(about)) return null;
  return (
    <div className={styles.passage}>
      <TextArea label={t('review.passage')} data-field="passage" rows={2} maxLength={2_000} error={error} value={draft.passage} onChange={(event) => change({ passage: event.target.value })} />
      <div className={styles.acts}>
        {/* Pressing must not take the selection away. */}
        <Button size="s" icon={<Icon name="quote" size={16} />} onMouseDown={(event) => event.preventDefault()} onClick={onQuote}>{t('review.quote')} <Kbd>q</Kbd></Button>
        <Button size="s" tone="quiet" aria-pressed={picking} onClick={onPick}>{t(picking ? 'review.pickDone' : 'review.pick')}</Button>
      </div>
    </div>
  );
}

/** What happened, in the moderator's words, and in which language. */
export function FactsField({ draft, change, language, languages, error, optional }: Omit<FieldsProps, 'about'> & { language: string; languages: readonly string[]; error: string | null; optional: boolean }) {
  const t = useT();
  const names = new Intl.DisplayNames(t.locale, { type: 'language' });
  return (
    <>
      <TextArea label={t(optional ? 'review.factsKeep' : 'review.facts')} hint={optional ? undefined : t('review.factsHint')} optional={optional} data-field="facts" aria-keyshortcuts="f" rows={3} maxLength={5_000} error={error} value={draft.facts} lang={language} onChange={(event) => change({ facts: event.target.value })} />
      <Select label={t('review.language')} options={languages.map((value) => ({ value, label: names.of(value) ?? value }))} value={language} onChange={(event) => change({ language: event.target.value })} />
    </>
  );
}
