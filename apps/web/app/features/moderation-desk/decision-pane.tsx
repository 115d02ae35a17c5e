import { Link } from 'react-router';
import type { AppealFactsFragment, DecisionFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useNow } from '~/shell/now';
import { AppealPart } from './appeal-part';
import { ClaimBox } from './claim-box';
import { DecisionForm, type Writing } from './decision-form';
import { lastOf, statementOf } from './decision-words';
import type { ReviewItem, Rule } from './moderation-desk.server';
import { SecondPart } from './second-part';
import { Statement } from './statement';
import type { Claiming } from './use-claim';
import type { DeskPlace } from './use-desk-state';
import { isHeld } from './waiting';
import { mayNot } from './why-not';
import styles from './decision.module.css';

interface Props {
  place: DeskPlace;
  item: ReviewItem;
  rules: readonly Rule[];
  claiming: Claiming;
  writing: Writing;
  onDecided(decision: DecisionFactsFragment): void;
  onAppeal(appeal: AppealFactsFragment): void;
  onStale(): void;
  onNext(): void;
}

/** What is decided about the item, or why the reader may not. */
export function DecisionPane(props: Props) {
  const t = useT();
  const { place, item } = props;
  return (
    <section data-pane="decision" id="decision-pane" tabIndex={-1} className={styles.pane} aria-labelledby="decision-title">
      <Link to={place.pathOf({ deciding: false })} replace preventScrollReset className={styles.back}><Icon name="chevronLeft" size={18} />{t('review.backToItem')}</Link>
      <div className={styles.card}>
        <h2 id="decision-title">{t('review.decision')}</h2>
        {item.state === 'DECIDED' ? <Decided {...props} /> : <Undecided {...props} />}
        {item.appeals.map((appeal) => <AppealPart key={appeal.id} appeal={appeal} item={item} rules={props.rules} writing={props.writing} onChanged={props.onAppeal} />)}
      </div>
    </section>
  );
}

function Undecided({ item, rules, claiming, writing, onDecided, onStale }: Props) {
  const t = useT();
  const now = useNow();
  if (item.state === 'PROPOSED') return <SecondPart item={item} rules={rules} onDone={onDecided} />;
  const refusal = mayNot(t, item);
  if (refusal) return <p className={styles.why}><Icon name="lock" size={18} />{refusal}</p>;
  const others = isHeld(item.claim, now) && !item.claim!.mine;
  return (
    <>
      <ClaimBox item={item} claiming={claiming} />
      {item.viewerDecidesLightlyOnly && <p className={styles.why}><Icon name="users" size={18} />{t('review.lightlyOnly')}</p>}
      {others
        ? <p className={styles.aside}>{t('review.readAlong')}</p>
        : <DecisionForm item={item} rules={rules} writing={writing} onDecided={onDecided} onStale={onStale} />}
    </>
  );
}

/** By whom and what: also for who looked at it meanwhile. */
function Decided({ item, rules, onNext }: Props) {
  const t = useT();
  const last = lastOf(item.decisions);
  if (!last) return null;
  return (
    <div className={styles.form}>
      <p className={styles.why} role="status"><Icon name="check" size={18} />{t('review.decidedBy', { who: last.decidedBy?.displayName ?? t(`review.as.${last.decidedAs}`), action: t(`review.do.${last.action}`), date: t.date(last.decidedAt) })}</p>
      <section className={styles.preview}>
        <h3>{t('review.statementTitle')}</h3>
        <Statement facts={statementOf(last, rules)} />
      </section>
      {item.appeals.length === 0 && <Button onClick={onNext}>{t('review.next')}</Button>}
    </div>
  );
}
