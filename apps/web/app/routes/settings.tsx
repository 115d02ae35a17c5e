import { useCallback, useState } from 'react';
import { Link, useLoaderData, useRevalidator, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { mutate } from '~/data/mutate';
import { query, signInFirst } from '~/data/query.server';
import { AvatarEditor } from '~/features/account/avatar-editor';
import { useFormChanges } from '~/features/account/use-form-changes';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import styles from '~/features/account/settings.module.css';
import { ListingSwitch } from '~/features/reputation/listing';
import { ChangePasswordDocument, SettingsDocument, UpdateAccountDocument } from '~/graphql/generated/documents';
import { nameOfLocale } from '~/i18n/direction';
import { LOCALES } from '~/i18n/generated/keys';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { LinkButton, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { PasswordField, Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { IdentityMark } from '~/kit/marks';
import { MemberChip } from '~/kit/member-chip';
import { useToast } from '~/kit/toast';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { LeaveGuard } from '~/shell/leave-guard';
import { Page, PageTitle } from '~/shell/page';
import { switchLocale } from '~/shell/preferences';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('account.settingsTitle') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await query({ request, context }, SettingsDocument);
  if (!viewer) throw signInFirst(request);
  return { ...viewer, zones: Intl.supportedValuesOf('timeZone') };
}

type SettingsData = Awaited<ReturnType<typeof loader>>;

export default function Settings() {
  const t = useT();
  const viewer = useLoaderData<typeof loader>();
  return (
    <Page width="text">
      <PageTitle title={t('account.settingsTitle')} lead={viewer.account.email} />
      <div className={styles.sections}>
        <AboutYou account={viewer.account} zones={viewer.zones} />
        <IdentitySection level={viewer.identity.level} />
        <Communities memberships={viewer.memberships} />
        <PasswordSection />
        <SecuritySection />
        <DataSection />
        {viewer.panelDuties && <PanelSection />}
      </div>
    </Page>
  );
}

function AboutYou({ account, zones }: Pick<SettingsData, 'account' | 'zones'>) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const { ref, onChange, changed, settle } = useFormChanges();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async ({ displayName = '', locale = '', timeZone = '' }) => {
      await mutate(UpdateAccountDocument, { input: { displayName, locale, timeZone: timeZone || null } });
      settle();
      if (locale !== t.locale) return switchLocale(locale);
      await revalidate();
      toast(t('common.saved'), { tone: 'good' });
    }, [revalidate, settle, t, toast]),
  );
  return (
    <Card as="section" aria-labelledby="you">
      <h2 id="you">{t('account.you')}</h2>
      <LeaveGuard when={changed && !busy} />
      <form method="post" ref={ref} onChange={onChange} onSubmit={onSubmit} className={styles.form}>
        <TextField label={t('account.displayName')} hint={t('account.displayNameHint')} name="displayName" defaultValue={account.displayName} maxLength={60} autoComplete="name" required />
        <Select label={t('account.languageLabel')} hint={t('account.languageHint')} name="locale" defaultValue={account.locale} options={LOCALES.map((value) => ({ value, label: nameOfLocale(value) }))} />
        <Select label={t('inbox.timeZone')} hint={t('inbox.timeZoneHint')} name="timeZone" defaultValue={account.timeZone ?? ''} options={zoneOptions(t('inbox.timeZoneUnknown'), account.timeZone, zones)} />
        <FormProblem problem={problem} />
        <div><SubmitButton tone="primary" busy={busy}>{t('common.save')}</SubmitButton></div>
      </form>
    </Card>
  );
}

/** The one in use stands among them, whatever the server's list says of it. */
function zoneOptions(unknown: string, zone: string | null, zones: readonly string[]) {
  const all = zone && !zones.includes(zone) ? [zone, ...zones] : zones;
  return [...(zone ? [] : [{ value: '', label: unknown }]), ...all.map((value) => ({ value, label: value.replaceAll('_', ' ') }))];
}

function IdentitySection({ level }: { level: SettingsData['identity']['level'] }) {
  const t = useT();
  const anonymous = level === 'ANONYMOUS';
  return (
    <Card as="section" tone={anonymous ? 'accent' : 'plain'} aria-labelledby="identity">
      <h2 id="identity">{t('account.identityTitle')}</h2>
      <p className={styles.identity}><IdentityMark level={level} size={24} />{t(anonymous ? 'account.identityAnonymous' : 'account.identityConfirmed')}</p>
      <div className={styles.row}>
        {anonymous && <LinkButton tone="primary" to="/confirm?to=/settings">{t('account.confirmNow')}</LinkButton>}
        <LinkButton to="/settings/identity">{t('identity.manage')}</LinkButton>
      </div>
    </Card>
  );
}

function Communities({ memberships }: { memberships: SettingsData['memberships'] }) {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="communities">
      <h2 id="communities">{t('account.communities')}</h2>
      {memberships.length === 0 && <p className={styles.quiet}>{t('account.noCommunities')}</p>}
      <ul role="list" className={styles.list}>
        {memberships.map((member) => (
          <li key={member.id}>
            <MemberChip member={member} community={member.community.slug}>@{member.handle}</MemberChip>
            <Link to={`/c/${member.community.slug}`} lang={member.community.locale}>{member.community.name}</Link>
            <div className={styles.whole}><ListingSwitch slug={member.community.slug} hidden={member.reputation.hidden ?? false} label={t('reputation.listedIn', { community: member.community.name })} /></div>
            <div className={styles.whole}><AvatarEditor member={member} community={member.community} /></div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PasswordSection() {
  const t = useT();
  const [round, setRound] = useState(0);
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async ({ current = '', password = '' }) => {
      await mutate(ChangePasswordDocument, { input: { current, password } });
      setRound((round) => round + 1);
      toast(t('account.passwordChanged'), { tone: 'good' });
      await revalidate();
    }, [revalidate, t, toast]),
  );
  const wrong = problemFor(problem, ['WRONG_CREDENTIALS']);
  const weak = problemFor(problem, ['WEAK_PASSWORD', 'COMMON_PASSWORD']);
  return (
    <Card as="section" aria-labelledby="password">
      <h2 id="password">{t('account.security')}</h2>
      <form key={round} method="post" onSubmit={onSubmit} className={styles.form}>
        <PasswordField label={t('account.currentPassword')} name="current" autoComplete="current-password" required error={wrong && t('account.wrongCurrent')} />
        <PasswordField label={t('account.newPassword')} hint={t('account.passwordHint')} name="password" autoComplete="new-password" minLength={12} maxLength={200} required error={weak && problemText(t, weak)} />
        <FormProblem problem={wrong || weak ? null : problem} />
        <div className={styles.row}>
          <SubmitButton busy={busy}>{t('account.changePassword')}</SubmitButton>
          <span className={styles.quiet}>{t('account.changeNote')}</span>
        </div>
      </form>
    </Card>
  );
}

function SecuritySection() {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="second">
      <h2 id="second">{t('security.settingsTitle')}</h2>
      <div className={styles.row}>
        <LinkButton to="/settings/security" icon={<Icon name="key" size={18} />}>{t('security.settingsLink')}</LinkButton>
        <span className={styles.quiet}>{t('security.settingsText')}</span>
      </div>
    </Card>
  );
}

/** For who decides where a community has too few moderators. */
function PanelSection() {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="panel">
      <h2 id="panel">{t('panel.title')}</h2>
      <div className={styles.row}>
        <LinkButton to="/panel" icon={<Icon name="flag" size={18} />}>{t('panel.toDuties')}</LinkButton>
        <span className={styles.quiet}>{t('panel.settingsText')}</span>
      </div>
    </Card>
  );
}

function DataSection() {
  const t = useT();
  return (
    <Card as="section" aria-labelledby="data">
      <h2 id="data">{t('myData.title')}</h2>
      <div className={styles.row}>
        <LinkButton to="/settings/data" icon={<Icon name="document" size={18} />}>{t('myData.settingsLink')}</LinkButton>
        <span className={styles.quiet}>{t('myData.settingsText')}</span>
      </div>
    </Card>
  );
}
