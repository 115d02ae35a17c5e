import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { LinkWebsiteDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import styles from './identity.module.css';

const ABOUT_THE_PAGE = ['WEBSITE_REFUSED', 'WEBSITE_UNREACHABLE', 'WEBSITE_LINK_MISSING', 'EVIDENCE_NOT_USABLE'];

/** Linking a website: what to put there, and where we look. */
export function WebsiteForm({ profileUrls }: { profileUrls: readonly string[] }) {
  const t = useT();
  const { busy, problem, act } = useAct();
  const [url, setUrl] = useState('');
  const profile = profileUrls[0];
  const link = async () => {
    if (await act(() => mutate(LinkWebsiteDocument, { input: { url } }), t('identity.websiteDone'))) setUrl('');
  };
  const wrong = problem && ABOUT_THE_PAGE.includes(problem.code) ? problem : null;
  return (
    <section className={styles.way} aria-labelledby="website">
      <h3 id="website"><Icon name="globe" size={20} />{t('identity.websiteTitle')}</h3>
      <p>{t('identity.websiteText')}</p>
      {profile ? (
        <>
          <Snippet profile={profile} />
          <form method="post" className={styles.form} onSubmit={(event) => { event.preventDefault(); void link(); }}>
            <TextField label={t('identity.websiteUrl')} hint={t('identity.websiteHint')} name="url" inputMode="url" autoComplete="url" placeholder="https://" value={url} onChange={(event) => setUrl(event.currentTarget.value)} maxLength={2000} required error={wrong && problemText(t, wrong)} />
            <FormProblem problem={wrong ? null : problem} />
            <div><SubmitButton busy={busy}>{t('identity.websiteCheck')}</SubmitButton></div>
          </form>
        </>
      ) : <p className={styles.quiet}>{t('identity.websiteJoinFirst')}</p>}
    </section>
  );
}

function Snippet({ profile }: { profile: string }) {
  const t = useT();
  const toast = useToast();
  const code = `<a rel="me" href="${profile}">Fanfare</a>`;
  const copy = () => navigator.clipboard?.writeText(code).then(() => toast(t('identity.websiteCopied'), { tone: 'good' }), () => undefined);
  return (
    <figure className={styles.snippet}>
      <figcaption>{t('identity.websiteCode')}</figcaption>
      <code>{code}</code>
      <Button size="s" icon={<Icon name="copy" size={16} />} onClick={() => void copy()}>{t('identity.websiteCopy')}</Button>
    </figure>
  );
}
