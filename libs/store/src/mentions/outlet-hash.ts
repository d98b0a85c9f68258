/** 32 bits of an outlet's name (FNV-1a, case ignored): distinct outlets are counted, not articles. */
export function outletHash(outlet: string): number {
  const name = outlet.toLowerCase();
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}
