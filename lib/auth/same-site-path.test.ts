import { expect, test } from "vitest";
import { authOptions } from "./options";
import { sameSitePath } from "./same-site-path";

const baseUrl = "https://obelus.example";

test.each([
  ["/desk/articles/7?tab=claims#claim-3", true],
  ["/desk?next=//evil.example", true],
  ["//evil.example", false],
  ["/\\evil.example", false],
  ["\\\\evil.example", false],
  ["/\t/evil.example", false],
  ["/\n\\evil.example", false],
  ["/.//evil.example", false],
  ["/desk/..//evil.example", false],
  ["https://evil.example/", false],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["", false],
])("%j leads to this site: %s", async (path, stays) => {
  expect(sameSitePath(path)).toBe(stays ? path : "/desk");
  // Addresses that a sign-in or a sign-out can be asked to continue to.
  expect(await authOptions().callbacks?.redirect?.({ url: path, baseUrl })).toBe(stays ? path : baseUrl);
});

test.each([undefined, ["/desk/a", "/desk/b"]])("%j is no path", (value) => {
  expect(sameSitePath(value)).toBe("/desk");
});
