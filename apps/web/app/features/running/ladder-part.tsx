import { useT } from '~/i18n/react';
import { Select } from '~/kit/field';
import { ladderInput, rungDrafts } from './community-draft';
import { LadderEffects } from './ladder-effects';
import { LadderFields } from './ladder-fields';
import { SettingsForm } from './settings-form';
import type { SettingsOf } from './settings.server';
import { useLadderPreview } from './use-ladder-preview';
import { useSettings } from './use-settings';

/** The ladder, with what another one would do to the ideas that are on it now, and the survey of supporters. */
export function LadderPart({ community }: { community: SettingsOf }) {
  const t = useT();
  const saved = { ladder: rungDrafts(community.ladder), survey: String(community.surveyRung ?? '') };
  const state = useSettings(community.slug, saved, (draft) => {
    const ladder = ladderInput(draft.ladder);
    return ladder && { ladder, surveyRung: draft.survey ? Number(draft.survey) : null };
  });
  const { draft, change } = state;
  const ladder = ladderInput(draft.ladder);
  const preview = useLadderPreview(community.slug, ladder && isOther(ladder, community.ladder) ? ladder : null);
  const rungs = draft.ladder.map((rung, at) => ({ value: String(at + 1), label: t('running.surveyAt', { number: at + 1, support: rung.support }) }));
  return (
    <SettingsForm state={state} consequence={<div role="status">{preview && <LadderEffects preview={preview} />}<p>{t('running.ladderConsequence')}</p></div>}>
      <LadderFields ladder={draft.ladder} onChange={(next) => change({ ladder: [...next] })} />
      <Select label={t('running.survey')} hint={t('running.surveyHint')} value={draft.survey} onChange={(event) => change({ survey: event.target.value })} options={[{ value: '', label: t('running.surveyNone') }, ...rungs]} />
    </SettingsForm>
  );
}

function isOther(ladder: readonly { support: number; days: number }[], saved: SettingsOf['ladder']): boolean {
  return ladder.length !== saved.length || ladder.some(({ support, days }, at) => saved[at]!.support !== support || saved[at]!.days !== days);
}
