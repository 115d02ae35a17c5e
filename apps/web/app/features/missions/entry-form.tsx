import { useState, type FormEvent } from 'react';
import { type EvidenceInput, SaveEntryDocument, SubmitEntryDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, Select, TextArea, TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useAct } from '../circles/use-act';
import { PicturesEditor } from '../creations/pictures-editor';
import { smallUrl, type WorkPicture } from '../creations/work-draft';
import type { MissionFull } from './missions.server';
import styles from './missions.module.css';

/** What one hands in: what the mission asks for, the disclosure, a note for who reviews it. */
export function EntryForm({ mission, onDone }: { mission: MissionFull; onDone(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const entry = mission.viewerEntry;
  const before = entry?.evidence ?? [];
  const channels = [...new Set(mission.disclosures.map(({ channel }) => channel))];
  const link = before.find(({ kind }) => kind === 'LINK');
  const [url, setUrl] = useState(link?.url ?? '');
  const [channel, setChannel] = useState(link?.channel ?? channels[0] ?? '');
  const [text, setText] = useState(before.find(({ kind }) => kind === 'TEXT')?.text ?? '');
  const [pictures, setPictures] = useState<readonly WorkPicture[]>(() => before.flatMap(({ picture }) => (picture ? [{ id: picture.id, url: smallUrl(picture), alt: picture.alt }] : [])));
  const [disclosed, setDisclosed] = useState(entry?.disclosed ?? false);
  const [note, setNote] = useState(entry?.note ?? '');
  const asks = (form: 'LINK' | 'TEXT' | 'IMAGE') => mission.evidence.includes(form);
  const evidence: EvidenceInput[] = [
    ...(asks('LINK') && url.trim() ? [{ kind: 'LINK' as const, url: url.trim(), channel }] : []),
    ...(asks('TEXT') && text.trim() ? [{ kind: 'TEXT' as const, text }] : []),
    ...(asks('IMAGE') ? pictures.map(({ id, alt }) => ({ kind: 'IMAGE' as const, picture: id, alt })) : []),
  ];
  const input = { mission: mission.id, evidence, disclosed, note };
  const nudge = typeof problem?.params['nudge'] === 'string' ? problem.params['nudge'] : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(SubmitEntryDocument, { ...input, rephrased: nudge }, t('missions.sent'))) onDone();
  };
  const words = mission.disclosures.filter((one) => one.channel === channel).flatMap((one) => one.words);
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      {asks('LINK') && (
        <>
          <TextField type="url" label={t('missions.linkLabel')} hint={t('missions.linkHint')} value={url} onChange={(event) => setUrl(event.target.value)} maxLength={2000} placeholder="https://" required />
          {channels.length > 1 && <Select label={t('missions.channel')} value={channel} onChange={(event) => setChannel(event.target.value)} options={channels.map((one) => ({ value: one, label: one }))} />}
          {words.length > 0 && <p className={styles.notice}>{t('missions.wordsHere')} {words.map((word) => <code key={word}>{word}</code>)}</p>}
        </>
      )}
      {asks('TEXT') && <MarkdownEditor label={t('missions.textLabel')} value={text} onChange={setText} maxLength={10_000} rows={8} />}
      {asks('IMAGE') && <PicturesEditor pictures={pictures} onChange={setPictures} error={null} />}
      <TextArea optional label={t('missions.noteLabel')} hint={t('missions.noteHint')} value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} rows={3} />
      <Checkbox label={t('missions.discloseLabel')} hint={t('missions.discloseHint')} checked={disclosed} onChange={(event) => setDisclosed(event.target.checked)} />
      <FormProblem problem={problem} />
      <div className={styles.actions}>
        <SubmitButton tone="primary" busy={busy} disabled={!disclosed || evidence.length === 0}>{t(nudge ? 'missions.sendAnyway' : 'missions.send')}</SubmitButton>
        {(!entry || entry.state === 'DRAFT')
          ? <Button busy={busy} onClick={() => void act(SaveEntryDocument, input, t('common.saved'))}>{t('missions.saveDraft')}</Button>
          : <Button tone="quiet" onClick={onDone}>{t('common.cancel')}</Button>}
      </div>
    </form>
  );
}
