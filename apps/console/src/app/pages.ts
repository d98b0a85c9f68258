import type { LinkProps } from '@tanstack/react-router';

export interface Page {
  readonly name:
    | 'board'
    | 'alerts'
    | 'incidents'
    | 'approvals'
    | 'tasks'
    | 'executive'
    | 'playbooks'
    | 'wordings'
    | 'mentions'
    | 'topics'
    | 'sources'
    | 'people';
  readonly to: NonNullable<LinkProps['to']>;
  /** Pressed after G. */
  readonly key: string;
}

/** The pages of the navigation, in its order. A page also has a route in `router.tsx`. */
export const PAGES: readonly Page[] = [
  { name: 'board', to: '/', key: 'l' },
  { name: 'alerts', to: '/alerts', key: 'a' },
  { name: 'incidents', to: '/incidents', key: 'i' },
  { name: 'approvals', to: '/approvals', key: 'f' },
  { name: 'tasks', to: '/tasks', key: 'o' },
  { name: 'executive', to: '/executive', key: 'e' },
  { name: 'playbooks', to: '/playbooks', key: 'b' },
  { name: 'wordings', to: '/wordings', key: 'w' },
  { name: 'mentions', to: '/mentions', key: 'm' },
  { name: 'topics', to: '/topics', key: 't' },
  { name: 'sources', to: '/sources', key: 's' },
  { name: 'people', to: '/people', key: 'p' },
];
