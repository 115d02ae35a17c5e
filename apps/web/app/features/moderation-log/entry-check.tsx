import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { LogProofDocument, type LogLineFragment } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useHydrated } from '~/shell/now';
import { useCommunity } from '~/shell/use-root';
import styles from './log-page.module.css';
import type { Log } from './log.server';
import type { Verdict } from './verify-entry';

/** Folded: hash, signature and leaf of an entry, and a button that checks them here and now. */
export function EntryCheck({ entry, log }: { entry: LogLineFragment; log: Log }) {
  const t = useT();
  return (
    <details className={styles.proof}>
      <summary>{t('log.proof', { index: entry.index })}</summary>
      <dl className={styles.hashes}>
        <dt>{t('log.leafHash')}</dt><dd><code>{entry.leafHash}</code></dd>
        <dt>{t('log.signature')}</dt><dd><code>{entry.signature}</code></dd>
        <dt>{t('log.key')}</dt><dd><code>{entry.keyId}</code></dd>
        {entry.commitments.map(({ name, hash }) => <div key={name}><dt>{t('log.commitment', { name })}</dt><dd><code>{hash}</code></dd></div>)}
        <dt>{t('log.leaf')}</dt><dd><code>{entry.leaf}</code></dd>
      </dl>
      <Check entry={entry} log={log} />
    </details>
  );
}

function Check({ entry, log: { id, head } }: { entry: LogLineFragment; log: Log }) {
  const t = useT();
  const hydrated = useHydrated();
  const { slug } = useCommunity()!.community;
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  if (!head) return <p className={styles.quiet}>{t('log.verdict_UNSIGNED')}</p>;
  const check = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setVerdict(await verdictOn(entry, { id, head }, slug));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const holds = verdict === 'HOLDS' || verdict === 'UNCHECKED';
  return (
    <div className={styles.check}>
      <Button size="s" icon={<Icon name="shield" size={16} />} busy={busy} disabled={!hydrated} onClick={() => void check()}>{t('log.check')}</Button>
      <p role="status" className={styles.verdict} data-holds={holds || undefined} data-fails={verdict?.endsWith('FAILS') || undefined}>
        {verdict && <><Icon name={holds ? 'check' : verdict === 'UNSIGNED' ? 'hourglass' : 'warning'} size={18} />{t(`log.verdict_${verdict}`, { count: head.size })}</>}
        {problem && problemText(t, problem)}
      </p>
    </div>
  );
}

async function verdictOn(entry: LogLineFragment, { id, head }: { id: string; head: NonNullable<Log['head']> }, slug: string): Promise<Verdict> {
  if (entry.index >= head.size) return 'UNSIGNED';
  const [{ verifyEntry }, { community }] = await Promise.all([import('./verify-entry'), mutate(LogProofDocument, { slug, index: entry.index, treeSize: head.size })]);
  const proof = community?.logInclusionProof;
  if (!proof) return 'PATH_FAILS';
  const keys = Object.fromEntries(community.moderationLog.nodes.flatMap(({ key }) => (key ? [[key.keyId, key.publicKey]] : [])));
  return verifyEntry(entry, head, { log: id, path: proof.path, keys });
}
