import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { SetAvatarDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { PictureField } from '~/kit/picture-field';
import { useToast } from '~/kit/toast';
import { sessionChanged } from '~/shell/session-change';

interface Props {
  member: { id: string; avatarUrl?: string | null; avatarRemoval: { reason: string; removedAt: string } | null };
  community: { slug: string; name: string };
}

/** A member's picture in one community: changed as soon as it is chosen. */
export function AvatarEditor({ member, community }: Props) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async (picture: { id: string } | null) => {
    setRefusal(null);
    try {
      await mutate(SetAvatarDocument, { input: { community: community.slug, picture: picture?.id ?? null } });
      sessionChanged();
      await revalidate();
      toast(t(picture ? 'media.avatarSaved' : 'media.avatarRemoved'), { tone: 'good' });
    } catch (error) {
      setRefusal(problemText(t, asProblem(error)));
    }
  };
  const { avatarRemoval: removal } = member;
  const hint = removal && !member.avatarUrl
    ? t('media.yoursWasTakenDown', { date: t.date(removal.removedAt, { dateStyle: 'long', timeZone: 'UTC' }), reason: removal.reason })
    : t('media.avatarHint');
  return (
    <PictureField
      kind="AVATAR"
      label={t('media.avatarLabel', { community: community.name })}
      hint={hint}
      value={member.avatarUrl ? { url: member.avatarUrl } : null}
      empty={<Avatar seed={member.id} size={72} />}
      onChange={(picture) => void save(picture)}
      error={refusal}
    />
  );
}
