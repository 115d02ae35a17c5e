import { Link, useNavigate } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { draftPath, pagePath } from '../paths';
import type { PostData } from './post-page';
import type { useDraft } from './use-draft';
import styles from './draft-notices.module.css';

interface Props {
  drafts: PostData['drafts'];
  /** The draft that is open, if the address names one. */
  current: string | null;
  draft: ReturnType<typeof useDraft>;
}

/** Text that was kept from last time, and other drafts to go on with. */
export function DraftNotices({ drafts, current, draft }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const slug = useCommunity()!.community.slug;
  const others = drafts.filter(({ id }) => id !== current && id !== draft.state.id);
  const startOver = async () => {
    await draft.discard();
    await navigate(pagePath(slug, 'post'), { replace: true });
  };
  return (
    <div className={styles.notices}>
      {draft.restoredAt !== null && (
        <p className={styles.notice}>
          <Icon name="history" size={18} />
          <span>{t('posting.restored', { date: t.date(new Date(draft.restoredAt), { dateStyle: 'long' }) })}</span>
          <Button size="s" tone="quiet" onClick={() => void startOver()}>{t('posting.restoredDiscard')}</Button>
        </p>
      )}
      {others.length > 0 && (
        <details className={styles.drafts}>
          <summary>{t('posting.drafts', { count: others.length })}</summary>
          <ul role="list">
            {others.map(({ id, title }) => <li key={id}><Link to={draftPath(slug, id)}>{title || t('posting.draftUntitled')}</Link></li>)}
          </ul>
        </details>
      )}
    </div>
  );
}
