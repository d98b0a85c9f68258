/** What the wording lint says, and the page of agreed wordings. */
export const wording = {
  severity: { block: 'must be mended', warn: 'look again', hint: 'worth a thought' },
  origin: { shipped: 'Sturmwarte', playbook: 'playbook', house: 'house rule' },
  quoted: 'in quotation marks',
  /** `better` is a sentence to start from, never one to paste. */
  phrase: {
    'conditional-apology': {
      title: 'Apology under a condition',
      why: 'An "if" in an apology blames people for their feelings.',
      better: 'Say what happened and to whom: "We hurt … with this. That was wrong."',
    },
    'passive-admission': {
      title: 'Mistakes without anybody who made them',
      why: '"Mistakes were made" hides who made them, and everyone hears it.',
      better: '"We made a mistake: …"',
    },
    'blaming-readers': {
      title: 'The readers are the fault',
      why: 'It turns what you said into what others misread.',
      better: 'Speak of what you said: "Our words were wrong."',
    },
    'single-case': {
      title: '"Isolated incident"',
      why: 'Whoever says "isolated" invites all the other cases. Count first, then say it.',
      better: '"So far we know of … cases. We are looking for more."',
    },
    inconvenience: {
      title: '"Any inconvenience"',
      why: '"Any" doubts what people are living through.',
      better: 'Name what they lack: "You have been waiting for your parcel since Monday."',
    },
    'public-compensation': {
      title: 'Money offered in public',
      why: 'In a first response it fuels the fire. Talk about it with the person alone.',
      better: '"Please send us a message; we will find a solution with you."',
    },
    'user-error': {
      title: 'Blaming those affected',
      why: 'To blame the injured makes two storms. If at all, it is proven later.',
      better: '"We are looking into how this could happen."',
    },
    'blaming-media': {
      title: 'Blaming journalists',
      why: 'The quarrel with the press becomes the next story.',
      better: 'Correct the one fact, with its proof: "It is … , see …"',
    },
    belittling: {
      title: 'Belittling critics',
      why: 'To belittle critics is to make more of them.',
      better: '"We read your criticism." Then what it is about.',
    },
    minimising: {
      title: 'Making it small without a number',
      why: '"Only a few" is read as "we do not know".',
      better: 'Give the number and its time: "12 of 4,000 devices, as of 14:00."',
    },
    'unproven-denial': {
      title: 'A denial nobody can prove yet',
      why: 'One counter-example makes it a lie.',
      better: '"We have found no sign of … so far and are still checking."',
    },
    'no-data-lost': {
      title: '"No data affected"',
      why: 'It cannot be proven in the first days. Taking it back would be the second breach.',
      better: '"We are examining which data is affected and will tell everyone concerned."',
    },
    'legal-threat': {
      title: 'A legal threat',
      why: 'Threatening critics makes more people look. That step needs a decision of its own.',
      better: 'Leave it out. Legal letters are not public statements.',
    },
    'no-comment': {
      title: '"No comment"',
      why: 'It sounds like something to hide.',
      better: 'Say when you will say something: "We can answer that by 16:00."',
    },
    'rules-first': {
      title: 'Rules before people',
      why: 'Whoever quotes the rules is right and loses.',
      better: 'First the person, then what you can do, then the rule if asked.',
    },
    'recall-softeners': {
      title: 'Makes the risk seem smaller',
      why: 'A recall notice must not contain anything that lowers the sense of risk (Art. 36 of Regulation (EU) 2023/988).',
      better: 'Name the hazard and what to do: "Risk of fire. Stop using it at once."',
    },
  },
  form: {
    'empty-text': 'There is no text yet.',
    'text-too-long':
      'The text has {{length, number}} characters; {{limit, number}} can be checked and stored.',
    'over-limit':
      '{{length, number}} of {{limit, number}} characters: {{over, number}} too many for this channel.',
    'open-variable': '{{name}} is not filled in.',
    'unknown-variable': '{{name}} is not a variable anybody fills in.',
    'placeholder-left': '"{{found}}" looks like a gap that was left open.',
    'recall-headline':
      'The first line of a recall notice must read "{{headline}}" (Art. 36 of Regulation (EU) 2023/988).',
    'next-update-missing':
      'Readers do not learn when there will be news. Give a time you will keep.',
    'signature-missing': {
      initials: 'The initials are missing (^AB): readers cannot see that a person speaks for us.',
      contact: 'A contact for media is missing: e-mail address or telephone.',
      closing: 'The closing with a name is missing.',
    },
    'other-language': {
      de: 'The text does not look German.',
      en: 'The text does not look English.',
    },
    'form-of-address': {
      sie: '"{{found}}": this brand addresses its readers as "Sie".',
      du: '"{{found}}": this brand addresses its readers as "du".',
    },
    'mixed-address': '"{{found}}": the text mixes "Sie" and "du".',
    capitals: '"{{found}}" reads as shouting.',
    exclamations: '"{{found}}": exclamation marks sound nervous now.',
    'critic-hashtag': '{{found}} is the banner of the critics; using it makes it bigger.',
  },
} as const;
