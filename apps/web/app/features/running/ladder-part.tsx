import { useT } from '~/i18n/react';
import { ladderInput, rungDrafts } from './community-draft';
import { LadderFields } from './ladder-fields';
import { SettingsForm } from './settings-form';
import type { SettingsOf } from './settings.server';
import { useSettings } from './use-settings';

/** The ladder, with what another one would do to the ideas that are on it now. */
export function LadderPart({ community }: { community: SettingsOf }) {
  const t = useT();
  const state = useSettings(community.slug, { ladder: rungDrafts(community.ladder) }, (draft) => {
    const ladder = ladderInput(draft.ladder);
    return ladder && { ladder };
  });
  return (
    <SettingsForm state={state} consequence={<p>{t('running.ladderConsequence')}</p>}>
      <LadderFields ladder={state.draft.ladder} onChange={(ladder) => state.change({ ladder: [...ladder] })} />
    </SettingsForm>
  );
}
