export { readPdf, type PdfRead } from './read-pdf.js';
