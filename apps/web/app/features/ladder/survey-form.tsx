import { useId, useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { AnswerSurveyDocument, type SurveyAnswerFactsFragment, type WouldBuy } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Select, TextField } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import { currenciesFor, priceIn } from './price';
import styles from './survey.module.css';

const ANSWERS: readonly WouldBuy[] = ['YES', 'MAYBE', 'NO'];
const LONGEST_AUDIENCE = 200;

interface Props {
  idea: string;
  /** What was said before. */
  answer: SurveyAnswerFactsFragment | null;
  onAnswered(answer: SurveyAnswerFactsFragment): void;
}

/** Three questions, of which the first is enough. */
export function SurveyForm({ idea, answer, onAnswered }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const currencies = currenciesFor(community.locale, answer?.currency);
  const [wouldBuy, setWouldBuy] = useState<WouldBuy | null>(answer?.wouldBuy ?? null);
  const [price, setPrice] = useState(answer?.price == null ? '' : String(answer.price));
  const [currency, setCurrency] = useState(answer?.currency ?? currencies[0]!);
  const [forWhom, setForWhom] = useState(answer?.forWhom ?? '');
  const { send, busy, problem } = useAnswer(idea, onAnswered);
  const amount = priceIn(price);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wouldBuy && amount !== undefined) void send({ wouldBuy, price: wouldBuy === 'NO' ? null : amount, currency, forWhom });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.lead}>{t('ladder.surveyLead', { community: community.name })}</p>
      <WouldBuyChoice value={wouldBuy} onChange={setWouldBuy} />
      {wouldBuy && (
        <>
          {wouldBuy !== 'NO' && (
            <div className={styles.price}>
              <TextField label={t('ladder.surveyPrice')} optional inputMode="decimal" autoComplete="off" value={price} error={amount === undefined ? t('ladder.surveyPriceWrong') : null} onChange={(event) => setPrice(event.target.value)} />
              <Select label={t('ladder.surveyCurrency')} value={currency} options={currencies.map((code) => ({ value: code, label: code }))} onChange={(event) => setCurrency(event.target.value)} />
            </div>
          )}
          <TextField label={t('ladder.surveyForWhom')} hint={t('ladder.surveyForWhomHint')} optional maxLength={LONGEST_AUDIENCE} value={forWhom} onChange={(event) => setForWhom(event.target.value)} />
          <FormProblem problem={problem} />
          <div><SubmitButton tone="primary" busy={busy}>{t('ladder.surveySend')}</SubmitButton></div>
        </>
      )}
      <p className={styles.fine}>{t('ladder.surveyPrivacy')}</p>
    </form>
  );
}

function WouldBuyChoice({ value, onChange }: { value: WouldBuy | null; onChange(value: WouldBuy): void }) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{t('ladder.surveyWouldBuy')}</legend>
      <div className={styles.choices}>
        {ANSWERS.map((answer) => (
          <label key={answer} className={styles.option}>
            <input type="radio" name={name} value={answer} checked={value === answer} onChange={() => onChange(answer)} />
            <span>{t(`ladder.wouldBuy_${answer}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface Said {
  readonly wouldBuy: WouldBuy;
  readonly price: number | null;
  readonly currency: string;
  readonly forWhom: string;
}

function useAnswer(idea: string, onAnswered: (answer: SurveyAnswerFactsFragment) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const send = async (said: Said) => {
    setBusy(true);
    setProblem(null);
    try {
      const { answerSurvey } = await mutate(AnswerSurveyDocument, { input: { idea, ...said } });
      onAnswered(answerSurvey.idea.survey!.viewerAnswer!);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
