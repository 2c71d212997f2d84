import { changed, type Describe, fieldOf, moment, objectIn, quote, quoted } from "./sentence-parts";

/** What can be done to a source or a claimant. */
export const sourceSentences: Readonly<Record<string, Describe>> = {
  "source.create": (event) => `added the source${quote(event.to, "title")}`,
  "source.update": (event, context) => `changed ${changed(event, context)} of the source`,
  "source.restore": (event) => `restored the source to ${moment(event)}`,
  "source.merge": (event) =>
    `merged ${quoted(objectIn(event.from, "merged"), "title") ?? "another source"} into this one`,
  "source.delete": (event) => `removed the source${quote(event.from, "title")}`,
  "source.keep": () => "saved a copy of the source's page",
  "source.archive": () => "archived the source's page",
  "source.check-link": (event) =>
    linkDescriptions[String(fieldOf(event.to, "linkState"))] ?? "checked the source's link",
  "source.attach": (event) => `attached ${fieldOf(event.to, "name") ?? "a file"} to the source`,
  "source.detach": (event) => `removed ${fieldOf(event.from, "name") ?? "a file"} from the source`,
  "claimant.create": (event) => `added the claimant${quote(event.to, "name")}`,
  "claimant.update": (event, context) => `changed ${changed(event, context)} of the claimant`,
  "claimant.merge": (event) =>
    `merged ${quoted(objectIn(event.from, "merged"), "name") ?? "another claimant"} into this one`,
  "claimant.unmerge": (event) =>
    `undid the merge of ${quoted(objectIn(event.to, "separated"), "name") ?? "another claimant"}`,
};

const linkDescriptions: Record<string, string> = {
  answers: "found that the source's page is available",
  gone: "found that the source's page is gone",
  unreachable: "could not reach the source's page",
};
