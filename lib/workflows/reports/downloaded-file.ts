/** A file that a person downloads. */
export interface DownloadedFile {
  name: string;
  /** Media type. */
  type: string;
  bytes: Buffer<ArrayBuffer>;
  /** Changes with its content, in quotation marks; null for what can change at any moment. */
  etag: string | null;
  /** BCP 47, of the words in it; null for data that is the same in every language. */
  language: string | null;
}
