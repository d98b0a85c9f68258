/** The ways in which a round goes wrong. */
export const KINDS = [
  'server',
  'database',
  'both',
  'freeze',
  'disk',
  'clock',
  'slow-console',
  'resend',
  'stop',
] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_TEXT: Record<Kind, string> = {
  server: 'kill -9 of the server, by chance or at a chosen moment (see below)',
  database: 'kill -9 of the database: all of it, its postmaster, or one session',
  both: 'kill -9 of server and database, in either order',
  freeze:
    'the database hangs (SIGSTOP) and comes to; in some rounds the server is killed meanwhile',
  disk: 'the disk of the database is full, then there is room again',
  clock:
    "the server's clock jumps ahead, back, and is put right; in some rounds beyond the retention time, or across a kill -9",
  'slow-console': 'a console stops reading beside others that do not',
  resend: 'a sender starts over from the beginning, in some rounds across a kill -9',
  stop: 'SIGTERM in the middle of everything, in some rounds with a sender that never ends',
};
