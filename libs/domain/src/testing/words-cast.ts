import { aPerson } from './an-incident.js';

/** Who works on words in the stories about statements. */
export const WORDS_CAST = {
  meier: aPerson(1, 'Meier', 'lead'),
  lang: aPerson(2, 'Lang', 'pr'),
  oeztuerk: aPerson(3, 'Öztürk', 'community'),
  voss: aPerson(4, 'Voss', 'legal'),
  weber: aPerson(5, 'Weber', 'legal'),
  brandt: aPerson(6, 'Brandt', 'board'),
  klein: aPerson(7, 'Klein', 'quality'),
  admin: aPerson(9, 'Sommer', 'admin'),
  jung: aPerson(10, 'Jung', 'pr'),
};
