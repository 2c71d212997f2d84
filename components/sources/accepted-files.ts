/** Endings of the files that can be attached to a source, for a file field. The server detects the type from the content. */
export const ACCEPTED_FILES = [
  ...[".pdf", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".tif", ".tiff"],
  ...[".csv", ".txt", ".md", ".eml", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".epub"],
].join(",");
