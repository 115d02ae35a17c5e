import { useState, type KeyboardEvent } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { CreditSearchDocument, MemberByHandleDocument, type CreditSearchQuery } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Checkbox, TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { type CreditChoice, type CreditedIdea, countOf, withIdea, withMember } from './credit-choice';
import styles from './credit-step.module.css';

interface Props {
  choice: CreditChoice;
  onChange(choice: CreditChoice): void;
}

/** Delivering says which ideas and people it came from: the trail from idea to product, in public. */
export function CreditStep({ choice, onChange }: Props) {
  const t = useT();
  const toggle = (idea: CreditedIdea) => onChange({ ...choice, ideas: choice.ideas.map((known) => (known.id === idea.id ? { ...known, chosen: !known.chosen } : known)) });
  return (
    <fieldset className={styles.step}>
      <legend className={styles.legend}>{t('desk.creditHeading')}</legend>
      <p className={styles.lead}>{t('desk.creditText')}</p>
      {choice.ideas.map((idea) => (
        <Checkbox
          key={idea.id}
          checked={idea.chosen}
          onChange={() => toggle(idea)}
          label={idea.by ? t('desk.creditIdeaBy', { title: idea.title, author: idea.by }) : idea.title}
          hint={idea.duplicate ? t('desk.creditDuplicate') : undefined}
        />
      ))}
      {choice.members.map((member) => (
        <p key={member.id} className={styles.member}>
          <Icon name="user" size={18} />{member.name}
          <Button size="s" tone="quiet" onClick={() => onChange({ ...choice, members: choice.members.filter(({ id }) => id !== member.id) })}>{t('desk.creditDrop')}</Button>
        </p>
      ))}
      <AddIdea onAdd={(idea) => onChange(withIdea(choice, idea))} />
      <AddPerson onAdd={(member) => onChange(withMember(choice, member))} />
      {countOf(choice) > 0 && (
        <TextArea label={t('desk.creditNote')} optional rows={2} maxLength={500} value={choice.note} onChange={(event) => onChange({ ...choice, note: event.target.value })} />
      )}
    </fieldset>
  );
}

type Found = NonNullable<CreditSearchQuery['community']>['ideas']['nodes'];

function AddIdea({ onAdd }: { onAdd(idea: { id: string; title: string; by: string | null }): void }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<string | null>(null);
  const look = async () => {
    if (!search.trim()) return;
    setError(null);
    try {
      setFound((await mutate(CreditSearchDocument, { slug, search })).community?.ideas.nodes ?? []);
    } catch (problem) {
      setError(problemText(t, asProblem(problem)));
    }
  };
  const add = ({ id, title, author }: Found[number]) => {
    onAdd({ id, title, by: author?.displayName ?? null });
    setFound(null);
    setSearch('');
  };
  return (
    <div className={styles.add}>
      <TextField label={t('desk.creditAddIdea')} error={error} value={search} maxLength={200} onChange={(event) => setSearch(event.target.value)} onKeyDown={onEnter(() => void look())} />
      <Button onClick={() => void look()}>{t('desk.creditSearch')}</Button>
      <div role="status" className={styles.found}>
        {found?.length === 0 && <p>{t('desk.creditNothing')}</p>}
        {found?.map((idea) => <Button key={idea.id} size="s" icon={<Icon name="plus" size={16} />} onClick={() => add(idea)}>{idea.title}</Button>)}
      </div>
    </div>
  );
}

function AddPerson({ onAdd }: { onAdd(member: { id: string; name: string }): void }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const [handle, setHandle] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    const wanted = handle.trim().replace(/^@/, '');
    if (!wanted) return;
    setError(null);
    try {
      const member = (await mutate(MemberByHandleDocument, { slug, handle: wanted })).community?.member;
      if (!member) return setError(t('desk.creditNobody', { handle: wanted }));
      onAdd({ id: member.id, name: `${member.displayName} @${member.handle}` });
      setHandle('');
    } catch (problem) {
      setError(problemText(t, asProblem(problem)));
    }
  };
  return (
    <div className={styles.add}>
      <TextField label={t('desk.creditAddPerson')} error={error} value={handle} maxLength={40} autoCapitalize="none" onChange={(event) => setHandle(event.target.value)} onKeyDown={onEnter(() => void add())} />
      <Button onClick={() => void add()}>{t('desk.creditAdd')}</Button>
    </div>
  );
}

/** Enter does what the button beside the field does; the answer's form is not sent by it. */
function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    act();
  };
}
