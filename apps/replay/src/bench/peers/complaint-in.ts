const LINES = 3;

/** What apt, dpkg or npm complained about first, in one line; the last they said where none of it looks like that. */
export function complaintIn(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const complaints = lines.filter((line) => /^(E:|Err:|npm error|dpkg\S*: error)/.test(line));
  const told = complaints.length > 0 ? complaints.slice(0, LINES) : lines.slice(-LINES);
  return told.join(' | ');
}
