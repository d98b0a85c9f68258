/**
 * A change to the sound playbook (or part) that makes one mistake. `▲` marks where it must be told;
 * it is not part of the text.
 */
export interface Broken {
  readonly file?: 'part';
  readonly from: string;
  readonly to: string;
  readonly de: string;
  readonly en: string;
}
