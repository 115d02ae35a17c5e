import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { UpdateCommunityRulesDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { pagePath } from '../paths';
import { SettingsForm } from '../running/settings-form';
import type { SettingsOf } from '../running/settings.server';
import { consequences, LONGEST_BODY, LONGEST_TITLE, MOST_RULES, moved, type RuleDraft, ruleDrafts, rulesInput } from './rule-drafts';
import styles from './rules.module.css';

/** The numbered rules: added, reworded, put in another order and retired, with what that does to decisions. */
export function RulesPart({ community }: { community: SettingsOf }) {
  const t = useT();
  const state = useRules(community);
  const { draft, put } = state;
  const edit = (at: number, change: Partial<RuleDraft>) => put(draft.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <SettingsForm state={state} consequence={<Consequence community={community} draft={draft} />}>
      <p>{t('rules.criticismStays')}</p>
      <ol role="list" className={styles.list}>
        {draft.map((rule, at) => (
          <li key={rule.key}>
            <OneRule rule={rule} at={at} last={at === draft.length - 1} onChange={(change) => edit(at, change)} onMove={(by) => put(moved(draft, at, by))} onRetire={() => put(draft.filter((one) => one !== rule))} />
          </li>
        ))}
      </ol>
      <div>
        <Button icon={<Icon name="plus" size={18} />} disabled={draft.length >= MOST_RULES} onClick={() => put([...draft, { key: `new-${Date.now()}`, title: '', body: '', was: null }])}>{t('rules.add')}</Button>
      </div>
    </SettingsForm>
  );
}

interface OneProps {
  rule: RuleDraft;
  at: number;
  last: boolean;
  onChange(change: Partial<RuleDraft>): void;
  onMove(by: -1 | 1): void;
  onRetire(): void;
}

function OneRule({ rule, at, last, onChange, onMove, onRetire }: OneProps) {
  const t = useT();
  const number = at + 1;
  return (
    <fieldset className={styles.edited}>
      <legend className="visually-hidden">{t('rules.number', { number })}</legend>
      <div className={styles.top}>
        <strong aria-hidden="true">{t('rules.number', { number })}</strong>
        <span>
          <IconButton size="s" icon={<Icon name="chevronUp" />} label={t('rules.moveUp', { number })} disabled={at === 0} onClick={() => onMove(-1)} />
          <IconButton size="s" icon={<Icon name="chevronDown" />} label={t('rules.moveDown', { number })} disabled={last} onClick={() => onMove(1)} />
          <IconButton size="s" icon={<Icon name="trash" />} label={t('rules.retire', { number })} onClick={onRetire} />
        </span>
      </div>
      <TextField label={t('rules.title')} value={rule.title} maxLength={LONGEST_TITLE} required onChange={(event) => onChange({ title: event.target.value })} />
      <TextArea label={t('rules.body')} value={rule.body} maxLength={LONGEST_BODY} required onChange={(event) => onChange({ body: event.target.value })} />
    </fieldset>
  );
}

/** What saving does to numbers that decisions have named. */
function Consequence({ community, draft }: { community: SettingsOf; draft: readonly RuleDraft[] }) {
  const t = useT();
  const { changed, retired } = consequences(community.rules, draft);
  return (
    <>
      <p><T k="rules.consequence" values={{ link: (text) => <Link to={pagePath(community.slug, 'guidelines')}>{text}</Link> }} /></p>
      {changed.length > 0 && <p>{t('rules.willChange', { count: changed.length, numbers: changed.join(', ') })}</p>}
      {retired.length > 0 && <p>{t('rules.willRetire', { count: retired.length, numbers: retired.join(', ') })}</p>}
    </>
  );
}

function useRules(community: SettingsOf) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const { revalidate } = useRevalidator();
  const [draft, put] = useState(() => ruleDrafts(community.rules));
  const [clean, setClean] = useState(draft);
  const [version, setVersion] = useState(community.rulesVersion);
  const rules = rulesInput(draft);
  const save = async () => {
    if (!rules || busy) return;
    const send = async () => {
      const { updateCommunityRules } = await mutate(UpdateCommunityRulesDocument, { input: { community: community.slug, rules, version } });
      setVersion(updateCommunityRules.community.rulesVersion);
      setClean(draft);
      await revalidate();
    };
    await act(send, t('common.saved'));
  };
  return { draft, put, save, busy, problem, valid: rules !== null, dirty: JSON.stringify(draft) !== JSON.stringify(clean) };
}
