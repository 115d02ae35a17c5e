import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { useCommunity } from '~/shell/use-root';
import { memberPath } from '../paths';
import { MuteButton } from './mute-button';
import styles from './mutes.module.css';

interface Props {
  members: readonly { readonly id: string; readonly handle: string; readonly displayName: string }[];
}

/** Whom the reader muted here, each with the way back. */
export function MutedMembers({ members }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <Card as="section" aria-labelledby="muted">
      <h2 id="muted">{t('mutes.listTitle')}</h2>
      <p className={styles.quiet}>{t(members.length === 0 ? 'mutes.listEmpty' : 'mutes.listLead')}</p>
      {members.length > 0 && <ul role="list" className={styles.list}>{members.map((member) => <li key={member.id}><Link to={memberPath(slug, member.handle)}>{member.displayName}</Link><MuteButton member={member} muted /></li>)}</ul>}
    </Card>
  );
}
