import type { outlook as en } from '../en/outlook.js';
import type { Texts } from '../texts.js';

export const outlook: Texts<typeof en> = {
  title: 'Ausblick',
  at: 'Stand {{time}}',
  counts:
    'In den nächsten 60 Minuten etwa {{hour}} negative Stimmen ({{hourLow}} bis {{hourHigh}}), in 6 Stunden etwa {{six}} ({{sixLow}} bis {{sixHigh}})',
  peakKnown: 'die höchste Stufe stand um {{at}}',
  peakPast: 'der Höhepunkt war wohl gegen {{at}}',
  peakMaybe: 'der Höhepunkt war wohl gegen {{at}}, kann aber noch kommen (bis {{to}})',
  peakAhead: 'der Höhepunkt kommt wohl gegen {{at}} ({{from}} bis {{to}})',
  climb: 'Stufe {{level}} binnen {{minutes}} Minuten: {{chance}}',
  climbUnknown: {
    channels:
      'Stufe {{level}} hängt daran, ob ein weiterer Kanal hinzukommt; das lässt sich nicht sagen',
    support: 'solange die Welle der Zustimmung anhält, steigt es nicht zum Alarm',
  },
  top: 'es steht auf der höchsten Stufe',
  unknown: {
    'new-topic': 'Noch nicht zu sagen: Das Thema wird seit weniger als einem Tag beobachtet.',
    'few-mentions': 'Nicht zu sagen: zu wenige negative Stimmen in den letzten zwei Stunden.',
    'silent-source': 'Nicht zu sagen: Eine Quelle schweigt, die Lage ist unvollständig.',
    eased: 'Der Alarm ist abgeflaut; einen Ausblick gibt es ab Stufe 2.',
    none: 'Zu diesen Belegen wurde kein Ausblick gespeichert.',
  },
  number: {
    hour: 'negative in den nächsten 60 min',
    sixHours: 'negative in den nächsten 6 h',
    band: '{{low}} bis {{high}}',
    climb: 'Stufe {{level}} binnen {{minutes}} min',
    climbUnknown: {
      channels: 'braucht einen weiteren Kanal',
      support: 'nicht, solange die Zustimmung anhält',
    },
    peak: 'Höhepunkt',
    peakKnown: 'höchste Stufe',
    peakPast: 'wohl vorüber',
    peakHeight: '{{negatives}} in 15 min',
    peakWhen: 'zwischen {{from}} und {{to}}',
    doubling: 'bis zur Verdopplung',
    notGrowing: 'wächst nicht',
    phase: 'Verlauf',
  },
  phase: { rising: 'steigt', steady: 'gleichbleibend', falling: 'fällt' },
  chart: {
    ahead: 'Ausblick, 10 bis 90 %',
    row: 'etwa {{expected}} ({{low}} bis {{high}})',
    summary: 'Schraffiert: der Ausblick bis {{to}}.',
  },
  hint: 'Allein aus Zahlen errechnet. In acht von zehn Stürmen der Prüfung lag, was kam, in der Spanne; wer sich noch äußert und was als Nächstes gesagt wird, steht nicht darin.',
};
