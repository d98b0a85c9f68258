import type { wording as english } from '../en/wording.js';
import type { Texts } from '../texts.js';

export const wording: Texts<typeof english> = {
  severity: { block: 'muss geändert werden', warn: 'bitte prüfen', hint: 'zu bedenken' },
  origin: { shipped: 'Sturmwarte', playbook: 'Playbook', house: 'Hausregel' },
  quoted: 'in Anführungszeichen',
  phrase: {
    'conditional-apology': {
      title: 'Entschuldigung unter Bedingung',
      why: 'Ein „falls“ in der Entschuldigung gibt den Betroffenen die Schuld an ihrem Gefühl.',
      better: 'Sagen Sie, was geschehen ist und wem: „Wir haben damit … verletzt. Das war falsch.“',
    },
    'passive-admission': {
      title: 'Fehler, die niemand gemacht hat',
      why: '„Es wurden Fehler gemacht“ versteckt, wer sie gemacht hat, und alle hören es.',
      better: '„Wir haben einen Fehler gemacht: …“',
    },
    'blaming-readers': {
      title: 'Die Lesenden sind schuld',
      why: 'Das macht aus Ihrer Äußerung einen Lesefehler der anderen.',
      better: 'Reden Sie von der eigenen Äußerung: „Unsere Worte waren falsch.“',
    },
    'single-case': {
      title: '„Einzelfall“',
      why: 'Wer „Einzelfall“ sagt, ruft alle anderen Fälle herbei. Erst zählen, dann sagen.',
      better: '„Bisher kennen wir … Fälle. Wir suchen weiter.“',
    },
    inconvenience: {
      title: '„Etwaige Unannehmlichkeiten“',
      why: '„Etwaig“ bezweifelt, was Menschen gerade erleben.',
      better: 'Nennen Sie, was ihnen fehlt: „Sie warten seit Montag auf Ihr Paket.“',
    },
    'public-compensation': {
      title: 'Öffentlich angebotenes Geld',
      why: 'In der ersten Antwort facht es den Streit an. Darüber sprechen Sie mit der Person allein.',
      better: '„Bitte schreiben Sie uns eine Nachricht; wir finden mit Ihnen eine Lösung.“',
    },
    'user-error': {
      title: 'Schuld bei den Betroffenen',
      why: 'Wer die Verletzten beschuldigt, hat zwei Stürme. Belegt wird das später, wenn überhaupt.',
      better: '„Wir untersuchen, wie das geschehen konnte.“',
    },
    'blaming-media': {
      title: 'Schuld bei Journalistinnen und Journalisten',
      why: 'Der Streit mit der Presse wird die nächste Geschichte.',
      better: 'Berichtigen Sie die eine Tatsache, mit Beleg: „Richtig ist …, siehe …“',
    },
    belittling: {
      title: 'Kritik herabgesetzt',
      why: 'Wer Kritik herabsetzt, vermehrt sie.',
      better: '„Wir lesen Ihre Kritik.“ Dann, worum es geht.',
    },
    minimising: {
      title: 'Kleingeredet ohne Zahl',
      why: '„Nur wenige“ liest sich wie „wir wissen es nicht“.',
      better: 'Nennen Sie Zahl und Stand: „12 von 4.000 Geräten, Stand 14:00 Uhr.“',
    },
    'unproven-denial': {
      title: 'Unbelegtes Dementi',
      why: 'Ein Gegenbeispiel macht daraus eine Lüge.',
      better: '„Bisher haben wir keine Anzeichen für … gefunden und prüfen weiter.“',
    },
    'no-data-lost': {
      title: '„Keine Daten betroffen“',
      why: 'Das lässt sich in den ersten Tagen nicht beweisen. Der Widerruf wäre die zweite Panne.',
      better: '„Wir prüfen, welche Daten betroffen sind, und unterrichten alle Betroffenen.“',
    },
    'legal-threat': {
      title: 'Drohung mit dem Rechtsweg',
      why: 'Wer Kritikern droht, lenkt noch mehr Blicke darauf. Dieser Schritt braucht eine eigene Entscheidung.',
      better: 'Lassen Sie es weg. Schriftsätze sind keine öffentlichen Erklärungen.',
    },
    'no-comment': {
      title: '„Kein Kommentar“',
      why: 'Das klingt nach etwas zu verbergen.',
      better: 'Sagen Sie, wann Sie etwas sagen werden: „Das können wir bis 16:00 Uhr beantworten.“',
    },
    'rules-first': {
      title: 'Regeln vor Menschen',
      why: 'Wer die Regeln vorhält, hat recht und verliert.',
      better: 'Zuerst die Person, dann was Sie tun können, die Regel nur auf Nachfrage.',
    },
    'recall-softeners': {
      title: 'Lässt die Gefahr kleiner erscheinen',
      why: 'Rückrufanzeigen dürfen nichts enthalten, was die Wahrnehmung des Risikos verringert (Art. 36 Verordnung (EU) 2023/988).',
      better:
        'Nennen Sie die Gefahr und was zu tun ist: „Brandgefahr. Sofort nicht mehr benutzen.“',
    },
  },
  form: {
    'empty-text': 'Es steht noch kein Text da.',
    'text-too-long':
      'Der Text hat {{length, number}} Zeichen; {{limit, number}} lassen sich prüfen und speichern.',
    'over-limit':
      '{{length, number}} von {{limit, number}} Zeichen: {{over, number}} zu viel für diesen Kanal.',
    'open-variable': '{{name}} ist nicht ausgefüllt.',
    'unknown-variable': '{{name}} ist keine Variable, die jemand ausfüllt.',
    'placeholder-left': '„{{found}}“ sieht nach einer Lücke aus, die offen blieb.',
    'recall-headline':
      'Die erste Zeile einer Rückrufanzeige muss „{{headline}}“ lauten (Art. 36 Verordnung (EU) 2023/988).',
    'next-update-missing':
      'Niemand erfährt, wann es Neues gibt. Nennen Sie eine Uhrzeit, die Sie halten.',
    'signature-missing': {
      initials: 'Das Kürzel fehlt (^AB): Niemand sieht, dass ein Mensch für uns spricht.',
      contact: 'Der Kontakt für Medien fehlt: E-Mail-Adresse oder Telefon.',
      closing: 'Der Gruß mit Namen fehlt.',
    },
    'other-language': {
      de: 'Der Text sieht nicht deutsch aus.',
      en: 'Der Text sieht nicht englisch aus.',
    },
    'form-of-address': {
      sie: '„{{found}}“: Diese Marke spricht ihre Leserschaft mit „Sie“ an.',
      du: '„{{found}}“: Diese Marke spricht ihre Leserschaft mit „du“ an.',
    },
    'mixed-address': '„{{found}}“: Der Text mischt „Sie“ und „du“.',
    capitals: '„{{found}}“ liest sich wie geschrien.',
    exclamations: '„{{found}}“: Ausrufezeichen wirken jetzt nervös.',
    'critic-hashtag': '{{found}} ist das Banner der Kritik; wer es benutzt, macht es größer.',
  },
};
