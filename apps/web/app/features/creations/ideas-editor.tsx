import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { CreationIdeasDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import styles from './ideas-editor.module.css';
import { MOST_IDEAS, type Work } from './work-draft';

type Idea = Work['ideas'][number];

const WORTH_ASKING = 2;
const PAUSE_MS = 300;

/** Finds the ideas that a work plays with. */
export function IdeasEditor({ ideas, onChange }: { ideas: readonly Idea[]; onChange(ideas: readonly Idea[]): void }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const [search, setSearch] = useState('');
  const found = useFound(slug, search)?.filter(({ id }) => !ideas.some((one) => one.id === id));
  const add = ({ id, title }: Idea) => {
    onChange([...ideas, { id, title }]);
    setSearch('');
  };
  return (
    <div className={styles.ideas}>
      {ideas.length > 0 && (
        <ul role="list" className={styles.chosen}>
          {ideas.map((idea) => (
            <li key={idea.id}>
              <Icon name="idea" size={18} />
              <span lang={locale}>{idea.title}</span>
              <IconButton size="s" icon={<Icon name="close" size={16} />} label={t('creations.ideaRemove', { title: idea.title })} onClick={() => onChange(ideas.filter(({ id }) => id !== idea.id))} />
            </li>
          ))}
        </ul>
      )}
      {ideas.length < MOST_IDEAS && (
        <TextField
          type="search"
          label={t('creations.ideasLabel')}
          hint={t('creations.ideasHint', { count: MOST_IDEAS })}
          optional
          value={search}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <p role="status" className="visually-hidden">{found && t('creations.ideasFound', { count: found.length })}</p>
      {found && found.length === 0 && <p className={styles.none} aria-hidden="true">{t('creations.ideasFound', { count: 0 })}</p>}
      {found && found.length > 0 && (
        <ul role="list" className={styles.found}>
          {found.map((idea) => (
            <li key={idea.id}><Button size="s" tone="quiet" icon={<Icon name="plus" size={16} />} onClick={() => add(idea)}><span lang={locale}>{idea.title}</span></Button></li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What a search finds; null while nothing is searched. A hint: when it cannot be had the writing goes on. */
function useFound(slug: string, search: string): Idea[] | null {
  const [found, setFound] = useState<Idea[] | null>(null);
  const asked = search.trim();
  useEffect(() => {
    if (asked.length < WORTH_ASKING) return setFound(null);
    const stop = new AbortController();
    const ask = async () => {
      const { community } = await mutate(CreationIdeasDocument, { slug, search: asked }, stop.signal);
      if (!stop.signal.aborted) setFound((community?.ideas.nodes ?? []).filter(({ status }) => status !== 'DRAFT' && status !== 'PENDING' && status !== 'REMOVED'));
    };
    const timer = setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug, asked]);
  return found;
}
