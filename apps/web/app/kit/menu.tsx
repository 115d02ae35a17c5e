import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes';
import { Icon } from './icon';
import styles from './menu.module.css';

/**
 * A menu of actions and links behind a button; arrow keys, typing and Escape work.
 * `trigger` is the button element, e.g. an IconButton.
 */
export function Menu({ trigger, children, align = 'end' }: { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end' }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.place} sideOffset={6} align={align} collisionPadding={8}>
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ItemProps {
  icon?: ReactNode;
  children: ReactNode;
  tone?: 'danger';
}

export function MenuItem({ icon, children, tone, onClick, disabled }: ItemProps & { onClick: () => void; disabled?: boolean }) {
  return (
    <Base.Item className={classes(styles.item, tone && styles.danger)} onClick={onClick} disabled={disabled}>
      {icon}
      <span>{children}</span>
    </Base.Item>
  );
}

export function MenuLink({ icon, children, to, reloadDocument }: ItemProps & { to: string; reloadDocument?: boolean }) {
  return (
    <Base.LinkItem closeOnClick className={styles.item} render={<Link to={to} reloadDocument={reloadDocument} />}>
      {icon}
      <span>{children}</span>
    </Base.LinkItem>
  );
}

/** One of several choices; the chosen one carries a tick. */
export function MenuChoices({ label, value, onChange, choices }: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string; icon?: ReactNode; lang?: string }[];
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.heading}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {choices.map((choice) => (
          <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={styles.item} lang={choice.lang}>
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
  return <Base.Separator className={styles.separator} />;
}
