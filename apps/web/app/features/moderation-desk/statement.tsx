import type { DecisionAction, MutedRight, ReviewSubjectKind } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import styles from './decision.module.css';

/** A decision and why, as far as it is known. */
export interface StatementFacts {
  readonly action: DecisionAction;
  readonly right: MutedRight | null;
  readonly subjectKind: ReviewSubjectKind;
  readonly rule: { readonly number: number; readonly title: string | null } | null;
  readonly law: string | null;
  readonly passage: string | null;
  readonly facts: string | null;
  readonly language: string | null;
  /** ISO 8601; null for no end. */
  readonly endsAt: string | null;
  /** What is beside it, for the same reasons. */
  readonly also?: { readonly action: DecisionAction; readonly right: MutedRight | null; readonly endsAt: string | null } | null;
}

/** The statement of reasons, as whom it affects reads it. */
export function Statement({ facts: { action, right, subjectKind, rule, law, passage, facts, language, endsAt, also } }: { facts: StatementFacts }) {
  const t = useT();
  if (action === 'KEEP') {
    return (
      <div className={styles.statement}>
        <p className={styles.did}>{t('review.statement.KEEP', { kind: subjectKind })}</p>
        {facts && <blockquote lang={language ?? undefined} dir="auto">{facts}</blockquote>}
      </div>
    );
  }
  return (
    <div className={styles.statement}>
      <p className={styles.did}>{t(`review.statement.${action}`, { kind: subjectKind, right: right ?? 'none' })} {until(t, action, endsAt)}</p>
      {also && <p className={styles.did}>{t(`review.statement.${also.action}`, { kind: subjectKind, right: also.right ?? 'none' })} {until(t, also.action, also.endsAt)}</p>}
      <dl>
        <div><dt>{t(law ? 'review.statementLaw' : 'review.statementRule')}</dt><dd>{law ?? (rule ? t('review.ruleLine', { number: rule.number, title: rule.title ?? '' }) : <Blank />)}</dd></div>
        {passage !== null && <div><dt>{t('review.statementPassage')}</dt><dd>{passage ? <q dir="auto">{passage}</q> : <Blank />}</dd></div>}
        <div><dt>{t('review.statementFacts')}</dt><dd lang={language ?? undefined} dir="auto">{facts || <Blank />}</dd></div>
      </dl>
      <p className={styles.redress}>{t('review.statementRedress')}</p>
    </div>
  );
}

function Blank() {
  const t = useT();
  return <span className={styles.blank}>{t('review.statementBlank')}</span>;
}

function until(t: ReturnType<typeof useT>, action: DecisionAction, endsAt: string | null): string {
  if (endsAt) return t('review.until', { date: t.date(endsAt) });
  return action === 'BAN' ? t('review.forGood') : '';
}
