import { expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { smallReport } from "@/lib/testing/reports/small-report";
import { organisationLines } from "./organisation-lines";

const bare = bareOrganisation("Daily", null);

test.each<[string, Partial<typeof bare>, string[]]>([
  ["only a name", {}, ["Name: Daily"]],
  ["a website", { url: "https://daily.example/" }, ["Name: Daily <https://daily.example/>"]],
  [
    "an address",
    { address: "1 High Street\nLondon" },
    ["Name: Daily", "Postal address: 1 High Street, London"],
  ],
  [
    "an email address",
    { email: "d@daily.example" },
    ["Name: Daily", "Email: d@daily.example <mailto:d@daily.example>"],
  ],
  [
    "an email address that was redacted",
    { email: "[redacted: law]" },
    ["Name: Daily", "Email: [redacted: law]"],
  ],
  [
    "a licence by its SPDX identifier",
    { licence: "CC-BY-4.0" },
    ["Name: Daily", "Licence of the data: CC-BY-4.0 <https://spdx.org/licenses/CC-BY-4.0.html>"],
  ],
  [
    "two accounts",
    { sameAs: ["https://a.example/", "https://b.example/"] },
    [
      "Name: Daily",
      "Account: https://a.example/ <https://a.example/>",
      "Account: https://b.example/ <https://b.example/>",
    ],
  ],
])("an organisation with %s", (_, more, expected) => {
  const lines = organisationLines(smallReport({ organisation: { ...bare, ...more } }));
  expect(lines.map(({ label, value, url }) => `${label} ${value}${url === null ? "" : ` <${url}>`}`)).toEqual(
    expected,
  );
});

test("a report without an organisation has no lines", () => {
  expect(organisationLines(smallReport())).toEqual([]);
});
