import { expect, test } from "vitest";
import { afterNextStep, type Message } from "./message";

const action = { label: "Undo", run: () => {} };

test.each<[string, Message | null, boolean]>([
  ["no message", null, false],
  ["a success goes", { tone: "success", text: "Claim 5 saved." }, false],
  ["one that can be undone stays", { tone: "success", text: "Claim 5 deleted.", action }, true],
  ["a failure stays", { tone: "failure", text: "Someone changed claim 5." }, true],
  ["a hint about a key goes", { tone: "plain", text: "Open a claim first.", isHint: true }, false],
  ["a notice stays", { tone: "plain", text: "Will be sent later." }, true],
])("at the next step: %s", (_, message, stays) => {
  expect(afterNextStep(message)).toBe(stays ? message : null);
});
