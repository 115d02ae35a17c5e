import { mutate } from '~/data/mutate';
import { MissionWallDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import type { SiteItems } from '../rewards/site-items.server';
import { SitesBand } from '../rewards/site-items-page';
import { Endless } from './endless';
import { EntryWall } from './entry-wall';
import { missionsPath } from './missions-state';
import type { MissionWallPage as Wall } from './missions.server';

/** What ambassadors made, unedited, criticism included. */
export function MissionWallPage({ wall, sites }: { wall: Wall; sites: SiteItems }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(MissionWallDocument, { slug, after })).community!.missionFeed;
  const toMissions = <LinkButton to={missionsPath(slug)}>{t('missions.toMissions')}</LinkButton>;
  return (
    <Page>
      <PageTitle title={t('missions.wallTitle')} lead={t('missions.wallLead', { community: name })} />
      {wall.nodes.length === 0 && <EmptyState title={t('missions.wallEmpty')} text={t('missions.wallEmptyText', { community: name })} action={toMissions} />}
      <SitesBand items={sites} />
      <Endless>
        <Growing page={wall} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, `/wall?after=${after}`)} label={t('common.loadMore')}>
          {(nodes) => <EntryWall entries={nodes} level={3} />}
        </Growing>
      </Endless>
    </Page>
  );
}
