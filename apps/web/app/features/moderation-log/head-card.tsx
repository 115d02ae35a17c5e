import { T, useT } from '~/i18n/react';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { SidePart } from '../layout/side-part';
import styles from './log-page.module.css';
import type { Log } from './log.server';

/** The latest signed head, and how anybody checks the log without us. */
export function HeadCard({ log: { head, origin } }: { log: Log }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const at = `/c/${slug}/log`;
  return (
    <>
      <SidePart title={t('log.head')}>
        {head ? (
          <>
            <p>{t('log.headText', { count: head.size })} <RelativeTime at={head.signedAt} /></p>
            <details className={styles.proof}>
              <summary>{t('log.headProof')}</summary>
              <dl className={styles.hashes}>
                <dt>{t('log.root')}</dt><dd><code>{head.root}</code></dd>
                <dt>{t('log.signature')}</dt><dd><code>{head.signature}</code></dd>
                <dt>{t('log.key')}</dt><dd><code>{head.keyId}</code></dd>
              </dl>
            </details>
          </>
        ) : <p className={styles.quiet}>{t('log.noHead')}</p>}
      </SidePart>
      <SidePart title={t('log.download')}>
        <ul role="list" className={styles.files}>
          <li><a href={`${at}/entries.jsonl`}>{t('log.entries')}</a></li>
          <li><a href={`${at}/heads.jsonl`}>{t('log.heads')}</a></li>
          <li><a href={`${at}/keys.json`}>{t('log.keys')}</a></li>
          <li><a href={`${at}/heads.atom`}>{t('log.feed')}</a></li>
        </ul>
      </SidePart>
      <SidePart title={t('log.verify')}>
        <p className={styles.quiet}><T k="log.verifyText" values={{ link: (text) => <a href="/fanfare-verify.mjs">{text}</a> }} /></p>
        <pre className={styles.command} tabIndex={0} aria-label={t('log.commands')}><code>{[`curl -O ${origin}/fanfare-verify.mjs`, `curl -O ${origin}${at}/entries.jsonl -O ${origin}${at}/head.json`, 'node fanfare-verify.mjs entries.jsonl head.json'].join('\n')}</code></pre>
        <p className={styles.quiet}>{t('log.keepHeads')}</p>
      </SidePart>
    </>
  );
}
