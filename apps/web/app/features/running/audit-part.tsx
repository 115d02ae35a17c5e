import { Form, Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { Growing } from '~/features/members/growing';
import { callPath, circlePath, ideaPath, memberPath } from '~/features/paths';
import { AuditLogDocument, type AuditLogQuery } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Select } from '~/kit/field';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { actFacts, actKey, type AuditNode, kindText } from './audit-words';
import { settingsPath } from './settings-rights';
import styles from './audit.module.css';

type Log = NonNullable<AuditLogQuery['community']>;

export interface AuditFilter {
  readonly actor: string;
  readonly kind: string;
}

/** Every act of staff in words, the latest first, by person and kind. */
export function AuditPart({ log, filter }: { log: Log; filter: AuditFilter }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const hrefOf = (after: string) => `${settingsPath(slug, 'audit')}?${new URLSearchParams({ ...filter, after })}`;
  const fetchPage = async (after: string) => (await mutate(AuditLogDocument, { slug, after, ...auditVariables(filter) })).community!.auditLog!;
  const nodes = log.auditLog?.nodes ?? [];
  return (
    <>
      <AuditFilters log={log} filter={filter} />
      {nodes.length === 0 && <EmptyState level={3} title={t('running.auditNone')} text={t('running.auditNoneText')} />}
      {log.auditLog && (
        <Growing key={key} page={log.auditLog} fetchPage={fetchPage} hrefOf={hrefOf} label={t('common.loadMore')}>
          {(acts) => <ol role="list" className={styles.acts}>{acts.map((act) => <li key={act.id}><Act act={act} /></li>)}</ol>}
        </Growing>
      )}
    </>
  );
}

/** The filter as the API takes it. */
export function auditVariables({ actor, kind }: AuditFilter) {
  return { actor: actor || null, kind: kind ? [kind] : null };
}

function AuditFilters({ log, filter }: { log: Log; filter: AuditFilter }) {
  const t = useT();
  const people = [...new Map(log.staff.flatMap(({ member }) => (member ? [[member.handle, member.displayName] as const] : [])))];
  const kinds = (log.auditKinds ?? []).map((value) => ({ value, label: kindText(t, value) })).sort((a, b) => a.label.localeCompare(b.label, t.locale));
  return (
    <Form className={styles.filters} role="search" aria-label={t('running.auditFilter')}>
      <Select label={t('running.auditActor')} name="actor" defaultValue={filter.actor} options={[{ value: '', label: t('running.auditAnybody') }, ...people.map(([value, label]) => ({ value, label }))]} />
      <Select label={t('running.auditKind')} name="kind" defaultValue={filter.kind} options={[{ value: '', label: t('running.auditAnything') }, ...kinds]} />
      <Button type="submit">{t('running.auditApply')}</Button>
    </Form>
  );
}

function Act({ act }: { act: AuditNode }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const person = (one: { handle: string; displayName: string } | null, name: string | null) =>
    one ? <Link to={memberPath(slug, one.handle)}>{one.displayName}</Link> : <strong>{name ?? t('running.actSystem')}</strong>;
  const names = {
    actor: person(act.actor, act.actorName),
    member: person(act.member, act.memberName ?? t('running.actSomebody')),
    circle: act.circle ? <Link to={circlePath(slug, act.circle.slug)}>{act.circle.name}</Link> : t('running.actCircle'),
    call: act.call ? <Link to={callPath(slug, act.call.id)}>{act.call.title}</Link> : t('running.actCall'),
    idea: act.idea ? <Link to={ideaPath(slug, act.idea)}>{act.idea.title}</Link> : t('running.actIdea'),
  };
  return (
    <>
      <p><T k={actKey(t, act.kind)} values={{ ...actFacts(t, act), ...names }} /></p>
      <span className={styles.time}><RelativeTime at={act.at} /></span>
    </>
  );
}
