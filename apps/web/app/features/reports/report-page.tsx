import type { ReportFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge, type BadgeTone } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { TextField } from '~/kit/field';
import type { IconName } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Reference } from './filed';
import styles from './reports.module.css';

/** What became of a report, for whoever has its reference. */
export function ReportPage({ reference, report }: { reference: string; report: ReportFactsFragment | null }) {
  const t = useT();
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t('reports.askTitle')} lead={t('reports.askLead')} />
      {report ? <Found report={report} /> : reference !== '' && <EmptyState title={t('reports.unknown')} text={t('reports.unknownText')} />}
      <Ask reference={report ? '' : reference} />
    </Page>
  );
}

function Found({ report }: { report: ReportFactsFragment }) {
  return (
    <Card className={styles.form}>
      <Reference reference={report.reference} />
      <Outcome report={report} />
    </Card>
  );
}

const LOOKS: Record<'WAITING' | 'UPHELD' | 'UNFOUNDED' | 'ABUSIVE', { tone: BadgeTone; icon: IconName }> = {
  WAITING: { tone: 'info', icon: 'hourglass' },
  UPHELD: { tone: 'good', icon: 'check' },
  UNFOUNDED: { tone: 'neutral', icon: 'close' },
  ABUSIVE: { tone: 'warn', icon: 'warning' },
};

/** Where a report stands, in a word and a sentence. */
export function Outcome({ report: { outcome, filedAt, judgedAt } }: { report: Pick<ReportFactsFragment, 'outcome' | 'filedAt' | 'judgedAt'> }) {
  const t = useT();
  const state = outcome ?? 'WAITING';
  return (
    <>
      <p className={styles.facts}>
        <Badge {...LOOKS[state]}>{t(`reports.outcome_${state}`)}</Badge>
        <span>{t('reports.filed')} <RelativeTime at={filedAt} /></span>
        {judgedAt && <span>{t('reports.judged')} <RelativeTime at={judgedAt} /></span>}
      </p>
      <p>{t(`reports.outcomeText_${state}`)}</p>
    </>
  );
}

/** A plain form: it works without a script. */
function Ask({ reference }: { reference: string }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <form method="get" action={`/c/${slug}/reports`} className={styles.ask}>
      <TextField label={t('reports.askReference')} name="reference" defaultValue={reference} placeholder="R-XXXX-XXXX-XXXX" required autoComplete="off" spellCheck={false} />
      <Button type="submit">{t('reports.askSend')}</Button>
    </form>
  );
}
