export { PeakRepository, type PeakRecord } from './peak.repository.js';
