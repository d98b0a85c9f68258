import type { entry as en } from '../en/entry.js';
import type { Texts } from '../texts.js';

export const entry: Texts<typeof en> = {
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  newPassword: 'Neues Passwort',
  repeatPassword: 'Passwort wiederholen',
  name: 'Ihr Name',
  passwordHint:
    'Mindestens {{min}} Zeichen. Ein Satz ist besser als ein Rätsel; Einfügen ist erlaubt.',
  passwordShort: 'Es braucht mindestens {{min}} Zeichen.',
  passwordDiffers: 'Die beiden Passwörter sind verschieden.',
  required: 'Bitte ausfüllen.',
  emailInvalid: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein.',
  showPassword: 'Passwort zeigen oder verbergen',
  signIn: {
    title: 'Anmelden',
    lead: 'Nehmen Sie Ihren Platz auf der Warte ein.',
    submit: 'Anmelden',
    forgot: 'Passwort vergessen? Ihre Administration schickt Ihnen einen Link.',
    ended:
      'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an; Sie kehren dorthin zurück, wo Sie waren.',
    notSetUp:
      'Dieses Haus ist noch nicht eingerichtet. Nutzen Sie den Einrichtungslink, den der Server beim Start ausgegeben hat.',
    signedOut: 'Sie sind abgemeldet.',
  },
  setup: {
    title: 'Haus einrichten',
    lead: 'Das erste Konto verwaltet Personen und Quellen und darf Lagen führen. Weitere Personen laden Sie danach ein.',
    brand: 'Erste Marke',
    brandHint: 'Wessen Ruf beobachten Sie? Themen und Rechte gehören zu einer Marke.',
    submit: 'Einrichten und anmelden',
    noToken:
      'Dieser Adresse fehlt der geheime Teil. Nutzen Sie den vollständigen Link, den der Server beim Start ausgegeben hat.',
  },
  link: {
    invitationTitle: 'Willkommen, {{name}}',
    invitationLead: 'Wählen Sie ein Passwort für {{email}}, dann sind Sie dabei.',
    resetTitle: 'Neues Passwort',
    resetLead: 'Für {{email}}. Alle anderen Sitzungen enden mit dem Speichern.',
    expires: 'Dieser Link gilt bis {{time}}.',
    submit: 'Speichern und anmelden',
    toSignIn: 'Zur Anmeldung',
  },
};
