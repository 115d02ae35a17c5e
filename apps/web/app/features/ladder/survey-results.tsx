import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { SurveyResultsDocument, type SurveyResultsQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SkeletonText } from '~/kit/skeleton';
import styles from './survey.module.css';

type Results = NonNullable<NonNullable<NonNullable<SurveyResultsQuery['idea']>['survey']>['results']>;

/** What supporters said, for the brand and the author: read when the page is there, since hardly anybody may see it. */
export function SurveyResults({ idea }: { idea: string }) {
  const t = useT();
  const results = useResults(idea);
  return (
    <section className={styles.results} aria-busy={results === 'loading'}>
      <h2 className={styles.title}>{t('ladder.resultsTitle')}</h2>
      <p className={styles.fine}>{t('ladder.resultsFor')}</p>
      {results === 'loading' && <SkeletonText lines={3} />}
      {results === 'failed' && <p>{t('ladder.resultsFailed')}</p>}
      {typeof results === 'object' && (results.answers === 0 ? <p>{t('ladder.resultsNone')}</p> : <Shown results={results} />)}
    </section>
  );
}

function useResults(idea: string): Results | 'loading' | 'failed' {
  const [results, setResults] = useState<Results | 'loading' | 'failed'>('loading');
  useEffect(() => {
    const leaving = new AbortController();
    mutate(SurveyResultsDocument, { id: idea }, leaving.signal).then(
      (answer) => setResults(answer.idea?.survey?.results ?? 'failed'),
      () => leaving.signal.aborted || setResults('failed'),
    );
    return () => leaving.abort();
  }, [idea]);
  return results;
}

function Shown({ results }: { results: Results }) {
  const t = useT();
  const money = (amount: number, currency: string) => t.number(amount, { style: 'currency', currency });
  return (
    <>
      <p>{t('ladder.resultsAnswers', { count: results.answers })}</p>
      <Shares results={results} />
      {results.prices.map(({ currency, answers, lowerQuartile, median, upperQuartile }) => (
        <p key={currency} className={styles.median}>
          <strong>{t('ladder.resultsMedian', { price: money(median, currency) })}</strong>
          {answers > 3 && <span>{t('ladder.resultsQuartiles', { from: money(lowerQuartile, currency), to: money(upperQuartile, currency), count: answers })}</span>}
        </p>
      ))}
      {results.audience.length > 0 && (
        <div>
          <h3 className={styles.small}>{t('ladder.resultsAudience')}</h3>
          <ul role="list" className={styles.cloud}>
            {results.audience.map(({ word, answers }) => <li key={word}>{word} <span>{t.number(answers)}</span></li>)}
          </ul>
        </div>
      )}
    </>
  );
}

/** Three bars with their numbers beside them: nothing is told by colour alone. */
function Shares({ results }: { results: Results }) {
  const t = useT();
  const rows = [['YES', results.yes], ['MAYBE', results.maybe], ['NO', results.no]] as const;
  return (
    <dl className={styles.bars}>
      {rows.map(([answer, count]) => (
        <div key={answer} className={styles.bar} data-answer={answer}>
          <dt>{t(`ladder.wouldBuy_${answer}`)}</dt>
          <dd>
            <span className={styles.fill} style={{ inlineSize: `${(count / results.answers) * 100}%` }} />
            <span className={styles.number}>{t.number(count)} · {t.number(count / results.answers, { style: 'percent' })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
