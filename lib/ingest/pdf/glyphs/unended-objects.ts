/**
 * How many objects of a PDF begin without ending. The reader of PDFs searches the rest of a damaged file for the end of each, which takes time
 * in the square of their number. Linear in the file.
 */
export function unendedObjects(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Math.max(0, countOf(file, " obj") - countOf(file, "endobj"));
}

function countOf(file: Buffer, words: string): number {
  let count = 0;
  for (let at = file.indexOf(words); at >= 0; at = file.indexOf(words, at + words.length)) count++;
  return count;
}
