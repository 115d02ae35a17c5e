import type { Menu as BaseMenu } from '@base-ui/react/menu';
import { cloneElement, createContext, use, useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes';
import { Icon } from './icon';
import styles from './menu.module.css';

type Parts = typeof BaseMenu;

const PartsContext = createContext<Parts | null>(null);

let loading: Promise<Parts> | undefined;

function loadParts(): Promise<Parts> {
  return (loading ??= import('./menu-parts').then((module) => module.Menu));
}

function useParts(): Parts {
  const parts = use(PartsContext);
  if (!parts) throw new Error('Parts of a menu belong inside a Menu');
  return parts;
}

/**
 * A menu of actions and links behind a button; arrow keys, typing and Escape work.
 * `trigger` is the button element, e.g. an IconButton. What a menu needs is fetched when a pointer or the focus comes near.
 */
export function Menu({ trigger, children, align = 'end' }: { trigger: ReactElement<Record<string, unknown>>; children: ReactNode; align?: 'start' | 'end' }) {
  const [parts, setParts] = useState<Parts | null>(null);
  if (!parts) {
    const near = () => void loadParts();
    const open = () => void loadParts().then((loaded) => setParts(() => loaded));
    return cloneElement(trigger, { 'aria-haspopup': 'menu', 'aria-expanded': false, onPointerEnter: near, onFocus: near, onClick: open });
  }
  const Base = parts;
  return (
    <PartsContext value={parts}>
      <Base.Root modal={false} defaultOpen>
        <Base.Trigger render={trigger} />
        <Base.Portal>
          <Base.Positioner className={styles.place} sideOffset={6} align={align} collisionPadding={8}>
            <Base.Popup className={styles.popup}>{children}</Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </PartsContext>
  );
}

interface ItemProps {
  icon?: ReactNode;
  children: ReactNode;
  tone?: 'danger';
}

export function MenuItem({ icon, children, tone, onClick, disabled }: ItemProps & { onClick: () => void; disabled?: boolean }) {
  const Base = useParts();
  return (
    <Base.Item className={classes(styles.item, tone && styles.danger)} onClick={onClick} disabled={disabled}>
      {icon}
      <span>{children}</span>
    </Base.Item>
  );
}

export function MenuLink({ icon, children, to, reloadDocument }: ItemProps & { to: string; reloadDocument?: boolean }) {
  const Base = useParts();
  return (
    <Base.LinkItem closeOnClick className={styles.item} render={<Link to={to} reloadDocument={reloadDocument} />}>
      {icon}
      <span>{children}</span>
    </Base.LinkItem>
  );
}

interface ChoicesProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string; icon?: ReactNode; lang?: string; dir?: string }[];
}

/** One of several choices; the chosen one carries a tick. */
export function MenuChoices({ label, value, onChange, choices }: ChoicesProps) {
  const Base = useParts();
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.heading}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {choices.map((choice) => (
          <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={styles.item} lang={choice.lang} dir={choice.dir}>
            {choice.icon}
            <span>{choice.label}</span>
            <Base.RadioItemIndicator className={styles.tick}><Icon name="check" size={18} /></Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  const Base = useParts();
  return <Base.Separator className={styles.separator} />;
}
