/** A ProseMirror document as JSON. The schema validates it, see `schema.ts`. */
export interface DocumentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  marks?: DocumentMark[];
  text?: string;
}

export interface DocumentMark {
  type: string;
  attrs?: Record<string, unknown>;
}
