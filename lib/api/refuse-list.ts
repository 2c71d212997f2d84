import { err, type Result } from "@/lib/result";
import type { Refusal } from "./endpoint";

/** The answer to an address of a feed or a sitemap, where an article is expected: the articles in it. */
export function refuseList(list: {
  entries: readonly { title: string | null; address: string }[];
}): Result<never, Refusal> {
  return err({
    problem: "list-of-articles",
    more: { articles: list.entries.map(({ title, address }) => ({ title, url: address })) },
  });
}
