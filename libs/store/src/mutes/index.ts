export type { NamedMute } from './mute-row.js';
export { MuteRepository } from './mute.repository.js';
export { QuietMentionsRepository, type QuietCount } from './quiet-mentions.repository.js';
export type { HeldBack, MuteFilter, MuteValues } from './mute.repository.js';
