import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { SetNotificationPreferenceDocument, type InboxSettingsQuery, type SetNotificationPreferenceMutationVariables } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Checkbox, Select } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { MutedMembers } from '../mutes/muted-members';
import { FollowButton } from '../follow/follow-button';
import { feedPath, ideaPath, memberPath, pagePath } from '../paths';
import type { InboxSettings } from './inbox.server';
import { grouped } from './kind-groups';
import styles from './settings-page.module.css';

type Preferences = NonNullable<InboxSettings['notificationPreferences']>;
type Kind = Preferences['kinds'][number];
type Change = Omit<SetNotificationPreferenceMutationVariables['input'], 'community'>;
type Follow = NonNullable<InboxSettingsQuery['viewer']>['follows']['nodes'][number];

const PACES = ['OFF', 'DIGEST', 'AT_ONCE'] as const;

/** What only moderators are told of. */
const MODERATION: readonly Kind['kind'][] = ['CONTESTED', 'REVIEW_WAITS', 'AMBASSADOR_APPEAL_WAITS'];

/** What only the brand's own team is told of. */
const BRAND: readonly Kind['kind'][] = ['CODES_GUESSED', 'APPLICATION_REVIEW_ASKED'];

/** What reaches the reader, how, and what they follow. */
export function InboxSettingsPage({ viewer }: { viewer: InboxSettings }) {
  const t = useT();
  const { community } = useCommunity()!;
  const preferences = viewer.notificationPreferences;
  const back = <LinkButton size="s" to={pagePath(community.slug, 'inbox')} icon={<Icon name="inbox" size={16} />}>{t('inbox.title')}</LinkButton>;
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t('inbox.settingsTitle')} lead={t('inbox.settingsLead', { community: community.name })} actions={back} />
      {preferences && <Mails preferences={preferences} viewer={viewer} />}
      {preferences && <Kinds kinds={preferences.kinds} mails={preferences.mails} />}
      <Follows follows={viewer.follows.nodes} />
      {viewer.mutedMembers && <MutedMembers members={viewer.mutedMembers.nodes} />}
    </Page>
  );
}

function useChange() {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const { revalidate } = useRevalidator();
  const { slug } = useCommunity()!.community;
  return async (change: Change): Promise<boolean> => {
    try {
      await mutate(SetNotificationPreferenceDocument, { input: { community: slug, ...change } });
      toast(t('common.saved'), { tone: 'good' });
      await revalidate();
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  };
}

function Mails({ preferences, viewer }: { preferences: Preferences; viewer: InboxSettings }) {
  const t = useT();
  const change = useChange();
  const { community } = useCommunity()!;
  const [mails, setMails] = useState(preferences.mails);
  const turn = async (next: boolean) => {
    setMails(next);
    if (!(await change({ mails: next }))) setMails(!next);
  };
  return (
    <Card as="section" aria-labelledby="mails">
      <h2 id="mails">{t('inbox.mailsTitle')}</h2>
      {preferences.emailConfirmed
        ? <p className={styles.quiet}>{t('inbox.mailsTo', { email: viewer.account.email })}</p>
        : <p className={styles.quiet}><T k="inbox.mailsUnconfirmed" values={{ link: (text) => <Link to="/confirm">{text}</Link> }} /></p>}
      <Checkbox label={t('inbox.mailsOn', { community: community.name })} checked={mails} onChange={(event) => void turn(event.target.checked)} />
      <p className={styles.quiet}><T k={viewer.account.timeZone ? 'inbox.digestAt' : 'inbox.digestAtUtc'} values={{ zone: viewer.account.timeZone ?? 'UTC', link: (text) => <Link to="/settings">{text}</Link> }} /></p>
    </Card>
  );
}

function Kinds({ kinds, mails }: { kinds: readonly Kind[]; mails: boolean }) {
  const t = useT();
  const roles = useCommunity()?.roles ?? [];
  const [moderates, runs] = [roles.includes('MODERATOR'), roles.includes('OWNER') || roles.includes('BRAND_MANAGER')];
  const theirs = kinds.filter(({ kind }) => (moderates || !MODERATION.includes(kind)) && (runs || !BRAND.includes(kind)));
  return (
    <Card as="section" aria-labelledby="kinds">
      <h2 id="kinds">{t('inbox.kindsTitle')}</h2>
      {grouped(theirs).map(({ group, preferences }, at) => (
        <details key={group} className={styles.group} open={at === 0}>
          <summary><h3>{t(`inbox.group.${group}`)}</h3> <span className={styles.count}>{t.number(preferences.length)}</span></summary>
          <ul role="list" className={styles.kinds}>
            {preferences.map((kind) => <li key={kind.kind}><OneKind preference={kind} mails={mails} /></li>)}
          </ul>
        </details>
      ))}
    </Card>
  );
}

function OneKind({ preference, mails }: { preference: Kind; mails: boolean }) {
  const t = useT();
  const change = useChange();
  const [{ inApp, mail }, setShown] = useState(preference);
  const { kind } = preference;
  const name = t(`inbox.kind.${kind}`);
  const turn = async (next: Partial<Pick<Kind, 'inApp' | 'mail'>>) => {
    setShown({ ...preference, inApp, mail, ...next });
    if (!(await change({ kind, ...next }))) setShown({ ...preference, inApp, mail });
  };
  return (
    <fieldset className={styles.kind}>
      <legend>{name}</legend>
      <Checkbox label={t('inbox.inApp')} checked={inApp} onChange={(event) => void turn({ inApp: event.target.checked })} />
      <Select
        label={t('inbox.byMail')}
        hideLabel
        value={mail}
        disabled={!mails}
        onChange={(event) => void turn({ mail: event.target.value as Kind['mail'] })}
        options={PACES.map((value) => ({ value, label: `${t('inbox.byMail')}${t('inbox.colon')} ${t(`inbox.pace.${value}`)}` }))}
      />
    </fieldset>
  );
}

function Follows({ follows }: { follows: readonly Follow[] }) {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="follows">
      <h2 id="follows">{t('inbox.followsTitle')}</h2>
      {follows.length === 0 && <p className={styles.quiet}>{t('inbox.followsEmpty')}</p>}
      <ul role="list" className={styles.follows}>{follows.map((follow) => <OneFollow key={follow.followedAt + follow.kind} follow={follow} />)}</ul>
    </Card>
  );
}

function OneFollow({ follow: { idea, member, category, community } }: { follow: Follow }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const at = idea
    ? { id: idea.id, to: ideaPath(slug, idea), name: idea.title || t('inbox.removedIdea') }
    : member ? { id: member.id, to: memberPath(slug, member.handle), name: member.displayName }
    : category ? { id: category.id, to: `${feedPath(slug)}?category=${category.slug}`, name: category.name }
    : community ? { id: community.id, to: feedPath(slug), name: t('inbox.changelogOf', { community: community.name }) }
    : null;
  if (!at) return null;
  return <li><Link to={at.to} lang={locale}>{at.name}</Link><FollowButton size="s" subject={at.id} following name={at.name} /></li>;
}
