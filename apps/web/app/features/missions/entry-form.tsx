import { useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { SaveEntryDocument, SubmitEntryDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, IconButton, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, Select, TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { PicturesEditor } from '../creations/pictures-editor';
import { CopyText } from './copy-text';
import { type EntryDraft, entryDraftOf, evidenceOf, type LinkRow, missingOf, MOST_LINKS } from './entry-draft';
import { faultOf } from './faults';
import type { MissionFull } from './missions.server';
import { useKeptDraft } from './use-kept-draft';
import styles from './missions.module.css';

/** What one hands in: what the mission asks for, the disclosure, a note for who reviews it. */
export function EntryForm({ mission, onDone }: { mission: MissionFull; onDone(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const entry = mission.viewerEntry;
  const channels = [...new Set(mission.disclosures.map(({ channel }) => channel))];
  const [draft, setDraft, forget] = useKeptDraft<EntryDraft>(`entry ${mission.id} ${entry?.revision ?? 0} ${entry?.state ?? ''}`, entryDraftOf(entry, channels[0] ?? ''));
  const [shown, setShown] = useState(false);
  const change = (part: Partial<EntryDraft>) => setDraft((now) => ({ ...now, ...part }));
  const asks = (form: 'LINK' | 'TEXT' | 'IMAGE') => mission.evidence.includes(form);
  const lacks = (form: 'LINK' | 'TEXT' | 'IMAGE') => (shown && missingOf(draft, mission.evidence).includes(form) ? t(`missions.lacks.${form}`) : null);
  const input = { mission: mission.id, evidence: evidenceOf(draft, mission.evidence), disclosed: draft.disclosed, note: draft.note };
  const nudge = typeof problem?.params['nudge'] === 'string' ? problem.params['nudge'] : null;
  const urlFault = faultOf(t, problem, 'url');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (missingOf(draft, mission.evidence).length > 0 || !draft.disclosed) return;
    if (!(await act(() => mutate(SubmitEntryDocument, { input: { ...input, rephrased: nudge } }), t('missions.sent')))) return;
    forget();
    onDone();
  };
  const save = async () => {
    if (await act(() => mutate(SaveEntryDocument, { input }), t('common.saved'))) forget();
  };
  const isDraft = !entry || entry.state === 'DRAFT';
  return (
    <form method="post" noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      {asks('LINK') && <Links mission={mission} channels={channels} links={draft.links} onChange={(links) => change({ links })} error={urlFault ?? lacks('LINK')} />}
      {asks('TEXT') && <MarkdownEditor label={t('missions.textLabel')} error={lacks('TEXT') ?? faultOf(t, problem, 'text')} value={draft.text} onChange={(text) => change({ text })} maxLength={10_000} rows={8} />}
      {asks('IMAGE') && <PicturesEditor pictures={draft.pictures} onChange={(how) => setDraft((now) => ({ ...now, pictures: how(now.pictures) }))} error={lacks('IMAGE')} />}
      <TextArea optional label={t('missions.noteLabel')} hint={t('missions.noteHint')} value={draft.note} onChange={(event) => change({ note: event.target.value })} maxLength={2000} rows={3} />
      {!asks('LINK') && <AllWords mission={mission} />}
      <Checkbox label={t('missions.discloseLabel')} hint={t('missions.discloseHint')} error={shown && !draft.disclosed ? t('problems.DISCLOSURE_REQUIRED') : null} checked={draft.disclosed} onChange={(event) => change({ disclosed: event.target.checked })} />
      <FormProblem problem={urlFault ? null : problem} />
      <div className={styles.actions}>
        <SubmitButton tone="primary" busy={busy}>{t(nudge ? 'missions.sendAnyway' : isDraft ? 'missions.send' : 'missions.sendAgain')}</SubmitButton>
        {isDraft
          ? <Button busy={busy} onClick={() => void save()}>{t('missions.saveDraft')}</Button>
          : <Button tone="quiet" onClick={() => { forget(); onDone(); }}>{t('common.cancel')}</Button>}
      </div>
    </form>
  );
}

interface LinksProps {
  mission: MissionFull;
  channels: readonly string[];
  links: readonly LinkRow[];
  onChange(links: readonly LinkRow[]): void;
  error: string | null;
}

/** Where it was published; beside each the words that must stand there. */
function Links({ mission, channels, links, onChange, error }: LinksProps) {
  const t = useT();
  const change = (at: number, part: Partial<LinkRow>) => onChange(links.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <>
      {links.map((row, at) => (
        <div key={at} className={styles.stack}>
          <div className={styles.linkRow}>
            <TextField type="url" inputMode="url" label={t('missions.linkLabel')} hint={at === 0 ? t('missions.linkHint') : undefined} error={at === 0 ? error : null} value={row.url} onChange={(event) => change(at, { url: event.target.value })} maxLength={2000} placeholder="https://" />
            {channels.length > 1 && <Select label={t('missions.channel')} value={row.channel} onChange={(event) => change(at, { channel: event.target.value })} options={channels.map((one) => ({ value: one, label: one }))} />}
            {at > 0 && <IconButton icon={<Icon name="trash" size={18} />} label={t('missions.removeRow')} onClick={() => onChange(links.filter((_, index) => index !== at))} />}
          </div>
          <Words mission={mission} channel={row.channel} />
        </div>
      ))}
      {links.length < MOST_LINKS && <div><Button size="s" tone="quiet" icon={<Icon name="plus" size={16} />} onClick={() => onChange([...links, { url: '', channel: channels[0] ?? '' }])}>{t('missions.addLink')}</Button></div>}
    </>
  );
}

/** On a phone what stands beside the form comes after it: the words that disclose are read before one says that one uses them. */
function AllWords({ mission: { disclosures } }: { mission: MissionFull }) {
  const t = useT();
  const rows = disclosures.flatMap(({ language, words }) => words.map((word) => ({ language, word })));
  const each = rows.filter(({ word }, at) => rows.findIndex((row) => row.word === word) === at);
  if (each.length === 0) return null;
  return <div className={styles.allWords}><p>{t('missions.wordsText')}</p>{each.map(({ language, word }) => <CopyText key={word} text={word} lang={language} />)}</div>;
}

function Words({ mission, channel }: { mission: MissionFull; channel: string }) {
  const t = useT();
  const rows = mission.disclosures.filter((one) => one.channel === channel);
  if (rows.length === 0) return null;
  return <p className={styles.wordsHere}>{t('missions.wordsHere')} {rows.flatMap(({ language, words }) => words.map((word) => <CopyText key={language + word} text={word} lang={language} />))}</p>;
}
