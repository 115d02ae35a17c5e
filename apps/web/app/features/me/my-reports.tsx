import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { decisionPath } from '../paths';
import { reportPath } from '../reports/filed';
import { Outcome } from '../reports/report-page';
import type { MyThings } from './me.server';
import styles from './my-comments.module.css';
import { NOTHING, useMyPage } from './use-my-page';

type MyReport = NonNullable<MyThings['reports']>['nodes'][number];

/** What one reported, where it stands, and what can be done about the answer. */
export function MyReports({ viewer }: { viewer: MyThings }) {
  const t = useT();
  const { key } = useLocation();
  const { fetchMine, hrefOf } = useMyPage('reports');
  const page = viewer.reports ?? NOTHING;
  if (page.nodes.length === 0) return <EmptyState title={t('reports.mineEmptyTitle')} text={t('reports.mineEmptyText')} />;
  return (
    <Growing key={key} page={page} hrefOf={hrefOf} fetchPage={async (after) => (await fetchMine(after)).reports ?? NOTHING} label={t('reports.more')}>
      {(reports: readonly MyReport[]) => <ul role="list" className={styles.list}>{reports.map((report) => <li key={report.id}><OneReport report={report} /></li>)}</ul>}
    </Growing>
  );
}

function OneReport({ report }: { report: MyReport }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { category, subjectKind, explanation, decision } = report;
  return (
    <article className={styles.comment}>
      <h2 className={styles.on}>{category && t(`moderation.category_${category}`)}{subjectKind && <> · {t('reports.about', { what: t(`moderation.a_${subjectKind}`) })}</>}</h2>
      {explanation && <p>{explanation}</p>}
      <Outcome report={report} />
      <p className={styles.facts}>
        <Link to={reportPath(slug, report.reference)}>{report.reference}</Link>
        {decision && <Link to={decisionPath(decision.community.slug, decision.id)}>{t(decision.viewerMayAppeal ? 'decisions.readOrAppeal' : 'decisions.read')}</Link>}
      </p>
    </article>
  );
}
