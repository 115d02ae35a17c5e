import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Diff } from '~/kit/diff';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import type { IdeaFull } from './idea.server';
import styles from './idea-versions.module.css';

type Version = NonNullable<IdeaFull['versions']>[number];

/** Every version with what it changed, the newest first. */
export function IdeaVersions({ versions }: { versions: readonly Version[] }) {
  const t = useT();
  const newestFirst = versions.toSorted((a, b) => b.number - a.number);
  return (
    <section id="versions" className={styles.versions} aria-labelledby="versions-title">
      <h2 id="versions-title" className={styles.title}>{t('idea.versionsHeading')}</h2>
      <p className={styles.lead}>{t('idea.versionsText')}</p>
      <ol role="list" className={styles.list}>
        {newestFirst.map((version, index) => <OneVersion key={version.number} version={version} current={index === 0} />)}
      </ol>
    </section>
  );
}

function OneVersion({ version, current }: { version: Version; current: boolean }) {
  const t = useT();
  const locale = useCommunity()!.community.locale;
  const first = version.number === 1;
  const titleChanged = version.titleDiff.some(({ kind }) => kind !== 'SAME');
  return (
    <li className={styles.version}>
      <h3 className={styles.number}>
        {t('idea.versionNumber', { number: version.number })} {current && <Badge size="s">{t('idea.versionCurrent')}</Badge>}
        <span className={styles.at}><RelativeTime at={version.at} /></span>
      </h3>
      <div lang={locale}>
        {first ? <p className={styles.first}>{t('idea.versionFirst')}</p> : (
          <>
            {titleChanged && <div className={styles.titleDiff}><Diff parts={version.titleDiff} /></div>}
            <Diff parts={version.bodyDiff} />
          </>
        )}
      </div>
    </li>
  );
}
