import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { Button, LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { decisionPath } from '../paths';
import { type Restriction, restrictionSaid } from './restriction';
import styles from './restricted.module.css';

interface Props {
  restriction: Restriction;
  /** Where it stands in the place of something that was asked for. */
  onClose?(): void;
}

/** In the place of a form that would be refused. */
export function Restricted({ restriction, onClose }: Props) {
  const t = useT();
  return (
    <div className={styles.note}>
      <Icon name="shield" size={18} />
      <p>{restrictionSaid(t, restriction)} <Way restriction={restriction} /></p>
      {onClose && <Button size="s" tone="quiet" onClick={onClose}>{t('common.close')}</Button>}
    </div>
  );
}

function Way({ restriction: { kind, decisionId } }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return <Link to={decisionPath(slug, decisionId)}>{t(kind === 'WARNING' ? 'decisions.bannerRead' : 'decisions.bannerWhy')}</Link>;
}

/** In the place of a page on which something would be written. */
export function RestrictedPage({ restriction }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const action = <LinkButton tone="primary" to={decisionPath(slug, restriction.decisionId)}>{t(restriction.kind === 'WARNING' ? 'decisions.bannerRead' : 'decisions.bannerWhy')}</LinkButton>;
  return <Page width="text"><EmptyState level={1} title={t('decisions.blockedTitle')} text={<>{restrictionSaid(t, restriction)} {t('decisions.blockedKept')}</>} action={action} /></Page>;
}
