import type { Grant, Role } from '@sturmwarte/domain';

export const DEMO_DOMAIN = '@demo.invalid';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const person = (name: string, mailbox: string, role: Role): DemoPerson => ({
  name,
  email: `${mailbox}${DEMO_DOMAIN}`,
  role,
});

/** One invented person per role, and a deputy for the one who is on duty most. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('Felix Adler', 'adler', 'admin'),
  person('Katrin Behrens', 'behrens', 'lead'),
  person('Aylin Öztürk', 'oeztuerk', 'community'),
  person('Jonas Lang', 'lang', 'community'),
  person('Sabine Meier', 'meier', 'pr'),
  person('Henrik Voss', 'voss', 'legal'),
  person('Imke Harmsdorf', 'harmsdorf', 'board'),
  person('Ralf Tiedemann', 'tiedemann', 'unit'),
  person('Mona Sievers', 'sievers', 'hr'),
  person('Deniz Kaya', 'kaya', 'it'),
  person('Lars Petersen', 'petersen', 'service'),
  person('Petra Wulff', 'wulff', 'quality'),
  person('Clara Jensen', 'jensen', 'investor'),
  person('Tobias Franke', 'franke', 'privacy'),
  person('Miriam Scholz', 'scholz', 'security'),
  person('Uta Hinrichs', 'hinrichs', 'keeper'),
  person('Gesa Lorenz', 'lorenz', 'auditor'),
  person('Nils Brandt', 'brandt', 'observer'),
];

/** Roles that are for the whole house; everybody else belongs to the demo brand. */
const HOUSE_WIDE: readonly Role[] = ['admin', 'auditor'];

export function demoGrants(role: Role, brandId: number): Grant[] {
  return [{ role, brandId: HOUSE_WIDE.includes(role) ? null : brandId }];
}

export function isDemoEmail(email: string): boolean {
  return email.toLowerCase().endsWith(DEMO_DOMAIN);
}
