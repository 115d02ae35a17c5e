import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { SidePart } from '../layout/side-part';
import { momentsOf, type Period, periodQuery } from '../transparency/period';
import styles from '../transparency/transparency-page.module.css';
import type { ShownNumbers } from './numbers.server';
import { AnswersPart, CallParts, CostsPart, EffectsPart, ReachPart, WorkParts } from './numbers-parts';

const FILES = ['calls', 'missions', 'entries', 'disclosures', 'reach', 'costs', 'appropriation'] as const;

/** What became of a movement in a period, for the brand's team: each number in a sentence, with what it counts. */
export function NumbersPage({ shown: { numbers, period, presets } }: { shown: ShownNumbers }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const path = `/c/${slug}/movement/numbers`;
  const tabs = presets.map((one) => ({ to: path + periodQuery(one), label: t(`transparency.preset_${one.preset}`), current: one.from === period.from && one.to === period.to }));
  return (
    <Page width="wide" side={<Files slug={slug} period={period} />}>
      <PageTitle title={t('numbers.title')} lead={t('numbers.lead', { community: name })} />
      <Tabs label={t('transparency.periods')} tabs={tabs} />
      <details className={styles.own} open={tabs.every(({ current }) => !current)}>
        <summary>{t('transparency.own')}</summary>
        <form key={periodQuery(period)} method="get" action={path} className={styles.dates}>
          <TextField label={t('transparency.from')} type="date" name="from" defaultValue={period.from} required />
          <TextField label={t('transparency.to')} type="date" name="to" defaultValue={period.to} required />
          <Button type="submit">{t('transparency.show')}</Button>
        </form>
      </details>
      <h2 className={styles.period}>{t('transparency.period', { from: t.date(period.from), to: t.date(period.to) })}</h2>
      <div className={styles.parts}>
        <EffectsPart numbers={numbers} />
        <ReachPart numbers={numbers} />
        <WorkParts numbers={numbers} />
        <CostsPart numbers={numbers} />
        <AnswersPart numbers={numbers} />
        <CallParts numbers={numbers} />
      </div>
    </Page>
  );
}

function Files({ slug, period }: { slug: string; period: Period }) {
  const t = useT();
  const query = new URLSearchParams(momentsOf(period));
  return (
    <SidePart title={t('numbers.files')}>
      <ul role="list" className={styles.files}>
        {FILES.map((file) => <li key={file}><a href={`/c/${slug}/movement/files/${file}.csv?${query}`}><Icon name="document" size={16} />{t(`numbers.file_${file}`)}</a></li>)}
      </ul>
      <p className={styles.quiet}>{t('numbers.filesText')}</p>
    </SidePart>
  );
}
