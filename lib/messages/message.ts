import type { PersonName } from "@/lib/claims/claim";

/** What a reader can want. */
export const MESSAGE_KINDS = ["error", "source", "claim", "other"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What becomes of a message. */
export const MESSAGE_STATES = ["new", "open", "answered", "closed", "spam"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why a message was sorted out when it came: a field that only programs fill, or the same text about something else. */
export type SpamSign = "hidden-field" | "repeated";

/** An answer to a reader. */
export interface MessageAnswer {
  id: string;
  givenBy: PersonName;
  /** ISO 8601 instant. */
  at: string;
  /** Null if it was given elsewhere, or if the message was erased. */
  text: string | null;
  isMailed: boolean;
}

/** A message of a reader, as lists show it. */
export interface ListedMessage {
  id: string;
  kind: MessageKind;
  state: MessageState;
  /** Null once it was erased. */
  text: string | null;
  name: string | null;
  article: { id: string; title: string } | null;
  /** The published claim that it is about. */
  claim: { id: string; number: number } | null;
  assignee: PersonName | null;
  /** ISO 8601 instant. */
  receivedAt: string;
}

/** A message with everything that belongs to it. */
export interface ReaderMessage extends ListedMessage {
  email: string | null;
  /** Of a source, or of what should be checked. */
  url: string | null;
  /** The words of the article that it is about. */
  quote: string | null;
  article: { id: string; title: string; slug: string } | null;
  claim: { id: string; number: number; statement: string } | null;
  spamSign: SpamSign | null;
  /** For the newsroom. */
  note: string | null;
  revision: number;
  /** What the newsroom made of it. */
  source: { id: string; title: string } | null;
  madeClaim: { id: string; number: number; articleId: string } | null;
  answers: MessageAnswer[];
  /** ISO 8601 instant; null unless its sender's data was erased. */
  erasedAt: string | null;
}
