import type { Subject } from "./fill-article";
import { randomText } from "./random-text";
import type { StallOperation } from "./stall-operation";

/** What people do at the desk beside checking one claim. */
export function deskOperations(): StallOperation[] {
  const page = (name: string, path: (subject: Subject) => string): StallOperation => ({
    name: `desk: ${name}`,
    expected: [200],
    run: (client, subject) => client.desk(path(subject)),
  });
  const read = (name: string, address: string, input: (subject: Subject) => object): StallOperation => ({
    name: `desk: ${name}`,
    expected: [200],
    run: (client, subject) => client.post(`/desk/reads/${address}`, input(subject)),
  });
  const action = (
    name: string,
    exportedName: string,
    input: () => unknown,
    expected = [200],
  ): StallOperation => ({
    name: `action: ${name}`,
    expected,
    alone: true,
    run: (client) => client.action("/desk/board", exportedName, input()),
  });
  return [
    page("public page before publishing", ({ id }) => `/desk/articles/${id}/publish/preview`),
    page("publishing", ({ id }) => `/desk/articles/${id}/publish`),
    page("notifications", () => "/desk/notifications"),
    page("watching", () => "/desk/watching?person=all"),
    read("what is watched about a claim", "watch", ({ id, claimId }) => ({ articleId: id, claimId })),
    read("the same claim in other articles", "same-claims", ({ claimId }) => ({ claimId })),
    read("history of a claim", "claim-history", ({ claimId }) => ({ claimId })),
    read("comments", "threads", ({ id }) => ({ articleId: id })),
    read("what an unrelated new text does to the claims", "replacement-preview", (subject) => ({
      articleId: subject.id,
      versionId: subject.versionId,
      content: { format: "document", value: JSON.stringify(documentOf(subject.words)) },
    })),
    read("what 300,000 paragraphs of one letter do to the claims", "replacement-preview", (subject) => ({
      articleId: subject.id,
      versionId: subject.versionId,
      content: {
        format: "document",
        value: JSON.stringify(document(Array.from({ length: 300_000 }, () => "a"))),
      },
    })),
    action("change the keys of 300 commands", "changeShortcutsAction", () => ({
      keys: Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [`command-${index}`, "mod+shift+k"]),
      ),
    })),
    action(
      "change the keys of 300,000 commands",
      "changeShortcutsAction",
      () => ({
        keys: Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`command-${index}`, "k"])),
      }),
      [413],
    ),
    action("record a step of the tour that is a megabyte", "recordTourAction", () => ({
      state: "running",
      step: "a".repeat(1_000_000),
    })),
  ];
}

const documentOf = (words: number) => document(randomText(words, words + 2).split("\n"));

function document(paragraphs: readonly string[]) {
  return {
    type: "doc",
    content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  };
}
