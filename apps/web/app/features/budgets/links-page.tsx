import { useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { MovementLinksDocument, SetTrackingTargetDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Select, TextField } from '~/kit/field';
import { MemberChip } from '~/kit/member-chip';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import type { Links, TrackedMission } from './budgets.server';
import { FormDialog } from './form-dialog';
import { movementPath } from './movement-path';
import { MovementTabs } from './movement-tabs';
import styles from './budgets.module.css';
import table from './statement.module.css';

interface Props {
  links: Links;
  missions: readonly TrackedMission[];
  /** Whose links are shown; null for all. */
  chosen: TrackedMission | null;
}

/** Ambassadors' links: whose, where they stand, who came by them; and where a mission's links lead. */
export function LinksPage({ links, missions, chosen }: Props) {
  const t = useT();
  const { key } = useLocation();
  const { slug, locale } = useCommunity()!.community;
  const query = (after: string) => `?${new URLSearchParams({ ...(chosen ? { mission: chosen.id } : {}), after })}`;
  const fetchPage = async (after: string) => (await mutate(MovementLinksDocument, { slug, mission: chosen?.id ?? null, after })).community!.trackingLinks!;
  return (
    <Page>
      <MovementTabs current="links" />
      <PageTitle title={t('budgets.links')} lead={t('budgets.linksLead')} />
      {missions.length > 0 && (
        <form method="get" action={movementPath(slug, 'links')} className={styles.choose} key={chosen?.id ?? 'all'}>
          <Select label={t('budgets.ofMission')} name="mission" defaultValue={chosen?.id ?? ''} lang={locale} options={[{ value: '', label: t('budgets.allMissions') }, ...missions.map(({ id, title }) => ({ value: id, label: title }))]} />
          <Button type="submit">{t('transparency.show')}</Button>
        </form>
      )}
      {chosen && <Target mission={chosen} />}
      {links.nodes.length === 0 && <EmptyState title={t('budgets.noLinks')} text={t('budgets.noLinksText')} />}
      <Growing key={key} page={links} fetchPage={fetchPage} hrefOf={(after) => movementPath(slug, 'links', query(after))} label={t('common.loadMore')}>
        {(nodes) => nodes.length > 0 && <LinksTable nodes={nodes} />}
      </Growing>
    </Page>
  );
}

function LinksTable({ nodes }: { nodes: readonly Links['nodes'][number][] }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <table className={table.statement}>
      <thead>
        <tr>
          <th scope="col">{t('budgets.whose')}</th>
          <th scope="col">{t('budgets.channel')}</th>
          <th scope="col" className={table.number}>{t('budgets.visitors')}</th>
          <th scope="col" className={table.number}>{t('budgets.robots')}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ id, member, channel, mission, url, visitors, robots }) => (
          <tr key={id}>
            <td><MemberChip member={member} community={slug} absent={t('budgets.former')} size="s" /></td>
            <td>
              <div className={table.what}>
                <span lang={locale}>{channel}{mission && <> · {mission.title}</>}</span>
                <code className={styles.url}>{url.replace(/^https?:\/\//, '')}</code>
              </div>
            </td>
            <td className={table.number}><span className={table.label}>{t('budgets.visitors')}</span> <strong>{t.number(visitors)}</strong></td>
            <td className={table.number}><span className={table.label}>{t('budgets.robots')}</span> {t.number(robots)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Target({ mission: { id, title, trackingTarget } }: { mission: TrackedMission }) {
  const t = useT();
  const { name, locale } = useCommunity()!.community;
  const [editing, setEditing] = useState(false);
  return (
    <Card as="section" tone="wash" className={styles.target}>
      <div className={styles.words}>
        <h2 className={styles.small}>{t('budgets.leadsTo')}</h2>
        {trackingTarget ? <a href={trackingTarget} rel="noopener" target="_blank" className={styles.url}>{trackingTarget}</a> : <span>{t('budgets.leadsHome', { community: name })}</span>}
      </div>
      <Button size="s" onClick={() => setEditing(true)}>{t('budgets.changeTarget')}</Button>
      {editing && (
        <FormDialog
          title={t('budgets.targetTitle')} description={<span lang={locale}>{title}</span>} action={t('common.save')} done={t('budgets.targetSet')} onClose={() => setEditing(false)}
          send={(fields) => mutate(SetTrackingTargetDocument, { input: { mission: id, target: fields.text('target') || null } })}
        >
          <TextField type="url" label={t('budgets.target')} hint={t('budgets.targetHint', { community: name })} name="target" defaultValue={trackingTarget ?? ''} placeholder="https://" maxLength={2000} optional />
        </FormDialog>
      )}
    </Card>
  );
}
