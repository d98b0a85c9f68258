import type { LegalClockRule } from '@sturmwarte/clock';

export function clockTable(rules: readonly LegalClockRule[], language: 'de' | 'en'): string[];
