import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { DismissDuplicateDocument, type DuplicatePairFragment, type MergeSideFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { CardExcerpt, CardTitle, Facts } from '~/kit/card-words';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';
import { ideaPath } from '../paths';
import { MergeDialog } from './merge-dialog';
import { useChange } from './use-change';
import styles from './merges.module.css';

/** One of two ideas that look alike or were merged. */
export function Side({ idea, label }: { idea: MergeSideFragment; label: string }) {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <div className={styles.side}>
      <p className={styles.label}>{label}</p>
      <CardTitle to={ideaPath(community.slug, idea)} lang={community.locale}>{idea.title}</CardTitle>
      <CardExcerpt lang={community.locale}>{idea.excerpt}</CardExcerpt>
      <Facts><StatusBadge status={idea.status} size="s" /><span>{t('kit.meterRaw', { count: idea.support.raw })}</span></Facts>
    </div>
  );
}

/** Two ideas that may ask for the same, why it looks so, and what to do about it. */
export function DuplicatePair({ pair }: { pair: DuplicatePairFragment }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [merging, setMerging] = useState<'newer' | 'older' | null>(null);
  const dismiss = useChange(DismissDuplicateDocument, () => {
    toast(t('merges.dismissed'));
    void revalidate();
  });
  const { idea, other } = pair;
  if (!idea || !other) return null;
  const [duplicate, target] = merging === 'older' ? [other, idea] : [idea, other];
  return (
    <Card as="article" className={styles.pair}>
      <div className={styles.sides}><Side idea={idea} label={t('merges.younger')} /><Side idea={other} label={t('merges.older')} /></div>
      <ul role="list" className={styles.reasons}>
        <li><Icon name="comment" size={16} />{t('merges.bothSay', { words: new Intl.ListFormat(t.locale, { type: 'unit' }).format(pair.sharedWords) })}</li>
        {pair.sharedSupporters > 0 && <li><Icon name="users" size={16} />{t('merges.bothBack', { count: pair.sharedSupporters })}</li>}
      </ul>
      <FormProblem problem={dismiss.problem} />
      <div className={styles.acts}>
        <Button icon={<Icon name="merge" size={18} />} onClick={() => setMerging('newer')}>{t('merges.mergeNewer')}</Button>
        <Button tone="quiet" onClick={() => setMerging('older')}>{t('merges.swap')}</Button>
        <Button tone="quiet" busy={dismiss.busy} onClick={() => dismiss.send({ idea: idea.id, other: other.id })}>{t('merges.dismiss')}</Button>
      </div>
      <MergeDialog idea={merging ? duplicate : null} target={target} onClose={() => setMerging(null)} onMerged={() => void revalidate()} />
    </Card>
  );
}
