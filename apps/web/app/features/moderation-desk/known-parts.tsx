import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import type { ReviewItem } from './moderation-desk.server';
import { inLanguage } from './subject-words';
import type { DeskPlace } from './use-desk-state';
import styles from './item.module.css';

type Report = ReviewItem['reports'][number];

/** A part of what is known, under a heading. */
export function Part({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const t = useT();
  return (
    <section className={styles.part}>
      <h3>{title}{count !== undefined && <span className={styles.count}>{t.number(count)}</span>}</h3>
      {children}
    </section>
  );
}

/** Who said what is wrong, and how much each says weighs. */
export function ReportsPart({ item, community }: { item: ReviewItem; community: string }) {
  const t = useT();
  if (item.reports.length === 0) return null;
  return (
    <Part title={t('review.reportsTitle')} count={item.reportCount}>
      <ul role="list" className={styles.list}>
        {item.reports.map((report) => <li key={report.id} className={styles.one}><ReportLine report={report} community={community} /></li>)}
      </ul>
    </Part>
  );
}

function ReportLine({ report, community }: { report: Report; community: string }) {
  const t = useT();
  const { category, explanation, record, notice } = report;
  return (
    <>
      <div className={styles.marks}>
        {category && <strong>{t(`review.category.${category}`)}</strong>}
        {record && <span>{t('review.weighs', { weight: t.number(record.weight, { maximumFractionDigits: 2 }) })}</span>}
        {record && !record.established && <Badge size="s">{t('review.newReporter')}</Badge>}
        {report.outcome && <Badge size="s" tone={report.outcome === 'UPHELD' ? 'good' : 'neutral'}>{t(`review.outcome.${report.outcome}`)}</Badge>}
      </div>
      {explanation && <blockquote className={styles.said} dir="auto">{explanation}</blockquote>}
      {notice && <NoticeLines notice={notice} />}
      <div className={styles.by}><MemberChip size="s" member={report.reporter} community={community} absent={t(notice ? 'review.fromOutside' : 'review.noReporter')}><RelativeTime at={report.filedAt} /></MemberChip></div>
    </>
  );
}

/** A notice of illegal content: what the law asks of it. */
function NoticeLines({ notice }: { notice: NonNullable<Report['notice']> }) {
  const t = useT();
  return (
    <dl className={styles.notice}>
      <div><dt>{t('review.noticeLaw')}</dt><dd>{notice.law}</dd></div>
      <div><dt>{t('review.noticeLocation')}</dt><dd>{notice.location}</dd></div>
      <div><dt>{t('review.noticeFrom')}</dt><dd>{notice.nameWithheld ? t('review.nameWithheld') : [notice.name, notice.email].filter(Boolean).join(', ')}</dd></div>
    </dl>
  );
}

/** Which phase of intake said what of it. */
export function VerdictsPart({ item: { verdicts } }: { item: ReviewItem }) {
  const t = useT();
  if (verdicts.length === 0) return null;
  return (
    <Part title={t('review.verdicts')} count={verdicts.length}>
      <ul role="list" className={styles.list}>
        {verdicts.map((verdict) => (
          <li key={verdict.id} className={styles.one}>
            <p><strong>{t(`review.verdict.${verdict.outcome}`)}</strong>{verdict.phase && ` · ${t(`review.phase.${verdict.phase}`)}`}{verdict.params.length > 0 && `: ${verdict.params.map(({ value }) => value).join(', ')}`}</p>
            <span className={styles.by}><RelativeTime at={verdict.at} /></span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What machines noticed; they decide nothing. */
export function SignalsPart({ item: { signals } }: { item: ReviewItem }) {
  const t = useT();
  if (signals.length === 0) return null;
  return (
    <Part title={t('review.signals')} count={signals.length}>
      <p className={styles.aside}>{t('review.signalsLead')}</p>
      <ul role="list" className={styles.list}>
        {signals.map((signal) => <li key={`${signal.code} ${signal.at}`} className={styles.one}>{inLanguage(signal, t.locale)} {signal.at && <span className={styles.by}><RelativeTime at={signal.at} /></span>}</li>)}
      </ul>
    </Part>
  );
}

/** What came of it before. */
export function EarlierPart({ item: { earlier }, place }: { item: ReviewItem; place: DeskPlace }) {
  const t = useT();
  if (earlier.length === 0) return null;
  return (
    <Part title={t('review.earlier')} count={earlier.length}>
      <ul role="list" className={styles.list}>
        {earlier.map((one) => (
          <li key={one.id} className={styles.one}>
            <Link to={place.pathOf({ item: one.id })} replace preventScrollReset>{t('review.incident', { number: one.incident })}</Link>{' '}
            <span className={styles.by}>{t(`review.state.${one.state}`)} · <RelativeTime at={one.decidedAt ?? one.openedAt} /></span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
