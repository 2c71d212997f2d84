/** An instant as the value of a datetime-local field, in the time zone of this computer. */
export function toLocalField(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The ISO 8601 instant of a datetime-local field; the text itself if it is not a time. */
export function fromLocalField(value: string): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString();
}
