import type { ReactNode } from 'react';

/** Line drawings of the house, 20 by 20, in the colour of the text. Always beside or behind a name. */
const DRAWINGS = {
  board: <path d="M2.5 14.5c2.5-3 4-3 7.5 0s5 3 7.5 0M2.5 9.5c2.5-3 4-3 7.5 0s5 3 7.5 0M6 5h8" />,
  alerts: <path d="M10 3v3M4.5 5.5l1.6 1.6M15.5 5.5l-1.6 1.6M5 15a5 5 0 0 1 10 0M3 15.5h14" />,
  incidents: <path d="M4 17V3.5M4 4.5h10l-2.5 3.2L14 11H4M8 17h8" />,
  tasks: (
    <path d="M3 5l1.5 1.5L7 4M3 10.5L4.5 12 7 9.5M3 16l1.5 1.5L7 15M10 5.5h7M10 11h7M10 16.5h7" />
  ),
  approvals: <path d="M5 2.5h10v9H5zM7.5 6.5l2 2 3.5-4M3 17.5c2-2.5 4-2.5 7 0M10 17.5h7" />,
  executive: <path d="M3 4h14v9H3zM10 13v3.5M6.5 16.5h7M6 10l2.5-2.5 2 1.5L14 6" />,
  playbooks: (
    <path d="M3 4.5c2.5-1 5-1 7 .5 2-1.5 4.5-1.5 7-.5v11c-2.5-1-5-1-7 .5-2-1.5-4.5-1.5-7-.5zM10 5v11" />
  ),
  wordings: <path d="M4 3.5h12v13H4zM7 7h6M7 10h6M7 13h3M12.2 13.2l1.3 1.3 2.3-2.8" />,
  mentions: <path d="M3 4.5h14v9H9l-4 3v-3H3zM6.5 8h7M6.5 10.5h4.5" />,
  topics: <path d="M10 3.5a6.5 6.5 0 1 0 6.5 6.5M10 7a3 3 0 1 0 3 3M10 10l6-6M13 3.5V7h3.5" />,
  sources: (
    <path d="M4 16a9 9 0 0 1 0-12M16 4a9 9 0 0 1 0 12M7 13a4.5 4.5 0 0 1 0-6M13 7a4.5 4.5 0 0 1 0 6M10 10v6.5" />
  ),
  people: (
    <path d="M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16.5c0-3 2-5 5-5s5 2 5 5M13 4a3 3 0 0 1 0 5.5M14.5 12c2 .6 3 2.3 3 4.5" />
  ),
  more: <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.6" />,
  bell: <path d="M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3" />,
  bellOff: (
    <path d="M5 14V9c0-.8.2-1.5.5-2.2M8 4.4A5 5 0 0 1 15 9v4M3.5 15.5H14M8.5 17.5h3M3 3l14 14" />
  ),
  sun: (
    <path d="M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.5 1.5M14.2 14.2l1.5 1.5M4.3 15.7l1.5-1.5M14.2 5.8l1.5-1.5" />
  ),
  moon: <path d="M16.5 12A7 7 0 1 1 8 3.5 5.5 5.5 0 0 0 16.5 12z" />,
  system: <path d="M3 4h14v9.5H3zM7.5 17h5M10 13.5V17" />,
  person: (
    <path d="M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM4 17c0-3.3 2.5-5 6-5s6 1.7 6 5" />
  ),
  check: <path d="M4 10.5l4 4 8-9" />,
  cross: <path d="M5 5l10 10M15 5L5 15" />,
  pause: <path d="M7 4.5v11M13 4.5v11" />,
  play: <path d="M6.5 4.5l9 5.5-9 5.5z" />,
  warn: <path d="M10 3.5l7.5 13h-15zM10 8v4M10 14.3v.01" />,
  note: <path d="M4 3.5h12v9l-4 4H4zM12 16.5v-4h4M7 7h6M7 10h4" />,
  undo: <path d="M4 8h8a4 4 0 0 1 0 8H7M4 8l3.5-3.5M4 8l3.5 3.5" />,
  chevron: <path d="M7.5 4.5L13 10l-5.5 5.5" />,
  back: <path d="M12.5 4.5L7 10l5.5 5.5" />,
  link: <path d="M8 5H4v11h11v-4M11 4h5v5M16 4l-7 7" />,
  keyboard: (
    <path d="M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.7h7" />
  ),
  leave: <path d="M8 3.5H3.5v13H8M12.5 6l4 4-4 4M16.5 10H7.5" />,
  search: <path d="M8.7 14a5.3 5.3 0 1 0 0-10.6 5.3 5.3 0 0 0 0 10.6zM12.6 12.6l4.4 4.4" />,
  clock: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.8" />,
  circle: <path d="M10 15.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z" />,
  diamond: <path d="M10 3.5l6.5 6.5-6.5 6.5L3.5 10z" />,
  lock: <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />,
  skip: <path d="M4 5l6 5-6 5zM11 5l5 5-5 5z" />,
  file: <path d="M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15" />,
  print: <path d="M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8v5.5H6z" />,
  hand: <path d="M6.5 2.5h7l4 4v7l-4 4h-7l-4-4v-7zM6.5 10h7" />,
  plus: <path d="M10 4v12M4 10h12" />,
} as const satisfies Record<string, ReactNode>;
export type IconName = keyof typeof DRAWINGS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {DRAWINGS[name]}
    </svg>
  );
}
