import { Link } from 'react-router';
import type { RulingFactsFragment, RunFactsFragment } from '~/graphql/generated/documents';
import { dateFormat } from '~/i18n/format';
import { T, useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { votesPath } from '../paths';
import { RulingButtons } from './ruling-buttons';
import styles from './genuineness.module.css';

/** People who came together: when, how many, what that is measured against, what else is known of them, and what was decided. */
export function RunCard({ run, ideaId }: { run: RunFactsFragment; ideaId?: string }) {
  const t = useT();
  const { community } = useCommunity()!;
  const isHere = !ideaId || run.cameFor?.id === ideaId;
  const link = run.cameFor && <Link to={votesPath(community.slug, run.cameFor.id)} lang={community.locale}>{run.cameFor.title}</Link>;
  return (
    <Card as="article" className={styles.run}>
      <header className={styles.runHead}>
        <h3>{t('genuineness.together', { count: run.together })}</h3>
        {run.held > 0 && <Badge size="s" tone="warn" icon="hourglass">{t('genuineness.waiting', { count: run.held })}</Badge>}
      </header>
      <p className={styles.when}><Icon name="clock" size={16} />{t('genuineness.span', { span: spanText(t.locale, run) })}</p>
      {!ideaId && link && <p className={styles.cameFor}>{link}</p>}
      {isHere ? <p>{t('genuineness.expected', { expected: t.number(Math.round(run.expected)) })}</p> : link && <p><T k="genuineness.cameForOther" values={{ title: link }} /></p>}
      {run.reasons.length > 0 && <Reasons run={run} />}
      {run.ruling && <RulingWords ruling={run.ruling} moves={run.ruling.counts && run.held > 0} />}
      {isHere && <RulingButtons run={run} />}
    </Card>
  );
}

function Reasons({ run }: { run: RunFactsFragment }) {
  const t = useT();
  return (
    <>
      <h4>{t('genuineness.reasons')}</h4>
      <ul className={styles.reasons}>{run.reasons.map(({ reason, members }) => <li key={reason}>{t(`genuineness.reason_${reason}`, { count: members })}</li>)}</ul>
    </>
  );
}

/** What a moderator decided and why. `moves`: votes are on their way still. */
export function RulingWords({ ruling, moves }: { ruling: RulingFactsFragment; moves?: boolean }) {
  const t = useT();
  const name = ruling.by?.displayName ?? t('genuineness.moderator');
  return (
    <figure className={styles.ruling}>
      <figcaption><Icon name="shield" size={16} /><span>{t(ruling.counts ? 'genuineness.ruledToCount' : 'genuineness.ruledToWait', { name })} · <RelativeTime at={ruling.ruledAt} /></span></figcaption>
      <blockquote>{ruling.reason}</blockquote>
      {moves && <p className={styles.quiet}>{t('genuineness.movesSoon')}</p>}
    </figure>
  );
}

/** In UTC and with plain spaces, so that server and browser agree on the first rendering. */
function spanText(locale: string, { beganAt, endedAt }: { beganAt: string; endedAt: string }): string {
  const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return format.formatRange(new Date(beganAt), new Date(endedAt)).replace(/[\u2009\u202f]/g, '\u00a0');
}
