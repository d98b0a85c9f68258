import {
  approvalStateOf,
  type Actor,
  type CrisisRole,
  type Incident,
  type Statement,
  type Variant,
} from '@sturmwarte/domain';

export interface RoleApprovers {
  readonly role: CrisisRole;
  /** Who could say yes in this role, as things stand. */
  readonly could: readonly Actor[];
  /** Who holds the role and must not: they wrote, or are barred. */
  readonly cannot: readonly { readonly person: Actor; readonly why: 'author' | 'barred' }[];
}

/**
 * For each role a text needs: who could still approve it, and who cannot any more. Seats narrow it: where one is taken
 * only its holder and deputy count. `alsoAuthor`: as if this person had written too.
 */
export function whoMayApprove(
  incident: Incident,
  statement: Statement,
  variant: Variant,
  colleagues: readonly Actor[],
  at: string,
  alsoAuthor: number | null = null,
): readonly RoleApprovers[] {
  const { rule } = approvalStateOf(incident, statement, variant, at);
  const roles = [...new Set(rule?.stages.flatMap((stage) => stage.roles) ?? [])];
  return roles.map((role) => {
    const seat = incident.seats[role];
    const holders = colleagues.filter(
      ({ id, grants }) =>
        grants.some(
          (grant) =>
            grant.role === role && (grant.brandId === null || grant.brandId === incident.brandId),
        ) &&
        (seat === undefined || seat.person.id === id || seat.deputy?.id === id),
    );
    const reason = (person: Actor): 'author' | 'barred' | null =>
      statement.authors.some(({ id }) => id === person.id) || person.id === alsoAuthor
        ? 'author'
        : incident.barred.some((bar) => bar.person.id === person.id)
          ? 'barred'
          : null;
    return {
      role,
      could: holders.filter((person) => reason(person) === null),
      cannot: holders.flatMap((person) => {
        const why = reason(person);
        return why === null ? [] : [{ person, why }];
      }),
    };
  });
}

/** The roles nobody could fill any more if this person became an author; empty when it changes nothing. */
export function rolesLostBy(
  person: number,
  ...question: [Incident, Statement, Variant, readonly Actor[], string]
): readonly CrisisRole[] {
  const before = whoMayApprove(...question);
  const after = whoMayApprove(...question, person);
  return after
    .filter(({ could }, index) => could.length === 0 && (before[index]?.could.length ?? 0) > 0)
    .map(({ role }) => role);
}
