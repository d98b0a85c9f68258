// Preloaded into a server under measurement: lets go of garbage when asked, and gives its pages back, so that memory
// means what is in use.
declare const gc: undefined | ((how: { type: 'major'; flavor: 'last-resort' }) => void);

process.on('SIGUSR2', () => gc?.({ type: 'major', flavor: 'last-resort' }));
