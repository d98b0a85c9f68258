import type { Gate } from '@sturmwarte/domain';
import type { Book } from './book.js';
import { allGatesOf, branchesTo } from './gates.js';

/** Decision -> options under which a step can come up. Decisions it does not depend on are not in it. */
export type Answers = ReadonlyMap<string, ReadonlySet<string>>;

/** For each step, the answers it needs, directly or through the steps it stands on. */
export function answersNeeded(book: Book): ReadonlyMap<string, Answers> {
  const options = new Map(
    book.steps.flatMap(({ raw }) =>
      raw.kind === 'decision' ? [[raw.id, raw.options.map(({ id }) => id)] as const] : [],
    ),
  );
  const steps = new Map(book.steps.map(({ raw }) => [raw.id, raw]));
  const known = new Map<string, Answers>();

  const through = (gate: Gate, asking: ReadonlySet<string>): Answers => {
    if (gate.kind === 'answer') {
      const own = new Map([[gate.decision, new Set(gate.options)]]);
      return both(standing(gate.decision, asking), own);
    }
    return gate.anyOf.map((id) => standing(id, asking)).reduce((one, other) => either(one, other));
  };

  /** What it takes for a step not to be closed. */
  function standing(id: string, asking: ReadonlySet<string>): Answers {
    const done = known.get(id);
    if (done !== undefined) return done;
    const step = steps.get(id);
    if (step === undefined || asking.has(id)) return new Map();
    const path = new Set(asking).add(id);
    const gates = allGatesOf(step, book).map((gate) => through(gate, path));
    const closes = branchesTo(id, book, 'closes').map(({ decision, options: closing }) => {
      const left = (options.get(decision) ?? []).filter((option) => !closing.includes(option));
      return new Map([[decision, new Set(left)]]);
    });
    const needed = [...gates, ...closes].reduce(both, new Map());
    if (asking.size === 0) known.set(id, needed);
    return needed;
  }

  // A step's own condition binds only itself: what is not called for holds nobody up.
  return new Map(
    book.steps.map(({ raw }) => {
      const own = (raw.when?.answers ?? []).map(
        ({ decision, is }) => new Map([[decision, new Set(is)]]),
      );
      return [raw.id, own.reduce(both, standing(raw.id, new Set()))];
    }),
  );
}

function both(one: Answers, other: Answers): Answers {
  const joined = new Map(one);
  for (const [decision, options] of other) {
    const before = joined.get(decision);
    joined.set(
      decision,
      before === undefined ? options : new Set([...options].filter((option) => before.has(option))),
    );
  }
  return joined;
}

/** Either way is enough: only what both ask for is asked, and of that what one of them allows. */
function either(one: Answers, other: Answers): Answers {
  const joined = new Map<string, ReadonlySet<string>>();
  for (const [decision, options] of one) {
    const others = other.get(decision);
    if (others !== undefined) joined.set(decision, new Set([...options, ...others]));
  }
  return joined;
}
