import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { placeOf, sentencesOf } from './sentences';
import styles from './item.module.css';

interface Props {
  text: string;
  language: string | null;
  passage: string;
  onPicked(passage: string): void;
  onDone(): void;
}

/**
 * A text whose sentences can be chosen, by thumb or by arrow keys: one, or all from one to another. A quotation is never put
 * together from pieces.
 */
export function SentencePicker({ text, language, passage, onPicked, onDone }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const sentences = sentencesOf(text, language);
  const place = placeOf(passage, text);
  const chosen = sentences.map(({ from, to }) => place !== null && from >= place.from && to <= place.to);
  useEffect(() => buttonsOf(box.current)[Math.max(0, chosen.indexOf(true))]?.focus(), []);

  const choose = (at: number) => {
    const [first, last] = [chosen.indexOf(true), chosen.lastIndexOf(true)];
    const alone = first === at && last === at;
    const [from, to] = alone ? [0, -1] : first === -1 || (at > first && at < last) || at === first || at === last ? [at, at] : [Math.min(first, at), Math.max(last, at)];
    onPicked(to < from ? '' : text.slice(sentences[from]!.from, sentences[to]!.to));
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = buttonsOf(box.current);
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus();
  };
  return (
    <div ref={box} className={styles.picker} role="group" aria-label={t('review.pickLabel')} onKeyDown={move}>
      <p className={styles.aside} lang={t.locale}>{t('review.pickHint')}</p>
      {sentences.map(({ from, to }, at) => (
        <button key={from} type="button" data-sentence="" className={styles.sentence} aria-pressed={chosen[at]} onClick={() => choose(at)}>{text.slice(from, to)}</button>
      ))}
      <Button size="s" onClick={onDone}>{t('review.pickDone')}</Button>
    </div>
  );
}

function buttonsOf(box: HTMLElement | null): HTMLButtonElement[] {
  return [...(box?.querySelectorAll<HTMLButtonElement>('[data-sentence]') ?? [])];
}
