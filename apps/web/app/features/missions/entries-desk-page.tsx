import { useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { MissionDeskDocument, ReviewEntryDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Link } from 'react-router';
import { Button, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, Select, TextArea } from '~/kit/field';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { Growing } from '../members/growing';
import { Evidence } from './entry-card';
import { Checks, EntryBadge, Reviews } from './entry-progress';
import { DESK_TABS, type EntriesState, formatEntries, missionsPath } from './missions-state';
import { FILTERS_OF_DESK } from './desk-filters';
import type { DeskEntries } from './missions.server';
import styles from './missions.module.css';

type DeskEntry = DeskEntries['nodes'][number];
type Outcome = 'ACCEPT' | 'CHANGE' | 'REFUSE';

/** What ambassadors handed in, the longest waiting first. */
export function EntriesDeskPage({ entries, state }: { entries: DeskEntries; state: EntriesState }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(MissionDeskDocument, { slug, after, filter: FILTERS_OF_DESK[state.tab] })).community!.missionEntries!;
  return (
    <Page width="text">
      <PageTitle title={t('missions.deskTitle')} lead={t('missions.deskLead')} actions={<LinkButton to={missionsPath(slug)}>{t('missions.toMissions')}</LinkButton>} />
      <Tabs label={t('missions.deskTabs')} tabs={DESK_TABS.map((tab) => ({ to: missionsPath(slug, `/desk${formatEntries({ tab, after: null })}`), label: t(`missions.desk.${tab}`), current: tab === state.tab }))} />
      {entries.nodes.length === 0 && <EmptyState title={t('missions.deskEmpty')} text={t('missions.deskEmptyText')} />}
      <Growing key={key} page={entries} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, `/desk${formatEntries({ ...state, after })}`)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.deskList}>{nodes.map((entry) => <li key={entry.id}><DeskCard entry={entry} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

function DeskCard({ entry }: { entry: DeskEntry }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <Card as="article" className={styles.section}>
      <div className={styles.deskHead}>
        <MemberChip member={entry.member} community={slug}>{entry.submittedAt && <RelativeTime at={entry.submittedAt} />}</MemberChip>
        <EntryBadge state={entry.state} />
      </div>
      {entry.mission && <h2 className={styles.cardTitle} lang={locale}><Link to={missionsPath(slug, `/${entry.mission.id}`)}>{entry.mission.title}</Link></h2>}
      {entry.disclosureLostAt && <p className={styles.notice}>{t('missions.lostText')}</p>}
      <Evidence evidence={entry.evidence} />
      {entry.note && <p className={styles.notice}><T k="missions.noteSays" values={{ note: entry.note }} /></p>}
      <Checks entry={entry} />
      <Reviews entry={entry} />
      {entry.viewerCan.review.allowed && <ReviewForm key={`${entry.id}-${entry.revision}-${entry.state}`} entry={entry} />}
    </Card>
  );
}

/** Rubric, reason, outcome. */
function ReviewForm({ entry }: { entry: DeskEntry }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const [reason, setReason] = useState('');
  const [saw, setSaw] = useState(false);
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({});
  const rubric = entry.mission?.rubric ?? [];
  const isAccepted = entry.state === 'ACCEPTED';
  const unread = entry.evidence.some(({ verdict, kind }) => kind === 'LINK' && verdict === 'UNREACHABLE');
  const judge = (outcome: Outcome) => act(ReviewEntryDocument, {
    entry: entry.id, revision: entry.revision, outcome, reason, sawDisclosure: saw, scores: Object.entries(scores).map(([criterion, score]) => ({ criterion, score })),
  }, t(`missions.judged.${outcome}`));
  return (
    <div className={styles.form}>
      {rubric.length > 0 && !isAccepted && (
        <div className={styles.rubric} lang={locale}>
          {rubric.map(({ criterion, points }) => (
            <Select
              key={criterion}
              label={criterion}
              value={String(scores[criterion] ?? '')}
              onChange={(event) => setScores((now) => ({ ...now, [criterion]: Number(event.target.value) }))}
              options={[{ value: '', label: '–' }, ...Array.from({ length: points + 1 }, (_, score) => ({ value: String(score), label: `${t.number(score)} / ${t.number(points)}` }))]}
            />
          ))}
        </div>
      )}
      <TextArea label={t('missions.reasonLabel')} hint={t('missions.reasonHint')} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2000} rows={3} />
      {unread && !isAccepted && <Checkbox label={t('missions.sawLabel')} hint={t('missions.sawHint')} checked={saw} onChange={(event) => setSaw(event.target.checked)} />}
      <FormProblem problem={problem} />
      <div className={styles.actions}>
        {!isAccepted && <Button tone="primary" busy={busy} onClick={() => void judge('ACCEPT')}>{t('missions.accept')}</Button>}
        <Button busy={busy} disabled={reason.trim().length < 3} onClick={() => void judge('CHANGE')}>{t('missions.askChange')}</Button>
        <Button tone="quiet" busy={busy} disabled={reason.trim().length < 3} onClick={() => void judge('REFUSE')}>{t(isAccepted ? 'missions.takeBack' : 'missions.refuse')}</Button>
      </div>
    </div>
  );
}
