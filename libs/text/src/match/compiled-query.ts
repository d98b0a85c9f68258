/** A query made ready: terms by number, fields folded. */
export type CompiledQuery =
  | { readonly kind: 'and' | 'or'; readonly items: readonly CompiledQuery[] }
  | { readonly kind: 'not'; readonly item: CompiledQuery }
  | { readonly kind: 'term'; readonly term: number }
  | { readonly kind: 'source'; readonly value: string }
  | { readonly kind: 'author'; readonly value: string }
  | { readonly kind: 'lang'; readonly value: string };
