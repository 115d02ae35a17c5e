import { useT } from '~/i18n/react';
import { Diff } from '~/kit/diff';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import type { CommentWordings as Wordings } from '../idea/idea.server';
import styles from './comment-wordings.module.css';

/** What a comment said before, each wording with what it changed, the newest first. */
export function CommentWordings({ id, versions }: { id: string; versions: Wordings['versions'] }) {
  const t = useT();
  const newestFirst = versions.toSorted((a, b) => b.number - a.number);
  return (
    <section id={id} className={styles.wordings} aria-label={t('idea.commentWordings')}>
      <p className={styles.lead}>{t('idea.versionsText')}</p>
      <ol role="list" className={styles.list}>
        {newestFirst.map((version, index) => <Wording key={version.number} version={version} current={index === 0} />)}
      </ol>
    </section>
  );
}

function Wording({ version, current }: { version: Wordings['versions'][number]; current: boolean }) {
  const t = useT();
  const locale = useCommunity()!.community.locale;
  const first = version.number === 1;
  return (
    <li className={styles.wording}>
      <p className={styles.at}>
        {t(first ? 'idea.commentWordingFirst' : current ? 'idea.commentWordingCurrent' : 'idea.commentWordingBetween')} · <RelativeTime at={version.at} />
      </p>
      <div lang={locale}><Diff parts={version.bodyDiff} /></div>
    </li>
  );
}
