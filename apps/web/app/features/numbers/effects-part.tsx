import { useT } from '~/i18n/react';
import type { MessageKey } from '~/i18n/translator';
import { Bars } from '~/kit/bars';
import { useCommunity } from '~/shell/use-root';
import { missionsPath } from '../missions/missions-state';
import { Part } from '../transparency/part';
import { ratio, share } from './figures';
import styles from './numbers.module.css';
import type { Numbers } from './numbers.server';

/** Where what members begin can be seen. */
const LISTS: Readonly<Record<string, string>> = { IDEA: '', WORK: '/creations' };

/** What a community does that a crowd does not: it carries on, it is believed, it makes the thing its own. */
export function EffectsPart({ numbers: { amplification, credibility, appropriation } }: { numbers: Numbers }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const [started, takenUp] = [appropriation.reduce((sum, one) => sum + one.started, 0), appropriation.reduce((sum, one) => sum + one.takenUp, 0)];
  const reaching = amplification.missions.filter(({ visitors }) => visitors > 0);
  const silent = amplification.missions.length - reaching.length;
  const voices = (['credible', 'undisclosed', 'unverified'] as const).map((voice) => ({ voice, part: credibility.weighed > 0 ? credibility[voice] / credibility.weighed : 0 }));
  return (
    <>
      <Part id="amplification" title={t('numbers.amplification')} says={t('numbers.amplificationSays', { visitors: amplification.visitors, works: amplification.works, value: ratio(t, amplification.value) })} definition={t('numbers.amplificationDefinition')}>
        {reaching.length > 0 && <Bars label={t('numbers.amplification')} bars={reaching.map(({ missionId, title, visitors, works, value }) => ({
          key: missionId, label: title, lang: locale, value, shown: t('numbers.perPieceOf', { value: ratio(t, value), visitors, works }), to: missionsPath(slug, `/${missionId}`),
        }))} />}
        {silent > 0 && reaching.length > 0 && <p className={styles.quiet}>{t('numbers.unlinked', { missions: silent })}</p>}
      </Part>
      <Part id="credibility" title={t('numbers.credibility')} says={t(credibility.value === null ? 'numbers.credibilityNone' : 'numbers.credibilitySays', { value: share(t, credibility.value) })} definition={t('numbers.credibilityDefinition')}>
        {credibility.value !== null && <Bars label={t('numbers.credibility')} full={1} bars={voices.map(({ voice, part }) => ({ key: voice, label: t(`numbers.voice_${voice}`), value: part, shown: share(t, part), muted: voice !== 'credible' }))} />}
      </Part>
      <Part id="appropriation" title={t('numbers.appropriation')} says={t('numbers.appropriationSays', { started, takenUp })} definition={t('numbers.appropriationDefinition')}>
        {started > 0 && <Bars label={t('numbers.appropriation')} full={1} bars={appropriation.map((one) => ({
          key: one.kind, label: t(`numbers.kind_${one.kind}` as MessageKey), value: one.started > 0 ? one.takenUp / one.started : 0, shown: t('numbers.of', { part: one.takenUp, whole: one.started }), to: one.kind in LISTS ? `/c/${slug}${LISTS[one.kind]}` : undefined,
        }))} />}
      </Part>
    </>
  );
}
