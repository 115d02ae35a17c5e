import type { FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { CreateTrackingLinkDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { IconButton, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { useNow } from '~/shell/now';
import { useCommunity } from '~/shell/use-root';
import { lastDays } from './last-days';
import type { ChosenMission, OwnLink } from './rewards.server';
import styles from './rewards-page.module.css';

const DAYS = 28;

/** The reader's own links: one for each place they post, and how many people came by it. */
export function LinksPart({ links, missions }: { links: readonly OwnLink[]; missions: readonly ChosenMission[] }) {
  const t = useT();
  return (
    <section className={styles.part} aria-labelledby="links">
      <div className={styles.lead}>
        <h2 id="links">{t('rewards.links')}</h2>
        <p className={styles.quiet}>{t('rewards.linksText')}</p>
      </div>
      {links.length > 0 && <ul role="list" className={styles.lines}>{links.map((link) => <li key={link.id}><LinkLine link={link} /></li>)}</ul>}
      {missions.length > 0 ? <NewLink missions={missions} /> : <p className={styles.quiet}>{t('rewards.linksFirst')}</p>}
    </section>
  );
}

function LinkLine({ link: { channel, url, mission, visitors, days } }: { link: OwnLink }) {
  const t = useT();
  const toast = useToast();
  const { locale } = useCommunity()!.community;
  const columns = lastDays(days, useNow(), DAYS);
  const most = Math.max(1, ...columns);
  const recent = columns.reduce((sum, value) => sum + value, 0);
  const copy = () => navigator.clipboard?.writeText(url).then(() => toast(t('rewards.copied'), { tone: 'good' }), () => undefined);
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span lang={locale}><strong>{channel}</strong>{mission && <span className={styles.quiet}> · {mission.title}</span>}</span>
        <span className={styles.address}><code>{url.replace(/^https?:\/\//, '')}</code><IconButton size="s" icon={<Icon name="copy" size={18} />} label={t('rewards.copy', { channel })} onClick={() => void copy()} /></span>
      </div>
      <div className={styles.reach}>
        <div className={styles.days} aria-hidden="true">{columns.map((value, at) => <span key={at} style={{ blockSize: `${(value / most) * 100}%` }} />)}</div>
        <p>{t('rewards.visitors', { visitors })} <span className={styles.quiet}>{t('rewards.recent', { recent, days: DAYS })}</span></p>
      </div>
    </div>
  );
}

function NewLink({ missions }: { missions: readonly ChosenMission[] }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const input = { mission: String(data.get('mission')), channel: String(data.get('channel')) };
    if (await act(() => mutate(CreateTrackingLinkDocument, { input }), t('rewards.linkMade'))) form.reset();
  };
  return (
    <form method="post" className={styles.new} onSubmit={(event) => void submit(event)}>
      <Select label={t('rewards.mission')} name="mission" lang={locale} options={missions.map(({ id, title }) => ({ value: id, label: title }))} />
      <TextField label={t('rewards.channel')} hint={t('rewards.channelHint')} name="channel" required maxLength={80} />
      <SubmitButton busy={busy}>{t('rewards.makeLink')}</SubmitButton>
      <FormProblem problem={problem} />
    </form>
  );
}
