import { useNavigate } from 'react-router';
import { mutate } from '~/data/mutate';
import { EditCreationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { useToast } from '~/kit/toast';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { creationPath } from '../paths';
import type { CreationFull } from './creations.server';
import { inputOf } from './new-creation-page';
import { useKeptWork } from './use-kept-work';
import { smallUrl, type Work } from './work-draft';
import { WorkForm } from './work-form';

/** Where one's own work is changed. What it builds on stays. */
export function EditCreationPage({ creation }: { creation: CreationFull }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { slug } = useCommunity()!.community;
  const path = creationPath(slug, creation);
  const kept = useKeptWork(null, workOf(creation));
  const send = async (work: Work, rephrased: string | null) => {
    const { editCreation } = await mutate(EditCreationDocument, { input: { creation: creation.id, rephrased, ...inputOf(work) } });
    toast(t(editCreation.creation.withheld === 'HOLD' ? 'withheld.heldSaved' : 'common.saved'), { tone: 'good' });
    await navigate(path);
  };
  return (
    <Page width="text">
      <PageTitle title={t('creations.editTitle')} actions={<LinkButton to={path}>{t('common.cancel')}</LinkButton>} />
      <WorkForm kept={kept} submitLabel={t('common.save')} onSend={send} />
    </Page>
  );
}

function workOf({ title, story, product, pictures, ideas }: CreationFull): Work {
  return { title, story, product, pictures: pictures.map((picture) => ({ id: picture.id, url: smallUrl(picture), alt: picture.alt })), ideas };
}
