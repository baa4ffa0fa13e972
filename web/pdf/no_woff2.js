// Stands in for the brotli decoder that fontkit needs for WOFF2 fonts only (package.json, build:pdf): ours are
// TrueType, and its dictionary would be a fifth of the worker.
export default function decompress() {
  throw new Error('WOFF2 fonts are not read');
}
