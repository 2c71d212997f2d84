/** A text without case and accents, as words are compared: "Peñarol" is "penarol". The function search_fold of the database does the same. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase();
}
