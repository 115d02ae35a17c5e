import type { SVGProps } from 'react';

/** Drawn on a grid of 24 with a line of 1.75, ends and corners round. */
const SHAPES = {
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 4.5 4.5',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  chevronDown: 'm6 9.5 6 6 6-6',
  chevronUp: 'm6 14.5 6-6 6 6',
  chevronRight: 'm9.5 6 6 6-6 6',
  chevronLeft: 'm14.5 6-6 6 6 6',
  arrowUp: 'M12 19V5m-6 6 6-6 6 6',
  arrowRight: 'M5 12h14m-6-6 6 6-6 6',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  home: 'M4 11.5 12 4.5l8 7M6.5 9.8V19h11V9.8',
  idea: 'M9.2 16.6c-.2-1.5-3-3-3-6.6a5.8 5.8 0 0 1 11.6 0c0 3.6-2.8 5.1-3 6.6ZM9.7 20h4.6',
  user: 'M12 4.5a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5ZM4.8 20c.6-3.6 3.6-5.4 7.2-5.4s6.6 1.8 7.2 5.4',
  users: 'M9 5.2a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6ZM2.8 19.2c.5-3.2 3-4.8 6.2-4.8s5.7 1.6 6.2 4.8M15.8 5.5a3.2 3.2 0 0 1 0 6.1M17.6 14.7c1.9.6 3.2 2.1 3.6 4.5',
  settings: 'M5 7h8M17 7h2M5 12h2M11 12h8M5 17h6M15 17h4M15 5v4M9 10v4M13 15v4',
  signOut: 'M13.5 5H6v14h7.5M10.5 12H20m-3.5-3.5L20 12l-3.5 3.5',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2.8v1.7M12 19.5v1.7M2.8 12h1.7M19.5 12h1.7M5.5 5.5l1.2 1.2M17.3 17.3l1.2 1.2M5.5 18.5l1.2-1.2M17.3 6.7l1.2-1.2',
  moon: 'M19.5 14.2A7.8 7.8 0 0 1 9.8 4.5a7.8 7.8 0 1 0 9.7 9.7Z',
  device: 'M4 5.5h16v10.5H4ZM9 20h6M12 16v4',
  globe: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM3.7 12h16.6M12 3.5c2.4 2.3 3.5 5.2 3.5 8.5s-1.1 6.2-3.5 8.5c-2.4-2.3-3.5-5.2-3.5-8.5s1.1-6.2 3.5-8.5Z',
  inbox: 'M4 13.5 6.5 5h11L20 13.5V19H4ZM4 13.5h4.5l1.2 2.3h4.6l1.2-2.3H20',
  mail: 'M3.8 6h16.4v12H3.8ZM4 6.5l8 6.5 8-6.5',
  lock: 'M6 11h12v8.5H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  key: 'M8 11.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM11 13l8-8.5M15.5 8.5l3 3',
  eye: 'M2.8 12C5 7.8 8.2 5.7 12 5.7s7 2.1 9.2 6.3c-2.2 4.2-5.4 6.3-9.2 6.3S5 16.2 2.8 12ZM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z',
  eyeOff: 'M4 4l16 16M9.5 6.1A9.4 9.4 0 0 1 12 5.7c3.8 0 7 2.1 9.2 6.3a13 13 0 0 1-2.5 3.4M6 7.8A13 13 0 0 0 2.8 12C5 16.2 8.2 18.3 12 18.3c1.4 0 2.7-.3 3.9-.9M10.1 10.2a2.8 2.8 0 0 0 3.8 3.9',
  clock: 'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4ZM12 7.5V12l3 2',
  flag: 'M6 20.5V4.5h11.5l-2.3 4 2.3 4H6',
  edit: 'M4.5 19.5l.9-4L16 4.9a1.5 1.5 0 0 1 2.1 0l1 1a1.5 1.5 0 0 1 0 2.1L8.5 18.6ZM14 7l3 3',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 10.5v5.5M14 10.5v5.5',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  share: 'M12 15V4m-4 4 4-4 4 4M6 11.5V20h12v-8.5',
  comment: 'M4 5.5h16v11h-8.5L7.5 20v-3.5H4Z',
  reply: 'M9.5 6 4.5 11l5 5M4.5 11H14c3.5 0 5.5 2 5.5 5.5V18',
  thumb: 'M7.5 11 11 4.5c1.5 0 2.3 1 2.1 2.4L12.6 10h5.3c1.2 0 2 1.1 1.7 2.2l-1.5 5.7c-.2.9-1 1.6-2 1.6H7.5ZM7.5 11H4.5v8.5h3',
  shield: 'M12 3.5l7 2.5v5c0 4.5-2.7 7.7-7 9.5-4.3-1.8-7-5-7-9.5V6Z',
  star: 'm12 4 2.4 5 5.6.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9 5.6-.8Z',
  warning: 'M12 4 21 19.5H3ZM12 10v4.5M12 17h.01',
  info: 'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4ZM12 11v5M12 8h.01',
  bold: 'M7.5 5h5.5a3.5 3.5 0 0 1 0 7H7.5ZM7.5 12h6.5a3.5 3.5 0 0 1 0 7H7.5Z',
  italic: 'M10.5 5H17M7 19h6.5M14 5l-4 14',
  list: 'M9.5 6.5H20M9.5 12H20M9.5 17.5H20M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  quote: 'M5 6v12M9.5 8H19M9.5 12H19M9.5 16H15',
  external: 'M13.5 4.5H19.5v6M19 5l-8 8M9.5 6H5v13h13v-4.5',
  history: 'M4.5 5.5v4h4M4.7 9.5A8 8 0 1 1 4 12M12 8v4.2l3 1.8',
  tag: 'M4 4h7.5l8.5 8.5-7.5 7.5L4 11.5ZM8 8h.01',
  filter: 'M4 6h16M7 12h10M10 18h4',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5h-14ZM10.5 20.5h3',
  merge: 'M7 4v3.5C7 11 12 11 12 15v5M17 4v3.5C17 11 12 11 12 15M9 17.5l3 3 3-3',
  sparkle: 'M12 4c.5 4.5 3 7 7.5 7.5C15 12 12.5 14.5 12 19c-.5-4.5-3-7-7.5-7.5C9 11 11.5 8.5 12 4Z',
  pin: 'M9 4h6l-.8 6 3.3 3.5h-11L9.8 10ZM12 13.5V20',
  heart: 'M12 19.5S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3c0 5.7-8 10.2-8 10.2Z',
  hourglass: 'M6.5 4h11M6.5 20h11M8 4c0 4.5 4 5.5 4 8s-4 3.5-4 8M16 4c0 4.5-4 5.5-4 8s4 3.5 4 8',
  rocket: 'M9.5 14.5 6 13c1-4.5 5-8.5 12.5-9C18 11.5 14 15.5 9.5 14.5ZM9.5 14.5 11 18M6.5 17.5 4.5 19.5M14 9.5h.01',
  tools: 'M14.5 6.5a4 4 0 0 1 5-1.5l-2.7 2.7 1.5 1.5L21 6.5a4 4 0 0 1-5.5 4.8L8 18.8a1.9 1.9 0 0 1-2.8-2.8l7.5-7.4',
  calendar: 'M4.5 6h15v13.5h-15ZM4.5 10h15M8.5 3.5V7M15.5 3.5V7',
  document: 'M6 3.5h8l4 4V20.5H6ZM13.5 4v4.5H18M9 12.5h6M9 16h6',
  picture: 'M4 5h16v14H4ZM4.5 16.5l4.5-5 4 4.5 2.5-2.5 4 4M15.5 9.2h.01',
  copy: 'M8.5 8.5h11v11h-11ZM15.5 8.5v-4h-11v11h4',
} as const;

export type IconName = keyof typeof SHAPES;

/** A drawing beside a word: hidden from screen readers. What stands alone needs a label on its button. */
export function Icon({ name, size = 20, ...rest }: { name: IconName; size?: number } & Omit<SVGProps<SVGSVGElement>, 'name'>) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}

export const ICON_NAMES = Object.keys(SHAPES) as IconName[];
