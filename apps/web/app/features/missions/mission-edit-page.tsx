import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { DiscardMission } from './discard-mission';
import { draftOf, emptyDraft } from './mission-draft';
import { MissionForm } from './mission-form';
import { missionsPath } from './missions-state';
import type { KeptMission, MissionChoices } from './missions.server';
import { useRunsProgramme } from './use-runs-programme';

interface Props {
  choices: MissionChoices;
  /** A draft to go on with; null for a new mission. */
  mission: KeptMission | null;
  /** ISO: by the server's clock. */
  now: string;
}

/** A new mission, or a draft that is gone on with. What is public stays as it was read. */
export function MissionEditPage({ choices, mission, now }: Props) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const runs = useRunsProgramme();
  const title = t(mission ? 'missions.editTitle' : 'missions.new');
  const back = <LinkButton to={missionsPath(slug, mission ? '?tab=drafts' : '')}>{t(mission ? 'missions.toDrafts' : 'missions.toMissions')}</LinkButton>;
  if (!runs) return <Page width="text"><EmptyState level={1} title={title} text={t('missions.notYours')} action={back} /></Page>;
  if (mission && mission.state !== 'DRAFT') return <Page width="text"><EmptyState level={1} title={title} text={t('problems.MISSION_NOT_DRAFT')} action={<LinkButton to={missionsPath(slug, `/${mission.id}`)}>{t('missions.toMission')}</LinkButton>} /></Page>;
  return (
    <Page width="text">
      <PageTitle title={title} lead={t('missions.newLead')} actions={<>{back}{mission && <DiscardMission id={mission.id} />}</>} />
      <MissionForm id={mission?.id ?? null} first={mission ? draftOf(mission) : emptyDraft(now, locale, t('missions.wordsUsual'))} choices={choices} />
    </Page>
  );
}
