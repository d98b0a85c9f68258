/** Set-up, sign-in, and the pages behind links sent to people. */
export const entry = {
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  repeatPassword: 'Repeat the password',
  name: 'Your name',
  passwordHint:
    'At least {{min}} characters. A sentence is better than a riddle; pasting is welcome.',
  passwordShort: 'At least {{min}} characters are needed.',
  passwordDiffers: 'The two passwords differ.',
  required: 'Please fill this in.',
  emailInvalid: 'Please enter a complete e-mail address.',
  showPassword: 'Show or hide password',
  signIn: {
    title: 'Sign in',
    lead: 'Take your place at the watch.',
    submit: 'Sign in',
    forgot: 'Forgotten your password? Your administrator sends you a link.',
    ended: 'Your session has ended. Please sign in again; you return to where you were.',
    notSetUp:
      'This house is not set up yet. Use the set-up link the server printed when it started.',
    signedOut: 'You are signed out.',
  },
  setup: {
    title: 'Set up the house',
    lead: 'The first account manages people and sources and may lead incidents. More people are invited afterwards.',
    brand: 'First brand',
    brandHint: 'Whose reputation do you watch? Topics and rights belong to a brand.',
    submit: 'Set up and sign in',
    noToken:
      'This address lacks its secret part. Use the complete set-up link the server printed when it started.',
  },
  link: {
    invitationTitle: 'Welcome, {{name}}',
    invitationLead: 'Choose a password for {{email}}, and you are in.',
    resetTitle: 'New password',
    resetLead: 'For {{email}}. All other sessions end when you save.',
    expires: 'This link is valid until {{time}}.',
    submit: 'Save and sign in',
    toSignIn: 'To sign-in',
  },
} as const;
