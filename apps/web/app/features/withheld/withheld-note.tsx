import { Link } from 'react-router';
import type { DecisionAction, Withholding } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { classes } from '~/kit/classes';
import { Icon, type IconName } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { decisionPath } from '../paths';
import styles from './withheld-note.module.css';

const ICONS: Record<Withholding, IconName> = { HOLD: 'hourglass', HIDDEN: 'eyeOff', REMOVED: 'eyeOff' };

interface Props {
  withheld: Withholding;
  /** Whose it is, where the reader is given that. */
  author: { readonly id: string } | null;
  /** The decision behind it, for whoever may read it. */
  decision?: { readonly id: string; readonly action: DecisionAction } | null;
}

/** Above a text that not everybody sees: its author and the moderators are told so, and where to go from here. */
export function WithheldNote({ withheld, author, decision }: Props) {
  const t = useT();
  const { community, membership } = useCommunity()!;
  const mine = membership != null && author?.id === membership.id;
  const isAsked = mine && decision?.action === 'ASK_CHANGE';
  return (
    <p className={styles.note}>
      <Icon name={isAsked ? 'edit' : ICONS[withheld]} size={18} />
      <span>
        {t(isAsked ? 'withheld.yours.ASK_CHANGE' : mine ? `withheld.yours.${withheld}` : `withheld.moderators.${withheld}`)}
        {decision && <> <Link to={decisionPath(community.slug, decision.id)}>{t('withheld.decision')}</Link></>}
      </span>
    </p>
  );
}

/** In the place of a text that the reader is not shown. */
export function WithheldPlace({ withheld, decision, id, className }: { withheld: Withholding; decision?: string | null; id?: string; className?: string }) {
  return <p id={id} className={classes(styles.place, className)}><Icon name={ICONS[withheld]} size={18} /><span><WithheldWords withheld={withheld} decision={decision} /></span></p>;
}

/** Why it is not shown, and the way to the decision. */
export function WithheldWords({ withheld, decision }: { withheld: Withholding; decision?: string | null }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return <>{t(`withheld.others.${withheld}`)}{decision && <> <Link to={decisionPath(slug, decision)}>{t('decisions.read')}</Link></>}</>;
}

/** Whether there is nothing of it to read: to whoever may read it, it has words or an author. */
export function isKeptFrom<Text extends { readonly withheld: Withholding | null; readonly author: object | null }>(text: Text, words: string): boolean {
  return text.withheld !== null && words === '' && text.author === null;
}
