import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { decisionPath } from '../paths';
import styles from './withheld-note.module.css';

/** Beside a text of which moderators found that its author keeps quiet about a tie. */
export function LabelNote({ label }: { label: { readonly id: string } | null }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  if (!label) return null;
  return <p className={styles.place}><Icon name="tag" size={18} /><span>{t('withheld.label')} <Link to={decisionPath(slug, label.id)}>{t('decisions.read')}</Link></span></p>;
}
