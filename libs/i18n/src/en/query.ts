/** Mistakes in a watch query, by the codes of the query language. */
export const query = {
  empty: 'The query is empty.',
  tooLong: 'The query is too long.',
  tooDeep: 'Too many parentheses inside each other.',
  tooManyTerms: 'Too many words in one query.',
  unclosedQuote: 'The quotation mark is never closed.',
  unclosedParenthesis: 'The parenthesis is never closed.',
  unexpectedParenthesis: 'This parenthesis was never opened.',
  missingOperand: 'A word is missing beside AND, OR or NOT.',
  emptyPhrase: 'There is nothing between the quotation marks.',
  noLetters: 'A search word needs letters or digits.',
  wildcardTooShort: 'Before a * there must be a few more letters.',
  wildcardInside: 'A * may only stand at the beginning or the end of a word.',
  unknownField: 'This field is unknown. There are source:, lang: and author:.',
  missingValue: 'After the colon a value is missing.',
  onlyNegative: 'The query only excludes. Name something to be found.',
  onlyLanguage: 'A language alone is too much. Name a word as well.',
} as const;
