import type { SourceFile } from '../read-playbooks.js';

/** A small shared part without a mistake. */
export const SOUND_PART: SourceFile = {
  name: 'part.yaml',
  text: `part: core
version: 1
title: { de: Kern, en: Core }
summary: { de: Für alle, en: For all }
phases:
  - id: alarm
    title: { de: Alarm, en: Alarm }
    steps:
      - id: K1
        kind: task
        role: community
        due: 5
        title: { de: Quittieren, en: Acknowledge }
        why: { de: Damit es jemand hat, en: So that somebody has it }
        how: { de: Knopf drücken, en: Press the button }
        inputs:
          - { key: fact, type: text, max: 60, label: { de: Tatsache, en: Fact } }
      - id: K7
        kind: draft
        role: pr
        due: 25
        requires: [K1]
        serves: first-word
        templates: [short]
        title: { de: Entwerfen, en: Draft }
        why: { de: Damit etwas dasteht, en: So that there is something }
        how: { de: Vorlage nehmen, en: Take the template }
      - id: K7-approve
        kind: approval
        role: lead
        due: 55
        draft: K7
        title: { de: Freigeben, en: Approve }
        why: { de: Vier Augen, en: Four eyes }
        how: { de: Kette anstoßen, en: Start the chain }
templates:
  - id: short
    channels: [x]
    title: { de: Kurz, en: Short }
    body: { de: 'Gesichert ist: {fact}.', en: 'We know: {fact}.' }
approval:
  - from: { level: 3 }
    stages: [{ roles: [pr, legal], minutes: 15, deputyAfter: 8 }]
    publicWithin: 60
promises:
  - { id: first-word, title: { de: Erste Antwort, en: First word }, within: 60 }
exit:
  - { id: calm, title: { de: Ruhe, en: Calm }, check: { kind: calm, level: 2, hours: 12 } }
wording:
  - id: single
    de: [Einzelfall]
    en: [isolated incident*]
    why: { de: Erst zählen., en: Count first. }
`,
};

/** A small playbook without a mistake, with something of every kind in it. */
export const SOUND_PLAYBOOK: SourceFile = {
  name: 'playbook.yaml',
  text: `id: PB-99
version: 3
title: { de: Probe, en: Sample }
summary: { de: Zum Prüfen, en: For checking }
include: [core]
triggers:
  - { id: hint, title: { de: Ein Hinweis, en: A hint }, words: [probe*] }
scct: { cluster: accidental, strategies: [inform, adjust] }
wind: { from: 2, to: 4 }
impact: { from: A, to: B }
reviewBy: 2027-06-30
clocks:
  - { id: EV, role: legal, note: { de: Bei Lügen, en: In case of lies } }
phases:
  - id: alarm
    steps:
      - id: S1
        kind: decision
        role: lead
        due: 30
        requires: [K1]
        title: { de: Stoppen?, en: Stop? }
        why: { de: Weil es zählt, en: Because it counts }
        how: { de: Nachdenken, en: Think }
        recommended: stop
        options:
          - id: stop
            label: { de: Stoppen, en: Stop }
            reason: { de: Gefahr, en: Danger }
            consequence: { de: Sperre, en: Block }
            opens: [S2]
          - id: go
            label: { de: Weiter, en: Go on }
            reason: { de: Keine Gefahr, en: No danger }
            consequence: { de: Nichts, en: Nothing }
  - id: steer
    title: { de: Führen, en: Steer }
    steps:
      - id: S2
        kind: task
        role: unit
        due: { minutes: 30, after: S1 }
        title: { de: Sperren, en: Block }
        why: { de: Sicher ist sicher, en: Better safe }
        how: { de: Überall, en: Everywhere }
      - id: S3
        kind: clock
        role: legal
        clock: EV
        due: 4 h
        when: { level: 3, answers: [{ decision: S1, is: [stop] }] }
        title: { de: Uhr prüfen, en: Assess the clock }
        why: { de: Frist, en: Deadline }
        how: { de: Rechnen, en: Count }
      - id: S4
        kind: draft
        role: pr
        due: 2 h
        serves: second-word
        templates: [long]
        title: { de: Langfassung, en: Long version }
        why: { de: Für alle, en: For all }
        how: { de: Schreiben, en: Write }
        inputs:
          - key: outcome
            type: choice
            label: { de: Ausgang, en: Outcome }
            choices:
              - { id: good, label: { de: gut, en: good } }
              - { id: bad, label: { de: schlecht, en: bad } }
templates:
  - id: long
    channels: [website]
    title: { de: Lang, en: Long }
    body: { de: '{fact}, also {outcome}.', en: '{fact}, so {outcome}.' }
promises:
  - { id: second-word, title: { de: Zweite Antwort, en: Second word }, within: 4 h }
exit:
  - { id: done, title: { de: Gesperrt, en: Blocked }, check: { kind: step, step: S2 } }
`,
};
