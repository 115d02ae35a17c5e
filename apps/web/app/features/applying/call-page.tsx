import { LinkButton } from '~/kit/button';
import { Markdown } from '~/kit/markdown';
import { useT } from '~/i18n/react';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { ManageBar } from '../calls-desk/manage-bar';
import { callPath } from '../paths';
import { linesOf } from '../recruitment/perk-lines';
import type { Agreements, CallFull } from '../recruitment/recruitment.server';
import type { Voice } from './applying.server';
import { CallHero } from './call-hero';
import { Asked, HowDecided, News, Readers, Result } from './call-sections';
import { MyApplication } from './my-application';
import { Nominate } from './nominate';
import { useSeen } from './use-seen';
import { WhoMayApply } from './who-may-apply';
import styles from './applying.module.css';

interface Props {
  call: CallFull;
  agreements: Agreements;
  voices: readonly Voice[];
}

/** A call's landing page: what it is about, what one gets, who may apply and who decides. */
export function CallPage({ call, agreements, voices }: Props) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  useSeen(call);
  return (
    <Page>
      <ManageBar call={call} />
      <CallHero call={call} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <MyApplication call={call} agreement={agreements[t.locale.startsWith('fr') ? 'fr' : 'en']} />
          <Result call={call} />
          <News call={call} />
          <section className={styles.story} aria-label={t('applying.story')}><Markdown html={call.storyHtml} lang={locale} level={2} /></section>
          <section className={styles.stack} aria-labelledby="perks">
            <h2 id="perks">{t('recruitment.perks')}</h2>
            <ul role="list" className={styles.perks} lang={locale}>{linesOf(call.perks).map((line, at) => <li key={at}>{line}</li>)}</ul>
            <p className={styles.quiet}>{t('recruitment.honest')}</p>
          </section>
          <HowDecided call={call} />
          <Asked call={call} />
          <Readers call={call} />
        </div>
        <div className={styles.side}>
          {call.state !== 'CLOSED' && call.state !== 'DECIDED' && <WhoMayApply call={call} />}
          <Nominate call={call} voices={voices} />
          <p><LinkButton size="s" tone="quiet" to={callPath(slug)}>{t('recruitment.allCalls')}</LinkButton></p>
        </div>
      </div>
    </Page>
  );
}
