import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { ShowCreationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Picture } from '~/kit/picture';
import { useToast } from '~/kit/toast';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { RestrictedPage } from '../decisions/restricted';
import { useRestrictionOn } from '../decisions/restriction';
import { creationPath } from '../paths';
import type { NewCreation } from './creations.server';
import { useKeptWork } from './use-kept-work';
import { EMPTY_WORK, type Work } from './work-draft';
import { WorkForm } from './work-form';
import styles from './work-form.module.css';

/** Where a work is shown: pictures first, on one page. */
export function NewCreationPage({ start }: { start: NewCreation }) {
  const t = useT();
  const { community } = useCommunity()!;
  const restriction = useRestrictionOn('POSTING');
  if (restriction) return <RestrictedPage restriction={restriction} />;
  if (!start.member) {
    const join = <LinkButton tone="primary" to={`/c/${community.slug}/join`}>{t('me.join', { community: community.name })}</LinkButton>;
    return <Page width="text"><EmptyState level={1} title={t('creations.newTitle')} text={t('creations.joinFirst', { community: community.name })} action={join} /></Page>;
  }
  return (
    <Page width="text">
      <PageTitle title={t(start.remixOf ? 'creations.remixTitle' : 'creations.newTitle')} lead={t(start.remixOf ? 'creations.remixLead' : 'creations.newLead')} />
      {start.remixOf && <Base base={start.remixOf} />}
      <Form start={start} />
    </Page>
  );
}

function Form({ start }: { start: NewCreation }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { slug } = useCommunity()!.community;
  const remixOf = start.remixOf?.id ?? null;
  const kept = useKeptWork(`${slug}.${remixOf ?? 'new'}`, {
    ...EMPTY_WORK,
    product: start.remixOf?.product ?? '',
    ideas: start.idea ? [{ id: start.idea.id, title: start.idea.title }] : [],
  });
  // One key per work: sent again after a lost answer, it is still one.
  const sent = useRef({ text: '', key: '' });
  const send = async (work: Work, rephrased: string | null) => {
    const input = { community: slug, remixOf, rephrased, ...inputOf(work) };
    const text = JSON.stringify(input);
    if (sent.current.text !== text) sent.current = { text, key: newIdempotencyKey() };
    const { showCreation } = await mutate(ShowCreationDocument, { input: { ...input, idempotencyKey: sent.current.key } });
    kept.drop();
    toast(t(showCreation.creation.withheld ? 'withheld.held' : 'creations.shown'), { tone: 'good' });
    await navigate(creationPath(slug, showCreation.creation));
  };
  return (
    <>
      {kept.restored && (
        <p className={styles.notice}>
          <Icon name="history" size={18} />
          <span>{t('creations.restored')}</span>
          <Button size="s" tone="quiet" onClick={kept.discard}>{t('creations.restoredDiscard')}</Button>
        </p>
      )}
      <WorkForm kept={kept} submitLabel={t('creations.showIt')} onSend={send} />
    </>
  );
}

function Base({ base }: { base: NonNullable<NewCreation['remixOf']> }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <div className={styles.base}>
      {base.cover && <Picture picture={base.cover} sizes="4rem" alt="" />}
      <div>
        <Link to={creationPath(slug, base)} lang={locale}>{base.title}</Link>
        <p>{t('creations.baseBy', { author: base.author?.displayName ?? t('creations.former') })}</p>
      </div>
    </div>
  );
}

/** A work as the API takes it. */
export function inputOf({ title, story, product, pictures, ideas }: Work) {
  return { title, story, product, pictures: pictures.map(({ id, alt }) => ({ picture: id, alt })), ideas: ideas.map(({ id }) => id) };
}
