import { useState, type FormEvent } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { CreatePeriodDocument, MissionPeriodsDocument, type PeriodFactsFragment, UpdatePeriodDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { FormProblem } from '~/kit/error-state';
import { TextArea, TextField } from '~/kit/field';
import { Markdown } from '~/kit/markdown';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { faultOf, faultyField } from './faults';
import { formatMissions, missionsPath } from './missions-state';
import type { PeriodsOf } from './missions.server';
import styles from './missions.module.css';
import { useRunsProgramme } from './use-runs-programme';

const FIELDS = ['theme', 'story', 'startsAt', 'endsAt'];
const DAYS: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };

/** The stretches of time that missions belong to, each with its theme. */
export function PeriodsPage({ periods }: { periods: PeriodsOf }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const [open, setOpen] = useState<string | null>(periods.nodes.length === 0 ? 'new' : null);
  const back = <LinkButton to={missionsPath(slug)}>{t('missions.toMissions')}</LinkButton>;
  if (!useRunsProgramme()) return <Page width="text"><EmptyState level={1} title={t('missions.periods')} text={t('missions.notYours')} action={back} /></Page>;
  const fetchPage = async (after: string) => (await mutate(MissionPeriodsDocument, { slug, after })).community!.missionPeriods;
  return (
    <Page width="text">
      <PageTitle title={t('missions.periods')} lead={t('missions.periodsLead')} actions={<>{open !== 'new' && <Button tone="primary" onClick={() => setOpen('new')}>{t('missions.newPeriod')}</Button>}{back}</>} />
      {open === 'new' && <Card as="section"><PeriodForm period={null} onDone={() => setOpen(null)} /></Card>}
      <Growing page={periods} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, `/periods?after=${after}`)} label={t('common.loadMore')}>
        {(nodes) => (
          <ul role="list" className={styles.deskList}>
            {nodes.map((period) => (
              <li key={period.id}>
                <Card as="article" className={styles.card}>
                  {open === period.id ? <PeriodForm period={period} onDone={() => setOpen(null)} /> : <PeriodFacts period={period} onEdit={() => setOpen(period.id)} />}
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Growing>
    </Page>
  );
}

function PeriodFacts({ period, onEdit }: { period: PeriodFactsFragment; onEdit(): void }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <>
      <h2 className={styles.cardTitle} lang={locale}>{period.theme}</h2>
      <p className={styles.quiet}>{t('missions.period', { from: t.date(period.startsAt, DAYS), until: t.date(period.endsAt, DAYS) })}</p>
      <Markdown html={period.html} lang={locale} level={3} />
      <div className={styles.actions}>
        <Button size="s" onClick={onEdit}>{t('missions.change')}</Button>
        <LinkButton size="s" tone="quiet" to={missionsPath(slug, formatMissions({ tab: 'open', period: period.id, after: null }))}>{t('missions.itsMissions')}</LinkButton>
      </div>
    </>
  );
}

/** Days are of the calendar, the same for everybody: from the beginning of the first to the end of the last. */
function PeriodForm({ period, onDone }: { period: PeriodFactsFragment | null; onDone(): void }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const [theme, setTheme] = useState(period?.theme ?? '');
  const [story, setStory] = useState(period?.story ?? '');
  const [from, setFrom] = useState(period?.startsAt.slice(0, 10) ?? '');
  const [until, setUntil] = useState(period?.endsAt.slice(0, 10) ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { community: slug, theme, story, startsAt: `${from}T00:00:00.000Z`, endsAt: `${until}T23:59:59.000Z` };
    const save = async () => void (period ? await mutate(UpdatePeriodDocument, { input: { ...input, period: period.id } }) : await mutate(CreatePeriodDocument, { input: { ...input, idempotencyKey } }));
    if (await act(save, t(period ? 'common.saved' : 'missions.periodMade'))) onDone();
  };
  const fault = (field: string) => faultOf(t, problem, field);
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField label={t('missions.themeLabel')} error={fault('theme')} value={theme} onChange={(event) => setTheme(event.target.value)} minLength={3} maxLength={120} required />
      <TextArea optional label={t('missions.storyLabel')} error={fault('story')} value={story} onChange={(event) => setStory(event.target.value)} maxLength={5000} rows={4} />
      <div className={styles.pair}>
        <TextField type="date" label={t('missions.firstDay')} error={fault('startsAt')} value={from} onChange={(event) => setFrom(event.target.value)} required />
        <TextField type="date" label={t('missions.lastDay')} error={fault('endsAt')} value={until} onChange={(event) => setUntil(event.target.value)} required />
      </div>
      <FormProblem problem={faultyField(problem, FIELDS) ? null : problem} />
      <div className={styles.actions}>
        <SubmitButton tone="primary" busy={busy}>{t(period ? 'common.save' : 'missions.periodSave')}</SubmitButton>
        <Button tone="quiet" onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
