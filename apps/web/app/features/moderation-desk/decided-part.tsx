import { useT } from '~/i18n/react';
import { RelativeTime } from '~/kit/relative-time';
import { decisionLine, statementOf } from './decision-words';
import { Part } from './known-parts';
import type { ReviewItem, Rule } from './moderation-desk.server';
import { Statement } from './statement';
import styles from './item.module.css';

/** What was decided about it so far, each with its reasons. */
export function DecisionsPart({ item: { decisions }, rules }: { item: ReviewItem; rules: readonly Rule[] }) {
  const t = useT();
  if (decisions.length === 0) return null;
  return (
    <Part title={t('review.decisions')} count={decisions.length}>
      <ul role="list" className={styles.list}>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles.one}>
            <details>
              <summary className={styles.summary}>
                <strong>{decisionLine(t, decision)}</strong>
                <span className={styles.by}>{t(decision.automatedDecision ? 'review.byMachine' : `review.as.${decision.decidedAs}`)} · <RelativeTime at={decision.decidedAt} /></span>
              </summary>
              <Statement facts={statementOf(decision, rules)} />
              {decision.secondReason && <p className={styles.said}>{t('review.secondSaid', { words: decision.secondReason })}</p>}
            </details>
          </li>
        ))}
      </ul>
    </Part>
  );
}
