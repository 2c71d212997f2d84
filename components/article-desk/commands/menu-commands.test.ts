import { expect, test, vi } from "vitest";
import type { Command } from "@/components/commands/command";
import { menuCommands } from "./menu-commands";

test("the palette has what the menu of the article has, each once", () => {
  const run = vi.fn();
  const command: Command = { id: "history", label: "This article: History", group: "Pages", run };
  const groups = [
    { id: "pages", label: "Pages", entries: [{ id: "history", label: "History", href: "/history" }] },
    {
      id: "article",
      label: "Article",
      entries: [
        { id: "details", label: "Details", run },
        { id: "comments", label: "Comments", run },
        { id: "coverage", label: "Checklist", run },
      ],
    },
  ];
  const added = menuCommands(groups, [command], "en");
  expect(added.map(({ id, label }) => [id, label])).toEqual([["details", "This article: Details"]]);
  added[0]?.run();
  expect(run).toHaveBeenCalledOnce();
});
