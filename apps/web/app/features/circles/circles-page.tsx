import { Form, Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { CirclesDocument, type CircleCardFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { circlePath } from '../paths';
import { CircleMarks } from './circle-marks';
import { CIRCLE_ORDERS, type CirclesState, formatCircles, ORDER_OF } from './circles-state';
import type { Circles } from './circles.server';
import styles from './circles.module.css';

const WORDS = { largest: 'circles.orderLargest', newest: 'circles.orderNewest', name: 'circles.orderName' } as const;

/** Where the fans of a community gather. */
export function CirclesPage({ circles, state }: { circles: Circles; state: CirclesState }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name } = useCommunity()!.community;
  const hrefOf = (change: Partial<CirclesState>) => circlePath(slug) + formatCircles({ ...state, after: null, ...change });
  const fetchPage = async (after: string) => (await mutate(CirclesDocument, { slug, after, orderBy: ORDER_OF[state.order], search: state.search || null })).community!.circles;
  const start = <LinkButton to={circlePath(slug, 'new')} tone="primary" icon={<Icon name="plus" />}>{t('circles.start')}</LinkButton>;
  return (
    <Page>
      <PageTitle title={t('circles.title')} lead={t('circles.lead', { community: name })} actions={start} />
      <div className={styles.bar}>
        <Tabs label={t('circles.orderLabel')} tabs={CIRCLE_ORDERS.map((order) => ({ to: hrefOf({ order }), label: t(WORDS[order]), current: order === state.order }))} />
        <Form role="search" aria-label={t('circles.search')} action={circlePath(slug)} className={styles.search}>
          {state.order !== 'largest' && <input type="hidden" name="order" value={state.order} />}
          <TextField hideLabel type="search" name="q" label={t('circles.search')} placeholder={t('circles.search')} defaultValue={state.search} key={state.search} maxLength={100} before={<Icon name="search" size={18} />} />
          <Button type="submit">{t('circles.searchAction')}</Button>
        </Form>
      </div>
      {circles.nodes.length === 0 && <Nothing search={state.search} start={start} />}
      <Growing key={key} page={circles} fetchPage={fetchPage} hrefOf={(after) => hrefOf({ after })} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.grid}>{nodes.map((circle) => <li key={circle.id}><CircleCard circle={circle} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

function Nothing({ search, start }: { search: string; start: React.ReactNode }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  if (!search) return <EmptyState title={t('circles.emptyTitle')} text={t('circles.emptyText', { community: name })} action={start} />;
  return <EmptyState title={t('circles.notFoundTitle', { search })} text={t('circles.notFoundText')} action={<><LinkButton to={circlePath(slug)}>{t('circles.showAll')}</LinkButton>{start}</>} />;
}

const EXCERPT = 180;

/** One circle in a list. */
export function CircleCard({ circle }: { circle: CircleCardFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <Card as="article" className={styles.card}>
      <h2 className={styles.cardTitle} lang={locale}><Link to={circlePath(slug, circle.slug)} prefetch="intent">{circle.name}</Link></h2>
      <p className={styles.cardText} lang={locale}>{plainOf(circle.description)}</p>
      <div className={styles.marks}><CircleMarks circle={circle} /></div>
      <p className={styles.facts}>
        <span><Icon name="users" size={16} /> {t('circles.memberCount', { count: circle.memberCount })}</span>
        {circle.spokesperson && <span>{t('circles.spokenFor', { name: circle.spokesperson.displayName })}</span>}
      </p>
    </Card>
  );
}

/** The beginning of a description without its marks. */
function plainOf(markdown: string): string {
  const text = markdown.replace(/[#*_>`[\]]/g, '').replace(/\(https?:[^)]*\)/g, '').replace(/\s+/g, ' ').trim();
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT).replace(/\s+\S*$/, '')}…` : text;
}
