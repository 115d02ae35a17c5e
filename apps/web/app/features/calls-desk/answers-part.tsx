import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { useCommunity } from '~/shell/use-root';
import type { PanelApplication, PanelCall } from './calls-desk.server';
import styles from './panel.module.css';

/** What they wrote, in the order of the questions, and where they say they are read. */
export function AnswersPart({ application, call }: { application: PanelApplication; call: PanelCall }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const names = new Intl.DisplayNames([t.locale], { type: 'region' });
  const { answers, reach, country } = application;
  return (
    <section className={styles.part}>
      <h3>{t('calls.answers')}</h3>
      <dl className={styles.answers}>
        {call.questions.map(({ id, text, kind }) => {
          const given = answers.find(({ question }) => question === id);
          return <div key={id}><dt lang={locale}>{text}</dt><dd lang={locale}>{given ? <Given text={given.answer} isLink={kind === 'LINK' || kind === 'VIDEO'} /> : <span className={styles.quiet}>{t('calls.noAnswer')}</span>}</dd></div>;
        })}
        {country && <div><dt>{t('calls.livesIn')}</dt><dd>{names.of(country)}</dd></div>}
      </dl>
      {reach && reach.length > 0 && (
        <ul role="list" className={styles.reach} aria-label={t('recruitment.reach')}>
          {reach.map(({ channel, url, followers, proved }, at) => (
            <li key={at}>
              <strong>{channel ?? t('recruitment.hidden')}</strong>
              {url && <a href={url} rel="nofollow ugc noopener">{url.replace(/^https?:\/\/(www\.)?/, '')}</a>}
              <span className={styles.quiet}>{t('recruitment.declared', { count: followers })}</span>
              {proved && <Badge size="s" tone="good" icon="check">{t('recruitment.proved')}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** An answer; a link of a blind application is not told before it is decided. */
function Given({ text, isLink }: { text: string | null; isLink: boolean }) {
  const t = useT();
  if (text === null) return <span className={styles.quiet}>{t('recruitment.hidden')}</span>;
  return isLink && /^https?:\/\//.test(text) ? <a href={text} rel="nofollow ugc noopener">{text}</a> : <>{text}</>;
}
