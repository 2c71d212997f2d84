/**
 * A name as the tables have it: in lower case, without full stops, accents of European scripts, and articles before it. Words of one name are
 * joined by "_".
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .replace(/ı/g, "i")
    .normalize("NFC")
    .trim();
}
