/** The same keys as the English tree, in any words: what German must fill in to compile. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
