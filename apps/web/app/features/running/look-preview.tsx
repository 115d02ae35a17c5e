import type { CSSProperties } from 'react';
import { themeVariables } from '~/design/theme';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import type { LookDraft } from './community-draft';
import { type ContrastFacts, contrastFacts } from './contrast-facts';
import styles from './look.module.css';

/** A piece of a page in the chosen look, on light and on dark, with what became of the colour so that it can be read. */
export function LookPreview({ look, name }: { look: LookDraft; name: string }) {
  const t = useT();
  const facts = contrastFacts(look.accent);
  if (!facts) return <p className={styles.nothing}>{t('running.previewNothing')}</p>;
  return (
    <div className={styles.preview} role="group" aria-label={t('running.preview')}>
      <Pane mode="light" look={look} name={name} facts={facts.light} />
      <Pane mode="dark" look={look} name={name} facts={facts.dark} />
    </div>
  );
}

function Pane({ mode, look, name, facts }: { mode: 'light' | 'dark'; look: LookDraft; name: string; facts: ContrastFacts }) {
  const t = useT();
  const style = { ...themeVariables(look), colorScheme: mode } as CSSProperties;
  return (
    <figure className={styles.pane}>
      <div className={styles.sample} style={style} data-mode={mode}>
        {look.hero && <img src={look.hero} alt="" className={styles.hero} />}
        <p className={styles.brand}>{look.logo && <img src={look.logo} alt="" />}{name || t('running.sampleName')}</p>
        <p className={styles.title}>{t('running.sampleTitle')}</p>
        <p className={styles.text}>{t('running.sampleText')}</p>
        <p className={styles.row}><span className={styles.button}><Icon name="arrowUp" size={18} />{t('running.sampleButton')}</span><span className={styles.link}>{t('running.sampleLink')}</span></p>
      </div>
      <figcaption>
        <strong>{t(`running.mode.${mode}`)}</strong>
        <span className={styles.fact}><Icon name="check" size={16} />{t(facts.kept ? 'running.contrastKept' : 'running.contrastMoved', { colour: facts.fill, ratio: ratio(t, facts.onFill) })}</span>
        <span className={styles.fact}><Icon name="check" size={16} />{t('running.contrastText', { colour: facts.ink, ratio: ratio(t, facts.asText) })}</span>
      </figcaption>
    </figure>
  );
}

/** Rounded down: 4.49 must not read as 4.5. */
function ratio(t: ReturnType<typeof useT>, value: number): string {
  return t.number(Math.floor(value * 10) / 10, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
