export { readPdf, type PdfRead } from './read-pdf.js';
export * from './a-dispatch.js';
export * from './a-mail-house.js';
export * from './a-newsroom.js';
export * from './exit-contract.js';
