import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { AddCommentDocument, type CommentThreadFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { LONGEST_COMMENT } from '../posting/limits';
import { Composer, type Written } from '../talking/composer';
import { InterestField, type DeclaredInterest } from './interest-field';

interface Props {
  idea: string;
  /** The comment replied to. */
  parent?: { id: string; name: string };
  onPosted(comment: CommentThreadFragment): void;
  onCancel?(): void;
}

/** Where a comment or a reply is written, and what its writer has to do with the matter. */
export function CommentComposer({ idea, parent, onPosted, onCancel }: Props) {
  const t = useT();
  const toast = useToast();
  const [interest, setInterest] = useState<DeclaredInterest | null>(null);
  const post = async (written: Written) => {
    const { addComment } = await mutate(AddCommentDocument, { input: { idea, parent: parent?.id ?? null, interest, ...written } });
    setInterest(null);
    toast(t(addComment.comment.withheld ? 'withheld.held' : 'idea.commentPosted'), { tone: 'good' });
    onPosted(addComment.comment);
  };
  return (
    <Composer
      keptAs={`comment.${idea}.${parent?.id ?? 'top'}`}
      label={parent ? t('idea.commentReplyTo', { author: parent.name }) : t('idea.commentWrite')}
      placeholder={t('idea.commentPlaceholder')}
      maxLength={LONGEST_COMMENT}
      action={t(parent ? 'idea.commentReplyPost' : 'idea.commentPost')}
      summoned={parent !== undefined}
      along={interest}
      onSend={post}
      onCancel={onCancel}
    >
      <InterestField value={interest} onChange={setInterest} />
    </Composer>
  );
}
