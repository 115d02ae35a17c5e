import { useState, type FormEvent } from 'react';
import { Link, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { useComplaint } from '~/data/use-complaint';
import { RemoveFilterDocument, SaveFilterDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, IconButton, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';
import { deskPath } from '../paths';
import { changeDesk, type DeskState, filterOf, formatDesk, statusesAsked, viewOf } from './desk-state';
import type { DeskData } from './desk.server';
import styles from './saved-filters.module.css';

interface Props {
  state: DeskState;
  saved: DeskData['saved'];
  /** Id of the category that the state names. */
  category: string | null;
}

/** The reader's own views, one click away; the one that shows can be kept under a name. */
export function SavedFilters({ state, saved, category }: Props) {
  const t = useT();
  const [naming, setNaming] = useState(false);
  const here = formatDesk(changeDesk(state, {}));
  return (
    <div className={styles.saved}>
      <ul role="list" aria-label={t('desk.saved')} className={styles.list}>
        {saved.map(({ id, name, view }) => <Saved key={id} id={id} name={name} view={viewOf(view)} current={viewOf(view) === here} />)}
      </ul>
      {!saved.some(({ view }) => viewOf(view) === here) && (
        <Button size="s" tone="quiet" icon={<Icon name="filter" size={16} />} onClick={() => setNaming(true)}>{t('desk.save')}</Button>
      )}
      {naming && <SaveDialog state={state} category={category} view={here} onClose={() => setNaming(false)} />}
    </div>
  );
}

function Saved({ id, name, view, current }: { id: string; name: string; view: string; current: boolean }) {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const slug = useCommunity()!.community.slug;
  const { revalidate } = useRevalidator();
  const remove = async () => {
    try {
      await mutate(RemoveFilterDocument, { input: { filter: id } });
      await revalidate();
      toast(t('desk.savedRemoved', { name }));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <li className={styles.one} data-current={current || undefined}>
      <Link to={deskPath(slug, view)} aria-current={current ? 'true' : undefined}>{name}</Link>
      <IconButton size="s" icon={<Icon name="close" size={16} />} label={t('desk.savedRemove', { name })} onClick={() => void remove()} />
    </li>
  );
}

interface SaveProps {
  state: DeskState;
  category: string | null;
  view: string;
  onClose(): void;
}

function SaveDialog({ state, category, view, onClose }: SaveProps) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const { revalidate } = useRevalidator();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await mutate(SaveFilterDocument, { input: { community: slug, name, filter: filterOf(state, category, statusesAsked(state)), view } });
      onClose();
      await revalidate();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('desk.saveTitle')} description={t('desk.saveText')}>
      <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField label={t('desk.saveName')} value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />
        <FormProblem problem={problem} />
        <SubmitButton tone="primary" disabled={name.trim() === ''}>{t('desk.save')}</SubmitButton>
      </form>
    </Dialog>
  );
}
