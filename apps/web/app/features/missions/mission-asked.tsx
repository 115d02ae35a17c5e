import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { MakeTrackingLinkDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { useCommunity } from '~/shell/use-root';
import { CopyText } from './copy-text';
import type { MissionFull, TrackingLinks } from './missions.server';
import styles from './missions.module.css';

/** What is handed in, the words to say openly what one receives, one's own links, and what a review looks at. */
export function MissionAsked({ mission, links }: { mission: MissionFull; links: TrackingLinks }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const names = new Intl.DisplayNames([t.locale], { type: 'language' });
  return (
    <Card as="section" tone="wash" className={styles.section}>
      {mission.audience && <div><h2 className={styles.small}>{t('missions.audienceLabel')}</h2><p lang={locale}>{mission.audience}</p></div>}
      <div>
        <h2 className={styles.small}>{t('missions.asked')}</h2>
        <ul className={styles.plain}>{mission.evidence.map((form) => <li key={form}>{t(`missions.evidence.${form}`)}</li>)}</ul>
      </div>
      {mission.disclosures.length > 0 && (
        <div className={styles.stack}>
          <h2 className={styles.small}>{t('missions.words')}</h2>
          <p className={styles.quiet}>{t('missions.wordsText')}</p>
          <dl className={styles.words}>
            {mission.disclosures.map(({ channel, language, words }) => (
              <div key={channel + language}>
                <dt>{channel}<span> · {names.of(language) ?? language}</span></dt>
                <dd>{words.map((word) => <CopyText key={word} text={word} lang={language} />)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {mission.tracked && <Tracked mission={mission} links={links} />}
      {mission.rubric.length > 0 && (
        <div>
          <h2 className={styles.small}>{t('missions.rubric')}</h2>
          <ul role="list" className={styles.criteria} lang={locale}>{mission.rubric.map(({ criterion, points }) => <li key={criterion}><span>{criterion}</span> <span className={styles.quiet}>{t('missions.points', { count: points })}</span></li>)}</ul>
        </div>
      )}
    </Card>
  );
}

/** One's own link for each place one publishes in; made when it is first asked for. */
function Tracked({ mission, links }: { mission: MissionFull; links: TrackingLinks }) {
  const t = useT();
  const { act, busy } = useAct({ aloud: true });
  const channels = [...new Set(mission.disclosures.map(({ channel }) => channel))];
  const without = channels.filter((channel) => !links.some((link) => link.channel.toLowerCase() === channel.toLowerCase()));
  const make = (channel: string) => act(() => mutate(MakeTrackingLinkDocument, { input: { mission: mission.id, channel } }), t('missions.linkMade'));
  return (
    <div className={styles.stack}>
      <h2 className={styles.small}>{t('missions.trackedTitle')}</h2>
      <p className={styles.quiet}>{t('missions.trackedText')}</p>
      {links.length > 0 && (
        <dl className={styles.words}>
          {links.map(({ id, channel, url, visitors }) => <div key={id}><dt>{channel}<span> · {t('missions.visitors', { count: visitors })}</span></dt><dd><CopyText text={url} /></dd></div>)}
        </dl>
      )}
      {mission.viewerJoined && without.map((channel) => <div key={channel}><Button size="s" busy={busy} onClick={() => void make(channel)}>{t('missions.makeLink', { channel })}</Button></div>)}
    </div>
  );
}
