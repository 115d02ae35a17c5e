import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { IconButton } from './button';
import { classes } from './classes';
import { Countdown, FieldFrame, describe, type FieldProps } from './field';
import { Icon, type IconName } from './icon';
import { Markdown } from './markdown';
import { applyFormat, type Format } from './markdown-format';
import styles from './markdown-editor.module.css';

interface MarkdownEditorProps extends Omit<FieldProps, 'hideLabel'> {
  name?: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  rows?: number;
  placeholder?: string;
  /** Small: for comments. */
  compact?: boolean;
  hideLabel?: boolean;
  /** Of what is written, where it is not the page's. */
  lang?: string;
}

const FORMATS: readonly { format: Format; icon: IconName }[] = [
  { format: 'Bold', icon: 'bold' },
  { format: 'Italic', icon: 'italic' },
  { format: 'List', icon: 'list' },
  { format: 'Quote', icon: 'quote' },
  { format: 'Link', icon: 'link' },
];

/** Plain text with help: buttons for the common marks and a preview as it will look. */
export function MarkdownEditor({ label, hint, error, optional, hideLabel, value, onChange, maxLength, rows = 8, compact, ...area }: MarkdownEditorProps) {
  const t = useT();
  const id = useId();
  const [previewing, setPreviewing] = useState(false);
  const ref = useRef<HTMLTextAreaElement>(null);
  const format = (kind: Format) => {
    const field = ref.current;
    if (!field) return;
    const next = applyFormat(kind, { text: value, start: field.selectionStart, end: field.selectionEnd });
    onChange(next.text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(next.start, next.end);
    });
  };
  return (
    <FieldFrame {...{ id, label, error, optional, hideLabel }} hint={hint ?? t('kit.markdownHint')} after={<Countdown length={value.length} max={maxLength} />}>
      <div className={classes(styles.editor, compact && styles.compact)}>
        <div className={styles.bar}>
          <ModeButton on={!previewing} onClick={() => setPreviewing(false)}>{t('kit.write')}</ModeButton>
          <ModeButton on={previewing} onClick={() => setPreviewing(true)}>{t('kit.preview')}</ModeButton>
          {!previewing && (
            <div className={styles.formats} role="group" aria-label={t('kit.formatting')}>
              {FORMATS.map(({ format: kind, icon }) => <IconButton key={kind} size="s" icon={<Icon name={icon} size={18} />} label={t(`kit.format${kind}`)} onClick={() => format(kind)} />)}
            </div>
          )}
        </div>
        <textarea
          ref={ref}
          {...area}
          {...describe(id, { hint: hint ?? true, error })}
          hidden={previewing}
          rows={rows}
          value={value}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
          className={styles.area}
        />
        {previewing && <Preview text={value} lang={area.lang} />}
      </div>
    </FieldFrame>
  );
}

function ModeButton({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return <button type="button" className={styles.mode} aria-pressed={on} onClick={onClick}>{children}</button>;
}

/** Rendered in the browser by the same library with raw HTML off; what is stored is rendered and sanitised by the server. */
function Preview({ text, lang }: { text: string; lang?: string }) {
  const t = useT();
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void import('./markdown-preview').then(({ renderPreview }) => current && setHtml(renderPreview(text)));
    return () => {
      current = false;
    };
  }, [text]);
  return (
    <div className={styles.preview}>
      {text.trim() === '' ? <p className={styles.nothing}>{t('kit.previewEmpty')}</p> : <Markdown html={html ?? ''} lang={lang} />}
    </div>
  );
}
