import { useId, useState } from 'react';
import { AnswerAppealDocument, type AppealFactsFragment, type AppealOutcome, DecideAppealDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { useNow } from '~/shell/now';
import { useChange } from '../merges/use-change';
import { ActionChoice, ExtentFields, GroundChoice, PassageField } from './decision-fields';
import { type Field, missingFrom, restricts, rulingOf } from './draft';
import { notByEnter, type Writing } from './decision-form';
import type { ReviewItem, Rule } from './moderation-desk.server';
import { focusOn } from './use-desk-keys';
import { useKept } from './use-kept';
import { waitedFor } from './waiting';
import { mayNot } from './why-not';
import styles from './decision.module.css';

const OUTCOMES: readonly AppealOutcome[] = ['UPHELD', 'REVERSED', 'CHANGED'];

interface Props {
  appeal: AppealFactsFragment;
  item: ReviewItem;
  rules: readonly Rule[];
  writing: Writing;
  onChanged(appeal: AppealFactsFragment): void;
}

/** An appeal: what was said, and who may decide it. */
export function AppealPart({ appeal, item, rules, writing, onChanged }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const open = appeal.state === 'OPEN';
  const refusal = mayNot(t, appeal);
  return (
    <section className={styles.appeal} aria-label={t('review.appeal', { round: appeal.round })}>
      <h3>{t('review.appeal', { round: appeal.round })}</h3>
      <MemberChip size="s" member={appeal.appellant} community={slug} absent={t('review.noAuthor')}>{t(`review.appellant.${appeal.as}`)}</MemberChip>
      {open && <Due at={appeal.dueAt} />}
      <ol role="list" className={styles.thread}>
        {appeal.messages.map((message) => (
          <li key={message.id} className={styles.message} data-ours={message.byModeration || undefined}>
            <span className={styles.aside}>{message.byModeration ? t('review.moderators') : appeal.appellant?.displayName ?? t('review.noAuthor')} · <RelativeTime at={message.writtenAt} /></span>
            <p dir="auto">{message.body}</p>
          </li>
        ))}
      </ol>
      {!open && <Outcome appeal={appeal} />}
      {open && appeal.viewerMayAnswer && <Answer appeal={appeal} onChanged={onChanged} />}
      {open && (refusal ? <p className={styles.why}><Icon name="lock" size={18} />{refusal}</p> : <Judgement appeal={appeal} item={item} rules={rules} writing={writing} onChanged={onChanged} />)}
    </section>
  );
}

function Due({ at }: { at: string }) {
  const t = useT();
  const now = useNow();
  const late = Date.parse(at) < now;
  return <p className={styles.due} data-late={late || undefined}><Icon name="clock" size={16} />{late ? t('review.dueLate', { time: waitedFor(t, at, now, 'long') }) : t('review.dueBy', { date: t.date(at) })}</p>;
}

function Outcome({ appeal }: { appeal: AppealFactsFragment }) {
  const t = useT();
  return (
    <div className={styles.statement}>
      <p className={styles.did}>{t(`review.outcomeOf.${appeal.state as AppealOutcome}`)}</p>
      {appeal.reasons && <blockquote dir="auto">{appeal.reasons}</blockquote>}
    </div>
  );
}

/** A question, or an answer, before it is decided; moderators speak as one. */
function Answer({ appeal, onChanged }: Pick<Props, 'appeal' | 'onChanged'>) {
  const t = useT();
  const [body, setBody] = useKept(`answer ${appeal.id}`, '');
  const { send, busy, problem } = useChange(AnswerAppealDocument, ({ answerAppeal }) => {
    setBody('');
    onChanged(answerAppeal.appeal);
  });
  return (
    <form method="post" className={styles.form} onSubmit={(event) => { event.preventDefault(); if (body.trim() && !busy) send({ appeal: appeal.id, body }); }}>
      <TextArea label={t('review.answerLabel')} hint={t('review.answerHint')} rows={2} maxLength={5_000} value={body} onChange={(event) => setBody(event.target.value)} />
      <FormProblem problem={problem} />
      {body.trim() && <SubmitButton size="s" busy={busy}>{t('review.answerSend')}</SubmitButton>}
    </form>
  );
}

/** What becomes of the decision, by somebody who took no part. */
function Judgement({ appeal, item, rules, writing, onChanged }: Props) {
  const t = useT();
  const name = useId();
  const [outcome, setOutcome] = useState<AppealOutcome | null>(null);
  const [reasons, setReasons] = useKept(`appeal ${appeal.id}`, '');
  const [shown, setShown] = useState(false);
  const { send, busy, problem } = useChange(DecideAppealDocument, ({ decideAppeal }) => {
    setReasons('');
    onChanged(decideAppeal.appeal);
  });
  const { draft, change } = writing;
  const instead = { ...draft, facts: draft.facts || reasons };
  const missing: (Field | 'outcome' | 'reasons')[] = [...(outcome ? [] : ['outcome' as const]), ...(outcome === 'CHANGED' ? missingFrom(instead, item) : []), ...(reasons.trim() ? [] : ['reasons' as const])];
  const lacks = (field: Field | 'outcome' | 'reasons') => shown && missing.includes(field);
  const language = item.content?.language ?? t.locale;
  const submit = () => {
    setShown(true);
    if (missing.length > 0) return focusOn(missing[0] === 'reasons' ? '[data-field=reasons]' : missing[0] === 'outcome' ? '[data-outcome]' : '[data-action], [data-rule]');
    if (!busy) send({ appeal: appeal.id, outcome: outcome!, reasons, instead: outcome === 'CHANGED' ? rulingOf(instead, item, language, Date.now()) : null });
  };
  return (
    <form id="decision-form" method="post" className={styles.form} noValidate onKeyDown={notByEnter} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <fieldset className={styles.set}>
        <legend>{t('review.outcomeLegend')}</legend>
        <div className={styles.rules}>
          {OUTCOMES.map((one) => (
            <label key={one} className={styles.rule} data-chosen={outcome === one || undefined}>
              <input type="radio" name={name} data-outcome={one} checked={outcome === one} onChange={() => setOutcome(one)} />
              <span><span className={styles.ruleTitle}>{t(`review.outcomeDo.${one}`)}</span><span className={styles.ruleBody}>{t(`review.outcomeDoes.${one}`)}</span></span>
            </label>
          ))}
        </div>
        {lacks('outcome') && <p className={styles.lacking} role="alert">{t('review.missing.outcome')}</p>}
      </fieldset>
      {outcome === 'CHANGED' && <>
        <ActionChoice about={item} draft={draft} change={change} choosing={writing.choosing} />
        <ExtentFields about={item} draft={draft} change={change} lacksRight={lacks('right')} />
        {restricts(draft.action) && <GroundChoice draft={draft} change={change} rules={rules} lacking={lacks('ground')} />}
        {restricts(draft.action) && <PassageField about={item} draft={draft} change={change} error={lacks('passage') ? t('review.missing.passage') : null} picking={writing.picking} onQuote={writing.onQuote} onPick={writing.onPick} />}
      </>}
      <TextArea label={t('review.appealReasons')} hint={t('review.appealReasonsHint')} data-field="reasons" rows={3} maxLength={5_000} error={lacks('reasons') ? t('review.missing.reasons') : null} value={reasons} onChange={(event) => setReasons(event.target.value)} />
      <FormProblem problem={problem} />
      <SubmitButton tone="primary" block busy={busy}>{t('review.decideAppeal')}</SubmitButton>
    </form>
  );
}
