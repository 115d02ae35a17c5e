import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { DecideReviewDocument, type DecisionFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { useNow } from '~/shell/now';
import { AbusiveReports, SanctionFields } from './beside-fields';
import { ActionChoice, ExtentFields, FactsField, GroundChoice, PassageField } from './decision-fields';
import { type Draft, endOf, type Field, inputOf, missingFrom, needsPassage, restricts } from './draft';
import { Kbd } from './kbd';
import type { ReviewItem, Rule } from './moderation-desk.server';
import { Statement } from './statement';
import { focusOn } from './use-desk-keys';
import styles from './decision.module.css';

const LANGUAGES = ['en', 'fr'];

export interface Writing {
  readonly draft: Draft;
  change(part: Partial<Draft>): void;
  readonly picking: boolean;
  onPick(): void;
  onQuote(): void;
  /** The letter of an action is waited for. */
  readonly choosing: boolean;
}

interface Props {
  item: ReviewItem;
  rules: readonly Rule[];
  writing: Writing;
  onDecided(decision: DecisionFactsFragment): void;
  /** Somebody was quicker, or holds it. */
  onStale(): void;
}

/** What is decided and why, with the statement as its author will read it. */
export function DecisionForm({ item, rules, writing, onDecided, onStale }: Props) {
  const t = useT();
  const { draft, change } = writing;
  const { language, languages } = useLanguages(item, draft);
  const [shown, setShown] = useState(false);
  const { busy, problem, send } = useDeciding(onDecided, onStale);
  const missing = missingFrom(draft, item);
  const lacks = (field: Field) => shown && missing.includes(field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (missing.length > 0) focusOn(FIELDS[missing[0]!]);
    else if (!busy) send(item, draft, language);
  };
  return (
    <form id="decision-form" method="post" className={styles.form} onSubmit={submit} onKeyDown={notByEnter} noValidate>
      <ActionChoice about={item} draft={draft} change={change} choosing={writing.choosing} />
      {lacks('action') && <p className={styles.lacking} role="alert">{t('review.missing.action')}</p>}
      {draft.action && <ExtentFields about={item} draft={draft} change={change} lacksRight={lacks('right')} />}
      {restricts(draft.action) && <>
        <GroundChoice draft={draft} change={change} rules={rules} lacking={lacks('ground')} />
        <PassageField about={item} draft={draft} change={change} error={lacks('passage') ? t('review.missing.passage') : null} picking={writing.picking} onQuote={writing.onQuote} onPick={writing.onPick} />
      </>}
      {draft.action && <FactsField draft={draft} change={change} language={language} languages={languages} optional={draft.action === 'KEEP'} error={lacks('facts') ? t('review.missing.facts') : null} />}
      <SanctionFields item={item} draft={draft} change={change} />
      <AbusiveReports item={item} draft={draft} change={change} />
      {draft.action && <Preview item={item} rules={rules} draft={draft} language={language} />}
      <FormProblem problem={problem} />
      <div className={styles.send}>
        <SubmitButton tone={restricts(draft.action) ? 'danger' : 'primary'} block busy={busy} aria-keyshortcuts="Control+Enter">
          {draft.action ? t('review.decide', { action: t(`review.do.${draft.action}`) }) : t('review.decideNothing')}
        </SubmitButton>
        <p className={styles.aside}><Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd></p>
      </div>
    </form>
  );
}

/** Enter alone never decides: only the button does, or Control and Enter. */
export function notByEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

const FIELDS: Record<Field, string> = {
  action: '[data-action]', right: '[data-field=right]', ground: '[data-rule]', passage: '[data-field=passage]', facts: '[data-field=facts]',
};

/** The statement as it would be sent now. */
function Preview({ item, rules, draft, language }: { item: ReviewItem; rules: readonly Rule[]; draft: Draft; language: string }) {
  const t = useT();
  const id = useId();
  const now = useNow();
  const { sanction } = draft;
  return (
    <section aria-labelledby={id} className={styles.preview}>
      <h3 id={id}>{t(draft.action === 'KEEP' ? 'review.previewKeep' : 'review.preview')}</h3>
      <Statement facts={{
        action: draft.action!, right: draft.right, subjectKind: item.subjectKind, language,
        rule: draft.ground === 'RULE' && draft.rule !== null ? { number: draft.rule, title: rules.find(({ number }) => number === draft.rule)?.title ?? null } : null,
        law: draft.ground === 'LAW' ? draft.law : null,
        passage: needsPassage(item) ? draft.passage : null,
        facts: draft.facts,
        endsAt: endOf(draft, item, now)?.toISOString() ?? null,
        also: sanction && { ...sanction, endsAt: sanction.days === null ? null : new Date(now + sanction.days * 86_400_000).toISOString() },
      }} />
      {restricts(draft.action) && <ReadIn item={item} language={language} />}
    </section>
  );
}

/** Whoever it affects reads the frame in their own language, and what a moderator wrote as it was written. */
function ReadIn({ item: { author, authorLocale }, language }: { item: ReviewItem; language: string }) {
  const t = useT();
  if (!author || !authorLocale || (authorLocale === t.locale && authorLocale === language)) return null;
  const names = new Intl.DisplayNames(t.locale, { type: 'language' });
  const [theirs, written] = [names.of(authorLocale) ?? authorLocale, names.of(language) ?? language];
  return (
    <p className={styles.readIn}>
      <Icon name="globe" size={16} />
      <span>{t(authorLocale === language ? 'review.readIn' : 'review.readInOther', { name: author.displayName, language: theirs, written })}</span>
    </p>
  );
}

/** The facts are written in the language of the text, unless somebody says otherwise. */
function useLanguages({ content }: ReviewItem, draft: Draft) {
  const { locale } = useCommunity()!.community;
  const own = content?.language ?? locale;
  return { language: draft.language ?? own, languages: [...new Set([own, locale, ...LANGUAGES])] };
}

/** Sends it once, whatever the line does; what was typed stays until it is decided. */
function useDeciding(onDecided: Props['onDecided'], onStale: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const intent = useRef<{ of: string; key: string }>(undefined);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const send = async (item: ReviewItem, draft: Draft, language: string) => {
    setBusy(true);
    setProblem(null);
    const of = JSON.stringify([item.id, draft, language]);
    if (intent.current?.of !== of) intent.current = { of, key: newIdempotencyKey() };
    try {
      const { decideReview } = await mutate(DecideReviewDocument, { input: inputOf(draft, item, language, Date.now(), intent.current.key) });
      onDecided(decideReview.decision);
    } catch (error) {
      const facts = asProblem(error);
      if (alive.current) setProblem(facts);
      if (facts.code === 'ITEM_DECIDED' || facts.code === 'ITEM_CLAIMED') onStale();
    } finally {
      if (alive.current) setBusy(false);
    }
  };
  return { busy, problem, send: (item: ReviewItem, draft: Draft, language: string) => void send(item, draft, language) };
}
