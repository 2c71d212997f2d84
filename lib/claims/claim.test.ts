import { expect, test } from "vitest";
import { type AnchorOutcome, type ClaimState, isSigned, isSubmitted, needsChecking } from "./claim";

test.each<[ClaimState, { submitted: boolean; signed: boolean }]>([
  ["draft", { submitted: false, signed: false }],
  ["in_review", { submitted: true, signed: false }],
  ["disputed", { submitted: true, signed: false }],
  ["approved", { submitted: true, signed: true }],
  ["published", { submitted: true, signed: true }],
  ["retired", { submitted: false, signed: false }],
])("a claim that is %s: %j", (state, { submitted, signed }) => {
  expect(isSubmitted({ state })).toBe(submitted);
  expect(isSigned({ state })).toBe(signed);
});

test.each<[AnchorOutcome, boolean]>([
  ["created", false],
  ["exact", false],
  ["moved", false],
  ["changed", true],
  ["orphaned", true],
  ["confirmed", false],
])("a claim whose place in the text is %s needs checking: %s", (outcome, expected) => {
  expect(needsChecking({ outcome })).toBe(expected);
});
