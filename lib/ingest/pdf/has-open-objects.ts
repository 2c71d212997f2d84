/** More objects without an end than the damage of a file that can still be read. */
const MAX_OPEN_OBJECTS = 1000;

const COUNTED = Buffer.from("obj");
const END = "end";

/**
 * Whether many objects of a PDF have no end. If its table of objects is damaged, pdf.js looks for each object's end in the rest of the file,
 * which takes minutes if there is none.
 */
export function hasOpenObjects(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let open = 0;
  for (let at = file.indexOf(COUNTED); at >= 0; at = file.indexOf(COUNTED, at + COUNTED.length))
    open += file.toString("latin1", Math.max(0, at - END.length), at) === END ? -1 : 1;
  return open > MAX_OPEN_OBJECTS;
}
