import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { MarkReadDocument, type NotificationFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { Icon, type IconName } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { setUnread } from '~/shell/unread';
import { useCommunity } from '~/shell/use-root';
import { decidedAboutYou, decidedSentence } from '../moderation/decided-words';
import { appealPath, circlePath, creationPath, decisionPath, ideaPath, memberPath, moderationPath, pagePath } from '../paths';
import { missionsPath } from '../missions/missions-state';
import { ambassadorAppealsPath, myTermPath, termsDeskPath } from '../terms/terms-state';
import styles from './notification-line.module.css';

type Facts = NotificationFactsFragment;

const ICONS: Record<Facts['kind'], IconName> = {
  ANSWERED: 'comment',
  RUNG: 'arrowUp',
  EXPIRED: 'hourglass',
  MERGED: 'merge',
  UNMERGED: 'merge',
  EDITED: 'edit',
  REPLIED: 'reply',
  MENTIONED: 'comment',
  COMMENTED: 'comment',
  CREDITED: 'star',
  POSTED: 'idea',
  FOLLOWED: 'user',
  CONTESTED: 'flag',
  CONTEST_DECIDED: 'flag',
  CIRCLE_REQUESTED: 'users',
  CIRCLE_ACCEPTED: 'users',
  CIRCLE_DECLINED: 'users',
  CIRCLE_REMOVED: 'users',
  CIRCLE_ELECTION: 'users',
  CIRCLE_ELECTED: 'users',
  CIRCLE_RECOGNISED: 'sparkle',
  CREATION_SHOWN: 'picture',
  RESPONDED: 'comment',
  REMIXED: 'merge',
  APPRECIATED: 'heart',
  EVIDENCE_ENDING: 'hourglass',
  EVIDENCE_ENDED: 'hourglass',
  NAME_ATTESTED: 'user',
  CODES_GUESSED: 'tag',
  DECIDED: 'shield',
  WARNED: 'shield',
  REPORT_JUDGED: 'flag',
  APPEAL_ANSWERED: 'reply',
  APPEAL_DECIDED: 'shield',
  REVIEW_WAITS: 'shield',
  CALL_OPENED: 'star',
  CALL_CHANGED: 'star',
  APPLICATION_SELECTED: 'star',
  APPLICATION_WAITING: 'hourglass',
  APPLICATION_DECLINED: 'star',
  APPLICATION_REVIEWED: 'star',
  APPLICATION_REVIEW_ASKED: 'star',
  TERM_ENDED: 'star',
  TERM_REVOKED: 'flag',
  TERM_RENEWAL: 'star',
  TERM_LAPSED: 'hourglass',
  WAITING_LIST_MOVED: 'arrowUp',
  ENTRY_RETURNED: 'warning',
  ENTRY_REVIEWED: 'rocket',
  ENTRY_DISCLOSURE_LOST: 'warning',
  MISSION_CLOSED: 'rocket',
  AMBASSADOR_APPEAL_WAITS: 'shield',
  AMBASSADOR_APPEAL_DECIDED: 'shield',
  REWARD_PAID: 'star',
  REWARD_TAKEN_BACK: 'warning',
  PERK_SENT: 'rocket',
  PERK_RETURNED: 'reply',
};

const REWARDS: readonly Facts['kind'][] = ['REWARD_PAID', 'REWARD_TAKEN_BACK', 'PERK_SENT', 'PERK_RETURNED'];

/** What moderators do is called by what it is: the text may be hidden by then. */
const MODERATION = ['DECIDED', 'WARNED', 'REPORT_JUDGED', 'APPEAL_ANSWERED', 'APPEAL_DECIDED', 'REVIEW_WAITS'] as const;
type Moderation = (typeof MODERATION)[number];
const isModeration = (kind: Facts['kind']): kind is Moderation => (MODERATION as readonly string[]).includes(kind);

/** One matter: what happened, to which idea, why one is told. Going there reads it. */
export function NotificationLine({ notification }: { notification: Facts }) {
  const t = useT();
  const { community } = useCommunity()!;
  const unread = notification.readAt === null;
  const title = notification.idea?.title ?? notification.creation?.title ?? notification.mission?.title ?? notification.delivery?.perk.title;
  return (
    <article className={styles.line} data-unread={unread || undefined}>
      <Sign notification={notification} />
      <div className={styles.words}>
        <p className={styles.what}>
          {unread && <span className="visually-hidden">{t('inbox.unread')} </span>}
          {sentenceOf(t, notification, community.name)}
        </p>
        <h2 className={styles.title} lang={title ? community.locale : undefined}>
          <Link to={pathOf(notification, community.slug)} onClick={() => unread && void read(community.slug, notification.id)}>
            {titleOf(t, notification)}
          </Link>
        </h2>
        {notification.excerpt && <p className={styles.quote} lang={community.locale}>{notification.excerpt}</p>}
        <p className={styles.facts}><RelativeTime at={notification.happenedAt} /><span>{t(`inbox.reason.${notification.reason}`)}</span></p>
      </div>
    </article>
  );
}

function titleOf(t: ReturnType<typeof useT>, { idea, circle, creation, mission, delivery, evidence, kind, actor, call, term, decision }: Facts): string {
  if (kind === 'AMBASSADOR_APPEAL_DECIDED' && term) return t('inbox.moderation.APPEAL_DECIDED');
  if (kind === 'AMBASSADOR_APPEAL_WAITS') return t('terms.appeals');
  if (call) return call.title;
  if (term) return t('inbox.ambassadors');
  if (evidence) return evidence.kind === 'WEBSITE' ? evidence.detail : t(`identity.kind_${evidence.kind}`);
  if (kind === 'CODES_GUESSED') return t('inbox.codes');
  if (isModeration(kind)) return decidedIn(t, kind, decision) ?? t(`inbox.moderation.${kind}`);
  if (creation) return creation.title;
  if (mission) return mission.title;
  if (delivery) return delivery.perk.title;
  if (REWARDS.includes(kind)) return t('rewards.title');
  if (kind === 'AMBASSADOR_APPEAL_DECIDED') return t('inbox.moderation.APPEAL_DECIDED');
  if (idea) return idea.title || t('inbox.removedIdea');
  if (circle) return circle.name;
  return kind === 'FOLLOWED' && actor ? actor.displayName : t('inbox.goneIdea');
}

/** What was decided, to whom it affects and to whoever had reported it. */
function decidedIn(t: ReturnType<typeof useT>, kind: Moderation, decision: Facts['decision']): string | null {
  if (!decision) return null;
  if (kind === 'DECIDED' || kind === 'WARNED') return decidedAboutYou(t, decision);
  return kind === 'REPORT_JUDGED' ? decidedSentence(t, decision) : null;
}

function Sign({ notification: { kind, actor } }: { notification: Facts }) {
  const personal = actor && kind !== 'ANSWERED' && kind !== 'MERGED' && kind !== 'CREDITED';
  return personal ? <Avatar seed={actor.id} url={actor.avatarUrl} size={40} /> : <span className={styles.icon}><Icon name={ICONS[kind]} /></span>;
}

function sentenceOf(t: ReturnType<typeof useT>, { kind, reason, status, amount, rung, evidence, actor }: Facts, community: string): string {
  const values = { community, reason, status: status ?? 'NONE', count: amount, support: rung?.support ?? 0, name: actor?.displayName ?? t('inbox.somebody'), known: actor ? 'yes' : 'no' };
  const proof = { kind: evidence?.kind ?? 'NONE', ending: evidence?.ending ?? 'NONE', date: evidence?.expiresAt ? t.date(evidence.expiresAt) : '' };
  return t(`inbox.what.${kind}`, { ...values, ...proof });
}

/** About one's own term, or to the brand about somebody's. */
const OF_TERMS: readonly Facts['kind'][] = ['TERM_ENDED', 'TERM_REVOKED', 'TERM_RENEWAL', 'AMBASSADOR_APPEAL_DECIDED'];

function pathOf({ kind, reason, idea, comment, circle, circlePost, creation, creationResponse, mission, evidence, decision, appeal, actor, call, term }: Facts, slug: string): string {
  if (term && OF_TERMS.includes(kind)) return reason === 'STAFF' ? termsDeskPath(slug) : myTermPath(slug, term.id);
  if (kind === 'AMBASSADOR_APPEAL_WAITS') return ambassadorAppealsPath(slug);
  if (call) return `/c/${slug}/calls/${call.id}`;
  if (term) return `/c/${slug}/ambassadors`;
  if (evidence) return '/settings/identity';
  if (kind === 'CODES_GUESSED') return `/c/${slug}/settings/codes`;
  if (kind === 'REVIEW_WAITS') return moderationPath(slug);
  if (REWARDS.includes(kind)) return `/c/${slug}/rewards`;
  if (mission) return missionsPath(slug, `/${mission.id}`);
  if (appeal) return appealPath(slug, appeal.id);
  if (decision) return decisionPath(slug, decision.id);
  if (creation) return creationPath(slug, creation) + (creationResponse ? `#response-${creationResponse.id}` : '');
  if (circle) return circlePath(slug, circle.slug, circlePost ? `?post=${circlePost.id}` : '');
  if (idea) return ideaPath(slug, idea) + (comment ? `#comment-${comment.id}` : '');
  return actor ? memberPath(slug, actor.handle) : pagePath(slug, 'inbox');
}

/** Quietly: the page that opens matters more. */
async function read(slug: string, id: string): Promise<void> {
  try {
    const { markRead } = await mutate(MarkReadDocument, { input: { community: slug, ids: [id] } });
    setUnread(slug, markRead.unreadCount);
  } catch {
    // it stays unread, and can be read again
  }
}
