/** A sentence people read, in both languages of the house. */
export interface Text {
  readonly de: string;
  readonly en: string;
}
