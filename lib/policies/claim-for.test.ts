import { expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { buildClaim, buildSource } from "@/lib/testing/builders";
import { type Actor, type Role, STAFF_ROLES } from "./actor";
import { claimFor } from "./claim-for";

const actor = (role: Role): Actor => ({ id: "me", name: "Me", email: "me@example.org", role });

/** A source with a secret in every text field. */
const secret = buildSource({
  id: "secret-id",
  url: "https://secret-host.example/secret-path",
  doi: "10.1000/secret-doi",
  title: "secret-title",
  authors: ["secret-author"],
  publisher: "secret-publisher",
  publishedOn: "1987-06-05",
  language: "secret-language",
  kind: "interview",
  confidential: true,
  publicDescription: "An official who was in the room",
  archiveUrl: "https://archive.example/secret-archive",
  keptAt: "1987-06-06T00:00:00.000Z",
  linkState: "gone",
});

const evidence: Claim["evidence"][number] = {
  id: "evidence-1",
  stance: "supports",
  excerpt: "secret-excerpt",
  note: "The official confirms the figure.",
  accessedOn: "1987-06-07",
  archiveUrl: "https://archive.example/secret-of-evidence",
  source: secret,
};

test("guests see of a confidential source only what readers see", () => {
  const claim = claimFor(actor("guest"), buildClaim({ evidence: [evidence] }));
  expect(JSON.stringify(claim)).not.toMatch(/secret|1987|gone/);
  expect(claim.evidence).toEqual([
    {
      id: "evidence-1",
      stance: "supports",
      excerpt: null,
      note: "The official confirms the figure.",
      accessedOn: null,
      archiveUrl: null,
      source: buildSource({
        id: "evidence-1",
        title: "An official who was in the room",
        publicDescription: "An official who was in the room",
        confidential: true,
        kind: "interview",
      }),
    },
  ]);
});

test("one without a public description is shown as a confidential source", () => {
  const source = { ...secret, publicDescription: null };
  const claim = claimFor(actor("guest"), buildClaim({ evidence: [{ ...evidence, source }] }));
  expect(claim.evidence[0]?.source.title).toBe("Confidential source");
});

test("guests see other sources in full", () => {
  const open = { ...evidence, source: { ...secret, confidential: false } };
  const claim = buildClaim({ evidence: [open] });
  expect(claimFor(actor("guest"), claim)).toEqual(claim);
});

test.each(STAFF_ROLES)("a %s reads everything", (role) => {
  const claim = buildClaim({ evidence: [evidence] });
  expect(claimFor(actor(role), claim)).toEqual(claim);
});
