import { useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { NameCallReviewersDocument, ReviewerByHandleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { IconButton, SubmitButton } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import type { CallToRun } from './calls-desk.server';
import styles from './manage.module.css';

/** Members who read the applications beside the brand's own people, or who read them. */
export function Reviewers({ call }: { call: CallToRun }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const complain = useComplaint();
  const { act, busy } = useAct();
  const [handle, setHandle] = useState('');
  const [unknown, setUnknown] = useState('');
  const over = call.state === 'DECIDED'; // everybody has an answer: nobody reads any more
  const ids = call.reviewers.map(({ id }) => id);
  const name = (members: string[]) => act(NameCallReviewersDocument, { call: call.id, members }, t('common.saved'));
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setUnknown('');
    const wanted = handle.trim().replace(/^@/, '');
    try {
      const { community } = await mutate(ReviewerByHandleDocument, { slug, handle: wanted });
      if (!community?.member) return setUnknown(t('calls.reviewerUnknown', { handle: wanted }));
      if (await name([...new Set([...ids, community.member.id])])) setHandle('');
    } catch (error) {
      complain(error);
    }
  };
  return (
    <>
      {!over && <p>{t('calls.reviewersText')}</p>}
      {call.reviewers.length > 0 && (
        <ul role="list" className={styles.people}>
          {call.reviewers.map((member) => (
            <li key={member.id}>
              <MemberChip member={member} community={slug} size="s" />
              {!over && <IconButton size="s" icon={<Icon name="close" size={18} />} label={t('calls.reviewerRemove', { name: member.displayName })} onClick={() => void name(ids.filter((id) => id !== member.id))} />}
            </li>
          ))}
        </ul>
      )}
      {!over && <form method="post" className={styles.add} onSubmit={(event) => void add(event)}>
        <TextField label={t('calls.reviewerAdd')} value={handle} before="@" error={unknown || null} required maxLength={60} autoCapitalize="none" spellCheck={false} onChange={(event) => setHandle(event.target.value)} />
        <SubmitButton busy={busy}>{t('calls.reviewerAddDo')}</SubmitButton>
      </form>}
    </>
  );
}
