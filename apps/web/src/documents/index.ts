export { DocumentReader } from './document-reader.tsx';
