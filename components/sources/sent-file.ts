/** A file to upload, with what tells it from other files after a reload, when the browser has to be shown it again. */
export interface SentFile {
  /** As JSON it is empty. */
  file: File;
  name: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  lastModified: number;
}

/** What identifies a file that is chosen twice. */
export function describeFile({ name, size, lastModified }: File): Omit<SentFile, "file"> {
  return { name, size, lastModified };
}

/** The upload of a file as form data, with further fields. */
export function formOf({ file }: SentFile, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file);
  return form;
}
