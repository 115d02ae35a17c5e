import { useState } from 'react';
import type { LadderFactsFragment, SurveyAnswerFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { SurveyForm } from './survey-form';
import { SurveyResults } from './survey-results';
import styles from './survey.module.css';

type Survey = NonNullable<LadderFactsFragment['survey']>;

interface Props {
  idea: { readonly id: string; readonly survey: Survey };
  /** A vote that was cast a moment ago is one, whatever the page knew when it was loaded. */
  isSupporter: boolean;
}

/** What supporters are asked at a rung; and for the brand and the author, what they said. Nothing for anybody else. */
export function SurveyCard({ idea, isSupporter }: Props) {
  const t = useT();
  const { survey } = idea;
  const [answer, setAnswer] = useState(survey.viewerAnswer);
  const [changing, setChanging] = useState(false);
  const asks = survey.open && isSupporter;
  if (!asks && !survey.viewerSeesResults) return null;
  const answered = (said: SurveyAnswerFactsFragment) => {
    setAnswer(said);
    setChanging(false);
  };
  return (
    <Card as="section" aria-label={t('ladder.surveyTitle')} className={styles.card}>
      {asks && (
        <>
          <h2 className={styles.title}>{t('ladder.surveyTitle')}</h2>
          {answer && !changing ? <Said answer={answer} onChange={() => setChanging(true)} /> : <SurveyForm idea={idea.id} answer={answer} onAnswered={answered} />}
        </>
      )}
      {survey.viewerSeesResults && <SurveyResults key={JSON.stringify(answer)} idea={idea.id} />}
    </Card>
  );
}

function Said({ answer, onChange }: { answer: SurveyAnswerFactsFragment; onChange(): void }) {
  const t = useT();
  const price = answer.price !== null && answer.currency ? t.number(answer.price, { style: 'currency', currency: answer.currency }) : null;
  return (
    <div className={styles.said}>
      <p role="status">{t('ladder.surveyThanks')}</p>
      <p className={styles.words}>
        {[t(`ladder.wouldBuy_${answer.wouldBuy}`), price, answer.forWhom].filter(Boolean).join(' · ')}
      </p>
      <div><Button tone="quiet" size="s" onClick={onChange}>{t('ladder.surveyChange')}</Button></div>
    </div>
  );
}
