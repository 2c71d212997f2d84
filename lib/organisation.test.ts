import { expect, test } from "vitest";
import { isLicenceId, licenceUrl } from "./organisation";

test.each([
  ["CC-BY-4.0", true, "https://spdx.org/licenses/CC-BY-4.0.html"],
  ["ODbL-1.0", true, "https://spdx.org/licenses/ODbL-1.0.html"],
  ["https://example.org/licence", false, "https://example.org/licence"],
])("the licence %s", (licence, isId, url) => {
  expect(isLicenceId(licence)).toBe(isId);
  expect(licenceUrl(licence)).toBe(url);
});

test.each(["", "all rights reserved", "../CC-BY", "a".repeat(101)])("%j is no licence id", (text) => {
  expect(isLicenceId(text)).toBe(false);
});
