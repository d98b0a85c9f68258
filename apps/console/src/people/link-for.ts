import type { PersonView } from '@sturmwarte/contracts';

export interface LinkFor {
  readonly person: PersonView;
  readonly link: string;
}
