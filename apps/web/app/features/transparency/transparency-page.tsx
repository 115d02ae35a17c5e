import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { ChartSkeletons } from '../layout/card-skeletons';
import { SidePart } from '../layout/side-part';
import { useOtherView } from '../layout/use-other-view';
import { pagePath } from '../paths';
import { AccuracyPart, AppealsPart, DecisionsPart, NoticesPart, TimesPart } from './parts';
import { periodQuery, type Period } from './period';
import type { Shown } from './transparency.server';
import { TreatmentPart } from './treatment-part';
import styles from './transparency-page.module.css';

/** What moderation did in a period, with what each number counts. */
export function TransparencyPage({ shown }: { shown: Shown }) {
  const t = useT();
  const { community } = useCommunity()!;
  const leaving = useOtherView();
  return (
    <Page width="wide" side={<Files period={shown.period} />}>
      <PageTitle title={t('transparency.title')} lead={t('transparency.lead', { community: community.name })} />
      <PeriodChoice shown={shown} />
      {leaving ? <ChartSkeletons count={4} /> : <Numbers shown={shown} />}
    </Page>
  );
}

function Numbers({ shown: { report, period } }: { shown: Shown }) {
  const t = useT();
  const quiet = report.notices.total + report.decisions.total + report.appeals.opened === 0;
  return (
    <>
      <h2 className={styles.period}>{t('transparency.period', { from: t.date(period.from), to: t.date(period.to) })}</h2>
      <p className={styles.lead}>{quiet ? t('transparency.quiet') : t('transparency.summary', { notices: report.notices.total, decisions: report.decisions.total, restrictions: report.decisions.restrictions })} {report.waiting > 0 && t('transparency.waiting', { count: report.waiting })}</p>
      {!quiet && (
        <div className={styles.parts}>
          <NoticesPart report={report} />
          <DecisionsPart report={report} />
          <TreatmentPart report={report} />
          <TimesPart report={report} />
          <AppealsPart report={report} />
          <AccuracyPart report={report} />
        </div>
      )}
    </>
  );
}

function PeriodChoice({ shown: { period, presets } }: { shown: Shown }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const path = pagePath(slug, 'transparency');
  const tabs = presets.map((one) => ({ to: path + periodQuery(one), label: t(`transparency.preset_${one.preset}`), current: one.from === period.from && one.to === period.to }));
  return (
    <>
      <Tabs label={t('transparency.periods')} tabs={tabs} />
      <details className={styles.own} open={tabs.every(({ current }) => !current)}>
        <summary>{t('transparency.own')}</summary>
        <form key={periodQuery(period)} method="get" action={path} className={styles.dates}>
          <TextField label={t('transparency.from')} type="date" name="from" defaultValue={period.from} required />
          <TextField label={t('transparency.to')} type="date" name="to" defaultValue={period.to} required />
          <Button type="submit">{t('transparency.show')}</Button>
        </form>
      </details>
    </>
  );
}

function Files({ period }: { period: Period }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const [at, query] = [`/c/${slug}`, periodQuery(period)];
  return (
    <>
      <SidePart title={t('transparency.download')}>
        <ul role="list" className={styles.files}>
          <li><a href={`${at}/transparency.csv${query}`}><Icon name="document" size={16} />{t('transparency.csv')}</a></li>
          <li><a href={`${at}/transparency.json${query}`}><Icon name="document" size={16} />{t('transparency.json')}</a></li>
          <li><a href={`${at}/statements.csv${query}`}><Icon name="document" size={16} />{t('transparency.statements')}</a></li>
        </ul>
        <p className={styles.quiet}>{t('transparency.statementsText')}</p>
      </SidePart>
      <SidePart title={t('transparency.more')}>
        <ul role="list" className={styles.files}>
          <li><Link to={pagePath(slug, 'log')}>{t('transparency.toLog')}</Link></li>
          <li><Link to={pagePath(slug, 'guidelines')}>{t('transparency.toRules')}</Link></li>
        </ul>
      </SidePart>
    </>
  );
}
