import { describe, expect, test } from "vitest";
import { doc, p } from "@/lib/testing/builders";
import { claimOn, reportOf, verdict } from "@/lib/testing/reports/report-of";

describe("who signed a report", () => {
  const document = doc(p("One two three."));
  /** "name role claims at", with the hour of 2 January. */
  const personOf = (id: string) => ({ id: id.toLowerCase(), name: id.replace(/\d$/, "") });
  const signers = (checks: [string, number][], approvals: [number | null, string, number][]) => {
    const quotes = ["One", "two", "three"];
    const claims = checks.map(([name, hour], index) =>
      claimOn(document, quotes[index] as string, {
        id: `claim-${index + 1}`,
        number: index + 1,
        verdict: { ...verdict, givenBy: personOf(name), givenAt: at(hour) },
      }),
    );
    return reportOf(document, claims, {
      approvals: approvals.map(([claim, name, hour]) => ({
        claimId: `claim-${claim}`,
        person: personOf(name),
        at: at(hour),
      })),
    }).signers.map(
      (signer) => `${signer.name} ${signer.role} [${signer.claims}] ${Number(signer.at.slice(11, 13))}`,
    );
  };
  const at = (hour: number) => `2026-01-02T${String(hour).padStart(2, "0")}:00:00.000Z`;
  const published = "Bea published [] 0";

  test.each<[string, Parameters<typeof signers>, string[]]>([
    ["no one but who published it", [[], []], [published]],
    [
      "who checked, approved and published it, each role on its own",
      [[["Bea", 8]], [[1, "Bea", 9]]],
      ["Bea checked [1] 8", "Bea approved [1] 9", published],
    ],
    [
      "two people who share a name, each with their own claims",
      [
        [
          ["Ada", 8],
          ["Ada2", 9],
          ["Ada", 10],
        ],
        [
          [1, "Ada2", 11],
          [2, "Ada", 12],
        ],
      ],
      ["Ada checked [1,3] 10", "Ada checked [2] 9", "Ada approved [1] 11", "Ada approved [2] 12", published],
    ],
    [
      "a person once per role, with all their claims",
      [
        [
          ["Ada", 8],
          ["Cem", 9],
          ["Ada", 10],
        ],
        [],
      ],
      ["Ada checked [1,3] 10", "Cem checked [2] 9", published],
    ],
    [
      "with the time of the last check, also if it is of an earlier claim",
      [
        [
          ["Ada", 10],
          ["Ada", 8],
          ["Ada", 9],
        ],
        [],
      ],
      ["Ada checked [1,2,3] 10", published],
    ],
    [
      "with the time of the last approval",
      [
        [
          ["Ada", 8],
          ["Ada", 8],
        ],
        [
          [1, "Bea", 9],
          [2, "Bea", 11],
          [1, "Cem", 12],
          [2, "Cem", 10],
        ],
      ],
      ["Ada checked [1,2] 8", "Bea approved [1,2] 11", "Cem approved [1,2] 12", published],
    ],
    [
      "a claim once, even if it was approved twice",
      [
        [["Ada", 8]],
        [
          [1, "Bea", 9],
          [1, "Bea", 10],
        ],
      ],
      ["Ada checked [1] 8", "Bea approved [1] 10", published],
    ],
    [
      "without a number for an approval of a claim that is not in it",
      [[["Ada", 8]], [[9, "Bea", 9]]],
      ["Ada checked [1] 8", "Bea approved [] 9", published],
    ],
  ])("%s", (_, [checks, approvals], expected) => {
    expect(signers(checks, approvals)).toEqual(expected);
  });

  test("a claim lists who approved it, each once, and no one who approved another", () => {
    const claims = ["One", "two", "three"].map((exact) => claimOn(document, exact, { id: exact }));
    const approval = (claimId: string, name: string, hour: number) => ({
      claimId,
      person: personOf(name),
      at: at(hour),
    });
    const built = reportOf(document, claims, {
      approvals: [
        approval("One", "Bea", 9),
        approval("One", "Cem", 10),
        approval("One", "Bea", 11),
        approval("two", "Dov", 9),
        approval("two", "Dov2", 9),
      ],
    });
    expect(built.claims.map(({ approvedBy }) => approvedBy)).toEqual([["Bea", "Cem"], ["Dov", "Dov"], []]);
  });

  test("people have a number in the report, the same in all roles, and no id", () => {
    const claims = ["One", "two"].map((exact, index) =>
      claimOn(document, exact, {
        id: exact,
        verdict: { ...verdict, givenBy: { id: `private-${index}`, name: "Ada" } },
      }),
    );
    const built = reportOf(document, claims, {
      approvals: [{ claimId: "One", person: { id: "private-1", name: "Ada" }, at: at(9) }],
    });
    expect(built.signers.map(({ person, role }) => [person, role])).toEqual([
      [1, "checked"],
      [2, "checked"],
      [2, "approved"],
      [3, "published"],
    ]);
    expect(JSON.stringify(built)).not.toContain("private-");
  });
});
