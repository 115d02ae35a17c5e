import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { movementPath } from '../budgets/movement-path';
import { MovementTabs } from '../budgets/movement-tabs';
import { ChartSkeletons } from '../layout/card-skeletons';
import { SidePart } from '../layout/side-part';
import { useOtherView } from '../layout/use-other-view';
import { momentsOf, type Period, periodQuery } from '../transparency/period';
import styles from '../transparency/transparency-page.module.css';
import { EffectsPart } from './effects-part';
import { ratio, share } from './figures';
import own from './numbers.module.css';
import type { Numbers, ShownNumbers } from './numbers.server';
import { AnswersPart, CallParts, CostsPart, ReachPart, WorkParts } from './numbers-parts';

const FILES = ['calls', 'missions', 'entries', 'disclosures', 'reach', 'costs', 'appropriation'] as const;

/** What became of a movement in a period, for the brand's team: each number in a sentence, with what it counts. */
export function NumbersPage({ shown }: { shown: ShownNumbers }) {
  const t = useT();
  const { name } = useCommunity()!.community;
  const { numbers, period, call } = shown;
  const leaving = useOtherView();
  return (
    <Page width="wide" side={<Files period={period} call={call} />}>
      <MovementTabs current="numbers" />
      <PageTitle title={t('numbers.title')} lead={t('numbers.lead', { community: name })} />
      <When shown={shown} />
      {leaving ? <ChartSkeletons count={4} /> : <Shown numbers={numbers} period={period} />}
    </Page>
  );
}

function Shown({ numbers, period }: { numbers: Numbers; period: Period }) {
  const t = useT();
  return (
    <>
      <h2 className={styles.period}>{t('transparency.period', { from: t.date(period.from), to: t.date(period.to) })}</h2>
      <Effects numbers={numbers} />
      <div className={styles.parts}>
        <CallParts numbers={numbers} />
        <EffectsPart numbers={numbers} />
        <ReachPart numbers={numbers} period={period} />
        <WorkParts numbers={numbers} />
        <AnswersPart numbers={numbers} />
        <CostsPart numbers={numbers} />
      </div>
    </>
  );
}

/** Which period, and which call. */
function When({ shown: { period, presets, calls, call } }: { shown: ShownNumbers }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const path = movementPath(slug, 'numbers');
  const ofCall = call ? `&call=${call}` : '';
  const tabs = presets.map((one) => ({ to: path + periodQuery(one) + ofCall, label: t(`transparency.preset_${one.preset}`), current: one.from === period.from && one.to === period.to }));
  return (
    <>
      <Tabs label={t('transparency.periods')} tabs={tabs} />
      <details className={styles.own} open={call !== null || tabs.every(({ current }) => !current)}>
        <summary>{t('numbers.own')}</summary>
        <form key={periodQuery(period) + ofCall} method="get" action={path} className={styles.dates}>
          <TextField label={t('transparency.from')} type="date" name="from" defaultValue={period.from} required />
          <TextField label={t('transparency.to')} type="date" name="to" defaultValue={period.to} required />
          {calls.length > 0 && <Select label={t('numbers.call')} name="call" defaultValue={call ?? ''} lang={locale} options={[{ value: '', label: t('numbers.allCalls') }, ...calls.map(({ id, title }) => ({ value: id, label: title }))]} />}
          <Button type="submit">{t('transparency.show')}</Button>
        </form>
      </details>
    </>
  );
}

/** The three effects of a community at a glance; what each says stands further down. */
function Effects({ numbers: { amplification, credibility, appropriation } }: { numbers: Numbers }) {
  const t = useT();
  const [started, takenUp] = [appropriation.reduce((sum, one) => sum + one.started, 0), appropriation.reduce((sum, one) => sum + one.takenUp, 0)];
  const effects = [
    { id: 'amplification', title: t('numbers.amplification'), value: ratio(t, amplification.value), unit: t('numbers.perPiece') },
    { id: 'credibility', title: t('numbers.credibility'), value: share(t, credibility.value), unit: t('numbers.ofReach') },
    { id: 'appropriation', title: t('numbers.appropriation'), value: started > 0 ? share(t, takenUp / started) : t('numbers.none'), unit: t('numbers.ofBegun') },
  ];
  return (
    <ul role="list" className={own.effects}>
      {effects.map(({ id, title, value, unit }) => (
        <li key={id}><Card snug tone="wash" className={own.effect}><a href={`#${id}`}>{title}</a><strong>{value}</strong><span className={own.quiet}>{unit}</span></Card></li>
      ))}
    </ul>
  );
}

function Files({ period, call }: { period: Period; call: string | null }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const query = new URLSearchParams({ ...momentsOf(period), ...(call ? { call } : {}) });
  return (
    <SidePart title={t('numbers.files')}>
      <ul role="list" className={styles.files}>
        {FILES.map((file) => <li key={file}><a href={`/c/${slug}/movement/files/${file}.csv?${query}`} download><Icon name="document" size={16} />{t(`numbers.file_${file}`)}</a></li>)}
      </ul>
      <p className={styles.quiet}>{t('numbers.filesText')}</p>
    </SidePart>
  );
}
