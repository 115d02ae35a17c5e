import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '~/data/mutate';
import { CreateCircleDocument, UpdateCircleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton, SubmitButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { FormProblem } from '~/kit/error-state';
import { Select, TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { circlePath } from '../paths';
import type { CircleFull } from './circles.server';
import { useAct } from './use-act';
import styles from './circles.module.css';

type Joining = 'OPEN' | 'BY_REQUEST';

/** A new circle. */
export function NewCirclePage({ isMember }: { isMember: boolean }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const join = <LinkButton tone="primary" to={`/c/${slug}/join`}>{t('members.join', { community: name })}</LinkButton>;
  if (!isMember) return <Page width="form"><EmptyState level={1} title={t('circles.newTitle')} text={t('circles.newNotMember', { community: name })} action={join} /></Page>;
  return <Page width="form"><PageTitle title={t('circles.newTitle')} lead={t('circles.newLead', { community: name })} /><CircleForm /></Page>;
}

/** What who looks after a circle may change. */
export function CircleSettingsPage({ circle }: { circle: CircleFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const back = <LinkButton size="s" to={circlePath(slug, circle.slug)}>{t('circles.toCircle')}</LinkButton>;
  if (!circle.viewerCan.keep.allowed) return <Page width="form"><EmptyState level={1} title={t('circles.settings')} text={t('circles.settingsNotYours')} action={back} /></Page>;
  return <Page width="form"><PageTitle title={t('circles.settingsOf', { name: circle.name })} actions={back} /><CircleForm circle={circle} /></Page>;
}

function CircleForm({ circle }: { circle?: CircleFull }) {
  const t = useT();
  const navigate = useNavigate();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const key = useRef('');
  const [name, setName] = useState(circle?.name ?? '');
  const [description, setDescription] = useState(circle?.description ?? '');
  const [joining, setJoining] = useState<Joining>(circle?.joining ?? 'OPEN');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (circle) {
      if (await act(UpdateCircleDocument, { circle: circle.id, name, description, joining }, t('common.saved'))) await navigate(circlePath(slug, circle.slug));
      return;
    }
    key.current ||= newIdempotencyKey();
    const answer = await act(CreateCircleDocument, { community: slug, name, description, joining, idempotencyKey: key.current }, t('circles.created', { name }));
    if (answer) await navigate(circlePath(slug, answer.createCircle.circle.slug));
    else key.current = '';
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField label={t('circles.name')} hint={t(circle?.recognisedAt ? 'circles.nameFixed' : 'circles.nameHint')} value={name} onChange={(event) => setName(event.target.value)} minLength={3} maxLength={60} required disabled={Boolean(circle?.recognisedAt)} />
      <MarkdownEditor label={t('circles.description')} value={description} onChange={setDescription} maxLength={2000} rows={6} />
      <Select
        label={t('circles.joining')}
        hint={t(joining === 'OPEN' ? 'circles.openText' : 'circles.requestText')}
        value={joining}
        onChange={(event) => setJoining(event.target.value as Joining)}
        options={[{ value: 'OPEN', label: t('circles.open') }, { value: 'BY_REQUEST', label: t('circles.byRequest') }]}
      />
      {circle?.joining === 'BY_REQUEST' && joining === 'OPEN' && <p className={styles.quiet}>{t('circles.openingText')}</p>}
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <LinkButton tone="quiet" to={circlePath(slug, circle?.slug)}>{t('common.cancel')}</LinkButton>
        <SubmitButton tone="primary" busy={busy} disabled={name.trim().length < 3 || description.trim().length < 10}>{t(circle ? 'common.save' : 'circles.create')}</SubmitButton>
      </div>
    </form>
  );
}
