import { useState } from 'react';
import type { CallWrittenFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { useNow } from '~/shell/now';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useRunsProgramme } from '../missions/use-runs-programme';
import { callPath } from '../paths';
import { draftOf, newDraft } from './call-draft';
import { CallForm } from './call-form';

/** A new call: a draft first, which fans do not see. */
export function NewCallPage() {
  const t = useT();
  const now = useNow();
  const { slug } = useCommunity()!.community;
  const [initial] = useState(() => newDraft(now, [t('calls.motivation'), t('calls.originality'), t('calls.reliability')]));
  const back = (size?: 's') => <LinkButton size={size} to={callPath(slug)}>{t('recruitment.allCalls')}</LinkButton>;
  if (!useRunsProgramme()) return <Page width="form"><EmptyState level={1} title={t('calls.new')} text={t('calls.notYours')} action={back()} /></Page>;
  return <Page><PageTitle title={t('calls.new')} lead={t('calls.newLead')} actions={back('s')} /><CallForm initial={initial} id={null} /></Page>;
}

/** A call that has not opened yet, to word anew. */
export function EditCallPage({ call }: { call: CallWrittenFragment }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const [initial] = useState(() => draftOf(call));
  const back = (size?: 's') => <LinkButton size={size} to={callPath(slug, call.id, '/manage')}>{t('calls.manage')}</LinkButton>;
  if (call.state !== 'DRAFT' && call.state !== 'SCHEDULED') return <Page width="form"><EmptyState level={1} title={call.title} text={t('calls.isOpen')} action={back()} /></Page>;
  const scheduled = call.state === 'SCHEDULED';
  return (
    <Page>
      <PageTitle title={t('calls.edit')} lead={scheduled ? t('calls.editPublic', { date: t.date(call.opensAt) }) : t('calls.editDraft')} actions={back('s')} />
      <CallForm initial={initial} id={call.id} scheduled={scheduled} />
    </Page>
  );
}
