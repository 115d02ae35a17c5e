import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { ContestMergeDocument, type MergeStoryFragment, UnmergeIdeaDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { useToast } from '~/kit/toast';
import { useCommunity, useHasDesk } from '~/shell/use-root';
import { deskPath, ideaPath } from '../paths';
import { ReasonDialog } from './reason-dialog';
import { useChange } from './use-change';
import styles from './merges.module.css';

interface MergedIdea extends MergeStoryFragment {
  readonly id: string;
  readonly mergedInto: { readonly id: string; readonly title: string } | null;
}

/** Where a duplicate lives on, why, and what its author or the team can do about it. */
export function MergedStory({ idea }: { idea: MergedIdea }) {
  const { slug } = useCommunity()!.community;
  const hasDesk = useHasDesk();
  const { merge, mergedInto } = idea;
  return (
    <div className={styles.story}>
      {mergedInto && <p><T k="merges.livesOn" values={{ title: <Link to={ideaPath(slug, mergedInto)}>{mergedInto.title}</Link> }} /></p>}
      {merge?.note && <p className={styles.quiet}><T k="merges.said" values={{ name: merge.by?.displayName ?? '', note: merge.note }} /></p>}
      <ContestStory idea={idea} />
      <div className={styles.acts}>
        {idea.viewerCanContest.allowed && <Contest idea={idea} />}
        {hasDesk && mergedInto && <Undo idea={idea} />}
      </div>
    </div>
  );
}

/** What came of the author's word against a merge, also after it was undone; for those who may read it. */
export function ContestStory({ idea }: { idea: MergedIdea }) {
  const t = useT();
  const { community: { slug }, roles } = useCommunity()!;
  const { mergeContest: contest } = idea;
  if (!contest) return null;
  if (!contest.decidedAt && !idea.mergedInto) return null;
  if (!contest.decidedAt) {
    return (
      <p className={styles.quiet}>
        {t(roles.length > 0 ? 'merges.contestWaitsStaff' : 'merges.contestWaits')}{' '}
        {roles.includes('MODERATOR') && <Link to={deskPath(slug, '/duplicates')}>{t('merges.decide')}</Link>}
      </p>
    );
  }
  return <p className={styles.quiet}><T k={contest.upheld ? 'merges.contestUpheld' : 'merges.contestDenied'} values={{ decision: contest.decision ?? '' }} /></p>;
}

function Contest({ idea }: { idea: MergedIdea }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [open, setOpen] = useState(false);
  const change = useChange(ContestMergeDocument, () => {
    setOpen(false);
    toast(t('merges.contestSent'), { tone: 'good' });
    void revalidate();
  });
  return (
    <>
      <Button size="s" onClick={() => setOpen(true)}>{t('merges.contest')}</Button>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('merges.contestTitle')}
        text={t('merges.contestText')}
        label={t('merges.contestReason')}
        action={t('merges.contestSend')}
        max={2000}
        busy={change.busy}
        problem={change.problem}
        onSend={(reason) => change.send({ idea: idea.id, reason })}
      />
    </>
  );
}

function Undo({ idea }: { idea: MergedIdea }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [open, setOpen] = useState(false);
  const change = useChange(UnmergeIdeaDocument, () => {
    setOpen(false);
    toast(t('merges.undone'), { tone: 'good' });
    void revalidate();
  });
  return (
    <>
      <Button size="s" tone="quiet" onClick={() => setOpen(true)}>{t('merges.undo')}</Button>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('merges.undoTitle')}
        text={t('merges.undoText')}
        label={t('merges.undoReason')}
        action={t('merges.undo')}
        max={500}
        busy={change.busy}
        problem={change.problem}
        onSend={(reason) => change.send({ idea: idea.id, reason })}
      />
    </>
  );
}
