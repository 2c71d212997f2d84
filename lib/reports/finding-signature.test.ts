import { expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { smallReport } from "@/lib/testing/reports/small-report";
import { findingSignature } from "./finding-signature";
import type { Report } from "./report";

const signer = (
  role: Report["signers"][number]["role"],
  person: number,
  name: string,
): Report["signers"][number] => ({
  role,
  person,
  name,
  claims: [1],
  at: "2026-01-02T09:00:00.000Z",
});
const [ada, bea, noor] = [
  signer("checked", 1, "Ada"),
  signer("checked", 2, "Bea"),
  signer("approved", 3, "Noor"),
];

test.each<[string, Report["signers"], string | null, string]>([
  ["nobody who checked it", [noor], null, ""],
  ["one who checked it", [ada], null, "Checked by Ada on 3 January 2026."],
  ["two, one of them twice", [ada, bea, ada], null, "Checked by Ada and Bea on 3 January 2026."],
  ["one who approved it", [ada, noor], null, "Checked by Ada on 3 January 2026. Approved by Noor."],
  ["an organisation", [ada], "The Gazette", "Checked by The Gazette (Ada) on 3 January 2026."],
])("a report with %s", (_, signers, name, expected) => {
  const report = smallReport({ signers, organisation: name === null ? null : bareOrganisation(name, null) });
  const dated = {
    ...report,
    publication: { ...report.publication, publishedAt: "2026-01-03T10:00:00.000Z" },
  };
  expect(findingSignature(dated, "en")).toBe(expected);
});
