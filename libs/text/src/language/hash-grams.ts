/**
 * Calls back with the bucket of every 1- to 4-gram of letters; word edges count as a letter. Umlauts and
 * accents are kept apart from their plain letters, for they tell languages apart.
 */
export function hashGrams(text: string, buckets: number, each: (bucket: number) => void): void {
  const units = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}']+/gu, ' ')
    .trim()} `;
  for (let i = 0; i < units.length; i++) {
    let hash = 2166136261;
    for (let n = 0; n < 4 && i + n < units.length; n++) {
      hash = Math.imul(hash ^ units.charCodeAt(i + n), 16777619) >>> 0;
      each(((hash ^ (hash >>> 15)) >>> 0) % buckets);
    }
  }
}
