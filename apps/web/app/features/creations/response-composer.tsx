import { mutate } from '~/data/mutate';
import { RespondToCreationDocument, type CreationThreadFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { LONGEST_COMMENT } from '../posting/limits';
import { Composer, type Written } from '../talking/composer';

interface Props {
  creation: string;
  /** The response replied to. */
  parent?: { id: string; name: string };
  onPosted(response: CreationThreadFragment): void;
  onCancel?(): void;
}

/** Where a response or a reply is written. */
export function ResponseComposer({ creation, parent, onPosted, onCancel }: Props) {
  const t = useT();
  const toast = useToast();
  const post = async (written: Written) => {
    const { respondToCreation } = await mutate(RespondToCreationDocument, { input: { creation, parent: parent?.id ?? null, ...written } });
    toast(t(respondToCreation.response.withheld ? 'withheld.held' : 'creations.responsePosted'), { tone: 'good' });
    onPosted(respondToCreation.response);
  };
  return (
    <Composer
      keptAs={`response.${creation}.${parent?.id ?? 'top'}`}
      label={parent ? t('creations.replyTo', { author: parent.name }) : t('creations.respond')}
      placeholder={t('creations.respondPlaceholder')}
      maxLength={LONGEST_COMMENT}
      action={t(parent ? 'creations.replyPost' : 'creations.respondPost')}
      summoned={parent !== undefined}
      onSend={post}
      onCancel={onCancel}
    />
  );
}
