import type { ReactNode } from 'react';
import type { IdentityLevel, StaffRole } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { RoleBadge } from '~/kit/badge';
import { IdentityMark, LEVELS, LevelMark } from '~/kit/marks';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import styles from './marks-page.module.css';

const IDENTITIES = ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'] as const satisfies readonly IdentityLevel[];
const ROLES = ['BRAND_MANAGER', 'MODERATOR', 'OWNER'] as const satisfies readonly StaffRole[];

/** The legend of what stands beside a name: identity, level, role. */
export function MarksPage() {
  const t = useT();
  const community = useCommunity()!.community.name;
  return (
    <Page width="text">
      <PageTitle title={t('members.marksHeading')} lead={t('members.marksDescription', { community })} />
      <div className={styles.parts}>
        <Part id="identity" title={t('members.marksIdentity')} lead={t('members.marksIdentityLead')}>
          {IDENTITIES.map((level) => (
            <Line key={level} mark={level === 'ANONYMOUS' ? null : <IdentityMark level={level} size={28} />} name={t(`domain.identity.${level}`)} text={t(`members.marksIdentity_${level}`)} />
          ))}
        </Part>
        <Part id="levels" title={t('members.marksLevels')} lead={t('members.marksLevelsLead', { community })}>
          {LEVELS.map((level) => <Line key={level} mark={<LevelMark level={level} size={28} />} name={t(`domain.level.${level}`)} text={t(`members.marksLevel_${level}`)} />)}
        </Part>
        <Part id="roles" title={t('members.marksRoles')} lead={t('members.marksRolesLead')}>
          {ROLES.map((role) => <Line key={role} name={<RoleBadge role={role} />} text={t(`members.marksRole_${role}`)} />)}
        </Part>
      </div>
    </Page>
  );
}

function Part({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      <ul role="list" className={styles.lines}>{children}</ul>
    </section>
  );
}

/** The mark is drawn for the eyes: its words stand beside it. No `mark` leaves no room for one, null an empty place. */
function Line({ mark, name, text }: { mark?: ReactNode; name: ReactNode; text: string }) {
  return (
    <li className={styles.line}>
      {mark !== undefined && <span className={styles.mark} aria-hidden="true">{mark ?? <span className={styles.none} />}</span>}
      <div>
        <p className={styles.name}>{name}</p>
        <p>{text}</p>
      </div>
    </li>
  );
}
