/** What somebody typed and nobody has saved yet: kept in this browser, per person, until it is a version. */
export interface KeptDraft {
  readonly text: string;
  /** The version it was written on, and how that read: what a merge starts from. */
  readonly base: number;
  readonly baseText: string;
  /** ISO, by the clock of this device. */
  readonly at: string;
}

/** Whose draft of what. */
export interface DraftPlace {
  readonly person: number;
  readonly incident: number;
  /** Number of the statement, or "new" for one that is not there yet. */
  readonly statement: number | 'new';
  /** Channel and language, or the name of a field. */
  readonly part: string;
}

export interface FoundDraft extends KeptDraft {
  /** The window that typed it. */
  readonly window: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Drafts on a shelf that outlives the page. Every window has a place of its own: two windows of one person never
 * overwrite each other.
 */
export class KeptDrafts {
  constructor(
    private readonly shelf: Shelf,
    private readonly window: string,
  ) {}

  /** False when this browser refuses to keep anything: then the page must say so. */
  keep(place: DraftPlace, draft: KeptDraft): boolean {
    try {
      this.shelf.setItem(nameOf(place, this.window), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** What this window typed, else the youngest of another one; and all others. */
  find(place: DraftPlace): {
    readonly own: FoundDraft | null;
    readonly others: readonly FoundDraft[];
  } {
    const start = nameOf(place, '');
    const found: FoundDraft[] = [];
    for (const name of this.names()) {
      if (!name.startsWith(start)) continue;
      const draft = readDraft(this.read(name));
      if (draft !== null) found.push({ ...draft, window: name.slice(start.length) });
    }
    found.sort((one, other) => other.at.localeCompare(one.at));
    const own = found.find(({ window }) => window === this.window) ?? null;
    return { own, others: found.filter((draft) => draft !== own) };
  }

  /** It became a version, or its writer gave it up. */
  drop(place: DraftPlace, window: string = this.window): void {
    try {
      this.shelf.removeItem(nameOf(place, window));
    } catch {
      // A shelf that keeps nothing has nothing to drop.
    }
  }

  private names(): readonly string[] {
    try {
      return Array.from({ length: this.shelf.length }, (_, at) => this.shelf.key(at) ?? '');
    } catch {
      return [];
    }
  }

  private read(name: string): string | null {
    try {
      return this.shelf.getItem(name);
    } catch {
      return null;
    }
  }
}

function nameOf({ person, incident, statement, part }: DraftPlace, window: string): string {
  return `sturmwarte.draft.${person}.${incident}.${statement}.${part}.${window}`;
}

function readDraft(raw: string | null): KeptDraft | null {
  if (raw === null) return null;
  try {
    const read: unknown = JSON.parse(raw);
    return isDraft(read) ? read : null;
  } catch {
    return null;
  }
}

function isDraft(read: unknown): read is KeptDraft {
  const draft = read as Partial<KeptDraft> | null;
  return (
    typeof draft === 'object' &&
    draft !== null &&
    typeof draft.text === 'string' &&
    typeof draft.base === 'number' &&
    typeof draft.baseText === 'string' &&
    typeof draft.at === 'string'
  );
}
