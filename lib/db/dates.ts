/** The ISO 8601 day of a date column. */
export function toDay(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}

/** The value of a date column for an ISO 8601 day. */
export function fromDay(day: string | null): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null;
}
