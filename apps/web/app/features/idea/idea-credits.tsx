import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { MemberChip } from '~/kit/member-chip';
import { useCommunity } from '~/shell/use-root';
import { ideaPath } from '../paths';
import { CreditWithdrawn } from './credit-withdrawn';
import type { IdeaFull } from './idea.server';
import styles from './idea-credits.module.css';

const GiveCredit = lazy(() => import('../answers/give-credit'));
const WithdrawCredit = lazy(() => import('../answers/withdraw-credit'));

type Credit = IdeaFull['credits'][number];

/** The trail from idea to product: which ideas and people it came from. The team may add to it, or withdraw with a reason. */
export function IdeaCredits({ idea }: { idea: IdeaFull }) {
  const t = useT();
  const staff = idea.viewerCan.answer.allowed;
  const [dialog, setDialog] = useState<'give' | Credit | null>(null);
  if (idea.credits.length === 0 && !staff) return null;
  return (
    <div className={styles.credits}>
      {idea.credits.length > 0 && <h3 className={styles.title}>{t('roadmap.creditFrom')}</h3>}
      <ul role="list" className={styles.list}>
        {idea.credits.map((credit) => (
          <li key={credit.id} data-withdrawn={credit.withdrawnAt ? '' : undefined}>
            <OneCredit credit={credit} own={credit.idea?.id === idea.id} />
            {staff && !credit.withdrawnAt && <Button size="s" tone="quiet" onClick={() => setDialog(credit)}>{t('desk.creditWithdraw')}</Button>}
          </li>
        ))}
      </ul>
      {staff && <Button size="s" onClick={() => setDialog('give')}>{t('desk.creditGive')}</Button>}
      <Suspense fallback={null}>
        {dialog === 'give' && <GiveCredit idea={idea.id} onClose={() => setDialog(null)} />}
        {dialog && dialog !== 'give' && <WithdrawCredit credit={dialog} onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}

function OneCredit({ credit, own }: { credit: Credit; own: boolean }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <div className={styles.one}>
      {credit.member && <MemberChip member={credit.member} community={slug} size="s" />}
      {credit.idea && !own && <Link to={ideaPath(slug, credit.idea)} lang={locale}>{credit.idea.title}</Link>}
      {credit.idea && own && !credit.member && <span lang={locale}>{credit.idea.title}</span>}
      {credit.note && <span lang={locale} className={styles.note}>{t('roadmap.creditNote', { note: credit.note })}</span>}
      <CreditWithdrawn credit={credit} />
    </div>
  );
}
