import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { CreationsWallDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { ideaPath, newCreationPath } from '../paths';
import { CreationGrid } from './creation-grid';
import { WALL_ORDERS, type WallOrder, wallPath } from './creations-state';
import type { Wall } from './creations.server';
import styles from './wall-page.module.css';

const ORDERS = Object.keys(WALL_ORDERS) as WallOrder[];

/** The wall of works: pictures people want to scroll. */
export function WallPage({ wall: { creations, state, idea } }: { wall: Wall }) {
  const t = useT();
  const { slug, name, locale } = useCommunity()!.community;
  const show = newCreationPath(slug) + (idea ? `?idea=${idea.id}` : '');
  const fetchPage = async (after: string) => (await mutate(CreationsWallDocument, { slug, after, orderBy: WALL_ORDERS[state.order], idea: state.idea })).community!.creations;
  return (
    <Page>
      <PageTitle
        title={t('creations.title')}
        lead={t('creations.lead', { community: name })}
        actions={<LinkButton tone="primary" to={show} icon={<Icon name="plus" size={18} />}>{t('creations.show')}</LinkButton>}
      />
      {idea && (
        <p className={styles.filter}>
          <span><T k="creations.onlyIdea" values={{ link: () => <Link to={ideaPath(slug, idea)} lang={locale}>{idea.title}</Link> }} /></span>
          <LinkButton size="s" tone="quiet" to={wallPath(slug, { order: state.order })}>{t('creations.showAll')}</LinkButton>
        </p>
      )}
      <Tabs
        label={t('creations.tabsLabel')}
        tabs={ORDERS.map((order) => ({ to: wallPath(slug, { order, idea: state.idea }), label: t(`creations.order.${order}`), current: order === state.order }))}
      />
      {creations.nodes.length === 0 ? (
        <EmptyState
          title={t('creations.emptyTitle')}
          text={t('creations.emptyText', { community: name })}
          action={<LinkButton tone="primary" to={show}>{t('creations.emptyAction')}</LinkButton>}
        />
      ) : (
        <div className={styles.wall}>
          <Growing key={wallPath(slug, state)} page={creations} fetchPage={fetchPage} hrefOf={(after) => wallPath(slug, { ...state, after })} label={t('common.loadMore')}>
            {(nodes) => <CreationGrid creations={nodes} level={2} featured={state.after === null} />}
          </Growing>
        </div>
      )}
    </Page>
  );
}
