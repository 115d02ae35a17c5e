import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { DiscardDraftDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';
import { draftPath, pagePath } from '../paths';
import type { MyThings } from './me.server';
import styles from './my-drafts.module.css';

type Draft = MyThings['drafts'][number];

export function MyDrafts({ drafts }: { drafts: readonly Draft[] }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const [leaving, setLeaving] = useState<Draft | null>(null);
  if (drafts.length === 0) {
    const start = <LinkButton tone="primary" to={pagePath(slug, 'post')}>{t('me.draftsEmptyAction')}</LinkButton>;
    return <EmptyState title={t('me.draftsEmptyTitle')} text={t('me.draftsEmptyText')} action={start} />;
  }
  return (
    <>
      <ul role="list" className={styles.list}>
        {drafts.map((draft) => (
          <li key={draft.id} className={styles.draft}>
            <div className={styles.words}>
              <h2 className={styles.title}><Link to={draftPath(slug, draft.id)}>{draft.title || t('me.draftUntitled')}</Link></h2>
              <p className={styles.when}><RelativeTime at={draft.editedAt ?? draft.createdAt} /></p>
            </div>
            <Button size="s" tone="quiet" onClick={() => setLeaving(draft)}>{t('me.draftDiscard')}</Button>
            <LinkButton size="s" to={draftPath(slug, draft.id)}>{t('me.draftContinue')}</LinkButton>
          </li>
        ))}
      </ul>
      <DiscardDialog draft={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}

function DiscardDialog({ draft, onClose }: { draft: Draft | null; onClose(): void }) {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const { revalidate } = useRevalidator();
  const discard = async () => {
    onClose();
    try {
      await mutate(DiscardDraftDocument, { input: { draft: draft!.id } });
      toast(t('me.draftDiscarded'), { tone: 'good' });
      await revalidate();
    } catch (error) {
      complain(error);
    }
  };
  return (
    <Dialog
      open={draft !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('posting.discardTitle')}
      description={t('posting.discardText')}
      footer={
        <>
          <Button onClick={onClose}>{t('posting.discardKeep')}</Button>
          <Button tone="danger" onClick={() => void discard()}>{t('me.draftDiscard')}</Button>
        </>
      }
    />
  );
}
