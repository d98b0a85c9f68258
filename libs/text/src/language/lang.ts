/** Languages we judge; everything else is `other`, too little to tell is `unknown`. */
export type Lang = 'de' | 'en' | 'other' | 'unknown';
