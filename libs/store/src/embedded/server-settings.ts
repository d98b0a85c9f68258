/**
 * Settings of the embedded server, passed on its command line so that a data folder never keeps old
 * ones. Sized for one small machine that also runs the application.
 */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1', // its bundled OpenSSL is old: never beyond this machine
  unix_socket_directories: '', // a long folder name would not fit into a socket's address
  max_connections: '50',
  shared_buffers: '256MB',
  effective_cache_size: '768MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  // Accepted means committed.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Fewer, longer checkpoints: a storm writes the same pages again and again.
  wal_compression: 'on',
  min_wal_size: '160MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off', // many short statements
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and the rows they fail on contain people's words: they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};
