import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Tabs } from '~/kit/tabs';
import { PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { pagePath } from '../paths';

/** The brand's promises and its answers: two views of the same moves. */
export function RoadHead({ current, actions }: { current: 'roadmap' | 'changelog'; actions?: ReactNode }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const roadmap = current === 'roadmap';
  return (
    <>
      <PageTitle
        title={t(roadmap ? 'roadmap.title' : 'roadmap.changelogTitle')}
        lead={t(roadmap ? 'roadmap.lead' : 'roadmap.changelogLead', { community: name })}
        actions={actions}
      />
      <Tabs
        label={t('roadmap.tabsLabel')}
        tabs={[
          { to: pagePath(slug, 'roadmap'), label: t('roadmap.title'), current: roadmap },
          { to: pagePath(slug, 'changelog'), label: t('roadmap.changelogTitle'), current: !roadmap },
        ]}
      />
    </>
  );
}
