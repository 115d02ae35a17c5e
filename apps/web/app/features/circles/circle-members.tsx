import { useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { CircleDocument, DecideCircleRequestDocument, RemoveFromCircleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { ReasonDialog } from '../merges/reason-dialog';
import { circlePath } from '../paths';
import { circleVariables } from './circle-variables';
import { type CircleState, formatCircle } from './circles-state';
import type { CircleFull } from './circles.server';
import { useAct } from './use-act';
import styles from './circles.module.css';

type Member = NonNullable<CircleFull['members']>['nodes'][number];
type Request = NonNullable<CircleFull['requests']>['nodes'][number];

/** Who is in it, and for who looks after it who would like to be. */
export function CircleMembers({ circle, state }: { circle: CircleFull; state: CircleState }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  if (!circle.members) return null;
  const fetchPage = async (after: string) => withIds((await mutate(CircleDocument, circleVariables(slug, circle.slug, { ...state, after }))).circle!.members!);
  const hrefOf = (after: string) => circlePath(slug, circle.slug, formatCircle({ tab: 'members', after }));
  return (
    <div className={styles.sections}>
      {circle.requests && circle.requests.nodes.length > 0 && <Requests requests={circle.requests.nodes} />}
      <section className={styles.section} aria-labelledby="in-it">
        <h2 id="in-it">{t('circles.memberCount', { count: circle.memberCount })}</h2>
        <Growing key={`${key} ${circle.memberCount}`} page={withIds(circle.members)} fetchPage={fetchPage} hrefOf={hrefOf} label={t('common.loadMore')}>
          {(members) => <ul role="list" className={styles.people}>{members.map((one) => <li key={one.id} className={styles.person}><OneMember circle={circle} one={one} /></li>)}</ul>}
        </Growing>
      </section>
    </div>
  );
}

function withIds(page: NonNullable<CircleFull['members']>) {
  return { ...page, nodes: page.nodes.map((node) => ({ ...node, id: node.member.id })) };
}

function Requests({ requests }: { requests: readonly Request[] }) {
  const t = useT();
  return (
    <Card as="section" tone="accent" className={styles.section} aria-labelledby="requests">
      <h2 id="requests">{t('circles.requestsTitle', { count: requests.length })}</h2>
      <ul role="list" className={styles.people}>{requests.map((request) => <li key={request.id} className={styles.person}><OneRequest request={request} /></li>)}</ul>
    </Card>
  );
}

function OneRequest({ request }: { request: Request }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { act, busy } = useAct();
  const { displayName: name } = request.member;
  const decide = (accept: boolean) => void act(DecideCircleRequestDocument, { request: request.id, accept }, t(accept ? 'circles.acceptedDone' : 'circles.declinedDone', { name }));
  return (
    <>
      <MemberChip member={request.member} community={slug}><RelativeTime at={request.requestedAt} /></MemberChip>
      <span className={styles.actions}>
        <Button size="s" busy={busy} aria-label={t('circles.declineLabel', { name })} onClick={() => decide(false)}>{t('circles.decline')}</Button>
        <Button size="s" tone="primary" busy={busy} aria-label={t('circles.acceptLabel', { name })} onClick={() => decide(true)}>{t('circles.accept')}</Button>
      </span>
      {request.message && <p className={styles.message} lang={locale}>{request.message}</p>}
    </>
  );
}

function OneMember({ circle, one: { member, joinedAt } }: { circle: CircleFull; one: Member }) {
  const t = useT();
  const { community, membership } = useCommunity()!;
  const removable = circle.viewerCan.keep.allowed && member.id !== membership?.id;
  return (
    <>
      <MemberChip member={member} community={community.slug}>{t('circles.since', { date: t.date(joinedAt, { dateStyle: 'medium', timeZone: 'UTC' }) })}</MemberChip>
      <span className={styles.actions}>
        {circle.spokesperson?.id === member.id && <Badge size="s" tone="accent" icon="comment">{t('circles.spokesperson')}</Badge>}
        {circle.founder.id === member.id && <Badge size="s" icon="flag">{t('circles.founder')}</Badge>}
        {removable && <Removal circle={circle.id} member={member} />}
      </span>
    </>
  );
}

function Removal({ circle, member }: { circle: string; member: Member['member'] }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState(false);
  const name = member.displayName;
  const send = async (reason: string) => {
    if (await act(RemoveFromCircleDocument, { circle, member: member.id, reason }, t('circles.sentAway', { name }))) setOpen(false);
  };
  return (
    <>
      <Button size="s" tone="quiet" aria-label={t('circles.sendAwayLabel', { name })} onClick={() => setOpen(true)}>{t('circles.sendAway')}</Button>
      <ReasonDialog open={open} onClose={() => setOpen(false)} title={t('circles.sendAwayTitle', { name })} text={t('circles.sendAwayText')} label={t('circles.sendAwayReason')} action={t('circles.sendAway')} max={500} busy={busy} problem={problem} onSend={(reason) => void send(reason)} />
    </>
  );
}
