import type { MessageKind, MessageState } from "@/lib/messages/message";

/** Which messages are listed, as in the address. */
export interface InboxQuery {
  state?: MessageState | undefined;
  kind?: MessageKind | undefined;
  assignee?: "me" | "nobody" | undefined;
  /** Id of an article. */
  article?: string | undefined;
  page: number;
}

/** The address of the list. */
export function hrefOfInbox({ page, ...filter }: InboxQuery): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  );
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text ? `/desk/inbox?${text}` : "/desk/inbox";
}
