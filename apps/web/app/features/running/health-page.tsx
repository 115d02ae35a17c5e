import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { type OperatorPageQuery, SendTestMailDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { LoadMore } from '~/kit/load-more';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { Facts, Fact } from './facts';
import { QueueTable, ScheduleTable } from './health-tables';
import { type Panel, PanelCard } from './panel-card';
import { settingsPath } from './settings-rights';
import styles from './health.module.css';
import { useSize } from './use-size';

export type Health = NonNullable<OperatorPageQuery['deployment']['health']>;
type Communities = OperatorPageQuery['communities'];

/** How the deployment is, and the communities on it: for whoever runs it. */
export function HealthPage({ health, communities, panel }: { health: Health; communities: Communities; panel: Panel }) {
  const t = useT();
  const { revalidate, state } = useRevalidator();
  return (
    <Page>
      <PageTitle title={t('running.operatorTitle')} lead={<T k="running.checkedAt" values={{ time: <RelativeTime at={health.checkedAt} /> }} />} actions={<Button busy={state === 'loading'} onClick={() => void revalidate()}>{t('running.checkAgain')}</Button>} />
      <Verdict warnings={health.warnings} />
      <div className={styles.grid}>
        <CommunitiesCard communities={communities} />
        <PanelCard panel={panel} />
        <QueueCard queue={health.queue} />
        <MailCard mail={health.mail} />
        <MachineCard health={health} />
        <SchedulesCard schedules={health.schedules} />
      </div>
    </Page>
  );
}

/** All is well, or what to look at and what to do. */
function Verdict({ warnings }: { warnings: Health['warnings'] }) {
  const t = useT();
  if (warnings.length === 0) return <p className={styles.well}><Icon name="check" size={24} />{t('running.allWell')}</p>;
  return (
    <ul role="list" className={styles.warnings} aria-label={t('running.warnings')}>
      {warnings.map((warning) => (
        <li key={warning}><Icon name="warning" size={24} /><span><strong>{t(`running.warning.${warning}`)}</strong> {t(`running.advice.${warning}`)}</span></li>
      ))}
    </ul>
  );
}

function CommunitiesCard({ communities }: { communities: Communities }) {
  const t = useT();
  const { hasNextPage, endCursor } = communities.pageInfo;
  return (
    <Card as="section" aria-labelledby="communities" className={styles.wide}>
      <div className={styles.head}>
        <h2 id="communities">{t('running.communities', { count: communities.totalCount })}</h2>
        <LinkButton to="/new-community" tone="primary" icon={<Icon name="plus" size={18} />}>{t('running.createCommunity')}</LinkButton>
      </div>
      {communities.nodes.length === 0 && <p className={styles.quiet}>{t('running.communitiesNone')}</p>}
      <ul role="list" className={styles.communities}>
        {communities.nodes.map(({ id, slug, name, locale, members, statusCounts, staff }) => (
          <li key={id}>
            <Link to={`/c/${slug}`} lang={locale}>{name}</Link>
            <span className={styles.quiet}>{t('running.communityCounts', { members: members.totalCount, ideas: sum(statusCounts.map((one) => one.count)), staff: staff.length })}</span>
            <Link to={settingsPath(slug, 'team')}>{t('running.part.team')}<span className="visually-hidden"> {name}</span></Link>
          </li>
        ))}
      </ul>
      {hasNextPage && endCursor && <LoadMore to={`/operator?after=${encodeURIComponent(endCursor)}`} />}
    </Card>
  );
}

function QueueCard({ queue }: { queue: Health['queue'] }) {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="queue" className={styles.wide}>
      <h2 id="queue">{t('running.queue')}</h2>
      <p className={styles.quiet}>{t('running.queueText')}</p>
      <Facts inline>
        <Fact name={t('running.queueWaiting')}>{t.number(queue.waiting)}</Fact>
        <Fact name={t('running.queueFailing')}>{t.number(queue.failing)}</Fact>
        <Fact name={t('running.queueOldest')}>{queue.oldestAt ? <RelativeTime at={queue.oldestAt} /> : t('running.none')}</Fact>
      </Facts>
      {queue.handlers.length > 0 && <QueueTable handlers={queue.handlers} />}
      {queue.failures.length > 0 && (
        <>
          <h3>{t('running.failures')}</h3>
          <ul role="list" className={styles.failures}>
            {queue.failures.map((failure) => (
              <li key={failure.id}>
                <strong>{failure.handler}</strong> <span className={styles.quiet}>{t('running.failureTries', { event: failure.event, count: failure.attempts })}</span>
                <code>{failure.error}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function MailCard({ mail }: { mail: Health['mail'] }) {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="mail">
      <h2 id="mail">{t('running.mail')}</h2>
      <Facts>
        <Fact name={t('running.mailWay')}>{t(`running.mailWays.${mail.way}`)}</Fact>
        {mail.server && <Fact name={t('running.mailServer')}>{mail.server}</Fact>}
        <Fact name={t('running.mailFrom')}>{mail.from}</Fact>
        <Fact name={t('running.mailWaiting')}>{t.number(mail.waiting)}</Fact>
      </Facts>
      <TestMail />
      <h3>{t('running.mailFailures')}</h3>
      {mail.failures.length === 0 && <p className={styles.quiet}>{t('running.mailFailuresNone')}</p>}
      <ul role="list" className={styles.failures}>
        {mail.failures.map(({ at, error }) => <li key={at + error}><span className={styles.quiet}><RelativeTime at={at} /></span><code>{error}</code></li>)}
      </ul>
    </Card>
  );
}

/** Sends a mail to oneself and says what the mail server said. */
function TestMail() {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ good: boolean; text: string } | null>(null);
  const send = async () => {
    setBusy(true);
    setSaid(null);
    try {
      const { sendTestMail: answer } = await mutate(SendTestMailDocument, { input: { locale: t.locale } });
      setSaid({ good: answer.sent, text: answer.sent ? t('running.testSent', { address: answer.to }) : t('running.testFailed', { error: answer.error ?? '' }) });
    } catch (error) {
      setSaid({ good: false, text: problemText(t, asProblem(error)) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.test}>
      <Button size="s" busy={busy} icon={<Icon name="mail" size={18} />} onClick={() => void send()}>{t('running.testMail')}</Button>
      <p role="status" data-good={said?.good}>{said?.text}</p>
    </div>
  );
}

function SchedulesCard({ schedules }: { schedules: Health['schedules'] }) {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="schedules" className={styles.wide}>
      <h2 id="schedules">{t('running.schedules')}</h2>
      <ScheduleTable schedules={schedules.filter((one) => one.known)} />
    </Card>
  );
}

function MachineCard({ health: { program, database, storage } }: { health: Health }) {
  const t = useT();
  const size = useSize();
  const pending = database.migrations.filter((one) => !one.applied);
  return (
    <Card as="section" aria-labelledby="machine">
      <h2 id="machine">{t('running.machine')}</h2>
      <Facts>
        <Fact name="Fanfare">{program.version}</Fact>
        <Fact name="Node.js">{program.node}</Fact>
        <Fact name="PostgreSQL">{database.version}</Fact>
        <Fact name={t('running.startedAt')}><RelativeTime at={program.startedAt} /></Fact>
        <Fact name={t('running.memory')}>{size(program.memoryBytes)}</Fact>
        <Fact name={t('running.databaseSize')}>{size(database.bytes)}</Fact>
        <Fact name={t('running.connections')}>{t('running.ofMost', { count: database.connections, most: database.mostConnections })}</Fact>
        <Fact name={t('running.migrations')}>{pending.length === 0 ? t('running.migrationsDone', { count: database.migrations.length }) : t('running.migrationsPending', { names: pending.map((one) => one.name).join(', ') })}</Fact>
        <Fact name={t('running.storage')}><code>{storage.folder}</code></Fact>
        {storage.freeBytes !== null && storage.totalBytes !== null && <Fact name={t('running.diskFree')}>{t('running.ofMost', { count: size(storage.freeBytes), most: size(storage.totalBytes) })}</Fact>}
        <Fact name={t('running.pictures')}>{t('running.picturesUse', { count: storage.pictures, size: size(storage.pictureBytes), place: storage.bucket ?? 'DATA_DIR' })}</Fact>
        <Fact name={t('running.processes')}>{program.processes.map((one) => t('running.process', { name: one.name, count: one.connections })).join(', ')}</Fact>
      </Facts>
    </Card>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
