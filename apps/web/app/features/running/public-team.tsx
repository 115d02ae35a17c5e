import { mutate } from '~/data/mutate';
import { Growing } from '~/features/members/growing';
import { PublicTeamDocument, type PublicTeamQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { RoleGuide } from './team-fields';
import styles from './settings.module.css';

type Team = NonNullable<PublicTeamQuery['community']>;
type Change = Team['staffChanges']['nodes'][number];

/** Who decides in a community, and who came and went: open to everybody. */
export function PublicTeam({ team }: { team: Team }) {
  const t = useT();
  const { community } = useCommunity()!;
  const fetchPage = async (after: string) => (await mutate(PublicTeamDocument, { slug: community.slug, after })).community!.staffChanges;
  return (
    <Page width="text">
      <PageTitle title={t('running.publicTeam')} lead={t('running.publicTeamLead', { name: community.name })} />
      <div className={styles.part}>
        <ul role="list" className={styles.list}>
          {team.staff.map(({ member, role, since }, at) => (
            <li key={`${role}-${member?.id ?? at}`}>
              <MemberChip member={member && { ...member, roles: [role] }} community={community.slug} absent={`${t('running.notJoined')} · ${t(`domain.role.${role}`)}`}>
                {t('running.since', { date: t.date(since) })}
                <Vouched team={team} member={member?.id} />
              </MemberChip>
            </li>
          ))}
        </ul>
        <section aria-labelledby="roles">
          <h2 id="roles" className={styles.heading}>{t('running.rolesTitle')}</h2>
          <RoleGuide />
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes" className={styles.heading}>{t('running.staffChanges')}</h2>
          <Growing page={team.staffChanges} fetchPage={fetchPage} hrefOf={(after) => `/c/${community.slug}/team?after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
            {(changes) => <ul role="list" className={styles.list}>{changes.map((change) => <li key={change.id}><ChangeRow change={change} /></li>)}</ul>}
          </Growing>
        </section>
      </div>
    </Page>
  );
}

/** For how many names they answer. */
function Vouched({ team, member }: { team: Team; member: string | undefined }) {
  const t = useT();
  const names = team.attestors.find((one) => one.kind === 'REAL_NAME' && one.member?.id === member);
  return member && names ? <> · {t('identity.vouchesFor', { count: names.members })}</> : null;
}

function ChangeRow({ change: { change, role, member, by, at } }: { change: Change }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  return (
    <>
      <MemberChip size="s" member={member && { ...member, roles: [] }} community={slug} absent={t('running.notJoined')}>
        {t(change === 'GRANTED' ? 'running.changeGranted' : 'running.changeRevoked', { role: t(`domain.role.${role}`) })}
        {by && by.id !== member?.id && <> {t('running.changeBy', { name: by.displayName })}</>}
      </MemberChip>
      <span className={styles.quiet}><RelativeTime at={at} /></span>
    </>
  );
}
