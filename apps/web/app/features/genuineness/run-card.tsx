import { Link } from 'react-router';
import type { RulingFactsFragment, RunFactsFragment } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import type { Translator } from '~/i18n/translator';
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
        <h3 className={styles.cameFor}>{ideaId ? t('genuineness.together', { count: run.together }) : link}</h3>
        {run.held > 0 && <Badge size="s" tone="warn" icon="hourglass">{t('genuineness.waiting', { count: run.held })}</Badge>}
      </header>
      <p className={styles.when}><Icon name="clock" size={16} />{spanText(t, run)}</p>
      {!ideaId && <p>{t('genuineness.together', { count: run.together })}.</p>}
      {isHere ? <p>{t('genuineness.expected', { count: Math.round(run.expected) })}</p> : link && <p><T k="genuineness.cameForOther" values={{ title: link }} /></p>}
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

/** In UTC and in digits, so that server and browser agree on the first rendering. */
function spanText(t: Translator, { beganAt, endedAt }: { beganAt: string; endedAt: string }): string {
  const [day, lastDay] = [t.date(beganAt), t.date(endedAt)];
  const [from, to] = [beganAt.slice(11, 16), endedAt.slice(11, 16)];
  return day === lastDay ? t('genuineness.spanDay', { day, from, to }) : t('genuineness.spanDays', { day, from, lastDay, to });
}
