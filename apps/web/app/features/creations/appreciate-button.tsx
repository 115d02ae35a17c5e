import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { AppreciateCreationDocument, UnappreciateCreationDocument, type CreationCardFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { classes } from '~/kit/classes';
import { Icon } from '~/kit/icon';
import { useVoting } from '../voting/voting-provider';
import styles from './appreciate-button.module.css';

type Facts = Pick<CreationCardFragment, 'id' | 'title' | 'appreciations' | 'viewerAppreciates' | 'viewerCan'>;

/** Shown at once, set right when refused. Of one's own work only the count is shown. */
export function AppreciateButton({ creation, size = 'm' }: { creation: Facts; size?: 's' | 'm' }) {
  const t = useT();
  const { id, title } = creation;
  const [{ count, on }, toggle] = useAppreciation(creation);
  const icon = <Icon name="heart" size={size === 's' ? 16 : 20} className={on ? styles.full : undefined} />;
  if (creation.viewerCan.appreciate.reason === 'OWN_CREATION') {
    return <span className={classes(styles.own, styles[size])}>{icon}<span aria-hidden="true">{t.compact(count)}</span><span className="visually-hidden">{t('creations.appreciations', { count })}</span></span>;
  }
  return (
    <Button
      size={size}
      tone={size === 's' ? 'quiet' : 'secondary'}
      icon={icon}
      className={on ? styles.on : undefined}
      aria-pressed={on}
      data-creation={id}
      onClick={() => void toggle()}
    >
      <span aria-hidden="true">{size === 's' ? t.compact(count) : <>{t('creations.appreciate')}<span className={styles.count}>{t.compact(count)}</span></>}</span>
      <span className="visually-hidden">{t('creations.appreciateLabel', { title, count })}</span>
    </Button>
  );
}

function useAppreciation({ id, appreciations, viewerAppreciates }: Facts) {
  const complain = useComplaint();
  const voting = useVoting();
  const known = { count: appreciations, on: viewerAppreciates };
  const [shown, setShown] = useState(known);
  useEffect(() => setShown({ count: appreciations, on: viewerAppreciates }), [appreciations, viewerAppreciates]);
  const toggle = async () => {
    if (!voting.pass({ kind: 'talk' })) return;
    const before = shown;
    setShown({ on: !before.on, count: before.count + (before.on ? -1 : 1) });
    try {
      setShown(await send(id, !before.on));
    } catch (error) {
      setShown(before);
      complain(error);
    }
  };
  return [shown, toggle] as const;
}

async function send(creation: string, on: boolean) {
  const input = { input: { creation } };
  const answer = on ? (await mutate(AppreciateCreationDocument, input)).appreciateCreation : (await mutate(UnappreciateCreationDocument, input)).unappreciateCreation;
  return { count: answer.creation.appreciations, on: answer.creation.viewerAppreciates };
}
