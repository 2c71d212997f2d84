const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** "17 May 2024" or "May 2024" as an ISO 8601 day or month; null for every other text. */
export function parseEnglishDate(text: string): string | null {
  const [, day, month = "", year] = /^(?:(\d{1,2}) )?(\p{L}+) (\d{4})$/u.exec(text) ?? [];
  const index = MONTHS.indexOf(month);
  if (index === -1) return null;
  const parts = [year, String(index + 1).padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])];
  return parts.join("-");
}
