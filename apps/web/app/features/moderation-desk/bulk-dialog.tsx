import { useRef, useState } from 'react';
import { newIdempotencyKey } from '~/data/mutate';
import { DecideReviewsDocument, type DecideReviewsMutation, type ReviewRowFragment } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { classes } from '~/kit/classes';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { useChange } from '../merges/use-change';
import { ActionChoice, ExtentFields, FactsField, GroundChoice } from './decision-fields';
import { type Draft, EMPTY_DRAFT, missingFrom, needsPassage, restricts, rulingOf } from './draft';
import type { Rule } from './moderation-desk.server';
import { plainWords } from './queue-row';
import styles from './decision.module.css';

type Outcome = DecideReviewsMutation['decideReviews']['outcomes'][number];

interface Props {
  items: readonly ReviewRowFragment[];
  rules: readonly Rule[];
  /** @param anything was decided */
  onClose(anything: boolean): void;
}

/** The same decision about several items: the reason once, the passage of each its own, and what became of each. */
export function BulkDialog({ items, rules, onClose }: Props) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [passages, setPassages] = useState<ReadonlyMap<string, string>>(new Map());
  const [shown, setShown] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const key = useRef(newIdempotencyKey());
  const { send, busy, problem } = useChange(DecideReviewsDocument, ({ decideReviews }) => setOutcomes(decideReviews.outcomes));
  const language = draft.language ?? locale;
  const about = items.find(needsPassage) ?? items[0]!;
  const change = (part: Partial<Draft>) => {
    key.current = newIdempotencyKey();
    setDraft({ ...draft, ...part });
  };
  const missing = missingFrom({ ...draft, passage: 'said below' }, about);
  const unquoted = (item: ReviewRowFragment) => restricts(draft.action) && needsPassage(item) && !passages.get(item.id)?.trim();
  const submit = () => {
    setShown(true);
    if (missing.length > 0 || items.some(unquoted)) return;
    const { passage: _each, ...ruling } = rulingOf(draft, about, language, Date.now());
    send({ ...ruling, idempotencyKey: key.current, items: items.map((item) => ({ item: item.id, passage: restricts(draft.action) && needsPassage(item) ? passages.get(item.id)!.trim() : null })) });
  };
  if (outcomes) return <Outcomes items={items} outcomes={outcomes} onClose={() => onClose(true)} />;
  return (
    <Dialog
      open wide onOpenChange={(open) => !open && onClose(false)} title={t('review.bulkTitle', { count: items.length })} description={t('review.bulkLead')}
      footer={<Button tone={restricts(draft.action) ? 'danger' : 'primary'} busy={busy} onClick={submit}>{draft.action ? t('review.decide', { action: t(`review.do.${draft.action}`) }) : t('review.decideNothing')}</Button>}
    >
      <div className={classes(styles.form, styles.keyless)}>
        <ActionChoice about={about} draft={draft} change={change} choosing={false} />
        {shown && missing.includes('action') && <p className={styles.lacking} role="alert">{t('review.missing.action')}</p>}
        {draft.action && <ExtentFields about={about} draft={draft} change={change} lacksRight={shown && missing.includes('right')} />}
        {restricts(draft.action) && <GroundChoice draft={draft} change={change} rules={rules} lacking={shown && missing.includes('ground')} />}
        {draft.action && <FactsField draft={draft} change={change} language={language} languages={[...new Set([locale, 'en', 'fr'])]} optional={draft.action === 'KEEP'} error={shown && missing.includes('facts') ? t('review.missing.facts') : null} />}
        {restricts(draft.action) && items.filter(needsPassage).map((item) => (
          <Passage key={item.id} item={item} value={passages.get(item.id) ?? ''} lacking={shown && Boolean(unquoted(item))} onChange={(value) => setPassages(new Map(passages).set(item.id, value))} />
        ))}
        <FormProblem problem={problem} />
      </div>
    </Dialog>
  );
}

interface PassageProps {
  item: ReviewRowFragment;
  value: string;
  lacking: boolean;
  onChange(value: string): void;
}

function Passage({ item, value, lacking, onChange }: PassageProps) {
  const t = useT();
  const whole = item.content?.text || item.content?.title || '';
  return (
    <div className={styles.passage}>
      <TextArea label={t('review.passageOf', { words: plainWords(t, item) })} rows={2} maxLength={2_000} error={lacking ? t('review.missing.passage') : null} value={value} onChange={(event) => onChange(event.target.value)} />
      {whole.length <= 2_000 && <div><Button size="s" tone="quiet" icon={<Icon name="quote" size={16} />} onClick={() => onChange(whole)}>{t('review.quoteAll')}</Button></div>}
    </div>
  );
}

/** One line for each: decided, proposed, or why not. */
function Outcomes({ items, outcomes, onClose }: { items: readonly ReviewRowFragment[]; outcomes: readonly Outcome[]; onClose(): void }) {
  const t = useT();
  const done = outcomes.filter(({ decision }) => decision !== null).length;
  const wordsOf = (outcome: Outcome) => {
    if (outcome.problem) return problemText(t, { code: outcome.problem.code, params: {} });
    return t(outcome.decision?.state === 'PROPOSED' ? 'review.bulkProposed' : 'review.state.DECIDED');
  };
  return (
    <Dialog open wide onOpenChange={(open) => !open && onClose()} title={t('review.bulkDone', { done, count: outcomes.length })} footer={<Button tone="primary" onClick={onClose}>{t('common.close')}</Button>}>
      <ul role="list" className={styles.outcomes}>
        {outcomes.map((outcome) => {
          const item = items.find(({ id }) => id === outcome.item);
          return (
            <li key={outcome.item} data-refused={outcome.problem ? '' : undefined}>
              <Icon name={outcome.problem ? 'warning' : 'check'} size={18} />
              <span>{item && plainWords(t, item)}<br /><strong>{wordsOf(outcome)}</strong></span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
