import { useT } from '~/i18n/react';
import { problemText } from '~/i18n/problems';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { callPath } from '../paths';
import type { CallFull } from '../recruitment/recruitment.server';
import { Begin } from './begin';
import { useHindrance, WhoMayApply } from './who-may-apply';
import { Wizard } from './wizard';
import styles from './applying.module.css';

/** Applying, one page after the other. What is written is kept, and can be taken up again. */
export function ApplyPage({ call, sites }: { call: CallFull; sites: readonly string[] }) {
  const own = call.viewerApplication;
  const begun = own && (own.state === 'DRAFT' || own.state === 'SUBMITTED') ? own : null;
  if (!begun && !call.viewerMayApply.allowed) return <Cannot call={call} />;
  if (begun && call.state !== 'OPEN') return <Cannot call={call} />;
  return <Page width="text">{begun ? <Wizard key={begun.id} call={call} own={begun} sites={sites} /> : <Begin call={call} />}</Page>;
}

/** Why not, kindly, and where to get what is missing. */
function Cannot({ call }: { call: CallFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const hindrance = useHindrance(call);
  const code = call.state === 'OPEN' ? call.viewerMayApply.reason : 'CALL_NOT_OPEN';
  const { leastLevel: level, leastIdentity: identity } = call.eligibility;
  const why = hindrance ?? (code ? problemText(t, { code, params: { level, identity } }) : undefined);
  const lacks = code === 'LEVEL_TOO_LOW' || code === 'IDENTITY_TOO_LOW';
  return (
    <Page width="text">
      <EmptyState level={1} title={t('applying.cannot')} text={why} action={<LinkButton to={callPath(slug, call.id)}>{t('applying.back')}</LinkButton>} />
      {lacks && <div className={styles.stack}><WhoMayApply call={call} /></div>}
    </Page>
  );
}
