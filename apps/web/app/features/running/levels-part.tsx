import { useState } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type IdentityLevel, UpdateLevelRightsDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Checkbox, Select, TextField } from '~/kit/field';
import { LevelMark } from '~/kit/marks';
import { pagePath } from '../paths';
import { IDENTITIES } from '../reputation/identity-share';
import { type LevelDraft, levelDrafts, levelFaults, levelsInput } from './level-drafts';
import fields from './levels-part.module.css';
import { SettingsForm } from './settings-form';
import type { SettingsOf } from './settings.server';

/** What the levels of a community ask for and open. */
export function LevelsPart({ community }: { community: SettingsOf }) {
  const state = useLevels(community);
  const faults = levelFaults(state.draft);
  return (
    <SettingsForm state={state} consequence={<p><T k="reputation.levelsConsequence" values={{ link: (text) => <Link to={pagePath(community.slug, 'reputation')}>{text}</Link> }} /></p>}>
      <ol role="list" className={fields.levels}>
        {state.draft.map((draft, at) => (
          <li key={draft.level}>
            <OneLevel draft={draft} first={at === 0} fault={faults[at] ?? null} onChange={(change) => state.edit(at, change)} />
          </li>
        ))}
      </ol>
    </SettingsForm>
  );
}

interface OneProps {
  draft: LevelDraft;
  first: boolean;
  fault: keyof LevelDraft | null;
  onChange(change: Partial<LevelDraft>): void;
}

function OneLevel({ draft, first, fault, onChange }: OneProps) {
  const t = useT();
  const wrong = (field: keyof LevelDraft) => (fault === field ? t(`reputation.fault.${field as 'score' | 'identityLevel' | 'votesPerDay' | 'reportWeight'}`) : null);
  const rights = ['links', 'images', 'markHelpful', 'applyToCalls'] as const;
  return (
    <fieldset className={fields.level}>
      <legend className={fields.name}><LevelMark level={draft.level} size={24} />{t(`domain.level.${draft.level}`)}</legend>
      {first ? <p className={fields.quiet}>{t('reputation.fromTheStart')}</p> : (
        <>
          <TextField label={t('reputation.fromScore')} inputMode="numeric" maxLength={7} value={draft.score} error={wrong('score')} onChange={(event) => onChange({ score: event.target.value })} />
          <Select label={t('reputation.fromIdentity')} value={draft.identityLevel} error={wrong('identityLevel')} onChange={(event) => onChange({ identityLevel: event.target.value as IdentityLevel })} options={IDENTITIES.map((value) => ({ value, label: t(`domain.identity.${value}`) }))} />
        </>
      )}
      <TextField label={t('reputation.right.votesPerDay')} hint={t('reputation.votesHint')} inputMode="numeric" maxLength={4} value={draft.votesPerDay} error={wrong('votesPerDay')} onChange={(event) => onChange({ votesPerDay: event.target.value })} />
      <TextField label={t('reputation.right.reportWeight')} hint={t('reputation.weightHint')} inputMode="numeric" maxLength={2} value={draft.reportWeight} error={wrong('reportWeight')} onChange={(event) => onChange({ reportWeight: event.target.value })} />
      <div className={fields.rights}>
        {rights.map((right) => (
          <Checkbox key={right} label={t(`reputation.right.${right}`)} checked={draft[right]} error={fault === right ? t('reputation.fault.lost') : null} onChange={(event) => onChange({ [right]: event.target.checked })} />
        ))}
      </div>
    </fieldset>
  );
}

function useLevels(community: SettingsOf) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [draft, setDraft] = useState(() => levelDrafts(community.levels));
  const [clean, setClean] = useState(draft);
  const levels = levelsInput(draft);
  const save = async () => {
    if (!levels || busy) return;
    const send = async () => {
      await mutate(UpdateLevelRightsDocument, { input: { community: community.slug, levels } });
      setClean(draft);
    };
    await act(send, t('common.saved'));
  };
  const edit = (at: number, change: Partial<LevelDraft>) => setDraft((now) => now.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return { draft, edit, save, busy, problem, valid: levels !== null, dirty: JSON.stringify(draft) !== JSON.stringify(clean) };
}
